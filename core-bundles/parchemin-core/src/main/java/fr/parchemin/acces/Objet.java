package fr.parchemin.acces;

import java.util.Set;
import java.util.UUID;

/**
 * What an act bears on, as far as rights ask.
 *
 * @param branche code of the branch, {@code null} for the platform
 * @param dossier the file, {@code null} when the act is about no file
 * @param jury the jury, or the one that the file is before; {@code null} when none
 * @param session the session that the file sits in, {@code null} when none
 * @param deposant identifiant of the account that submitted the file, {@code null} when there is no file
 * @param organisme SIRET of the organisme habilité of the file, {@code null} when none
 * @param evaluateurs identifiants designated for the file
 */
public record Objet(
        String branche,
        UUID dossier,
        UUID jury,
        UUID session,
        String deposant,
        String organisme,
        Set<String> evaluateurs) {

    /** The platform itself. */
    public static final Objet PLATEFORME = branche(null);

    public Objet {
        evaluateurs = Set.copyOf(evaluateurs);
    }

    public static Objet branche(String code) {
        return new Objet(code, null, null, null, null, null, Set.of());
    }

    public static Objet jury(String branche, UUID jury) {
        return new Objet(branche, null, jury, null, null, null, Set.of());
    }

    /** Whether it is a branch, and nothing within it. */
    public boolean isBranche() {
        return branche != null && dossier == null && jury == null && session == null;
    }
}
