package fr.parchemin.documents.internal;

import java.util.List;

/** What the template of the parchemin prints. */
record VueParchemin(
        Entete entete,
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
        Signature signature) {}
