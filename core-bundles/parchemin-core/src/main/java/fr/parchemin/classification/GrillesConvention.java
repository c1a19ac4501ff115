package fr.parchemin.classification;

import fr.parchemin.classification.Classification.Secteur;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which grids of a convention hold for a sector on a day: the sector's own where it has one, otherwise the common one. */
public final class GrillesConvention {

    private GrillesConvention() {}

    /**
     * The grids in force, by code.
     *
     * @param idcc {@code null} for every convention
     * @param secteur code of a sector, {@code null} when it is unknown: every grid in force
     */
    public static List<Classification> inForce(
            Collection<Classification> grids, String idcc, String secteur, LocalDate le) {
        List<Classification> dated = grids.stream()
                .filter(g -> g.isInForceOn(le) && (idcc == null || idcc.equals(g.idcc())))
                .sorted(Comparator.comparing(Classification::code))
                .toList();
        return secteur == null
                ? dated
                : dated.stream()
                        .filter(g -> isOf(g, secteur)
                                || (g.secteurs().isEmpty()
                                        && dated.stream().noneMatch(own -> isOf(own, secteur) && sameGround(own, g))))
                        .toList();
    }

    private static boolean sameGround(Classification one, Classification other) {
        return one.idcc().equals(other.idcc()) && Objects.equals(one.population(), other.population());
    }

    private static boolean isOf(Classification grid, String secteur) {
        return grid.secteurs().stream().map(Secteur::code).anyMatch(secteur::equals);
    }
}
