package fr.parchemin.documents.internal;

import gg.jte.Content;
import java.util.List;

/** What the template of the parchemin prints. */
record VueParchemin(
        Entete entete,
        Content style,
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
        Signature signature) {

    VueParchemin avec(Content autreStyle) {
        return new VueParchemin(
                entete,
                autreStyle,
                branche,
                sigle,
                nature,
                intitule,
                mentions,
                titulaire,
                naissance,
                deliberation,
                certificateurs,
                preuve,
                signature);
    }
}
