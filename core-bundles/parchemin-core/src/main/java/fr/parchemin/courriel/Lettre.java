package fr.parchemin.courriel;

import fr.parchemin.acte.Typographie;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** How a mail of the platform that leads somewhere is laid out: a few paragraphs, one address, a last word. */
public final class Lettre {

    private static final String SIGNATURE =
            "Ce message est envoyé par la plateforme Parchemin. Personne ne vous demandera jamais votre mot de passe.";

    private Lettre() {}

    /**
     * A mail, as text and as HTML.
     *
     * @param lien where it leads, shown as it is
     * @param fin what to do for who did not expect it
     * @param perimeLe when it is of no use any more
     */
    public static Courriel of(
            String destinataire, String sujet, List<String> paragraphes, String lien, String fin, Instant perimeLe) {
        String texte = paragraphes.stream().map(Typographie::francaise).collect(Collectors.joining("\n\n")) + "\n\n"
                + lien + "\n\n" + Typographie.francaise(fin) + "\n\n-- \n" + SIGNATURE + "\n";
        String html = "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + escaped(sujet)
                + "</title></head><body>"
                + paragraphes.stream()
                        .map(p -> "<p>" + escaped(Typographie.francaise(p)) + "</p>")
                        .collect(Collectors.joining())
                + "<p>" + link(lien) + "</p><p>" + escaped(Typographie.francaise(fin)) + "</p><p><small>"
                + escaped(SIGNATURE) + "</small></p></body></html>\n";
        return new Courriel(UUID.randomUUID(), destinataire, Typographie.francaise(sujet), texte, html, perimeLe);
    }

    /** An address as a link of HTML that shows it. */
    public static String link(String address) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(address) + "</a>";
    }

    /** Text as HTML says it. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
