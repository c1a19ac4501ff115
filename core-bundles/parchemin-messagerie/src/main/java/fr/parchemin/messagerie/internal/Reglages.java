package fr.parchemin.messagerie.internal;

import fr.parchemin.acte.Secret;
import java.util.Properties;

/**
 * How the mail server is reached.
 *
 * @param hote name of the server, empty when nobody said how mail is sent
 * @param delai seconds to wait for the server at each step
 */
record Reglages(
        String hote,
        int port,
        Securite securite,
        String utilisateur,
        Secret motDePasse,
        String expediteur,
        String nomExpediteur,
        int delai) {

    /** What protects the conversation. */
    enum Securite {
        /** TLS asked for in the conversation; without it nothing is sent. */
        STARTTLS,
        /** TLS from the first octet. */
        TLS,
        /** In clear: a server on this machine. */
        AUCUNE
    }

    Reglages {
        if (!hote.isEmpty() && expediteur.isEmpty()) {
            throw new IllegalArgumentException("expediteur: say in whose name mail is sent");
        }
        if (securite == Securite.AUCUNE && motDePasse.isGiven()) {
            throw new IllegalArgumentException("a password is not sent in clear: set securite to STARTTLS or TLS");
        }
        if (utilisateur.isEmpty() == motDePasse.isGiven()) {
            throw new IllegalArgumentException("give both utilisateur and motDePasse.fichier or .env, or neither");
        }
        if (delai < 1) {
            throw new IllegalArgumentException("delai is in seconds, at least 1");
        }
    }

    boolean isGiven() {
        return !hote.isEmpty();
    }

    Properties properties() {
        Properties properties = new Properties();
        String millis = Integer.toString(delai * 1000);
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", hote);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(!utilisateur.isEmpty()));
        properties.put("mail.smtp.from", expediteur);
        properties.put("mail.smtp.ssl.enable", Boolean.toString(securite == Securite.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(securite == Securite.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(securite == Securite.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.mime.charset", "UTF-8");
        return properties;
    }
}
