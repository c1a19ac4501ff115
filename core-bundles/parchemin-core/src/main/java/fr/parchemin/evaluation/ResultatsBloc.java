package fr.parchemin.evaluation;

import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Map<String, List<Saisie>> present = new LinkedHashMap<>();
    private final Map<String, Tenue> tenues = new LinkedHashMap<>();
    private final Set<String> replaced = new LinkedHashSet<>();

    ResultatsBloc(BlocCompetences bloc, List<Saisie> saisies) {
        this.bloc = bloc;
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
        for (Epreuve epreuve : bloc.epreuves()) {
            if (tenue(epreuve.code()) == Tenue.NOTEE) {
                replaced.addAll(epreuve.remplace());
            } else if (epreuve.remplace().stream().anyMatch(other -> tenue(other) == Tenue.NOTEE)) {
                // The two stand for one another: the one that was sat dispenses of the other.
                replaced.add(epreuve.code());
            }
        }
    }

    Tenue tenue(String epreuve) {
        return tenues.get(epreuve);
    }

    /** The épreuves that still count: those not replaced by one that was sat, in the order of the référentiel. */
    List<Epreuve> counted() {
        return bloc.epreuves().stream()
                .filter(e -> !replaced.contains(e.code()))
                .toList();
    }

    /** Codes of the counted épreuves that wait for marks; alternatives of one another are told once, by the first. */
    List<String> awaited() {
        Set<String> alternatives = new LinkedHashSet<>();
        List<String> awaited = new ArrayList<>();
        for (Epreuve epreuve : counted()) {
            boolean alternative = alternatives.contains(epreuve.code())
                    || epreuve.remplace().stream().anyMatch(awaited::contains);
            alternatives.addAll(epreuve.remplace());
            if (!alternative && tenue(epreuve.code()) == Tenue.ATTENDUE && !alternativeAbsent(epreuve)) {
                awaited.add(epreuve.code());
            }
        }
        return awaited;
    }

    /** An épreuve whose alternative ended in an absence is not waited for: the absence is the answer. */
    private boolean alternativeAbsent(Epreuve epreuve) {
        return bloc.epreuves().stream()
                .filter(other -> epreuve.remplace().contains(other.code())
                        || other.remplace().contains(epreuve.code()))
                .anyMatch(other -> tenue(other.code()) == Tenue.ABSENCE);
    }

    /** The points of a marked épreuve, empty as long as it is not marked. */
    Optional<Moyenne> moyenne(String epreuve) {
        if (tenue(epreuve) != Tenue.NOTEE) {
            return Optional.empty();
        }
        List<BigDecimal> sommes = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Saisie saisie : present.get(epreuve)) {
            BigDecimal somme = BigDecimal.ZERO;
            for (Note note : saisie.notes().values()) {
                if (note instanceof Note.Points points) {
                    somme = somme.add(points.valeur());
                }
            }
            sommes.add(somme);
            total = total.add(somme);
        }
        return Optional.of(new Moyenne(sommes, total));
    }

    /** What the évaluateurs of a marked épreuve say of a binary criterion. */
    Accord accord(String epreuve, Critere critere) {
        boolean acquis = false;
        boolean nonAcquis = false;
        for (Saisie saisie : present.get(epreuve)) {
            if (saisie.notes().get(critere.code()) instanceof Note.Appreciee appreciee) {
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
