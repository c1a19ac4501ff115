package fr.parchemin.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The employment in which a certificate is looked at. Only the day is compulsory: what is not known opens no right, and the
 * answer says so.
 *
 * @param le the day
 * @param niveauExige national level that the job offer itself requires, {@code null} when it asks for none
 * @param emplois codes of the emplois-repères held
 * @param coefficientActuel coefficient already held, {@code null} when unknown; never lowered
 * @param idcc convention of the employer, {@code null} for the one of the branch
 * @param secteur code of the sector of the employer, {@code null} when unknown
 * @param positionActuelle key of the position already held, {@code null} when unknown; never lowered
 * @param ancienneteMois seniority with the employer in whole months, {@code null} when unknown
 * @param age in years on the day, {@code null} when unknown
 * @param obtenuLe day on which the jury validated, {@code null} when unknown
 * @param options codes of the options or mentions held
 * @param etape where the person is on the path; a certificate held when {@code null}
 * @param exigeParEmployeur whether the employer required the certification or sent the person to it, {@code null} when
 *     unknown
 */
public record ContexteEmploi(
        LocalDate le,
        Integer niveauExige,
        List<String> emplois,
        Integer coefficientActuel,
        String idcc,
        String secteur,
        String positionActuelle,
        Integer ancienneteMois,
        Integer age,
        LocalDate obtenuLe,
        List<String> options,
        Etape etape,
        Boolean exigeParEmployeur) {

    /** Steps of a path to a certification. */
    public enum Etape {
        /** On the path, nothing obtained yet. */
        ENTREE,
        /** The certificate is held. */
        OBTENTION
    }

    public ContexteEmploi {
        Objects.requireNonNull(le);
        emplois = emplois == null ? List.of() : List.copyOf(emplois);
        options = options == null ? List.of() : List.copyOf(options);
        etape = etape == null ? Etape.OBTENTION : etape;
    }

    public ContexteEmploi(LocalDate le, Integer niveauExige, List<String> emplois, Integer coefficientActuel) {
        this(le, niveauExige, emplois, coefficientActuel, null, null, null, null, null, null, null, null, null);
    }

    /** An offer that asks for no level, no job named. */
    public static ContexteEmploi on(LocalDate le) {
        return new ContexteEmploi(le, null, List.of(), null);
    }

    /** The same, with the day of the jury when none is given yet. */
    public ContexteEmploi obtainedOn(LocalDate dateJury) {
        return obtenuLe != null
                ? this
                : new ContexteEmploi(
                        le,
                        niveauExige,
                        emplois,
                        coefficientActuel,
                        idcc,
                        secteur,
                        positionActuelle,
                        ancienneteMois,
                        age,
                        dateJury,
                        options,
                        etape,
                        exigeParEmployeur);
    }
}
