package fr.parchemin.acces.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets that are shown once, and the hashes that are kept of them. */
final class Secrets {

    private static final int OCTETS = 32;
    /** Longer than any secret made here: what is longer is not hashed. */
    private static final int LONGUEUR_MAXIMALE = 256;

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits in base64url. */
    String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets(OCTETS));
    }

    byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }

    /** Whether the text can be a secret at all. */
    static boolean isPlausible(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGUEUR_MAXIMALE;
    }

    /** SHA-256 in hexadecimal. What is hashed is random and long: nothing slower is needed. */
    static String empreinte(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
