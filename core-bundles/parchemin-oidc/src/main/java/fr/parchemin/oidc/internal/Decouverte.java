package fr.parchemin.oidc.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the provider publishes of itself (OpenID Connect Discovery), asked for when first needed and kept for an hour; after
 * a failure it is left alone for some seconds.
 */
final class Decouverte {

    /**
     * Where to find the provider.
     *
     * @param exigeEmetteur whether each answer names the issuer (RFC 9207)
     */
    record Adresses(
            URI autorisation, URI jetons, Optional<URI> infos, URI cles, Optional<URI> fin, boolean exigeEmetteur) {}

    private static final Duration GARDEES = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Reglages reglages;
    private final Reseau reseau;
    private final Clock clock;
    private Adresses known;
    private Instant staleFrom = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    Decouverte(Reglages reglages, Reseau reseau, Clock clock) {
        this.reglages = reglages;
        this.reseau = reseau;
        this.clock = clock;
    }

    synchronized Adresses adresses() throws Rejet {
        Instant now = clock.instant();
        if (known != null && now.isBefore(staleFrom)) {
            return known;
        }
        try {
            if (now.isBefore(notBefore)) {
                throw new IOException("failed a moment ago");
            }
            known = ask();
            staleFrom = now.plus(GARDEES);
        } catch (IOException | IllegalArgumentException e) {
            if (!now.isBefore(notBefore)) {
                notBefore = now.plus(PAUSE);
            }
            if (known == null) {
                throw Rejet.indisponible(reglages.libelle(), e);
            }
        }
        return known;
    }

    private Adresses ask() throws IOException {
        URI address = URI.create(reglages.emetteur().replaceAll("/+$", "") + "/.well-known/openid-configuration");
        Reseau.Reponse answer = reseau.get(address, Map.of("Accept", "application/json"));
        if (answer.status() != 200) {
            throw new IOException("discovery answers " + answer.status());
        }
        Map<String, Object> published = Reseau.object(answer.corps());
        if (!reglages.emetteur().equals(published.get("issuer"))) {
            throw new IOException("discovery is of another issuer than the one configured");
        }
        return new Adresses(
                required(published, "authorization_endpoint"),
                required(published, "token_endpoint"),
                optional(published, "userinfo_endpoint"),
                required(published, "jwks_uri"),
                optional(published, "end_session_endpoint"),
                Boolean.TRUE.equals(published.get("authorization_response_iss_parameter_supported")));
    }

    private static URI required(Map<String, Object> published, String name) throws IOException {
        return optional(published, name).orElseThrow(() -> new IOException("discovery has no " + name));
    }

    private static Optional<URI> optional(Map<String, Object> published, String name) {
        return published.get(name) instanceof String address && !address.isBlank()
                ? Optional.of(Reglages.secure(address, name))
                : Optional.empty();
    }
}
