package fr.parchemin.notification.internal;

import static fr.parchemin.courriel.Lettre.escaped;
import static fr.parchemin.courriel.Lettre.link;

import fr.parchemin.acces.Compte;
import fr.parchemin.acte.Typographie;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the platform writes about notifications: numbers of files and an address to sign in at, and nothing of a person. */
final class CourriersNotification {

    private static final int PHRASES_MAXIMUM = 20;

    /** A mail about news is of no use when the news is old. */
    private static final Duration VALIDITE = Duration.ofDays(3);

    private final String adresse;
    private final String reglage;

    CourriersNotification(String adressePublique) {
        String base = adressePublique.replaceAll("/+$", "");
        this.adresse = base + "/notifications";
        this.reglage = base + "/compte/notifications";
    }

    Courriel nouvelles(Compte compte, List<Notification> news, Instant now) {
        String sujet = news.size() == 1 ? "Du nouveau sur Parchemin" : news.size() + " nouveautés sur Parchemin";
        String bonjour = "Bonjour " + compte.nom() + ",";
        List<String> phrases =
                news.stream().limit(PHRASES_MAXIMUM).map(Notification::phrase).toList();
        String reste = news.size() > PHRASES_MAXIMUM
                ? "Et " + (news.size() - PHRASES_MAXIMUM) + " de plus, à la même adresse."
                : "";
        String suite = "Connectez-vous pour les voir :";
        String fin = "Vous choisissez d’être prévenu aussitôt, une fois par jour ou jamais :";
        String texte = bonjour + "\n\n"
                + phrases.stream().map(p -> "- " + p).collect(Collectors.joining("\n"))
                + (reste.isEmpty() ? "" : "\n\n" + reste) + "\n\n" + Typographie.francaise(suite) + "\n" + adresse
                + "\n\n-- \n" + Typographie.francaise(fin) + "\n" + reglage + "\n";
        String html = "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + escaped(sujet)
                + "</title></head><body><p>" + escaped(bonjour) + "</p><ul>"
                + phrases.stream().map(p -> "<li>" + escaped(p) + "</li>").collect(Collectors.joining())
                + "</ul>" + (reste.isEmpty() ? "" : "<p>" + escaped(reste) + "</p>") + "<p>"
                + escaped(Typographie.francaise(suite)) + " " + link(adresse) + "</p><p><small>"
                + escaped(Typographie.francaise(fin)) + " " + link(reglage) + "</small></p></body></html>\n";
        return new Courriel(UUID.randomUUID(), compte.courriel(), sujet, texte, html, now.plus(VALIDITE));
    }
}
