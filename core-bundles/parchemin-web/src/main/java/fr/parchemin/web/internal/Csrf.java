package fr.parchemin.web.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that each form carries, derived from the secret in the cookie of the browser: who cannot read the cookie
 * cannot make it, and any node can check it without having kept anything.
 */
final class Csrf {
    private static final byte[] PURPOSE = "parchemin form token".getBytes(StandardCharsets.US_ASCII);

    private Csrf() {}

    static String tokenFor(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is in every Java platform", e);
        }
    }

    static boolean matches(String secret, String token) {
        return secret != null
                && !secret.isEmpty()
                && token != null
                && MessageDigest.isEqual(
                        tokenFor(secret).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }
}
