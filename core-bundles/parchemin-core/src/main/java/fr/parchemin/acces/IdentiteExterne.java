package fr.parchemin.acces;

import java.util.Map;
import java.util.Objects;

/**
 * Who somebody is for an identity provider, proved a moment ago.
 *
 * @param fournisseur code of the provider in the configuration of the platform
 * @param emetteur issuer, the address by which the provider is known for ever
 * @param sujet how the issuer calls the person, the same at each visit; means nothing elsewhere
 * @param nom {@code null} when the provider gives none
 * @param courriel {@code null} when the provider gives none
 * @param courrielVerifie whether the provider says that it checked the address
 * @param acr level of the authentication, {@code null} when the provider gives none
 * @param attributs what else was asked for by the configuration, by the name of the claim, as the source gives it
 */
public record IdentiteExterne(
        String fournisseur,
        String emetteur,
        String sujet,
        String nom,
        String courriel,
        boolean courrielVerifie,
        String acr,
        Map<String, String> attributs) {

    public IdentiteExterne {
        Objects.requireNonNull(fournisseur);
        Objects.requireNonNull(emetteur);
        Objects.requireNonNull(sujet);
        attributs = Map.copyOf(attributs);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "IdentiteExterne[" + fournisseur + "]";
    }
}
