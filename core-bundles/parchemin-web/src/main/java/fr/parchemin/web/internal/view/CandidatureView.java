package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Fil;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.jury.Decision;
import fr.parchemin.migration.Apercu;
import fr.parchemin.migration.Migration;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file, with what its reader may see and do.
 *
 * @param brancheNom name of the branch, its code when the branch is unknown by now
 * @param evaluateurs names of the évaluateurs of the branch by identifiant, empty when the reader may not designate
 * @param reprise what a newer version would make of the file, empty when there is none or the reader may not move it
 * @param annulable the migration that the reader may still undo
 * @param grids empty when the reader may not see the marks
 * @param fil what happened last, empty when the reader may not know
 * @param echanges the last message, empty when the reader may read none
 */
public record CandidatureView(
        Candidature candidature,
        Referentiel referentiel,
        String brancheNom,
        Map<String, String> evaluateurs,
        List<GrilleView> grids,
        Optional<Proposition> proposition,
        Optional<Decision> decision,
        Optional<Certificat> certificat,
        Optional<Fil.Page> fil,
        Optional<Echanges.Conversation> echanges,
        Optional<Apercu> reprise,
        Optional<Migration> annulable,
        Acteur reader,
        LocalDate today) {
    /** A step of the life of a file. */
    public record Step(String label, boolean done, boolean current) {}

    /** Where a prerequisite stands. */
    public record Condition(Prerequis prerequis, Optional<ConstatPrerequis> constat, String status, String tone) {
        public boolean isComputed() {
            return prerequis.type() == Prerequis.Type.AGE_MINIMUM;
        }
    }

    public List<Step> steps() {
        int at = rank(candidature.etat());
        List<String> labels =
                List.of("Déposée", "Recevable", "En évaluation", "Devant le jury", "Décidée", "Certificat");
        return java.util.stream.IntStream.range(0, labels.size())
                .mapToObj(i -> new Step(labels.get(i), i < at || at == 5, i == at && at != 5))
                .toList();
    }

    private static int rank(EtatCandidature etat) {
        return switch (etat.code()) {
            case "RECEVABLE" -> 1;
            case "EN_EVALUATION" -> 2;
            case "PRESENTEE", "AJOURNEE" -> 3;
            case "DECIDEE" -> 4;
            case "DELIVREE" -> 5;
            default -> 0;
        };
    }

    public List<Condition> conditions() {
        return referentiel.certification().prerequis().stream()
                .map(this::condition)
                .toList();
    }

    private Condition condition(Prerequis prerequis) {
        Optional<ConstatPrerequis> constat =
                Optional.ofNullable(candidature.constats().get(prerequis.code()));
        if (constat.isEmpty()) {
            return prerequis.obligatoire()
                    ? new Condition(prerequis, constat, "À vérifier", "attente")
                    : new Condition(prerequis, constat, "Non renseigné", "neutre");
        }
        if (constat.get().holdsOn(today)) {
            return new Condition(prerequis, constat, "Satisfait", "bon");
        }
        return constat.get().satisfait()
                ? new Condition(prerequis, constat, "Échu", "mauvais")
                : new Condition(prerequis, constat, "Non satisfait", "mauvais");
    }

    private boolean may(Droit droit) {
        return reader.may(droit, candidature.asObjet());
    }

    private boolean in(String... etats) {
        return List.of(etats).contains(candidature.etat().code());
    }

    public boolean mayEstablish() {
        return may(Droit.PREREQUIS_CONSTATER) && in("DEPOSEE", "IRRECEVABLE", "RECEVABLE", "EN_EVALUATION");
    }

    public boolean mayDesignate() {
        return may(Droit.EVALUATEURS_DESIGNER) && in("RECEVABLE", "EN_EVALUATION");
    }

    public boolean mayGiveLinks() {
        return may(Droit.LIEN_PERSONNEL_DONNER);
    }

    public boolean mayMark() {
        return may(Droit.EPREUVE_NOTER) && in("EN_EVALUATION");
    }

    public boolean mayDeliver() {
        return may(Droit.CERTIFICAT_DELIVRER) && in("DECIDEE") && isFavourable();
    }

    /** Whether marking has begun, so that there is something to see of it. */
    public boolean isEvaluated() {
        return !grids.isEmpty() && !in("DEPOSEE", "IRRECEVABLE", "RECEVABLE");
    }

    public boolean mayReadJury() {
        return may(Droit.JURY_LIRE) && candidature.etat().jury() != null;
    }

    public boolean isFavourable() {
        return decision.map(d -> d.issue() == Decision.Issue.VALIDATION_TOTALE).orElse(false);
    }

    /** Whether a paper says which blocs were validated, though there is no certificate. */
    public boolean hasOwnReleve() {
        return certificat.isEmpty()
                && decision.map(d -> d.isFinal() && d.issue() != Decision.Issue.REFUS)
                        .orElse(false);
    }

    /** What the file waits for, in one sentence. */
    public String next() {
        return switch (candidature.etat().code()) {
            case "DEPOSEE" -> "Le dossier attend la vérification des prérequis obligatoires.";
            case "IRRECEVABLE" ->
                "Un prérequis obligatoire n’est pas satisfait. Le dossier redevient recevable dès qu’il l’est.";
            case "RECEVABLE" -> "Le dossier attend la désignation de ses évaluateurs.";
            case "EN_EVALUATION" ->
                complete()
                        ? "L’évaluation est complète : le secrétariat peut présenter le dossier à un jury."
                        : "Les évaluateurs remplissent leurs grilles.";
            case "PRESENTEE" -> "Le dossier est devant le jury ; les notes sont closes.";
            case "AJOURNEE" -> "Le jury a ajourné le dossier : il se présente à nouveau devant un jury.";
            case "DECIDEE" ->
                isFavourable()
                        ? "Le jury a tout validé : le certificateur peut délivrer le certificat."
                        : "Le jury a décidé ; le dossier est clos.";
            default -> "Le certificat est délivré.";
        };
    }

    /** The name of an évaluateur, or the identifiant where the reader does not get the names. */
    public String evaluateur(String identifiant) {
        return evaluateurs.getOrDefault(identifiant, identifiant);
    }

    public boolean complete() {
        return proposition
                .map(p -> p.proposition() != Proposition.Resultat.INCOMPLETE)
                .orElse(false);
    }
}
