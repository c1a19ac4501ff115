package fr.parchemin.acces.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Typographie;
import fr.parchemin.courriel.Courriel;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the platform writes to people about their access. */
final class Courriers {

    private static final String SIGNATURE =
            "Ce message est envoyé par la plateforme Parchemin. Personne ne vous demandera jamais votre mot de passe.";

    private Courriers() {}

    static Courriel invitation(Compte compte, String lien, Instant expireLe) {
        return courriel(
                compte.courriel(),
                "Votre accès à Parchemin",
                List.of(
                        "Bonjour " + compte.nom() + ",",
                        "Un compte vient d’être créé pour vous sur Parchemin, la plateforme des certificats de"
                                + " qualification professionnelle. Votre identifiant : « "
                                + compte.identifiant() + " ».",
                        "Choisissez votre mot de passe en ouvrant ce lien, qui ne sert qu’une fois et jusqu’au "
                                + moment(expireLe) + " :"),
                lien,
                "Si vous n’attendiez pas ce message, ne faites rien : sans ce lien, le compte ne s’ouvre pas.",
                expireLe);
    }

    static Courriel reinitialisation(Compte compte, String lien, Instant expireLe) {
        return courriel(
                compte.courriel(),
                "Choisir un nouveau mot de passe",
                List.of(
                        "Bonjour " + compte.nom() + ",",
                        "Un nouveau mot de passe a été demandé pour votre compte « " + compte.identifiant() + " ».",
                        "Choisissez-le en ouvrant ce lien, qui ne sert qu’une fois et jusqu’au " + moment(expireLe)
                                + " :"),
                lien,
                "Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
                expireLe);
    }

    static Courriel lienPersonnel(String nom, String courriel, String objet, String lien, Instant expireLe) {
        return courriel(
                courriel,
                "Votre avis est attendu sur Parchemin",
                List.of(
                        "Bonjour " + nom + ",",
                        "Votre avis est attendu sur " + objet + ".",
                        "Ouvrez ce lien, personnel, sur un téléphone ou un ordinateur ; aucun compte n’est nécessaire."
                                + " Il vaut jusqu’au "
                                + moment(expireLe) + " :"),
                lien,
                "Ce lien est à vous seul : ne le transmettez pas.",
                expireLe);
    }

    static Courriel motDePasseChange(Compte compte, Instant perimeLe, String adresse) {
        return courriel(
                compte.courriel(),
                "Votre mot de passe a changé",
                List.of(
                        "Bonjour " + compte.nom() + ",",
                        "Le mot de passe de votre compte « " + compte.identifiant()
                                + " » vient d’être changé, et vos sessions ont été fermées."),
                adresse,
                "Si ce n’est pas vous, demandez aussitôt un nouveau mot de passe à cette adresse et prévenez"
                        + " l’administrateur de la plateforme.",
                perimeLe);
    }

    private static Courriel courriel(
            String destinataire, String sujet, List<String> paragraphes, String lien, String fin, Instant perimeLe) {
        String texte = paragraphes.stream().map(Typographie::francaise).collect(Collectors.joining("\n\n")) + "\n\n"
                + lien + "\n\n" + Typographie.francaise(fin) + "\n\n-- \n" + SIGNATURE + "\n";
        String html = "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + escaped(sujet)
                + "</title></head><body>"
                + paragraphes.stream()
                        .map(p -> "<p>" + escaped(Typographie.francaise(p)) + "</p>")
                        .collect(Collectors.joining())
                + "<p><a href=\"" + escaped(lien) + "\">" + escaped(lien) + "</a></p><p>"
                + escaped(Typographie.francaise(fin)) + "</p><p><small>" + escaped(SIGNATURE)
                + "</small></p></body></html>\n";
        return new Courriel(UUID.randomUUID(), destinataire, Typographie.francaise(sujet), texte, html, perimeLe);
    }

    private static String moment(Instant instant) {
        ZonedDateTime there = instant.atZone(HeureLegale.ZONE);
        return Typographie.jour(there.toLocalDate()) + " à " + there.getHour() + " h "
                + String.format("%02d", there.getMinute());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
