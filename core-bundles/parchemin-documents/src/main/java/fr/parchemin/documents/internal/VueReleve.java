package fr.parchemin.documents.internal;

import java.util.List;

/** What the template of the relevé prints; {@code logo} and {@code contact} are {@code null} when the branch has none. */
record VueReleve(
        Entete entete,
        Embleme logo,
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
        String contact,
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
