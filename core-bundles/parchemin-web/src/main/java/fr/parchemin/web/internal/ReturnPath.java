package fr.parchemin.web.internal;

/** Where to go back to after signing in: a page of this platform, and no other. */
final class ReturnPath {
    private static final int LONGEST = 500;

    private ReturnPath() {}

    /** The path asked for when it leads to a page here, the given one otherwise. */
    static String safe(String asked, String otherwise) {
        if (asked == null || asked.length() > LONGEST || !asked.startsWith("/")) {
            return otherwise;
        }
        // « //host » and « /\host » leave the site; browsers drop control characters before they look.
        if (asked.startsWith("//") || asked.indexOf('\\') >= 0) {
            return otherwise;
        }
        for (int i = 0; i < asked.length(); i++) {
            char c = asked.charAt(i);
            if (c <= ' ' || c > '~') {
                return otherwise;
            }
        }
        String path = asked.contains("?") ? asked.substring(0, asked.indexOf('?')) : asked;
        return path.equals("/connexion") || path.startsWith("/connexion/") || path.equals("/deconnexion")
                ? otherwise
                : asked;
    }
}
