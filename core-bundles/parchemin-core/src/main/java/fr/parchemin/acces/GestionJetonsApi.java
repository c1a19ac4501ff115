package fr.parchemin.acces;

import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acte.Outcome;
import java.util.List;
import java.util.UUID;

/** The tokens of the interface, by the owner of an account. */
public interface GestionJetonsApi {

    /** What every token begins with, so that one that leaked is recognised. */
    String PREFIXE = "pch_";

    /** The longest a token lives, in days. */
    int JOURS_MAXIMUM = 365;

    /**
     * A token just made.
     *
     * @param jeton the token itself, shown this once
     */
    record Cree(String jeton, JetonApi description) {}

    /**
     * Makes a token. Only a session makes one, freshly proved where the account has a second factor (ELEVATION_REQUISE); a
     * right that the account has nowhere cannot be put on it.
     */
    Outcome<Cree> create(Identite by, String nom, Limites limites, int jours);

    List<JetonApi> list(Acteur by);

    Outcome<Void> revoke(Acteur by, UUID id);
}
