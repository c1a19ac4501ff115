package fr.parchemin.migration;

import fr.parchemin.acte.Typographie;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.ControleDepot;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.migration.Apercu.Ligne;
import fr.parchemin.migration.Apercu.MiseDeCote;
import fr.parchemin.migration.Apercu.Objet;
import fr.parchemin.migration.Apercu.Sort;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a migration makes of a file, step by step along the versions. Pure: the preview and the act are the same reckoning.
 *
 * @param apercu what people are told
 * @param candidature the file as it will be
 * @param saisies its grids as they will be
 */
public record Reprise(Apercu apercu, Candidature candidature, List<Saisie> saisies) {

    /** What the secretariat has to know of the way from one version to the next. */
    record Chemin(List<Referentiel> versions, String empreinte) {
        Referentiel depart() {
            return versions.get(0);
        }

        Referentiel arrivee() {
            return versions.get(versions.size() - 1);
        }
    }

    /** What a code of the first version leads to in the last, and what is said of it on the way. */
    private record Suite(List<String> vers, String complement) {}

    public Reprise {
        saisies = List.copyOf(saisies);
    }

    /**
     * Reckons the migration.
     *
     * @param versions those gone through, that of the file first; each has a transition from the one before
     * @param empreinte hash of the snapshot of the last
     */
    public static Reprise of(
            Candidature candidature,
            List<Referentiel> versions,
            String empreinte,
            List<Saisie> saisies,
            LocalDate today,
            Instant now) {
        Chemin chemin = new Chemin(versions, empreinte);
        List<PassageVersion> steps = new ArrayList<>();
        List<Saisie> grids = saisies;
        List<MiseDeCote> aside = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            PassageVersion step = new PassageVersion(versions.get(i - 1), versions.get(i));
            steps.add(step);
            PassageVersion.Grilles moved = step.move(grids);
            grids = moved.reprises();
            aside.addAll(moved.misesDeCote());
        }
        List<Ligne> lignes = new ArrayList<>();
        blocs(chemin, steps, lignes);
        epreuves(chemin, steps, lignes);
        grilles(grids, aside, lignes);
        Map<String, ConstatPrerequis> constats = constats(candidature, chemin, today, now, lignes);
        Candidature bare = candidature.under(
                chemin.arrivee().version(),
                empreinte,
                chemin.arrivee().certification().intitule(),
                candidature.etat(),
                constats,
                candidature.evaluateurs());
        EtatCandidature etat = etat(bare, chemin.arrivee(), today);
        evaluateurs(candidature, chemin.arrivee(), lignes);
        if (candidature.etat() instanceof EtatCandidature.Ajournee) {
            lignes.add(new Ligne(
                    Objet.JURY,
                    Sort.A_REPRENDRE,
                    null,
                    List.of(),
                    "Passage devant le jury",
                    "les notes se rouvrent ; la candidature sera de nouveau présentée à un jury"));
        }
        Candidature after = bare.under(
                bare.version(), empreinte, bare.intitule(), etat, bare.constats(), candidature.evaluateurs());
        LocalDate last = steps.get(0).transition().delivranceJusquAu();
        Apercu apercu = new Apercu(
                candidature.id(),
                candidature.numero(),
                candidature.version(),
                candidature.empreinte(),
                after.version(),
                empreinte,
                versions.stream().skip(1).map(Referentiel::version).toList(),
                last,
                !steps.get(0).transition().allowsAwardOn(today),
                candidature.etat().code(),
                etat.code(),
                lignes,
                grids,
                aside);
        return new Reprise(apercu, after, grids);
    }

    private static void blocs(Chemin chemin, List<PassageVersion> steps, List<Ligne> lignes) {
        Set<String> reached = new LinkedHashSet<>();
        for (BlocCompetences bloc : chemin.depart().blocs()) {
            Suite suite = follow(bloc.code(), steps, PassageVersion::bloc);
            reached.addAll(suite.vers());
            lignes.add(kept(Objet.BLOC, bloc.code(), bloc.intitule(), suite, "aucun bloc ne lui fait suite"));
        }
        chemin.arrivee().blocs().stream()
                .filter(b -> !reached.contains(b.code()))
                .forEach(b -> lignes.add(fresh(Objet.BLOC, b.code(), b.intitule(), "à évaluer")));
    }

    private static void epreuves(Chemin chemin, List<PassageVersion> steps, List<Ligne> lignes) {
        Set<String> reached = new LinkedHashSet<>();
        for (BlocCompetences bloc : chemin.depart().blocs()) {
            for (Epreuve epreuve : bloc.epreuves()) {
                Suite suite = follow(epreuve.code(), steps, PassageVersion::epreuve);
                reached.addAll(suite.vers());
                lignes.add(kept(
                        Objet.EPREUVE, epreuve.code(), epreuve.intitule(), suite, "aucune épreuve ne lui fait suite"));
            }
        }
        chemin.arrivee().blocs().stream()
                .flatMap(b -> b.epreuves().stream())
                .filter(e -> !reached.contains(e.code()))
                .forEach(e -> lignes.add(fresh(Objet.EPREUVE, e.code(), e.intitule(), "à passer")));
    }

    /** What one step makes of a code. */
    private interface Pas {
        PassageVersion.Suivants of(PassageVersion step, String code);
    }

    private static Suite follow(String code, List<PassageVersion> steps, Pas pas) {
        Set<String> codes = new LinkedHashSet<>(Set.of(code));
        Set<String> said = new LinkedHashSet<>();
        for (PassageVersion step : steps) {
            Set<String> next = new LinkedHashSet<>();
            for (String one : codes) {
                PassageVersion.Suivants suivants = pas.of(step, one);
                next.addAll(suivants.vers());
                if (suivants.complement() != null) {
                    said.add(suivants.complement());
                }
            }
            codes = next;
        }
        return new Suite(List.copyOf(codes), said.isEmpty() ? null : String.join(" ; ", said));
    }

    private static Ligne kept(Objet objet, String code, String intitule, Suite suite, String lost) {
        Sort sort =
                suite.vers().isEmpty() ? Sort.PERDU : suite.vers().equals(List.of(code)) ? Sort.GARDE : Sort.RENOMME;
        String motif = sort != Sort.PERDU || suite.complement() != null ? suite.complement() : lost;
        return new Ligne(objet, sort, code, suite.vers(), intitule, motif);
    }

    private static Ligne fresh(Objet objet, String code, String intitule, String motif) {
        return new Ligne(objet, Sort.NOUVEAU, null, List.of(code), intitule, motif);
    }

    private static void grilles(List<Saisie> grids, List<MiseDeCote> aside, List<Ligne> lignes) {
        for (Saisie grid : grids) {
            lignes.add(new Ligne(Objet.GRILLE, Sort.GARDE, null, List.of(grid.epreuve()), title(grid), null));
        }
        for (MiseDeCote mise : aside) {
            lignes.add(new Ligne(
                    Objet.GRILLE,
                    Sort.PERDU,
                    mise.saisie().epreuve(),
                    List.of(),
                    title(mise.saisie()),
                    mise.motif() + " ; les notes restent gardées avec la reprise"));
        }
    }

    private static String title(Saisie grid) {
        return "Épreuve " + grid.epreuve() + (grid.passage() > 1 ? ", passage " + grid.passage() : "") + ", évaluateur "
                + grid.evaluateur();
    }

    /**
     * A prerequisite asked in the same terms stays established; one asked in other terms is established again. What is no
     * longer asked stays on the file, where it binds nobody.
     */
    private static Map<String, ConstatPrerequis> constats(
            Candidature candidature, Chemin chemin, LocalDate today, Instant now, List<Ligne> lignes) {
        Map<String, Prerequis> before = chemin.depart().certification().prerequis().stream()
                .collect(Collectors.toMap(Prerequis::code, p -> p, (a, b) -> a, LinkedHashMap::new));
        Map<String, ConstatPrerequis> constats = new LinkedHashMap<>(candidature.constats());
        Set<String> asked = new LinkedHashSet<>();
        for (Prerequis prerequis : chemin.arrivee().certification().prerequis()) {
            String code = prerequis.code();
            asked.add(code);
            Prerequis old = before.get(code);
            boolean same = old != null && sameTerms(old, prerequis);
            if (!same) {
                constats.remove(code);
                ControleDepot.computed(prerequis, candidature.candidat(), today, now)
                        .ifPresent(c -> constats.put(code, c));
            }
            Sort sort = same ? Sort.GARDE : old == null ? Sort.NOUVEAU : Sort.A_REPRENDRE;
            String motif = same
                    ? null
                    : constats.containsKey(code)
                            ? constats.get(code).satisfait() ? "constaté satisfait" : "constaté non satisfait"
                            : "à constater";
            lignes.add(new Ligne(
                    Objet.PREREQUIS, sort, old == null ? null : code, List.of(code), prerequis.intitule(), motif));
        }
        before.values().stream()
                .filter(p -> !asked.contains(p.code()))
                .forEach(p -> lignes.add(new Ligne(
                        Objet.PREREQUIS,
                        Sort.PERDU,
                        p.code(),
                        List.of(),
                        p.intitule(),
                        "n’est plus demandé ; ce qui est constaté reste au dossier")));
        return constats;
    }

    private static boolean sameTerms(Prerequis one, Prerequis other) {
        return one.type() == other.type()
                && Objects.equals(one.autorite(), other.autorite())
                && Objects.equals(one.motifNumero(), other.motifNumero())
                && Objects.equals(one.validiteMois(), other.validiteMois())
                && Objects.equals(one.age(), other.age())
                && Objects.equals(one.regle(), other.regle());
    }

    private static void evaluateurs(Candidature candidature, Referentiel target, List<Ligne> lignes) {
        int designated = candidature.evaluateurs().size();
        if (designated == 0) {
            return;
        }
        boolean enough = designated >= target.evaluateursRequis();
        lignes.add(new Ligne(
                Objet.EVALUATEURS,
                enough ? Sort.GARDE : Sort.A_REPRENDRE,
                null,
                List.of(),
                Stream.of("Évaluateurs désignés", String.join(", ", candidature.evaluateurs()))
                        .collect(Collectors.joining(" : ")),
                enough
                        ? null
                        : "la version " + target.version() + " en demande " + target.evaluateursRequis() + ", "
                                + Typographie.francaise(designated + " désigné(s) : complétez la désignation")));
    }

    /**
     * Evaluation goes on unless the newer version asks for what nobody established yet; then the file waits for it as one
     * that was just submitted, with its évaluateurs and marks.
     */
    private static EtatCandidature etat(Candidature file, Referentiel target, LocalDate today) {
        boolean evaluated =
                file.etat() instanceof EtatCandidature.EnEvaluation || file.etat() instanceof EtatCandidature.Ajournee;
        if (!evaluated) {
            return file.assess(target.certification(), today).etat();
        }
        boolean established = target.certification().prerequis().stream()
                .filter(Prerequis::obligatoire)
                .allMatch(p -> file.constats().containsKey(p.code())
                        && file.constats().get(p.code()).satisfait());
        if (!established) {
            return file.assess(target.certification(), today).etat();
        }
        return file.evaluateurs().size() < target.evaluateursRequis()
                ? new EtatCandidature.Recevable()
                : new EtatCandidature.EnEvaluation();
    }
}
