package fr.parchemin.migration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A migration that was done, with the file as it was and as it became.
 *
 * @param misesDeCote the marks that found no place
 * @param annuleePar {@code null} unless it was undone
 * @param annuleeLe {@code null} unless it was undone
 */
public record Migration(
        UUID id,
        UUID candidature,
        ContenuDossier avant,
        ContenuDossier apres,
        List<Apercu.MiseDeCote> misesDeCote,
        String par,
        Instant le,
        String annuleePar,
        Instant annuleeLe) {

    public Migration {
        misesDeCote = List.copyOf(misesDeCote);
    }

    public boolean isAnnulee() {
        return annuleePar != null;
    }

    public Migration annulee(String by, Instant now) {
        return new Migration(id, candidature, avant, apres, misesDeCote, par, le, by, now);
    }
}
