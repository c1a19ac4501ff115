package fr.parchemin.oidc.internal;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The keys with which the provider signs. Kept for an hour; asked for again when a signature names one that is not among
 * them, but not more often than every half minute, whatever is sent to us.
 */
final class Cles {

    private static final Duration GARDEES = Duration.ofHours(1);
    private static final Duration ENTRE_DEUX = Duration.ofSeconds(30);

    private final Reseau reseau;
    private final Clock clock;
    private JWKSet known;
    private Instant askedAt = Instant.MIN;

    Cles(Reseau reseau, Clock clock) {
        this.reseau = reseau;
        this.clock = clock;
    }

    /** The keys that may have signed that; none when the provider publishes none. */
    synchronized List<JWK> of(JWSHeader header, URI address) throws IOException {
        Instant now = clock.instant();
        if (known == null || !now.isBefore(askedAt.plus(GARDEES))) {
            ask(address, now);
        }
        List<JWK> found = among(header);
        if (found.isEmpty() && !now.isBefore(askedAt.plus(ENTRE_DEUX))) {
            ask(address, now);
            found = among(header);
        }
        return found;
    }

    private List<JWK> among(JWSHeader header) {
        return new JWKSelector(JWKMatcher.forJWSHeader(header)).select(known);
    }

    private void ask(URI address, Instant now) throws IOException {
        try {
            known = fetched(address);
        } catch (IOException e) {
            // Those from before are as good as they were; the next half minute does without asking.
            if (known == null) {
                throw e;
            }
        }
        askedAt = now;
    }

    private JWKSet fetched(URI address) throws IOException {
        Reseau.Reponse answer = reseau.get(address, Map.of("Accept", "application/jwk-set+json, application/json"));
        if (answer.status() != 200) {
            throw new IOException("keys answer " + answer.status());
        }
        try {
            return JWKSet.parse(answer.corps());
        } catch (ParseException e) {
            throw new IOException("keys are no JWK set", e);
        }
    }
}
