package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Identite;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The cookies of the pages: the session, whose value is the token of {@link Connexions}; for who is not signed in, a
 * random secret from which the tokens of the public forms are derived; the ticket of what a passkey is asked; and, while somebody is at an identity provider, the
 * secret that the answer has to come with.
 */
final class Sessions {
    static final String SESSION = "parchemin_session";
    static final String FORM = "parchemin_formulaire";
    /** Ties the answer of an identity provider to this browser; leaves with requests that come from another site. */
    static final String TEMOIN = "parchemin_temoin";

    /** The ticket of what a passkey of this browser is asked. */
    static final String DEFI = "parchemin_defi";

    private static final int SECRET_BYTES = 16;
    private static final int LONGEST_VALUE = 200;
    private static final Duration DUREE_DEFI = Duration.ofMinutes(5);

    private final Connexions connexions;
    private final Clock clock;
    private final boolean alwaysSecure;
    private final SecureRandom random = new SecureRandom();

    Sessions(Connexions connexions, Clock clock, boolean alwaysSecure) {
        this.connexions = connexions;
        this.clock = clock;
        this.alwaysSecure = alwaysSecure;
    }

    /** Who asks. Looked up once per request, and only if the answer depends on it. */
    final class Visitor {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final String token;
        private Optional<Identite> identite;
        private String formSecret;

        private Visitor(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
            this.token = cookie(request, SESSION);
            this.formSecret = cookie(request, FORM);
        }

        Optional<Acteur> acteur() {
            return identite().map(Identite::acteur);
        }

        Optional<Identite> identite() {
            if (identite == null) {
                identite = token == null ? Optional.empty() : connexions.recognize(token);
            }
            return identite;
        }

        /** Forgets who asks, because it just changed: looked up anew when next needed. */
        void refresh() {
            identite = null;
        }

        /** The session itself, for who proves afresh that it is theirs. */
        String token() {
            return token;
        }

        /** The token that the forms of this visitor carry. */
        String formToken() {
            if (acteur().isPresent()) {
                return Csrf.tokenFor(token);
            }
            if (formSecret == null) {
                byte[] secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                formSecret = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
                response.addCookie(hardened(request, FORM, formSecret));
            }
            return Csrf.tokenFor(formSecret);
        }

        boolean formTokenMatches(String given) {
            return Csrf.matches(acteur().isPresent() ? token : formSecret, given);
        }

        /** The token of the session, {@code null} when there is none; says nothing of whether it still opens anything. */
        String sessionToken() {
            return token;
        }

        /** What the browser has to bring back with the answer of a provider, {@code null} when nothing. */
        String temoin() {
            return cookie(request, TEMOIN);
        }

        void keepTemoin(String temoin, int minutes) {
            Cookie cookie = hardened(request, TEMOIN, temoin);
            // The answer comes from the site of the provider: Strict would leave this behind. Lax comes along with what
            // a person follows, and with nothing else.
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge((int) Duration.ofMinutes(minutes).toSeconds());
            response.addCookie(cookie);
        }

        void forgetTemoin() {
            if (temoin() != null) {
                Cookie cookie = hardened(request, TEMOIN, "");
                cookie.setAttribute("SameSite", "Lax");
                cookie.setMaxAge(0);
                response.addCookie(cookie);
            }
        }

        /** The ticket of what a passkey was asked here last, {@code null} when nothing. */
        String defi() {
            return cookie(request, DEFI);
        }

        void keepDefi(String billet) {
            Cookie cookie = hardened(request, DEFI, billet);
            cookie.setMaxAge((int) DUREE_DEFI.toSeconds());
            response.addCookie(cookie);
        }

        void forgetDefi() {
            if (defi() != null) {
                Cookie cookie = hardened(request, DEFI, "");
                cookie.setMaxAge(0);
                response.addCookie(cookie);
            }
        }

        void open(Connexions.Session session) {
            if (token != null) {
                connexions.close(token);
            }
            Cookie cookie = hardened(request, SESSION, session.jeton());
            Duration left = Duration.between(clock.instant(), session.expireLe());
            cookie.setMaxAge((int) Math.max(0, left.toSeconds()));
            response.addCookie(cookie);
        }

        void close() {
            if (token != null) {
                connexions.close(token);
            }
            Cookie cookie = hardened(request, SESSION, "");
            cookie.setMaxAge(0);
            response.addCookie(cookie);
            identite = Optional.empty();
        }
    }

    Visitor visitor(HttpServletRequest request, HttpServletResponse response) {
        return new Visitor(request, response);
    }

    private Cookie hardened(HttpServletRequest request, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(alwaysSecure || request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            String value = cookie.getValue();
            if (cookie.getName().equals(name) && value != null && !value.isEmpty() && value.length() <= LONGEST_VALUE) {
                return value;
            }
        }
        return null;
    }
}
