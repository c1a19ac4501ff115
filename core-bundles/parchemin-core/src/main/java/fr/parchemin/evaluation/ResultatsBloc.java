package fr.parchemin.evaluation;

import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Regle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the évaluateurs of the épreuves of a bloc say together. */
final class ResultatsBloc {

    /** What became of an épreuve. */
    enum Tenue {
        /** Marked by as many évaluateurs as it needs. */
        NOTEE,
        /** Waits for marks. */
        ATTENDUE,
        /** The candidate was not there. */
        ABSENCE
    }

    /** What the évaluateurs say together of a binary criterion. */
    enum Accord {
        ACQUIS,
        NON_ACQUIS,
        NON_OBSERVE,
        DIVERGENT
    }

    /** Points of an épreuve: the sum given by each évaluateur, and their total to be compared with n thresholds. */
    record Moyenne(List<BigDecimal> sommes, BigDecimal total) {

        /** Whether the mean reaches the threshold; exact, nothing is rounded. */
        boolean reaches(BigDecimal seuil) {
            return total.compareTo(seuil.multiply(BigDecimal.valueOf(sommes.size()))) >= 0;
        }

        /** The mean for people, to two decimals. */
        String text() {
            return total.divide(BigDecimal.valueOf(sommes.size()), 2, java.math.RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString()
                    .replace('.', ',');
        }
    }

    private final BlocCompetences bloc;
    private final List<Regle.Porte> portes = new ArrayList<>();
    private final Map<String, List<Saisie>> present = new LinkedHashMap<>();
    private final Map<String, Tenue> tenues = new LinkedHashMap<>();

    ResultatsBloc(BlocCompetences bloc, List<Saisie> saisies) {
        this.bloc = bloc;
        collectPortes(bloc.regle());
        for (Epreuve epreuve : bloc.epreuves()) {
            List<Saisie> sat = new ArrayList<>(2);
            boolean absent = false;
            for (Saisie saisie : saisies) {
                if (!saisie.epreuve().equals(epreuve.code())) {
                    continue;
                }
                if (saisie.presence() == Presence.PRESENT) {
                    sat.add(saisie);
                } else {
                    absent = true;
                }
            }
            present.put(epreuve.code(), sat);
            Tenue tenue = Tenue.ATTENDUE;
            if (absent) {
                tenue = Tenue.ABSENCE;
            } else if (sat.size() >= epreuve.evaluateurs()) {
                tenue = Tenue.NOTEE;
            }
            tenues.put(epreuve.code(), tenue);
        }
    }

    private void collectPortes(Regle regle) {
        if (regle instanceof Regle.Porte porte) {
            portes.add(porte);
        } else if (regle instanceof Regle.Toutes toutes) {
            toutes.regles().forEach(this::collectPortes);
        } else if (regle instanceof Regle.AuMoins auMoins) {
            auMoins.regles().forEach(this::collectPortes);
        }
    }

    Tenue tenue(String epreuve) {
        return tenues.get(epreuve);
    }

    /**
     * The épreuves that count, in the order of the référentiel: whatever was sat, for a failure is not bought back
     * elsewhere, and whatever was not, unless another was sat in its place.
     */
    List<Epreuve> counted() {
        return bloc.epreuves().stream()
                .filter(e -> tenue(e.code()) == Tenue.NOTEE || satInstead(e).isEmpty())
                .toList();
    }

    /** Whether one of the two épreuves replaces the other: either is enough. */
    private static boolean alternatives(Epreuve one, Epreuve other) {
        return one.remplace().contains(other.code()) || other.remplace().contains(one.code());
    }

    private Optional<Epreuve> satInstead(Epreuve epreuve) {
        return bloc.epreuves().stream()
                .filter(other -> alternatives(epreuve, other) && tenue(other.code()) == Tenue.NOTEE)
                .findFirst();
    }

    /** The épreuve and those that may stand for it, itself first. */
    List<Epreuve> itsAlternatives(String epreuve) {
        Epreuve named = bloc.epreuve(epreuve).orElseThrow();
        return Stream.concat(Stream.of(named), bloc.epreuves().stream().filter(other -> alternatives(named, other)))
                .toList();
    }

    /** The gate that has to be passed before the épreuve can be marked, empty when it is open. */
    Optional<Regle.Porte> closedGate(String epreuve) {
        return portes.stream()
                .filter(porte -> porte.ouvre().contains(epreuve))
                .filter(porte -> !moyenne(porte.epreuve())
                        .map(m -> m.reaches(porte.seuil()))
                        .orElse(false))
                .findFirst();
    }

    /**
     * Whether marks can still come for the épreuve: not while its gate is closed, nor when one that may stand for it ended in
     * an absence, for the absence is the answer.
     */
    boolean canStillBeMarked(Epreuve epreuve) {
        return tenue(epreuve.code()) == Tenue.ATTENDUE
                && closedGate(epreuve.code()).isEmpty()
                && bloc.epreuves().stream()
                        .noneMatch(other -> alternatives(epreuve, other) && tenue(other.code()) == Tenue.ABSENCE);
    }

    /** Whether some évaluateur marked the épreuve and another has yet to. */
    boolean isBegun(Epreuve epreuve) {
        return tenue(epreuve.code()) == Tenue.ATTENDUE
                && !present.get(epreuve.code()).isEmpty();
    }

    /** The épreuve itself once marked, or the one that was sat in its place. */
    Optional<Epreuve> marked(String epreuve) {
        Epreuve named = bloc.epreuve(epreuve).orElseThrow();
        return tenue(epreuve) == Tenue.NOTEE ? Optional.of(named) : satInstead(named);
    }

    /** The points of an épreuve or of the one sat in its place, empty as long as neither is marked. */
    Optional<Moyenne> moyenne(String epreuve) {
        return marked(epreuve).map(sat -> {
            List<BigDecimal> sommes = new ArrayList<>();
            BigDecimal total = BigDecimal.ZERO;
            for (Saisie saisie : present.get(sat.code())) {
                BigDecimal somme = BigDecimal.ZERO;
                for (Note note : saisie.notes().values()) {
                    if (note instanceof Note.Points points) {
                        somme = somme.add(points.valeur());
                    }
                }
                sommes.add(somme);
                total = total.add(somme);
            }
            return new Moyenne(sommes, total);
        });
    }

    /** Whether an évaluateur already said that the criterion is not met, be the others still to come. */
    boolean isRefused(String epreuve, String critere) {
        return tenue(epreuve) != Tenue.ABSENCE
                && present.get(epreuve).stream()
                        .anyMatch(s -> s.notes().get(critere) instanceof Note.Appreciee appreciee
                                && appreciee.valeur() == Appreciation.NON_ACQUIS);
    }

    /** What the évaluateurs who marked the épreuve say of a binary criterion; one who did not observe it has no voice. */
    Accord accord(String epreuve, String critere) {
        boolean acquis = false;
        boolean nonAcquis = false;
        for (Saisie saisie : present.get(epreuve)) {
            if (saisie.notes().get(critere) instanceof Note.Appreciee appreciee) {
                acquis |= appreciee.valeur() == Appreciation.ACQUIS;
                nonAcquis |= appreciee.valeur() == Appreciation.NON_ACQUIS;
            }
        }
        if (acquis && nonAcquis) {
            return Accord.DIVERGENT;
        }
        if (nonAcquis) {
            return Accord.NON_ACQUIS;
        }
        return acquis ? Accord.ACQUIS : Accord.NON_OBSERVE;
    }
}
