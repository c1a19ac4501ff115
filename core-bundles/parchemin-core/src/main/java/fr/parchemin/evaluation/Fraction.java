package fr.parchemin.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact rational number: means are compared with thresholds without being divided, so nothing is rounded. Marks and
 * weights have few decimals, so two {@code long} hold nearly all of them; what overflows goes on in {@link BigInteger}.
 */
final class Fraction implements Comparable<Fraction> {

    static final Fraction ZERO = new Fraction(0, 1);
    static final Fraction UN = new Fraction(1, 1);

    /** Decimals that people read. */
    private static final int DECIMALES_LUES = 4;

    private static final long[] DIX = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** Above this both terms are divided by what they share, so that products stay short. */
    private static final long COURT = 1L << 31;

    private final long numerateur;
    /** Always positive. */
    private final long denominateur;
    /** Instead of the two above, {@code null} as long as they are enough. */
    private final BigInteger grandNumerateur;

    private final BigInteger grandDenominateur;

    private Fraction(long numerateur, long denominateur) {
        this.numerateur = numerateur;
        this.denominateur = denominateur;
        this.grandNumerateur = null;
        this.grandDenominateur = null;
    }

    private Fraction(BigInteger numerateur, BigInteger denominateur) {
        this.numerateur = 0;
        this.denominateur = 0;
        this.grandNumerateur = numerateur;
        this.grandDenominateur = denominateur;
    }

    static Fraction of(BigDecimal value) {
        return of(value, 1);
    }

    static Fraction of(BigDecimal numerateur, long denominateur) {
        int scale = numerateur.scale();
        if (scale > -DIX.length && scale < DIX.length && numerateur.precision() < 12 && denominateur < COURT) {
            long unscaled = numerateur.unscaledValue().longValue();
            return scale >= 0
                    ? new Fraction(unscaled, DIX[scale] * denominateur)
                    : new Fraction(unscaled * DIX[-scale], denominateur);
        }
        BigInteger factor = BigInteger.TEN.pow(Math.abs(scale));
        BigInteger unscaled = numerateur.unscaledValue();
        BigInteger divisor = BigInteger.valueOf(denominateur);
        return scale >= 0 ? reduced(unscaled, factor.multiply(divisor)) : reduced(unscaled.multiply(factor), divisor);
    }

    private static Fraction reduced(long numerateur, long denominateur) {
        if (denominateur < COURT && numerateur < COURT && numerateur > -COURT) {
            return new Fraction(numerateur, denominateur);
        }
        long a = Math.abs(numerateur);
        long b = denominateur;
        while (a != 0) {
            long rest = b % a;
            b = a;
            a = rest;
        }
        return new Fraction(numerateur / b, denominateur / b);
    }

    private static Fraction reduced(BigInteger numerateur, BigInteger denominateur) {
        BigInteger shared = numerateur.gcd(denominateur);
        BigInteger top = numerateur.divide(shared);
        BigInteger bottom = denominateur.divide(shared);
        return top.bitLength() < Long.SIZE && bottom.bitLength() < Long.SIZE
                ? new Fraction(top.longValue(), bottom.longValue())
                : new Fraction(top, bottom);
    }

    private BigInteger top() {
        return grandNumerateur == null ? BigInteger.valueOf(numerateur) : grandNumerateur;
    }

    private BigInteger bottom() {
        return grandDenominateur == null ? BigInteger.valueOf(denominateur) : grandDenominateur;
    }

    private boolean isShort() {
        return grandNumerateur == null;
    }

    Fraction plus(Fraction other) {
        if (isShort() && other.isShort()) {
            try {
                return denominateur == other.denominateur
                        ? reduced(Math.addExact(numerateur, other.numerateur), denominateur)
                        : reduced(
                                Math.addExact(
                                        Math.multiplyExact(numerateur, other.denominateur),
                                        Math.multiplyExact(other.numerateur, denominateur)),
                                Math.multiplyExact(denominateur, other.denominateur));
            } catch (ArithmeticException tooLong) {
                // below
            }
        }
        return reduced(
                top().multiply(other.bottom()).add(other.top().multiply(bottom())), bottom().multiply(other.bottom()));
    }

    Fraction times(BigDecimal factor) {
        return factor == BigDecimal.ONE ? this : times(of(factor));
    }

    Fraction times(Fraction factor) {
        if (isShort() && factor.isShort()) {
            try {
                return reduced(
                        Math.multiplyExact(numerateur, factor.numerateur),
                        Math.multiplyExact(denominateur, factor.denominateur));
            } catch (ArithmeticException tooLong) {
                // below
            }
        }
        return reduced(top().multiply(factor.top()), bottom().multiply(factor.bottom()));
    }

    /**
     * The quotient by a number above zero.
     *
     * @throws ArithmeticException when it is not above zero
     */
    Fraction over(Fraction divisor) {
        if (divisor.top().signum() <= 0) {
            throw new ArithmeticException("division by " + divisor);
        }
        return times(
                divisor.isShort()
                        ? new Fraction(divisor.denominateur, divisor.numerateur)
                        : new Fraction(divisor.bottom(), divisor.top()));
    }

    /** Rounded half up; a {@code null} number of decimals leaves it exact. */
    Fraction arrondie(Integer decimales) {
        return decimales == null
                ? this
                : of(new BigDecimal(top()).divide(new BigDecimal(bottom()), decimales, RoundingMode.HALF_UP));
    }

    boolean isZero() {
        return isShort() ? numerateur == 0 : grandNumerateur.signum() == 0;
    }

    boolean reaches(BigDecimal seuil) {
        return compareTo(of(seuil)) >= 0;
    }

    /** The number for people, cut rather than rounded: what misses a threshold never reads as if it reached it. */
    String text() {
        BigInteger[] parts = isShort() && numerateur >= 0 && numerateur < Long.MAX_VALUE / DIX[DECIMALES_LUES]
                ? null
                : top().multiply(BigInteger.valueOf(DIX[DECIMALES_LUES])).divideAndRemainder(bottom());
        long cut = parts == null ? numerateur * DIX[DECIMALES_LUES] / denominateur : parts[0].longValueExact();
        long whole = cut / DIX[DECIMALES_LUES];
        long rest = cut % DIX[DECIMALES_LUES];
        if (rest == 0) {
            return Long.toString(whole);
        }
        StringBuilder text = new StringBuilder().append(whole).append(',');
        for (long unit = DIX[DECIMALES_LUES - 1]; rest != 0; unit /= 10) {
            text.append(rest / unit);
            rest %= unit;
        }
        return text.toString();
    }

    @Override
    public int compareTo(Fraction other) {
        if (isShort() && other.isShort()) {
            if (denominateur == other.denominateur) {
                return Long.compare(numerateur, other.numerateur);
            }
            try {
                return Long.compare(
                        Math.multiplyExact(numerateur, other.denominateur),
                        Math.multiplyExact(other.numerateur, denominateur));
            } catch (ArithmeticException tooLong) {
                // below
            }
        }
        return top().multiply(other.bottom()).compareTo(other.top().multiply(bottom()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction && compareTo(fraction) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(top().doubleValue() / bottom().doubleValue());
    }

    @Override
    public String toString() {
        return text();
    }
}
