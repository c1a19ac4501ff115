package fr.parchemin.acces.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every thirty seconds: RFC 6238 with HMAC-SHA-1 and six digits, what every application makes. */
final class Totp {

    /** As long as the hash, which the RFC recommends. */
    static final int OCTETS_SECRET = 20;

    private static final long PAS_SECONDES = 30;
    /** A clock may be off by a step either way. */
    private static final long ECART = 1;

    private static final int MODULO = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step of time that an instant lies in. */
    static long pas(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), PAS_SECONDES);
    }

    /** The number of that step, below one million. */
    static int number(byte[] secret, long pas) {
        return truncated(secret, pas) % MODULO;
    }

    /** The 31 bits that RFC 4226 takes out of the hash. */
    static int truncated(byte[] secret, long pas) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(pas).array());
            int offset = hash[hash.length - 1] & 0xf;
            return ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is in every Java platform", e);
        }
    }

    /** The step that the code belongs to, if it is one of those around {@code now} and later than {@code after}. */
    static OptionalLong match(byte[] secret, String code, Instant now, long after) {
        OptionalLong found = OptionalLong.empty();
        if (!code.matches("[0-9]{6}")) {
            return found;
        }
        int given = Integer.parseInt(code);
        long here = pas(now);
        // All of them are compared, whichever fits: the time taken tells nothing.
        for (long pas = here - ECART; pas <= here + ECART; pas++) {
            if (number(secret, pas) == given && pas > after) {
                found = OptionalLong.of(pas);
            }
        }
        return found;
    }

    /** RFC 4648, without padding: how a secret is typed and drawn. */
    static String base32(byte[] octets) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte octet : octets) {
            bits = bits << 8 | octet & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(BASE32.charAt(bits >> held & 31));
            }
        }
        if (held > 0) {
            text.append(BASE32.charAt(bits << 5 - held & 31));
        }
        return text.toString();
    }
}
