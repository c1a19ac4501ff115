package fr.parchemin.branche;

import fr.parchemin.referentiel.Provenance;
import java.time.LocalDate;

/**
 * What an authority grants to a certification.
 *
 * @param bloqueOuverture whether no file opens while it is not held
 */
public record Agrement(
        String code,
        String certification,
        String intitule,
        String autorite,
        String base,
        Etat etat,
        String numero,
        LocalDate du,
        LocalDate au,
        boolean bloqueOuverture,
        Provenance provenance) {

    /** Where it stands. */
    public enum Etat {
        DEMANDE,
        OBTENU,
        SUSPENDU,
        RETIRE
    }

    /** Whether it is held on that day; an unknown first or last day does not count against it. */
    public boolean isHeldOn(LocalDate day) {
        return etat == Etat.OBTENU && (du == null || !day.isBefore(du)) && (au == null || !day.isAfter(au));
    }
}
