package fr.parchemin.documents.internal;

import java.util.List;

/** What the template of the parchemin prints; {@code logo} and {@code contact} are {@code null} when the branch has none. */
record VueParchemin(
        Entete entete,
        Embleme logo,
        String branche,
        String sigle,
        String nature,
        String intitule,
        List<String> mentions,
        String titulaire,
        String naissance,
        String deliberation,
        String certificateurs,
        Preuve preuve,
        Signature signature,
        String contact) {}
