package fr.parchemin.evaluation;

import fr.parchemin.evaluation.PlanBloc.PlanCritere;
import fr.parchemin.evaluation.PlanBloc.PlanEpreuve;
import fr.parchemin.evaluation.PlanBloc.Porte;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    /** What the évaluateurs say together of a criterion that is acquired or not. */
    enum Accord {
        ACQUIS,
        NON_ACQUIS,
        NON_OBSERVE,
        /** Nobody saw it, and it is not to count. */
        IGNORE,
        DIVERGENT
    }

    /**
     * The mark of an épreuve.
     *
     * @param sommes the sum given by each évaluateur, from the lowest; empty when one of them did not see all
     */
    record NoteEpreuve(PlanEpreuve epreuve, List<BigDecimal> sommes, Valeur valeur) {}

    /** An épreuve as the candidate sat it. */
    private static final class Suivi {
        /** Passages with as many grids as are needed, in order; those of them that count. */
        private List<List<Saisie>> passages = List.of();
        /** Every grid filled with the candidate there. */
        private List<Saisie> presents = List.of();

        private Tenue tenue = Tenue.ATTENDUE;
        /** Why the candidate was not there, {@code null} when they were. */
        private Presence absence;

        private boolean dispensee;
    }

    private final PlanBloc plan;
    private final Contexte contexte;
    private final Suivi[] suivis;

    /**
     * @param saisies grids of the bloc, by épreuve; épreuves without any may be left out
     */
    ResultatsBloc(PlanBloc plan, Map<String, List<Saisie>> saisies, Contexte contexte) {
        this.plan = plan;
        this.contexte = contexte;
        this.suivis = new Suivi[plan.epreuves.size()];
        int session = plan.conserve ? session(saisies) : 1;
        for (PlanEpreuve epreuve : plan.epreuves) {
            List<Saisie> given = saisies.get(epreuve.code);
            suivis[epreuve.rang] = given == null ? new Suivi() : follow(epreuve, given, session);
        }
        dispense();
    }

    /** The session under way: the last in which an épreuve that keeps marks was held. */
    private int session(Map<String, List<Saisie>> saisies) {
        int session = 1;
        for (PlanEpreuve epreuve : plan.epreuves) {
            if (epreuve.regime.conservation() != null) {
                for (Saisie saisie : saisies.getOrDefault(epreuve.code, List.of())) {
                    session = Math.max(session, saisie.passage());
                }
            }
        }
        return session;
    }

    private Suivi follow(PlanEpreuve epreuve, List<Saisie> given, int session) {
        Suivi suivi = new Suivi();
        boolean single = true;
        List<Saisie> sat = new ArrayList<>(given.size());
        for (Saisie saisie : given) {
            single &= saisie.passage() == 1;
            if (saisie.presence() == Presence.PRESENT) {
                sat.add(saisie);
            } else {
                suivi.absence = stronger(suivi.absence, saisie.presence());
            }
        }
        suivi.presents = sat;
        int needed = epreuve.epreuve.evaluateurs();
        if (single && epreuve.regime.conservation() == null && epreuve.regime.minimum() == 1) {
            if (suivi.absence != null) {
                suivi.tenue = sat.isEmpty() ? Tenue.ABSENCE : Tenue.DISCORDANTE;
            } else if (sat.size() >= needed) {
                suivi.tenue = Tenue.NOTEE;
                suivi.passages = List.of(sat);
            }
            return suivi;
        }
        followPassages(epreuve, given, session, suivi);
        return suivi;
    }

    private void followPassages(PlanEpreuve epreuve, List<Saisie> given, int session, Suivi suivi) {
        TreeMap<Integer, List<Saisie>> byPassage = new TreeMap<>();
        for (Saisie saisie : given) {
            if (saisie.passage() <= epreuve.regime.maximum()) {
                byPassage
                        .computeIfAbsent(saisie.passage(), p -> new ArrayList<>(2))
                        .add(saisie);
            }
        }
        List<List<Saisie>> whole = new ArrayList<>();
        suivi.absence = null;
        suivi.presents = new ArrayList<>();
        Tenue last = Tenue.ATTENDUE;
        for (Map.Entry<Integer, List<Saisie>> entry : byPassage.entrySet()) {
            List<Saisie> sat = new ArrayList<>(2);
            Presence absence = null;
            for (Saisie saisie : entry.getValue()) {
                if (saisie.presence() == Presence.PRESENT) {
                    sat.add(saisie);
                } else {
                    absence = stronger(absence, saisie.presence());
                }
            }
            if (absence != null) {
                last = sat.isEmpty() ? Tenue.ABSENCE : Tenue.DISCORDANTE;
            } else {
                last = sat.size() >= epreuve.epreuve.evaluateurs() ? Tenue.NOTEE : Tenue.ATTENDUE;
            }
            suivi.absence = absence;
            if (last != Tenue.NOTEE) {
                suivi.presents.addAll(sat);
            } else if (isKept(epreuve, sat, entry.getKey(), session)) {
                whole.add(sat);
            } else {
                last = Tenue.ATTENDUE;
            }
        }
        suivi.tenue = last;
        boolean enough = whole.size() >= epreuve.regime.minimum();
        // an absence takes nothing away from what was sat before; a passage that is under way is waited for
        if (enough && (last == Tenue.NOTEE || last == Tenue.ABSENCE)) {
            suivi.tenue = Tenue.NOTEE;
            suivi.absence = null;
        } else if (last == Tenue.NOTEE) {
            suivi.tenue = Tenue.ATTENDUE;
        }
        suivi.passages = suivi.tenue == Tenue.NOTEE ? counted(epreuve, whole) : List.of();
        suivi.passages.forEach(suivi.presents::addAll);
    }

    /** Whether the mark of a passage still counts in the session under way. */
    private boolean isKept(PlanEpreuve epreuve, List<Saisie> sat, int passage, int session) {
        Epreuve.Passages.Conservation conservation = epreuve.regime.conservation();
        if (conservation == null || passage == session) {
            return true;
        }
        LocalDate last = lastDay(sat);
        if (contexte.le() != null && last != null && contexte.le().isAfter(last.plusMonths(conservation.mois()))) {
            return false;
        }
        Valeur valeur = note(epreuve, sat).valeur();
        return valeur.etat() == Valeur.Etat.CONNUE && valeur.sur(VINGT).basse().reaches(conservation.seuil());
    }

    private static final Fraction VINGT = Fraction.of(BigDecimal.valueOf(20));

    private static LocalDate lastDay(List<Saisie> saisies) {
        LocalDate last = null;
        for (Saisie saisie : saisies) {
            Instant at = saisie.saisiLe();
            if (at != null) {
                LocalDate day = Jours.of(at);
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        return last;
    }

    /** Of the whole passages, those on which criteria and marks are read. */
    private List<List<Saisie>> counted(PlanEpreuve epreuve, List<List<Saisie>> whole) {
        return epreuve.regime.retenu() == Epreuve.Passages.Retenu.DERNIER
                ? List.of(whole.get(whole.size() - 1))
                : List.copyOf(whole);
    }

    private static Presence stronger(Presence one, Presence other) {
        if (one == Presence.ABANDON || other == Presence.ABANDON) {
            return Presence.ABANDON;
        }
        return one == Presence.ABSENT ? one : other;
    }

    /**
     * An épreuve that was not sat is dispensed by the one that was sat in its place; and one that could have been sat in
     * place of others is, once all of those were sat or dispensed. What was sat always counts: one épreuve does not make
     * up for another.
     */
    private void dispense() {
        boolean any = false;
        for (PlanEpreuve epreuve : plan.epreuves) {
            if (isSat(epreuve)) {
                for (PlanEpreuve other : epreuve.remplace) {
                    if (!isSat(other)) {
                        suivis[other.rang].dispensee = true;
                    }
                }
            }
            any |= !epreuve.remplace.isEmpty();
        }
        if (!any) {
            return;
        }
        boolean[] settled = new boolean[suivis.length];
        for (int i = 0; i < settled.length; i++) {
            settled[i] = suivis[i].dispensee;
        }
        for (PlanEpreuve epreuve : plan.epreuves) {
            if (!isSat(epreuve)
                    && !epreuve.remplace.isEmpty()
                    && epreuve.remplace.stream().allMatch(other -> isSat(other) || settled[other.rang])) {
                suivis[epreuve.rang].dispensee = true;
            }
        }
    }

    PlanBloc plan() {
        return plan;
    }

    Tenue tenue(PlanEpreuve epreuve) {
        return suivis[epreuve.rang].tenue;
    }

    Tenue tenue(String epreuve) {
        return tenue(plan.epreuve(epreuve));
    }

    boolean isSat(PlanEpreuve epreuve) {
        return suivis[epreuve.rang].tenue == Tenue.NOTEE;
    }

    boolean isDispensed(PlanEpreuve epreuve) {
        return suivis[epreuve.rang].dispensee;
    }

    /** Why the candidate was not at an épreuve, empty when they were or nobody noted anything. */
    Optional<Presence> absence(PlanEpreuve epreuve) {
        return Optional.ofNullable(suivis[epreuve.rang].absence);
    }

    /** Whether anything was entered for the bloc. */
    boolean isBegun() {
        for (Suivi suivi : suivis) {
            if (!suivi.presents.isEmpty() || suivi.absence != null) {
                return true;
            }
        }
        return false;
    }

    /** The gate that keeps an épreuve closed, empty when it may be marked. */
    Optional<Porte> closedGate(String epreuve) {
        PlanEpreuve closed = plan.epreuve(epreuve);
        for (Porte porte : closed.fermeePar) {
            boolean open = porte.prerequis() != null
                    ? contexte.attestations().contains(porte.prerequis())
                    : note(plan.epreuve(porte.epreuve()))
                            .filter(n -> n.valeur().etat() != Valeur.Etat.OUVERTE)
                            .map(n -> n.valeur().basse().reaches(porte.seuil()))
                            .orElse(false);
            if (!open) {
                return Optional.of(porte);
            }
        }
        return Optional.empty();
    }

    /**
     * Of these épreuves, those whose marks are waited for, in the order of the référentiel. Épreuves that stand for one
     * another are told once, by the first, and not at all when the candidate was absent from one: the absence is the
     * answer. What a gate keeps closed cannot be marked, so it is not waited for either.
     */
    List<String> awaited(Collection<String> epreuves) {
        if (epreuves.isEmpty()) {
            return List.of();
        }
        List<String> awaited = new ArrayList<>();
        for (PlanEpreuve epreuve : plan.epreuves) {
            boolean open = tenue(epreuve) == Tenue.ATTENDUE || tenue(epreuve) == Tenue.DISCORDANTE;
            if (open
                    && epreuves.contains(epreuve.code)
                    && epreuve.alternatives.stream().noneMatch(other -> tenue(other) == Tenue.ABSENCE)
                    && epreuve.alternatives.stream().noneMatch(other -> awaited.contains(other.code))
                    && closedGate(epreuve.code).isEmpty()) {
                awaited.add(epreuve.code);
            }
        }
        return awaited;
    }

    /**
     * The mark of an épreuve, or of the one that was sat in its place; the lower when both were sat. Empty as long as
     * neither is marked.
     *
     * <p>Definitions are admitted only when those that stand for one another have the same barème.
     */
    Optional<NoteEpreuve> note(PlanEpreuve epreuve) {
        if (epreuve.alternatives.isEmpty()) {
            return isSat(epreuve) ? Optional.of(sat(epreuve)) : Optional.empty();
        }
        NoteEpreuve lowest = null;
        for (PlanEpreuve standing : plan.epreuves) {
            if ((standing == epreuve || epreuve.alternatives.contains(standing)) && isSat(standing)) {
                NoteEpreuve note = sat(standing);
                if (lowest == null
                        || note.valeur().etat() == Valeur.Etat.OUVERTE
                        || lowest.valeur().etat() != Valeur.Etat.OUVERTE
                                && note.valeur()
                                                .basse()
                                                .compareTo(lowest.valeur().basse())
                                        < 0) {
                    lowest = note;
                }
            }
        }
        return Optional.ofNullable(lowest);
    }

    private NoteEpreuve sat(PlanEpreuve epreuve) {
        List<List<Saisie>> passages = suivis[epreuve.rang].passages;
        NoteEpreuve first = note(epreuve, passages.get(0));
        if (passages.size() == 1) {
            return first;
        }
        List<Valeur> valeurs = new ArrayList<>();
        valeurs.add(first.valeur());
        for (List<Saisie> passage : passages.subList(1, passages.size())) {
            valeurs.add(note(epreuve, passage).valeur());
        }
        return new NoteEpreuve(epreuve, List.of(), among(epreuve, valeurs));
    }

    /** The value of several passages: the best, or the mean. A passage that says nothing does not count. */
    private static Valeur among(PlanEpreuve epreuve, List<Valeur> valeurs) {
        List<Valeur> known = valeurs.stream()
                .filter(v -> v.etat() == Valeur.Etat.CONNUE || v.etat() == Valeur.Etat.DIVERGENTE)
                .toList();
        if (known.isEmpty()) {
            return valeurs.get(valeurs.size() - 1);
        }
        Fraction bareme = known.get(0).bareme();
        if (epreuve.regime.retenu() == Epreuve.Passages.Retenu.MEILLEUR) {
            return Valeur.entre(
                    known.stream().map(Valeur::basse).max(Fraction::compareTo).orElseThrow(),
                    known.stream().map(Valeur::haute).max(Fraction::compareTo).orElseThrow(),
                    bareme);
        }
        Fraction count = Fraction.of(BigDecimal.valueOf(known.size()));
        return Valeur.entre(
                known.stream()
                        .map(Valeur::basse)
                        .reduce(Fraction.ZERO, Fraction::plus)
                        .over(count),
                known.stream()
                        .map(Valeur::haute)
                        .reduce(Fraction.ZERO, Fraction::plus)
                        .over(count),
                bareme);
    }

    private NoteEpreuve note(PlanEpreuve epreuve, List<Saisie> saisies) {
        List<BigDecimal> sommes = new ArrayList<>(saisies.size());
        for (Saisie saisie : saisies) {
            BigDecimal somme = BigDecimal.ZERO;
            for (PlanCritere critere : epreuve.chiffres) {
                BigDecimal points = points(critere, saisie);
                if (points == null) {
                    return new NoteEpreuve(epreuve, List.of(), criterionByCriterion(epreuve, saisies));
                }
                somme = somme.add(weighed(critere, points));
            }
            sommes.add(somme);
        }
        sommes.sort(null); // whoever entered first, the explanation reads the same
        return new NoteEpreuve(epreuve, sommes, together(sommes, epreuve.bareme));
    }

    private static BigDecimal weighed(PlanCritere critere, BigDecimal points) {
        BigDecimal poids = critere.critere.poids();
        return poids.equals(BigDecimal.ONE) ? points : points.multiply(poids);
    }

    /** What one évaluateur gave in points, {@code null} when they did not see the criterion. */
    private static BigDecimal points(PlanCritere critere, Saisie saisie) {
        Note note = saisie.notes().get(critere.critere.code());
        if (note instanceof Note.Points points) {
            return points.valeur();
        }
        if (note instanceof Note.Niveau niveau) {
            return critere.critere
                    .niveau(niveau.code())
                    .map(Critere.Niveau::points)
                    .orElse(null);
        }
        return null;
    }

    /** The mark where an évaluateur did not see all: who did not see a criterion has no voice on it. */
    private Valeur criterionByCriterion(PlanEpreuve epreuve, List<Saisie> saisies) {
        Fraction basse = Fraction.ZERO;
        Fraction haute = Fraction.ZERO;
        Fraction counted = Fraction.ZERO;
        for (PlanCritere critere : epreuve.chiffres) {
            Valeur valeur = points(epreuve, critere, saisies);
            if (valeur.etat() == Valeur.Etat.OUVERTE) {
                return Valeur.ouverte(epreuve.bareme, Set.of());
            }
            if (!valeur.isIgnoree()) {
                BigDecimal poids = critere.critere.poids();
                basse = basse.plus(valeur.basse().times(poids));
                haute = haute.plus(valeur.haute().times(poids));
                counted = counted.plus(critere.maximum.times(poids));
            }
        }
        return counted.isZero()
                ? Valeur.ignoree(epreuve.bareme)
                : Valeur.entre(basse, haute, counted).sur(epreuve.bareme);
    }

    /** What the évaluateurs of one passage say together of a criterion that bears points. */
    private Valeur points(PlanEpreuve epreuve, PlanCritere critere, List<Saisie> saisies) {
        List<BigDecimal> given = new ArrayList<>(saisies.size());
        for (Saisie saisie : saisies) {
            BigDecimal points = points(critere, saisie);
            if (points != null) {
                given.add(points);
            }
        }
        if (given.isEmpty()) {
            return switch (unseen(epreuve, critere)) {
                case OUVERT -> Valeur.ouverte(critere.maximum, Set.of());
                case NON_ACQUIS -> Valeur.connue(Fraction.ZERO, critere.maximum);
                case IGNORE -> Valeur.ignoree(critere.maximum);
            };
        }
        given.sort(null);
        return together(given, critere.maximum);
    }

    /**
     * Several marks as one.
     *
     * @param marks from the lowest, at least one
     */
    private Valeur together(List<BigDecimal> marks, Fraction bareme) {
        BigDecimal lowest = marks.get(0);
        BigDecimal highest = marks.get(marks.size() - 1);
        if (plan.ecartMaximal != null
                && !bareme.isZero()
                && Fraction.of(highest.subtract(lowest))
                                .times(VINGT)
                                .over(bareme)
                                .compareTo(plan.ecartMaximal)
                        > 0) {
            return Valeur.entre(Fraction.of(lowest), Fraction.of(highest), bareme);
        }
        return switch (plan.points) {
            case PLUS_BASSE -> Valeur.connue(Fraction.of(lowest), bareme);
            case PLUS_HAUTE -> Valeur.connue(Fraction.of(highest), bareme);
            case MOYENNE -> {
                BigDecimal total = BigDecimal.ZERO;
                for (BigDecimal mark : marks) {
                    total = total.add(mark);
                }
                yield Valeur.connue(Fraction.of(total, marks.size()), bareme);
            }
        };
    }

    private static Critere.NonObserve unseen(PlanEpreuve epreuve, PlanCritere critere) {
        if (critere.critere.nonObserve() != null) {
            return critere.critere.nonObserve();
        }
        return epreuve.epreuve.nonObserve() == null ? Critere.NonObserve.OUVERT : epreuve.epreuve.nonObserve();
    }

    /** What the évaluateurs of a marked épreuve say of a criterion that is acquired or not. */
    Accord accord(PlanEpreuve epreuve, PlanCritere critere) {
        List<List<Saisie>> passages = suivis[epreuve.rang].passages;
        if (passages.size() == 1 || epreuve.regime.retenu() != Epreuve.Passages.Retenu.MEILLEUR) {
            return accord(epreuve, critere, passages.get(passages.size() - 1));
        }
        Accord best = Accord.IGNORE;
        for (List<Saisie> passage : passages) {
            Accord accord = accord(epreuve, critere, passage);
            if (RANG.indexOf(accord) > RANG.indexOf(best)) {
                best = accord;
            }
        }
        return best;
    }

    /** From what says least to what says best, where the best of several passages counts. */
    private static final List<Accord> RANG =
            List.of(Accord.IGNORE, Accord.NON_ACQUIS, Accord.NON_OBSERVE, Accord.DIVERGENT, Accord.ACQUIS);

    private Accord accord(PlanEpreuve epreuve, PlanCritere critere, List<Saisie> saisies) {
        int acquis = 0;
        int nonAcquis = 0;
        for (int i = 0; i < saisies.size(); i++) {
            Accord opinion = opinion(critere, saisies.get(i));
            if (opinion == Accord.ACQUIS) {
                acquis++;
            } else if (opinion == Accord.NON_ACQUIS) {
                nonAcquis++;
            }
        }
        if (acquis == 0 && nonAcquis == 0) {
            return switch (unseen(epreuve, critere)) {
                case OUVERT -> Accord.NON_OBSERVE;
                case NON_ACQUIS -> Accord.NON_ACQUIS;
                case IGNORE -> Accord.IGNORE;
            };
        }
        if (acquis == 0 || nonAcquis == 0) {
            return acquis == 0 ? Accord.NON_ACQUIS : Accord.ACQUIS;
        }
        return switch (plan.binaire) {
            case UNANIMITE -> Accord.DIVERGENT;
            case PLUS_BASSE -> Accord.NON_ACQUIS;
            case MAJORITE ->
                acquis == nonAcquis ? Accord.DIVERGENT : acquis > nonAcquis ? Accord.ACQUIS : Accord.NON_ACQUIS;
        };
    }

    private static Accord opinion(PlanCritere critere, Saisie saisie) {
        Note note = saisie.notes().get(critere.critere.code());
        if (note instanceof Note.Appreciee appreciee) {
            return switch (appreciee.valeur()) {
                case ACQUIS -> Accord.ACQUIS;
                case NON_ACQUIS -> Accord.NON_ACQUIS;
                case NON_OBSERVE -> Accord.NON_OBSERVE;
            };
        }
        if (note instanceof Note.Niveau niveau) {
            return critere.critere.rang(niveau.code()) >= critere.acquisA ? Accord.ACQUIS : Accord.NON_ACQUIS;
        }
        return Accord.NON_OBSERVE;
    }

    /** The places on the scale that the évaluateurs of the passage that counts gave, empty when nobody saw it. */
    List<Integer> rangs(PlanEpreuve epreuve, PlanCritere critere) {
        List<List<Saisie>> passages = suivis[epreuve.rang].passages;
        List<Integer> best = List.of();
        int from = epreuve.regime.retenu() == Epreuve.Passages.Retenu.MEILLEUR ? 0 : passages.size() - 1;
        for (List<Saisie> passage : passages.subList(from, passages.size())) {
            List<Integer> rangs = new ArrayList<>();
            for (Saisie saisie : passage) {
                if (saisie.notes().get(critere.critere.code()) instanceof Note.Niveau niveau) {
                    rangs.add(critere.critere.rang(niveau.code()));
                }
            }
            rangs.sort(null);
            if (best.isEmpty() || !rangs.isEmpty() && rangs.get(0) > best.get(0)) {
                best = rangs;
            }
        }
        return best;
    }

    Critere.NonObserve nonObserve(PlanEpreuve epreuve, PlanCritere critere) {
        return unseen(epreuve, critere);
    }

    /** What a criterion is worth in one épreuve that was sat: its points, or one where it is acquired. */
    Valeur valeur(PlanEpreuve epreuve, PlanCritere critere) {
        if (critere.chiffre) {
            List<List<Saisie>> passages = suivis[epreuve.rang].passages;
            if (passages.size() == 1) {
                return points(epreuve, critere, passages.get(0));
            }
            return among(
                    epreuve,
                    passages.stream().map(p -> points(epreuve, critere, p)).toList());
        }
        return switch (accord(epreuve, critere)) {
            case ACQUIS -> Valeur.connue(Fraction.UN, Fraction.UN);
            case NON_ACQUIS -> Valeur.connue(Fraction.ZERO, Fraction.UN);
            case DIVERGENT -> Valeur.entre(Fraction.ZERO, Fraction.UN, Fraction.UN);
            case NON_OBSERVE -> Valeur.ouverte(Fraction.UN, Set.of());
            case IGNORE -> Valeur.ignoree(Fraction.UN);
        };
    }

    /**
     * The first épreuve where some évaluateur found the criterion not met, whether or not the others have marked yet; of
     * several passages, in one that counts or is under way.
     */
    Optional<String> failure(PlanCritere critere) {
        for (PlanEpreuve epreuve : critere.epreuves) {
            Suivi suivi = suivis[epreuve.rang];
            if (suivi.passages.size() > 1) {
                if (accord(epreuve, critere) == Accord.NON_ACQUIS) {
                    return Optional.of(epreuve.code);
                }
                continue;
            }
            for (Saisie saisie : suivi.presents) {
                if (opinion(critere, saisie) == Accord.NON_ACQUIS) {
                    return Optional.of(epreuve.code);
                }
            }
        }
        return Optional.empty();
    }
}
