package fr.parchemin.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * An identity provider as the texts have it, on this machine; each of its answers may be bent by a test. Checks what it is
 * asked with: the secret, the redirection, the verifier of PKCE, and that a code serves once.
 */
final class FauxFournisseur implements AutoCloseable {

    static final String CLIENT = "parchemin";
    static final String SECRET = "un secret & des signes : +/=";
    static final String JETON_ACCES = "acces-1234";

    /** What somebody agreed to. */
    private record Accord(Map<String, String> question, boolean used) {}

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Accord> accords = new LinkedHashMap<>();
    RSAKey key = newKey();
    /** Published keys, that of the signature unless a test says otherwise. */
    RSAKey published = key;

    UnaryOperator<Map<String, Object>> discovery = UnaryOperator.identity();
    UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    UnaryOperator<Map<String, Object>> tokens = UnaryOperator.identity();
    UnaryOperator<Map<String, Object>> infos = UnaryOperator.identity();
    /** What userinfo answers in place of JSON, {@code null} for JSON. */
    String infosJwt;

    String idToken;
    boolean down;
    int keysAsked;
    int discoveryAsked;
    Map<String, String> lastTokenRequest = Map.of();
    String lastAuthorization;

    FauxFournisseur(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> {
            discoveryAsked++;
            json(exchange, discovery.apply(metadata()));
        });
        server.createContext("/cles", exchange -> {
            keysAsked++;
            json(exchange, new JWKSet(published.toPublicJWK()).toJSONObject());
        });
        server.createContext("/jetons", this::tokens);
        server.createContext("/infos", this::infos);
        server.start();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer());
        metadata.put("authorization_endpoint", issuer() + "/autorisation");
        metadata.put("token_endpoint", issuer() + "/jetons");
        metadata.put("userinfo_endpoint", issuer() + "/infos");
        metadata.put("jwks_uri", issuer() + "/cles");
        metadata.put("end_session_endpoint", issuer() + "/fin");
        return metadata;
    }

    /** A person agrees: the parameters with which the browser goes back. */
    Map<String, String> agree(URI question) {
        Map<String, String> asked = parameters(question.getRawQuery());
        String code = UUID.randomUUID().toString();
        accords.put(code, new Accord(asked, false));
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", code);
        answer.put("state", asked.get("state"));
        return answer;
    }

    static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private void tokens(HttpExchange exchange) throws IOException {
        lastTokenRequest = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        lastAuthorization = exchange.getRequestHeaders().getFirst("Authorization");
        Accord accord = accords.get(lastTokenRequest.get("code"));
        if (accord == null
                || accord.used()
                || !accord.question().get("redirect_uri").equals(lastTokenRequest.get("redirect_uri"))
                || !verifies(accord.question().get("code_challenge"), lastTokenRequest.get("code_verifier"))) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        accords.put(lastTokenRequest.get("code"), new Accord(accord.question(), true));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", JETON_ACCES);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 60);
        answer.put(
                "id_token", idToken != null ? idToken : signed(accord.question().get("nonce")));
        json(exchange, tokens.apply(answer));
    }

    private static boolean verifies(String challenge, String verifier) {
        return challenge == null ? verifier == null : verifier != null && challenge.equals(hash(verifier, 32));
    }

    /** The first bytes of the SHA-256 of a text, in base64url. */
    static String hash(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    JWTClaimsSet.Builder usualClaims(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("s-1")
                .audience(CLIENT)
                .claim("nonce", nonce)
                .claim("at_hash", hash(JETON_ACCES, 16))
                .claim("sid", "session-1")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    private String signed(String nonce) {
        return sign(claims.apply(usualClaims(nonce)).build());
    }

    String sign(JWTClaimsSet set) {
        return sign(set, JWSAlgorithm.RS256);
    }

    String sign(JWTClaimsSet set, JWSAlgorithm algorithm) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), set);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void infos(HttpExchange exchange) throws IOException {
        if (!("Bearer " + JETON_ACCES).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, Map.of());
        } else if (infosJwt != null) {
            send(exchange, 200, "application/jwt", infosJwt);
        } else {
            Map<String, Object> person = new LinkedHashMap<>();
            person.put("sub", "s-1");
            person.put("given_name", "Alix");
            person.put("family_name", "Durand");
            person.put("email", "alix@exemple.test");
            person.put("email_verified", true);
            json(exchange, infos.apply(person));
        }
    }

    private void json(HttpExchange exchange, Map<String, Object> body) throws IOException {
        json(exchange, 200, body);
    }

    private void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        send(exchange, status, "application/json;charset=utf-8", Reseau.json(body));
    }

    private void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(down ? 503 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
