package fr.parchemin.delivrance;

import java.security.SecureRandom;
import java.util.Locale;

/** The code printed on a paper: 128 random bits in Crockford’s base 32, which no eye confuses and nobody guesses. */
public final class CodeVerification {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LONGUEUR = 26;
    private static final int GROUPE = 5;

    private CodeVerification() {}

    public static String next(SecureRandom random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        StringBuilder code = new StringBuilder(LONGUEUR);
        int buffer = 0;
        int held = 0;
        for (byte b : bits) {
            buffer = (buffer << 8) | (b & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                code.append(ALPHABET.charAt((buffer >> held) & 31));
            }
        }
        code.append(ALPHABET.charAt((buffer << (5 - held)) & 31));
        return code.toString();
    }

    /** The code as it is kept, whatever way it was typed: spaces and dashes out, letters that look like digits read as such. */
    public static String normalize(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** The code as it is printed, in groups of five. */
    public static String printed(String code) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < code.length(); i += GROUPE) {
            groups.append(i == 0 ? "" : "-").append(code, i, Math.min(code.length(), i + GROUPE));
        }
        return groups.toString();
    }
}
