package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * The second factors of an account, for its owner. Whoever has one proves afresh who they are before changing anything
 * about them: ELEVATION_REQUISE.
 */
public interface SecondFacteur {

    /**
     * What an account has.
     *
     * @param application whether an application makes codes for it
     * @param secours how many recovery codes are left
     * @param attenduLe when it may no longer do without, {@code null} when nobody asks it to have one
     */
    record Situation(boolean application, int secours, List<Facteurs.Cle> cles, Instant attenduLe) {}

    /**
     * An application about to be registered.
     *
     * @param secret base32, for who cannot scan
     * @param uri {@code otpauth://totp/…}, what the QR code says
     */
    record Inscription(String secret, String uri) {}

    Situation read(Acteur by);

    /** Begins to register an application, in place of one that was begun or registered before. */
    Outcome<Inscription> beginApplication(Identite by);

    /**
     * Registers it by its first code. Refused with CODE_INVALIDE.
     *
     * @return ten recovery codes in place of all before, shown this once
     */
    Outcome<List<String>> confirmApplication(Identite by, String code);

    Outcome<Void> removeApplication(Identite by);

    /** Ten new recovery codes in place of those before, shown this once. */
    Outcome<List<String>> renewSecours(Identite by);

    /** Removes a passkey; RESSOURCE_INCONNUE when it is not theirs. */
    Outcome<Void> removeCle(Identite by, String id);

    /** Removes all second factors of an account whose owner lost them, by the administrator; its sessions end. */
    Outcome<Void> reset(Acteur by, String identifiant);
}
