package fr.parchemin.acces.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Typographie;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Lettre;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** What the platform writes to people about their access. */
final class Courriers {

    private Courriers() {}

    static Courriel invitation(Compte compte, String lien, Instant expireLe) {
        return Lettre.of(
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
        return Lettre.of(
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
        return Lettre.of(
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
        return Lettre.of(
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

    private static String moment(Instant instant) {
        ZonedDateTime there = instant.atZone(HeureLegale.ZONE);
        return Typographie.jour(there.toLocalDate()) + " à " + there.getHour() + " h "
                + String.format("%02d", there.getMinute());
    }
}
