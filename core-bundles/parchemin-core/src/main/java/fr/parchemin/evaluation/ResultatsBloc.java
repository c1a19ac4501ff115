package fr.parchemin.evaluation;

import fr.parchemin.acte.Typographie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Regle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
        ABSENCE,
        /** One évaluateur marked it, another noted an absence: one of them has to correct. */
        DISCORDANTE
    }

    /** What the évaluateurs say together of a binary criterion. */
    enum Accord {
        ACQUIS,
        NON_ACQUIS,
        NON_OBSERVE,
        DIVERGENT
    }

    /** Points of an épreuve: the sum given by each évaluateur, and their total to be compared with n thresholds. */
    record Moyenne(String epreuve, List<BigDecimal> sommes, BigDecimal total) {

        /** The lower mean first; compared without dividing, so exactly. */
        static final Comparator<Moyenne> BASSE = (left, right) -> left.total
                .multiply(BigDecimal.valueOf(right.sommes.size()))
                .compareTo(right.total.multiply(BigDecimal.valueOf(left.sommes.size())));

        private static final int DECIMALES_LUES = 4;

        /** Whether the mean reaches the threshold; exact, nothing is rounded. */
        boolean reaches(BigDecimal seuil) {
            return total.compareTo(seuil.multiply(BigDecimal.valueOf(sommes.size()))) >= 0;
        }

        /** The mean for people, cut rather than rounded: what misses a threshold never reads as if it reached it. */
        String text() {
            return Typographie.nombre(
                    total.divide(BigDecimal.valueOf(sommes.size()), DECIMALES_LUES, RoundingMode.DOWN));
        }
    }

    private final BlocCompetences bloc;
    private final Map<String, List<Saisie>> present = new LinkedHashMap<>();
    private final Map<String, Tenue> tenues = new LinkedHashMap<>();
    private final Set<String> dispensees = new LinkedHashSet<>();
    private final List<Regle.Porte> portes = new ArrayList<>();

    ResultatsBloc(BlocCompetences bloc, List<Saisie> saisies) {
        this.bloc = bloc;
        for (Epreuve epreuve : bloc.epreuves()) {
            List<Saisie> sat = new ArrayList<>(2);
            boolean absent = false;
            for (Saisie saisie : saisies) {
                if (saisie.epreuve().equals(epreuve.code())) {
                    if (saisie.presence() == Presence.PRESENT) {
                        sat.add(saisie);
                    } else {
                        absent = true;
                    }
                }
            }
            present.put(epreuve.code(), sat);
            tenues.put(epreuve.code(), tenue(epreuve, sat.size(), absent));
        }
        dispense();
        collectPortes(bloc.regle());
    }

    private static Tenue tenue(Epreuve epreuve, int marked, boolean absent) {
        if (absent) {
            return marked == 0 ? Tenue.ABSENCE : Tenue.DISCORDANTE;
        }
        return marked >= epreuve.evaluateurs() ? Tenue.NOTEE : Tenue.ATTENDUE;
    }

    /**
     * An épreuve that was not sat is dispensed by the one that was sat in its place; and one that could have been sat in
     * place of others is, once all of those were sat or dispensed. What was sat always counts: one épreuve does not make
     * up for another.
     */
    private void dispense() {
        for (Epreuve epreuve : bloc.epreuves()) {
            if (tenue(epreuve.code()) == Tenue.NOTEE) {
                epreuve.remplace().stream()
                        .filter(other -> tenue(other) != Tenue.NOTEE)
                        .forEach(dispensees::add);
            }
        }
        Set<String> settled = new LinkedHashSet<>(dispensees);
        for (Epreuve epreuve : bloc.epreuves()) {
            if (tenue(epreuve.code()) != Tenue.NOTEE
                    && !epreuve.remplace().isEmpty()
                    && epreuve.remplace().stream()
                            .allMatch(other -> tenue(other) == Tenue.NOTEE || settled.contains(other))) {
                dispensees.add(epreuve.code());
            }
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

    /** The épreuves of the bloc that observe a criterion and count: sat, or still to be sat. */
    List<Epreuve> observing(Critere critere) {
        return bloc.epreuves().stream()
                .filter(e -> !dispensees.contains(e.code()))
                .filter(e -> bloc.criteres(e).containsKey(critere.code()))
                .toList();
    }

    /** The gate that keeps an épreuve closed, empty when it may be marked. */
    Optional<Regle.Porte> closedGate(String epreuve) {
        return portes.stream()
                .filter(porte -> porte.ouvre().contains(epreuve))
                .filter(porte -> !moyenne(porte.epreuve())
                        .map(m -> m.reaches(porte.seuil()))
                        .orElse(false))
                .findFirst();
    }

    /**
     * Of these épreuves, those whose marks are waited for, in the order of the référentiel. Épreuves that stand for one
     * another are told once, by the first, and not at all when the candidate was absent from one: the absence is the
     * answer. What a gate keeps closed cannot be marked, so it is not waited for either.
     */
    List<String> awaited(Collection<String> epreuves) {
        List<String> awaited = new ArrayList<>();
        for (Epreuve epreuve : bloc.epreuves()) {
            boolean open = tenue(epreuve.code()) == Tenue.ATTENDUE || tenue(epreuve.code()) == Tenue.DISCORDANTE;
            Set<String> alternatives = alternatives(epreuve);
            if (open
                    && epreuves.contains(epreuve.code())
                    && alternatives.stream().noneMatch(other -> tenue(other) == Tenue.ABSENCE)
                    && alternatives.stream().noneMatch(awaited::contains)
                    && closedGate(epreuve.code()).isEmpty()) {
                awaited.add(epreuve.code());
            }
        }
        return awaited;
    }

    private Set<String> alternatives(Epreuve epreuve) {
        Set<String> alternatives = new LinkedHashSet<>(epreuve.remplace());
        bloc.epreuves().stream()
                .filter(other -> other.remplace().contains(epreuve.code()))
                .map(Epreuve::code)
                .forEach(alternatives::add);
        return alternatives;
    }

    /**
     * The points of an épreuve, or of the one that was sat in its place; the lower when both were sat. Empty as long as
     * neither is marked.
     *
     * <p>Definitions are admitted only when those that stand for one another have the same barème.
     */
    Optional<Moyenne> moyenne(String epreuve) {
        Set<String> standing = alternatives(bloc.epreuve(epreuve).orElseThrow());
        standing.add(epreuve);
        return bloc.epreuves().stream()
                .map(Epreuve::code)
                .filter(standing::contains)
                .filter(code -> tenue(code) == Tenue.NOTEE)
                .map(this::mean)
                .min(Moyenne.BASSE);
    }

    private Moyenne mean(String epreuve) {
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
        sommes.sort(null); // whoever entered first, the explanation reads the same
        return new Moyenne(epreuve, List.copyOf(sommes), total);
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

    /** The first épreuve where some évaluateur found the criterion not met, whether or not the others have marked yet. */
    Optional<String> failure(Critere critere) {
        return present.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(s -> new Note.Appreciee(Appreciation.NON_ACQUIS)
                        .equals(s.notes().get(critere.code()))))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
