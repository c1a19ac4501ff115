package fr.parchemin.documents.internal;

import java.util.List;

/** What the template of the relevé prints. */
record VueReleve(
        Entete entete,
        String repere,
        String branche,
        String etendue,
        String nature,
        String intitule,
        List<String> mentions,
        String titulaire,
        String naissance,
        String deliberation,
        String certificateurs,
        List<Ligne> lignes,
        String portee,
        Effet effet,
        Preuve preuve,
        Signature signature,
        String referentiel) {

    /** One bloc. */
    record Ligne(
            String code,
            String intitule,
            List<String> competences,
            String resultat,
            String classe,
            String acquisLe,
            String valable) {}

    /** Effect on the classification, with where it is written ({@code null} if nowhere). */
    record Effet(String libelle, String source) {}
}
