package fr.parchemin.acces;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A way in for somebody without an account, to one file and in one role.
 *
 * @param empreinte SHA-256 of the secret in hexadecimal
 * @param nom whose link it is
 * @param courriel where it was sent, {@code null} when it was handed over otherwise
 * @param habilitation all that its bearer may
 * @param retirePar {@code null} as long as it was not taken back
 * @param ouvertLe when it first served, {@code null} when never
 */
public record LienPersonnel(
        UUID id,
        String empreinte,
        String nom,
        String courriel,
        Habilitation habilitation,
        String creePar,
        Instant creeLe,
        Instant expireLe,
        String retirePar,
        Instant retireLe,
        Instant ouvertLe) {

    /** What every secret of such a link begins with. */
    public static final String PREFIXE = "lnk_";

    /** Its bearer: no account bears such a name. */
    public Acteur acteur() {
        return new Acteur("lien/" + id, nom, Set.of(habilitation));
    }

    public boolean isOpen(Instant now) {
        return retireLe == null && now.isBefore(expireLe);
    }

    @Override
    public String toString() {
        return "LienPersonnel[" + id + "]";
    }
}
