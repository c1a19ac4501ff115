package fr.parchemin.classification;

import fr.parchemin.referentiel.EffetCertification.Nature;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Unite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a certificate does for a classification: advice with its legal source, never a payroll order.
 *
 * @param position key of the lowest position, {@code null} when there is none, or when a higher coefficient already held
 *     is kept
 * @param libelle the position in words, that the coefficient held is kept, or that there is no effect
 * @param coefficient coefficient due: the lowest of the position, or the higher one already held; {@code null} when the
 *     grid has none, when it depends on what is not known, or there is no effect
 * @param article where the convention says so
 * @param explication French sentence: why
 * @param nature what it bears on; effects of different natures add up
 * @param classification code of the grid, {@code null} when the effect names none
 * @param statut key of the status outside the grid, only with {@code HORS_GRILLE}
 * @param points points due on top, only with {@code POINTS}
 * @param taux bonus in percent of the lowest wage, only with {@code MAJORATION}
 * @param montant gross amount in {@code unite}: the lowest wage of the position or status, with {@code MAJORATION} the lowest
 *     wage with the bonus; {@code null} when the grid gives none for that day
 * @param aCompterDu first day on which it is due, {@code null} when at once
 * @param jusquAu last day of a guarantee, {@code null} when without end
 * @param autres what the certificate does besides, each with an empty list of its own
 */
public record Effet(
        Type type,
        String position,
        String libelle,
        Integer coefficient,
        String article,
        Provenance provenance,
        String explication,
        Nature nature,
        String classification,
        String statut,
        Integer points,
        BigDecimal taux,
        BigDecimal montant,
        Unite unite,
        LocalDate aCompterDu,
        LocalDate jusquAu,
        List<Effet> autres) {

    /** Kinds of effect. */
    public enum Type {
        /** None, and the article says so; or a condition is not met, and the sentence says which. */
        AUCUN,
        /** Lowest position because the offer asks for a level. */
        PLANCHER,
        /** Lowest position because the job is held. */
        MINIMUM,
        /** Position that the CPNE fixed for the certification. */
        POSITION,
        /** Lowest position while on the path. */
        ENTREE,
        /** Lowest position once the certificate is obtained. */
        SORTIE,
        /** Position guaranteed, for a time or without end. */
        GARANTIE,
        /** Position presumed; the job really held decides. */
        PRESOMPTION,
        /** No rank but a status outside the grid. */
        HORS_GRILLE,
        /** Points on top. */
        POINTS,
        /** Bonus on the lowest wage. */
        MAJORATION,
        /** A job or a position may be entered. */
        ACCES
    }

    public Effet {
        nature = nature == null ? Nature.POSITION : nature;
        autres = autres == null ? List.of() : List.copyOf(autres);
    }

    public Effet(
            Type type,
            String position,
            String libelle,
            Integer coefficient,
            String article,
            Provenance provenance,
            String explication) {
        this(
                type,
                position,
                libelle,
                coefficient,
                article,
                provenance,
                explication,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** This effect, then what goes with it. */
    public List<Effet> all() {
        List<Effet> all = new ArrayList<>(List.of(this));
        all.addAll(autres);
        return all;
    }

    Effet with(List<Effet> others) {
        return new Effet(
                type,
                position,
                libelle,
                coefficient,
                article,
                provenance,
                explication,
                nature,
                classification,
                statut,
                points,
                taux,
                montant,
                unite,
                aCompterDu,
                jusquAu,
                others);
    }
}
