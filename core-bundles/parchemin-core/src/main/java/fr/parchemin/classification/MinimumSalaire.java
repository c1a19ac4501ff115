package fr.parchemin.classification;

import fr.parchemin.classification.Classification.Formule;
import fr.parchemin.classification.Classification.Minimum;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Unite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A lowest wage on a day, gross, as the grid prints or computes it; the legal minimum wage is not looked at.
 *
 * @param depuis day since which the amount, or the formula that gives it, holds
 */
public record MinimumSalaire(BigDecimal montant, Unite unite, LocalDate depuis, Provenance provenance) {

    /**
     * The lowest wage of a position.
     *
     * @param age in years, {@code null} when unknown
     * @param ancienneteMois in months, {@code null} when unknown
     * @return empty when the grid gives none for that day, or when what it depends on is not known
     */
    public static Optional<MinimumSalaire> of(
            Classification grid, Position position, Integer age, Integer ancienneteMois, LocalDate le) {
        List<Minimum> amounts = position.variante(age, ancienneteMois)
                .map(Classification.Variante::minima)
                .filter(own -> !own.isEmpty())
                .orElse(position.minima());
        return of(amounts, le).or(() -> position.coefficient(age, ancienneteMois)
                .flatMap(coefficient -> computed(grid, position.cle(), coefficient, le)));
    }

    /** The amount printed for that day; amounts of one place never overlap. */
    public static Optional<MinimumSalaire> of(List<Minimum> amounts, LocalDate le) {
        return amounts.stream()
                .filter(m -> !le.isBefore(m.du()) && (m.au() == null || !le.isAfter(m.au())))
                .findFirst()
                .map(m -> new MinimumSalaire(m.montant(), m.unite(), m.du(), m.provenance()));
    }

    /** The lowest wage for the total of a {@code PESEE}. */
    public static Optional<MinimumSalaire> ofTotal(Classification grid, int total, LocalDate le) {
        return computed(grid, null, total, le);
    }

    private static Optional<MinimumSalaire> computed(Classification grid, String cle, int base, LocalDate le) {
        return grid.formules().stream()
                .filter(f -> !le.isBefore(f.du()) && (f.au() == null || !le.isAfter(f.au())))
                .filter(f -> f.positions().isEmpty() || f.positions().contains(cle))
                .findFirst()
                .filter(f -> f.partieFixe() != null)
                .map(f -> new MinimumSalaire(computed(f, base), f.unite(), f.du(), f.provenance()));
    }

    private static BigDecimal computed(Formule formule, int base) {
        return formule.partieFixe()
                .add(formule.valeurPoint().multiply(BigDecimal.valueOf(base)))
                .setScale(formule.arrondi().decimals(), RoundingMode.HALF_UP);
    }
}
