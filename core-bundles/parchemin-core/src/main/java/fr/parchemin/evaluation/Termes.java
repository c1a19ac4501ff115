package fr.parchemin.evaluation;

import fr.parchemin.evaluation.PlanBloc.PlanCompetence;
import fr.parchemin.evaluation.PlanBloc.PlanCritere;
import fr.parchemin.evaluation.PlanBloc.PlanEpreuve;
import fr.parchemin.referentiel.NoteBloc;
import fr.parchemin.referentiel.Terme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the terms of means and totals are worth in a bloc. */
final class Termes {

    /** A value among others of a mean. */
    private record Pesee(Valeur valeur, BigDecimal poids) {}

    private final ResultatsBloc resultats;
    private final PlanBloc plan;

    Termes(ResultatsBloc resultats) {
        this.resultats = resultats;
        this.plan = resultats.plan();
    }

    Valeur of(Terme terme) {
        if (terme.epreuve() != null) {
            return epreuve(plan.epreuve(terme.epreuve()));
        }
        if (terme.competence() != null) {
            return competence(plan.competence(terme.competence()));
        }
        return terme.critere() != null ? critere(plan.critere(terme.critere())) : source(terme.source());
    }

    /** What terms are worth on a common scale. */
    List<Valeur> on(List<Terme> termes, Fraction sur) {
        List<Valeur> valeurs = new ArrayList<>(termes.size());
        for (Terme terme : termes) {
            valeurs.add(of(terme).sur(sur));
        }
        return valeurs;
    }

    /** How people call a term. */
    static String nom(Terme terme) {
        if (terme.epreuve() != null) {
            return terme.epreuve();
        }
        if (terme.competence() != null) {
            return terme.competence();
        }
        if (terme.bloc() != null) {
            return terme.bloc();
        }
        return terme.critere() != null ? terme.critere() : terme.source();
    }

    Valeur epreuve(PlanEpreuve epreuve) {
        return resultats
                .note(epreuve)
                .map(ResultatsBloc.NoteEpreuve::valeur)
                .orElseGet(() -> Valeur.ouverte(epreuve.bareme, Set.of(epreuve.code)));
    }

    /** A criterion counts as the lowest of the épreuves that were sat: one does not make up for another. */
    Valeur critere(PlanCritere critere) {
        Valeur lowest = null;
        boolean ignored = false;
        Set<String> open = Set.of();
        for (PlanEpreuve epreuve : critere.epreuves) {
            if (resultats.isDispensed(epreuve)) {
                continue;
            }
            if (!resultats.isSat(epreuve)) {
                open = new LinkedHashSet<>(open);
                open.add(epreuve.code);
                continue;
            }
            Valeur valeur = resultats.valeur(epreuve, critere);
            if (valeur.isIgnoree()) {
                ignored = true;
            } else if (valeur.etat() != Valeur.Etat.OUVERTE) {
                lowest = lowest == null ? valeur : lower(lowest, valeur);
            }
        }
        if (lowest != null) {
            return lowest;
        }
        return open.isEmpty() && ignored ? Valeur.ignoree(critere.maximum) : Valeur.ouverte(critere.maximum, open);
    }

    private static Valeur lower(Valeur one, Valeur other) {
        return Valeur.entre(
                one.basse().compareTo(other.basse()) <= 0 ? one.basse() : other.basse(),
                one.haute().compareTo(other.haute()) <= 0 ? one.haute() : other.haute(),
                one.bareme());
    }

    /** The points of its criteria, each with its weight; a criterion without points counts for one. */
    Valeur competence(PlanCompetence competence) {
        List<Pesee> parts = new ArrayList<>();
        for (PlanCritere critere : competence.criteres) {
            parts.add(new Pesee(critere(critere), critere.critere.poids()));
        }
        return sum(parts);
    }

    /** The mean of the épreuves of a source, each with its weight. */
    private Valeur source(String source) {
        List<Pesee> parts = new ArrayList<>();
        for (PlanEpreuve epreuve : plan.epreuves) {
            if (source.equals(epreuve.epreuve.source()) && !resultats.isDispensed(epreuve)) {
                parts.add(new Pesee(epreuve(epreuve).sur(Fraction.UN), epreuve.epreuve.poids()));
            }
        }
        return sum(parts);
    }

    /** The mark of the bloc. */
    Valeur note(NoteBloc note) {
        Fraction sur = Fraction.of(note.sur());
        return moyenne(note.termes(), on(note.termes(), sur), sur);
    }

    /**
     * The weighted mean of terms.
     *
     * @param valeurs on that common scale
     */
    static Valeur moyenne(List<Terme> termes, List<Valeur> valeurs, Fraction sur) {
        Fraction basse = Fraction.ZERO;
        Fraction haute = Fraction.ZERO;
        Fraction poids = Fraction.ZERO;
        boolean open = false;
        boolean divergent = false;
        Set<String> ouvertes = Set.of();
        for (int i = 0; i < valeurs.size(); i++) {
            Valeur valeur = valeurs.get(i);
            if (valeur.isIgnoree()) {
                continue;
            }
            BigDecimal weight = termes.get(i).poids();
            poids = poids.plus(Fraction.of(weight));
            basse = basse.plus(valeur.basse().times(weight));
            haute = haute.plus(valeur.haute().times(weight));
            divergent |= valeur.etat() == Valeur.Etat.DIVERGENTE;
            if (valeur.etat() == Valeur.Etat.OUVERTE) {
                open = true;
                Set<String> more = new LinkedHashSet<>(ouvertes);
                more.addAll(valeur.ouvertes());
                ouvertes = more;
            }
        }
        if (poids.isZero()) {
            return Valeur.ignoree(sur);
        }
        Fraction low = basse.over(poids);
        if (open) {
            return new Valeur(Valeur.Etat.OUVERTE, low, haute.over(poids), sur, ouvertes);
        }
        return divergent ? Valeur.entre(low, haute.over(poids), sur) : Valeur.connue(low, sur);
    }

    /** The weighted sum; what is ignored leaves the barème too. */
    private static Valeur sum(List<Pesee> parts) {
        Fraction basse = Fraction.ZERO;
        Fraction haute = Fraction.ZERO;
        Fraction bareme = Fraction.ZERO;
        Fraction whole = Fraction.ZERO;
        boolean open = false;
        Set<String> ouvertes = new LinkedHashSet<>();
        for (Pesee part : parts) {
            Valeur valeur = part.valeur();
            whole = whole.plus(valeur.bareme().times(part.poids()));
            if (valeur.isIgnoree()) {
                continue;
            }
            basse = basse.plus(valeur.basse().times(part.poids()));
            haute = haute.plus(valeur.haute().times(part.poids()));
            bareme = bareme.plus(valeur.bareme().times(part.poids()));
            open |= valeur.etat() == Valeur.Etat.OUVERTE;
            ouvertes.addAll(valeur.ouvertes());
        }
        if (bareme.isZero()) {
            return Valeur.ignoree(whole);
        }
        return open
                ? new Valeur(Valeur.Etat.OUVERTE, basse, haute, bareme, ouvertes)
                : Valeur.entre(basse, haute, bareme);
    }
}
