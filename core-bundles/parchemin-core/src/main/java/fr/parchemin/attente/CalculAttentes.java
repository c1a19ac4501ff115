package fr.parchemin.attente;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Typographie;
import fr.parchemin.attente.Attente.Nature;
import fr.parchemin.attente.Attente.Sujet;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Prerequis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that say what awaits, each a function of what it is about and of the day. */
public final class CalculAttentes {

    /** Days before an attestation lapses from which that is said. */
    public static final int PREAVIS_JOURS = 30;

    private static final int CITES = 3;

    private final LocalDate today;

    public CalculAttentes(LocalDate today) {
        this.today = today;
    }

    /** A file just applied, or held up by a prerequisite: what is still to be established, before what was lapses. */
    public Optional<Attente> prerequis(Candidature file, Certification certification) {
        boolean held = file.etat() instanceof EtatCandidature.Irrecevable;
        if (!held && !(file.etat() instanceof EtatCandidature.Deposee)) {
            return Optional.empty();
        }
        List<String> missing = file.missingPrerequis(certification, today).stream()
                .map(Prerequis::intitule)
                .toList();
        String motif = missing.isEmpty() ? "Tous les prérequis sont à revoir" : "Reste à établir : " + cited(missing);
        return Optional.of(of(
                held ? Nature.PREREQUIS_A_COMPLETER : Nature.PREREQUIS_A_CONSTATER,
                file,
                motif,
                lapses(file, certification).orElse(null)));
    }

    /** A file that may be evaluated and has nobody to do it, before one of its prerequisites lapses. */
    public Optional<Attente> evaluateurs(Candidature file, Certification certification, int requis) {
        if (!(file.etat() instanceof EtatCandidature.Recevable)) {
            return Optional.empty();
        }
        return Optional.of(of(
                Nature.EVALUATEURS_A_DESIGNER,
                file,
                requis == 1 ? "Un évaluateur est à désigner" : requis + " évaluateurs sont à désigner",
                lapses(file, certification).orElse(null)));
    }

    /** A prerequisite that lapses, or has, while the file is being evaluated. */
    public Optional<Attente> expiration(Candidature file, Certification certification) {
        if (!(file.etat() instanceof EtatCandidature.EnEvaluation)) {
            return Optional.empty();
        }
        return certification.prerequis().stream()
                .filter(Prerequis::obligatoire)
                .filter(p -> lapsesSoon(file.constats().get(p.code())))
                .min(Comparator.comparing(p -> file.constats().get(p.code()).valideJusquAu()))
                .map(p -> of(
                        Nature.PREREQUIS_QUI_EXPIRE,
                        file,
                        "« " + p.intitule() + " » n’est établi que jusqu’à cette date",
                        file.constats().get(p.code()).valideJusquAu()));
    }

    /**
     * A file that the évaluateur has to mark: some épreuve still counts and is not marked by them. One that nobody has to
     * sit any more, because another stands for it or because a gate is closed, awaits nobody.
     */
    public Optional<Attente> grille(
            Candidature file, String evaluateur, List<Saisie> marks, Proposition proposition, LocalDate jury) {
        Set<String> done = marks.stream()
                .filter(s -> s.evaluateur().equals(evaluateur))
                .map(Saisie::epreuve)
                .collect(Collectors.toSet());
        List<String> left = proposition.manques().stream()
                .distinct()
                .filter(epreuve -> !done.contains(epreuve))
                .toList();
        if (left.isEmpty() || file.marksClosed().isPresent()) {
            return Optional.empty();
        }
        String motif = (left.size() == 1 ? "Une épreuve attend" : left.size() + " épreuves attendent")
                + " votre grille : " + cited(left);
        return Optional.of(of(Nature.GRILLE_A_REMPLIR, file, motif, jury));
    }

    /** Whether nothing more has to be marked before a jury may look at the file. */
    public static boolean isComplete(Candidature file, Proposition proposition) {
        return (file.etat() instanceof EtatCandidature.EnEvaluation || file.etat() instanceof EtatCandidature.Ajournee)
                && proposition.manques().isEmpty();
    }

    /**
     * Files wholly evaluated, by certification: to be put before its next jury where one comes, else a jury is to be
     * composed.
     *
     * @param complete oldest first
     * @param coming juries to come, the next first
     */
    public List<Attente> presentations(List<Candidature> complete, List<Jury> coming) {
        Map<List<String>, List<Candidature>> byCertification = complete.stream()
                .collect(Collectors.groupingBy(
                        f -> List.of(f.branche(), f.certification()), LinkedHashMap::new, Collectors.toList()));
        List<Attente> waiting = new ArrayList<>();
        for (List<Candidature> files : byCertification.values()) {
            Candidature oldest = files.get(0);
            LocalDate depuis = day(oldest.deposeeLe());
            Optional<Jury> next = coming.stream()
                    .filter(j -> j.branche().equals(oldest.branche())
                            && j.certification().equals(oldest.certification()))
                    .filter(j -> !j.date().isBefore(today))
                    .findFirst();
            String what = files.size() == 1
                    ? "L’évaluation de " + oldest.candidat().nomComplet() + " est complète"
                    : "Les évaluations de " + files.size() + " candidats sont complètes";
            waiting.add(next.map(jury -> new Attente(
                            Nature.DOSSIERS_A_PRESENTER,
                            jury.branche(),
                            seance(jury),
                            sentence(what + ", ce jury siège le " + Typographie.jour(jury.date())),
                            files.size(),
                            jury.date(),
                            depuis))
                    .orElseGet(() -> new Attente(
                            Nature.JURY_A_COMPOSER,
                            oldest.branche(),
                            new Sujet.Certification(oldest.certification(), oldest.intitule()),
                            sentence(what + ", et aucun jury n’est prévu"),
                            files.size(),
                            null,
                            depuis)));
        }
        return waiting;
    }

    /** A jury before which files wait. */
    public Attente deliberation(Jury jury, long files) {
        return new Attente(
                Nature.DOSSIERS_A_DELIBERER,
                jury.branche(),
                seance(jury),
                sentence((files == 1 ? "Un dossier est présenté" : files + " dossiers sont présentés")
                        + " à ce jury, à " + jury.lieu()),
                Math.toIntExact(files),
                jury.date(),
                null);
    }

    /** A jury whose list of members the certificateur has to validate before it sits. */
    public Optional<Attente> validation(Jury jury, boolean asked) {
        return jury.isValide() || !asked
                ? Optional.empty()
                : Optional.of(new Attente(
                        Nature.JURY_A_VALIDER,
                        jury.branche(),
                        seance(jury),
                        sentence("Ce jury ne peut décider avant que ses "
                                + jury.membres().size() + " membres soient validés"),
                        1,
                        jury.date(),
                        day(jury.composeLe())));
    }

    /** A file on which the jury decided in favour, and whose certificate is not delivered. */
    public Attente delivrance(Candidature file) {
        return of(Nature.CERTIFICAT_A_DELIVRER, file, "Le jury a validé toute la certification", null);
    }

    /**
     * What becomes of a file, for who follows it.
     *
     * @param jury the one it is before, {@code null} when before none
     * @param decision the last on it, {@code null} when none
     */
    public Attente suivi(Candidature file, Certification certification, Jury jury, Decision decision) {
        List<String> missing = file.missingPrerequis(certification, today).stream()
                .map(Prerequis::intitule)
                .toList();
        LocalDate day = null;
        String motif;
        if (file.etat() instanceof EtatCandidature.Deposee) {
            motif = "Le dossier est déposé"
                    + (missing.isEmpty() ? ", il va être examiné" : ". Il y manque : " + cited(missing));
        } else if (file.etat() instanceof EtatCandidature.Irrecevable) {
            motif = "Une condition d’accès n’est pas remplie : " + cited(missing)
                    + ". Apportez-en la preuve à qui a déposé le dossier";
        } else if (file.etat() instanceof EtatCandidature.Recevable) {
            motif = "Le dossier est recevable, ses évaluateurs vont être désignés";
        } else if (file.etat() instanceof EtatCandidature.EnEvaluation) {
            motif = "Les évaluations sont en cours, un jury décidera ensuite";
        } else if (file.etat() instanceof EtatCandidature.Presentee) {
            motif = "Le dossier est présenté au jury";
            day = jury == null ? null : jury.date();
        } else if (file.etat() instanceof EtatCandidature.Ajournee) {
            motif = "Le jury a ajourné sa décision, le dossier repassera devant un jury";
        } else if (file.etat() instanceof EtatCandidature.Decidee) {
            motif = "Le jury a décidé"
                    + (decision == null ? "" : " : " + decision.issue().libelle())
                    + (decision != null && decision.opensCertificate() ? ". Le certificat va être délivré" : "");
        } else {
            motif = "Le certificat est délivré";
        }
        return of(Nature.DOSSIER_SUIVI, file, motif, day);
    }

    /** The day on which the first of the prerequisites established lapses, when that is soon. */
    private Optional<LocalDate> lapses(Candidature file, Certification certification) {
        return certification.prerequis().stream()
                .filter(Prerequis::obligatoire)
                .map(p -> file.constats().get(p.code()))
                .filter(this::lapsesSoon)
                .map(ConstatPrerequis::valideJusquAu)
                .min(Comparator.naturalOrder());
    }

    private boolean lapsesSoon(ConstatPrerequis constat) {
        return constat != null
                && constat.satisfait()
                && constat.valideJusquAu() != null
                && !constat.valideJusquAu().isAfter(today.plusDays(PREAVIS_JOURS));
    }

    private static Attente of(Nature nature, Candidature file, String motif, LocalDate echeance) {
        return new Attente(
                nature,
                file.branche(),
                new Sujet.Dossier(file.id(), file.numero(), file.candidat().nomComplet(), file.intitule()),
                sentence(motif),
                1,
                echeance,
                day(file.deposeeLe()));
    }

    private static Sujet.Seance seance(Jury jury) {
        return new Sujet.Seance(jury.id(), jury.numero(), jury.intitule());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, HeureLegale.ZONE);
    }

    static String sentence(String text) {
        return Typographie.francaise(text + ".");
    }

    private static String cited(List<String> names) {
        String first = names.stream().limit(CITES).collect(Collectors.joining(", "));
        int more = names.size() - CITES;
        return more > 0 ? first + (more == 1 ? " et une autre" : " et " + more + " autres") : first;
    }
}
