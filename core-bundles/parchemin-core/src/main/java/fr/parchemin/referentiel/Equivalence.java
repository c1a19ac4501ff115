package fr.parchemin.referentiel;

import java.time.LocalDate;
import java.util.List;

/**
 * What holding one thing lets a person claim of another, between two dates.
 *
 * @param decision decision or text that it rests on
 * @param conditions what is still asked, for a passerelle
 * @param du first day, {@code null} when unknown
 * @param au last day, included; {@code null} when open
 */
public record Equivalence(
        String code,
        Nature nature,
        Reference de,
        Reference vers,
        LocalDate du,
        LocalDate au,
        String decision,
        List<String> conditions,
        Provenance provenance) {

    /** How far the one stands for the other. */
    public enum Nature {
        /** Wholly, in this direction. */
        EQUIVALENCE,
        /** Under conditions, in this direction. */
        PASSERELLE,
        /** It is the same bloc, in both directions. */
        BLOC_COMMUN
    }

    public Equivalence {
        conditions = Listes.copy(conditions);
    }

    /** The same with the branch that the definition leaves unsaid. */
    public Equivalence in(String branche) {
        return new Equivalence(
                code, nature, de.in(branche), vers.in(branche), du, au, decision, conditions, provenance);
    }

    public boolean isInForceOn(LocalDate day) {
        return (du == null || !day.isBefore(du)) && (au == null || !day.isAfter(au));
    }
}
