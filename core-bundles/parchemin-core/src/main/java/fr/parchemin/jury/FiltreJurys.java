package fr.parchemin.jury;

import java.time.LocalDate;

/**
 * Which juries of a list: those to which all that is said applies. What is {@code null} says nothing.
 *
 * @param branche code
 * @param certification code
 * @param valide whether the list of members is validated
 * @param du first day on which they sit
 * @param au last day on which they sit
 */
public record FiltreJurys(String branche, String certification, Boolean valide, LocalDate du, LocalDate au) {

    /** Every jury. */
    public static FiltreJurys none() {
        return new FiltreJurys(null, null, null, null, null);
    }

    public FiltreJurys inBranche(String only) {
        return new FiltreJurys(only, certification, valide, du, au);
    }

    public FiltreJurys sitting(LocalDate from, LocalDate to) {
        return new FiltreJurys(branche, certification, valide, from, to);
    }

    public FiltreJurys validated(Boolean only) {
        return new FiltreJurys(branche, certification, only, du, au);
    }

    public FiltreJurys ofCertification(String only) {
        return new FiltreJurys(branche, only, valide, du, au);
    }
}
