package fr.parchemin.evaluation;

import fr.parchemin.acte.Typographie;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.regle.Controle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Reponse.Echec;
import fr.parchemin.regle.Vues;
import fr.parchemin.spi.BlocEvalue;
import fr.parchemin.spi.Conclusion;
import fr.parchemin.spi.RegleAttribution;
import fr.parchemin.spi.RegleProposition;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules of a proposal that the plugin of the branch brings in code.
 *
 * <p>One that gives no answer leaves open what depends on it: « pas de proposition ». Of a bloc, the marks not in yet are then
 * awaited, as they would be by any rule that needs them all, and nothing else: once each épreuve is marked or an absence is
 * noted the file goes before the jury, which decides with a reason.
 */
public final class ReglesEnCode implements ReglesExternes {

    private final ReglesBranche regles;

    /** The rules of the branch, for one act. */
    public ReglesEnCode(ReglesBranche regles) {
        this.regles = Objects.requireNonNull(regles);
    }

    @Override
    public Reponse bloc(Regle.Externe regle, FaitsBloc faits) {
        Vues.Bloc vue = vue(faits);
        Set<String> epreuves =
                faits.bloc().epreuves().stream().map(Epreuve::code).collect(Collectors.toSet());
        return regles.ask(
                        RegleProposition.class,
                        regle.nom(),
                        rule -> rule.conclure(vue),
                        Conclusion.class,
                        conclusion -> flaw(conclusion, epreuves))
                .fold(given -> told(regle.nom(), given), failed -> withoutProposal(failed, toSit(faits)));
    }

    @Override
    public Reponse certificat(RegleCertificat.Externe regle, FaitsCertificat faits) {
        Referentiel referentiel = faits.referentiel();
        Map<String, String> blocs = new LinkedHashMap<>();
        for (PropositionBloc bloc : faits.blocs()) {
            blocs.put(bloc.code(), bloc.resultat().name());
        }
        Vues.Blocs vue = new Vues.Blocs(
                referentiel.certification().code(),
                referentiel.version(),
                blocs,
                faits.contexte().attestations());
        return regles.ask(
                        RegleAttribution.class,
                        regle.nom(),
                        rule -> rule.conclure(vue),
                        Conclusion.class,
                        conclusion -> flaw(conclusion, Set.of()))
                .fold(given -> told(regle.nom(), given), failed -> withoutProposal(failed, Set.of()));
    }

    private static Reponse told(String nom, Conclusion conclusion) {
        String libelle = Typographie.francaise("Règle « " + nom + " » : " + conclusion.motif());
        if (conclusion instanceof Conclusion.Satisfaite) {
            return new Reponse(Verdict.SATISFAITE, libelle, Set.of());
        }
        if (conclusion instanceof Conclusion.NonSatisfaite) {
            return new Reponse(Verdict.NON_SATISFAITE, libelle, Set.of());
        }
        return conclusion instanceof Conclusion.Indeterminee open
                ? new Reponse(Verdict.INDETERMINEE, libelle, open.epreuves())
                : new Reponse(Verdict.DIVERGENTE, libelle, Set.of());
    }

    private static Reponse withoutProposal(Echec<?> failed, Set<String> epreuves) {
        return new Reponse(
                Verdict.INDETERMINEE, Typographie.francaise("Pas de proposition : " + failed.phrase()), epreuves);
    }

    /** The épreuves of the bloc, but for those in whose place another one was sat. */
    private static Set<String> toSit(FaitsBloc faits) {
        Set<String> sat = faits.saisies().stream()
                .filter(s -> s.presence() == Presence.PRESENT)
                .map(Saisie::epreuve)
                .collect(Collectors.toSet());
        List<Epreuve> epreuves = faits.bloc().epreuves();
        return epreuves.stream()
                .filter(e -> e.remplace().stream().noneMatch(sat::contains))
                .filter(e -> epreuves.stream()
                        .noneMatch(o -> sat.contains(o.code()) && o.remplace().contains(e.code())))
                .map(Epreuve::code)
                .collect(Collectors.toSet());
    }

    /** A verdict on what was not asked is no answer. */
    private static Optional<String> flaw(Conclusion conclusion, Set<String> epreuves) {
        if (conclusion instanceof Conclusion.Indeterminee open && !epreuves.containsAll(open.epreuves())) {
            return Optional.of("elle attend une épreuve qui n’est pas du bloc");
        }
        return Controle.phrase(conclusion.motif());
    }

    private static Vues.Bloc vue(FaitsBloc faits) {
        BlocCompetences bloc = faits.bloc();
        List<String> order = bloc.epreuves().stream().map(Epreuve::code).toList();
        // Whoever entered first, the rule sees the same.
        List<Saisie> saisies = faits.saisies().stream()
                .filter(s -> order.contains(s.epreuve()))
                .sorted(Comparator.comparingInt((Saisie s) -> order.indexOf(s.epreuve()))
                        .thenComparing(Saisie::evaluateur))
                .toList();
        List<String> evaluateurs =
                saisies.stream().map(Saisie::evaluateur).distinct().sorted().toList();
        List<BlocEvalue.Grille> grilles = saisies.stream()
                .map(s -> grille(s, evaluateurs.indexOf(s.evaluateur()) + 1))
                .toList();
        return new Vues.Bloc(
                faits.referentiel().certification().code(),
                faits.referentiel().version(),
                bloc.code(),
                grilles,
                faits.contexte().attestations());
    }

    private static BlocEvalue.Grille grille(Saisie saisie, int evaluateur) {
        Map<String, String> notes = new LinkedHashMap<>();
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        saisie.notes().forEach((critere, note) -> {
            notes.put(critere, note.toString());
            if (note instanceof Note.Points value) {
                points.put(critere, value.valeur());
            }
        });
        return new Vues.Grille(
                saisie.epreuve(), evaluateur, saisie.passage(), saisie.presence() == Presence.PRESENT, notes, points);
    }
}
