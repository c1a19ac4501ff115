package fr.parchemin.acte;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/Counter Mode: nobody reads without the key, and nobody moves what is encrypted to another place
 * without being found out. What comes out is twelve octets of nonce, the ciphertext, sixteen of tag.
 */
public final class Chiffre {

    /** Octets of a key. */
    public static final int OCTETS_CLE = 32;

    private static final int OCTETS_NONCE = 12;
    private static final int BITS_TAG = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chiffre() {}

    /** A new random key. */
    public static byte[] newKey() {
        byte[] key = new byte[OCTETS_CLE];
        RANDOM.nextBytes(key);
        return key;
    }

    /**
     * Encrypts.
     *
     * @param contexte where the value stands; only there does it open
     */
    public static byte[] encrypt(byte[] key, byte[] clear, String contexte) {
        byte[] nonce = new byte[OCTETS_NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, contexte).doFinal(clear);
            return ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when it was encrypted under another key, for another place, or was changed
     */
    public static byte[] decrypt(byte[] key, byte[] encrypted, String contexte) {
        if (encrypted.length < OCTETS_NONCE + BITS_TAG / Byte.SIZE) {
            throw new IllegalStateException("too short to be anything encrypted");
        }
        byte[] nonce = new byte[OCTETS_NONCE];
        ByteBuffer parts = ByteBuffer.wrap(encrypted).get(nonce);
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, contexte).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not encrypted under this key for " + contexte, e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String contexte) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(BITS_TAG, nonce));
        cipher.updateAAD(contexte.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
