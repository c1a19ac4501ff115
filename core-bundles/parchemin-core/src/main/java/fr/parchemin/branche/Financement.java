package fr.parchemin.branche;

import fr.parchemin.referentiel.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A usual cost, or what somebody pays of it, between two dates.
 *
 * @param certification {@code null} for all those of the branch
 * @param financeur who pays, {@code null} for a cost
 * @param montant in euros, or in per cent; {@code null} when unknown
 */
public record Financement(
        String code,
        String certification,
        Nature nature,
        String objet,
        String financeur,
        BigDecimal montant,
        Unite unite,
        LocalDate du,
        LocalDate au,
        List<String> conditions,
        Provenance provenance) {

    /** What the amount is. */
    public enum Nature {
        COUT,
        PRISE_EN_CHARGE,
        PLAFOND
    }

    /** What the amount is for. */
    public enum Unite {
        PARCOURS,
        HEURE,
        BLOC,
        SESSION,
        ANNEE,
        POURCENTAGE
    }

    public Financement {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    public boolean isInForceOn(LocalDate day) {
        return (du == null || !day.isBefore(du)) && (au == null || !day.isAfter(au));
    }
}
