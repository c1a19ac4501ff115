package fr.parchemin.web.internal.view;

import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The grid of one épreuve with what each évaluateur entered.
 *
 * @param own what the reader entered at the latest passage, empty when they did not or are no évaluateur of the file
 */
public record GrilleView(
        BlocCompetences bloc, Epreuve epreuve, List<Group> groups, List<Saisie> saisies, Optional<Saisie> own) {
    /** The criteria of one compétence. */
    public record Group(Competence competence, List<Critere> criteres) {}

    /** The grids of a file, in the order of the référentiel. */
    public static List<GrilleView> of(Evaluations.Grille grille, String reader) {
        List<GrilleView> grids = new ArrayList<>();
        for (BlocCompetences bloc : grille.referentiel().blocs()) {
            for (Epreuve epreuve : bloc.epreuves()) {
                List<Saisie> saisies = grille.saisies().stream()
                        .filter(s -> s.epreuve().equals(epreuve.code()))
                        .toList();
                grids.add(new GrilleView(
                        bloc,
                        epreuve,
                        groups(bloc, epreuve),
                        saisies,
                        saisies.stream()
                                .filter(s -> s.evaluateur().equals(reader))
                                .max(Comparator.comparingInt(Saisie::passage))));
            }
        }
        return List.copyOf(grids);
    }

    private static List<Group> groups(BlocCompetences bloc, Epreuve epreuve) {
        return bloc.competences().stream()
                .map(competence -> new Group(
                        competence,
                        competence.criteres().stream()
                                .filter(c -> bloc.criteres(epreuve).containsKey(c.code()))
                                .toList()))
                .filter(group -> !group.criteres().isEmpty())
                .toList();
    }

    /** How many more évaluateurs have to enter their grid. */
    public int missing() {
        long entered = saisies.stream().map(Saisie::evaluateur).distinct().count();
        return Math.max(0, epreuve.evaluateurs() - (int) entered);
    }

    /** Whether the épreuve may be sat more than once. */
    public boolean hasPassages() {
        return epreuve.regime().maximum() > 1;
    }

    public boolean isMarkedInPoints() {
        return bareme().signum() > 0;
    }

    public boolean isBinary() {
        return groups.stream()
                .flatMap(g -> g.criteres().stream())
                .anyMatch(c -> c.echelle() == Critere.Echelle.BINAIRE);
    }

    public BigDecimal bareme() {
        return bloc.bareme(epreuve);
    }

    /** The weighted sum of the points that an évaluateur gave, {@code null} when none was. */
    public BigDecimal total(Saisie saisie) {
        BigDecimal total = null;
        for (Group group : groups) {
            for (Critere critere : group.criteres()) {
                BigDecimal points = points(critere, saisie.notes().get(critere.code()));
                if (points != null) {
                    total = (total == null ? BigDecimal.ZERO : total).add(points.multiply(critere.poids()));
                }
            }
        }
        return total;
    }

    private static BigDecimal points(Critere critere, Note note) {
        if (note instanceof Note.Points given) {
            return given.valeur();
        }
        return note instanceof Note.Niveau niveau
                ? critere.niveau(niveau.code()).map(Critere.Niveau::points).orElse(null)
                : null;
    }

    /** Whether two of those who saw the candidate say the contrary about a criterion. */
    public boolean diverges(Critere critere) {
        int last = saisies.stream().mapToInt(Saisie::passage).max().orElse(1);
        return critere.isDecisif()
                && saisies.stream()
                                .filter(s -> s.presence() == Presence.PRESENT && s.passage() == last)
                                .map(s -> s.notes().get(critere.code()))
                                .filter(n -> n != null)
                                .map(n -> opinion(critere, n))
                                .filter(n -> !n.equals("NON_OBSERVE"))
                                .distinct()
                                .count()
                        > 1;
    }

    private static String opinion(Critere critere, Note note) {
        if (note instanceof Note.Niveau niveau) {
            return critere.rang(niveau.code()) >= critere.rang(critere.acquisA()) ? "ACQUIS" : "NON_ACQUIS";
        }
        return note.toString();
    }

    public boolean hasDivergence() {
        return groups.stream().flatMap(g -> g.criteres().stream()).anyMatch(this::diverges);
    }
}
