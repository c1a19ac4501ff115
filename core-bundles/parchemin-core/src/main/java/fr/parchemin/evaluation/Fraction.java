package fr.parchemin.evaluation;

import fr.parchemin.acte.Typographie;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact rational number: means are compared with thresholds without being divided, so nothing is rounded. */
final class Fraction implements Comparable<Fraction> {

    static final Fraction ZERO = of(BigDecimal.ZERO);
    static final Fraction UN = of(BigDecimal.ONE);

    /** Decimals that people read. */
    private static final int DECIMALES_LUES = 4;

    private final BigDecimal numerateur;
    /** Always positive. */
    private final BigDecimal denominateur;

    private Fraction(BigDecimal numerateur, BigDecimal denominateur) {
        this.numerateur = numerateur;
        this.denominateur = denominateur;
    }

    static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    static Fraction of(BigDecimal numerateur, long denominateur) {
        return new Fraction(numerateur, BigDecimal.valueOf(denominateur));
    }

    Fraction plus(Fraction other) {
        if (denominateur.equals(other.denominateur)) {
            return new Fraction(numerateur.add(other.numerateur), denominateur);
        }
        return new Fraction(
                numerateur.multiply(other.denominateur).add(other.numerateur.multiply(denominateur)),
                denominateur.multiply(other.denominateur));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerateur.negate(), other.denominateur));
    }

    Fraction times(BigDecimal factor) {
        return new Fraction(numerateur.multiply(factor), denominateur);
    }

    Fraction times(Fraction factor) {
        return new Fraction(numerateur.multiply(factor.numerateur), denominateur.multiply(factor.denominateur));
    }

    /**
     * The quotient by a number above zero.
     *
     * @throws ArithmeticException when it is not above zero
     */
    Fraction over(Fraction divisor) {
        if (divisor.numerateur.signum() <= 0) {
            throw new ArithmeticException("division by " + divisor.numerateur);
        }
        return new Fraction(numerateur.multiply(divisor.denominateur), denominateur.multiply(divisor.numerateur));
    }

    /** Rounded half up; a {@code null} number of decimals leaves it exact. */
    Fraction arrondie(Integer decimales) {
        return decimales == null ? this : of(numerateur.divide(denominateur, decimales, RoundingMode.HALF_UP));
    }

    boolean isZero() {
        return numerateur.signum() == 0;
    }

    boolean reaches(BigDecimal seuil) {
        return numerateur.compareTo(seuil.multiply(denominateur)) >= 0;
    }

    /** The number for people, cut rather than rounded: what misses a threshold never reads as if it reached it. */
    String text() {
        return Typographie.nombre(
                denominateur.equals(BigDecimal.ONE) && numerateur.scale() <= DECIMALES_LUES
                        ? numerateur
                        : numerateur.divide(denominateur, DECIMALES_LUES, RoundingMode.DOWN));
    }

    @Override
    public int compareTo(Fraction other) {
        return numerateur.multiply(other.denominateur).compareTo(other.numerateur.multiply(denominateur));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction && compareTo(fraction) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(numerateur.doubleValue() / denominateur.doubleValue());
    }

    @Override
    public String toString() {
        return text();
    }
}
