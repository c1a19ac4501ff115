package fr.parchemin.webauthn.internal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device with one passkey, and the browser before it, made by hand from the specification (W3C Web Authentication Level 3):
 * nothing in it is shared with what is tested.
 */
final class Appareil {

    /** How it signs: COSE algorithm (RFC 9053, RFC 8812) and what the JDK calls it. */
    enum Algorithme {
        ES256(-7, "SHA256withECDSA"),
        EDDSA(-8, "Ed25519"),
        RS256(-257, "SHA256withRSA"),
        /** A real one that the platform does not ask for. */
        ES384(-35, "SHA384withECDSA");

        private final int cose;
        private final String jdk;

        Algorithme(int cose, String jdk) {
            this.cose = cose;
            this.jdk = jdk;
        }
    }

    private static final int UP = 0x01;
    private static final int UV = 0x04;
    private static final int BE = 0x08;
    private static final int BS = 0x10;
    private static final int AT = 0x40;

    final byte[] id = new byte[32];
    String origine = "https://parchemin.exemple.fr";
    String domaine = "parchemin.exemple.fr";
    String poignee;
    boolean present = true;
    boolean verifie = true;
    boolean copiable = true;
    boolean cadreEtranger;
    long compteur;
    String type;

    private final Algorithme algorithme;
    private final KeyPair paire;

    Appareil(Algorithme algorithme) {
        this.algorithme = algorithme;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator =
                    switch (algorithme) {
                        case ES256 -> ec("secp256r1");
                        case ES384 -> ec("secp384r1");
                        case EDDSA -> KeyPairGenerator.getInstance("Ed25519");
                        case RS256 -> KeyPairGenerator.getInstance("RSA");
                    };
            if (algorithme == Algorithme.RS256) {
                generator.initialize(2048);
            }
            paire = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPairGenerator ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator;
    }

    String nom() {
        return base64(id);
    }

    /** What the browser gives back for a key just made. */
    String cree(String defi) {
        String client = client(type == null ? "webauthn.create" : type, defi);
        ByteArrayOutputStream device = new ByteArrayOutputStream();
        device.writeBytes(donnees(AT));
        device.writeBytes(new byte[16]);
        device.writeBytes(new byte[] {0, (byte) id.length});
        device.writeBytes(id);
        device.writeBytes(cbor(cose()));
        Map<Object, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", device.toByteArray());
        return json("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\",\"hybrid\"]"
                .formatted(base64(client), base64(cbor(attestation))));
    }

    /** What the browser gives back when the key signed. */
    String signe(String defi) {
        byte[] client = client(type == null ? "webauthn.get" : type, defi).getBytes(StandardCharsets.UTF_8);
        byte[] device = donnees(0);
        try {
            Signature signature = Signature.getInstance(algorithme.jdk);
            signature.initSign(paire.getPrivate());
            signature.update(device);
            signature.update(sha256(client));
            return json(
                    "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
                            .formatted(base64(client), base64(device), base64(signature.sign()), poignee));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(String response) {
        return "{\"id\":\"%1$s\",\"rawId\":\"%1$s\",\"type\":\"public-key\",\"authenticatorAttachment\":\"platform\",\"clientExtensionResults\":{},\"response\":{%2$s}}"
                .formatted(nom(), response);
    }

    private String client(String ceremony, String defi) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":%s}"
                .formatted(ceremony, defi, origine, cadreEtranger);
    }

    private byte[] donnees(int more) {
        int flags = more | (present ? UP : 0) | (verifie ? UV : 0) | (copiable ? BE | BS : 0);
        return ByteBuffer.allocate(37)
                .put(sha256(domaine.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) compteur)
                .array();
    }

    private Map<Object, Object> cose() {
        Map<Object, Object> key = new LinkedHashMap<>();
        switch (algorithme) {
            case ES256, ES384 -> {
                ECPublicKey ec = (ECPublicKey) paire.getPublic();
                int length = algorithme == Algorithme.ES256 ? 32 : 48;
                key.put(1, 2);
                key.put(3, algorithme.cose);
                key.put(-1, algorithme == Algorithme.ES256 ? 1 : 2);
                key.put(-2, padded(ec.getW().getAffineX(), length));
                key.put(-3, padded(ec.getW().getAffineY(), length));
            }
            case EDDSA -> {
                EdECPublicKey ed = (EdECPublicKey) paire.getPublic();
                byte[] y = padded(ed.getPoint().getY(), 32);
                for (int i = 0; i < 16; i++) {
                    byte swapped = y[i];
                    y[i] = y[31 - i];
                    y[31 - i] = swapped;
                }
                if (ed.getPoint().isXOdd()) {
                    y[31] |= (byte) 0x80;
                }
                key.put(1, 1);
                key.put(3, algorithme.cose);
                key.put(-1, 6);
                key.put(-2, y);
            }
            case RS256 -> {
                RSAPublicKey rsa = (RSAPublicKey) paire.getPublic();
                key.put(1, 3);
                key.put(3, algorithme.cose);
                key.put(-1, padded(rsa.getModulus(), 256));
                key.put(-2, padded(rsa.getPublicExponent(), 3));
            }
        }
        return key;
    }

    private static byte[] padded(BigInteger number, int length) {
        byte[] octets = number.toByteArray();
        byte[] padded = new byte[length];
        int taken = Math.min(octets.length, length);
        System.arraycopy(octets, octets.length - taken, padded, length - taken, taken);
        return padded;
    }

    /** As much of CBOR (RFC 8949) as a device needs. */
    private static byte[] cbor(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (value instanceof Integer number) {
            out.writeBytes(number < 0 ? head(1, -1L - number) : head(0, number));
        } else if (value instanceof byte[] octets) {
            out.writeBytes(head(2, octets.length));
            out.writeBytes(octets);
        } else if (value instanceof String text) {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(head(3, octets.length));
            out.writeBytes(octets);
        } else {
            Map<?, ?> map = (Map<?, ?>) value;
            out.writeBytes(head(5, map.size()));
            map.forEach((key, member) -> {
                out.writeBytes(cbor(key));
                out.writeBytes(cbor(member));
            });
        }
        return out.toByteArray();
    }

    private static byte[] head(int major, long argument) {
        int type = major << 5;
        if (argument < 24) {
            return new byte[] {(byte) (type | argument)};
        }
        return argument < 256
                ? new byte[] {(byte) (type | 24), (byte) argument}
                : new byte[] {(byte) (type | 25), (byte) (argument >> 8), (byte) argument};
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Another device that holds a copy of the name of this key, and not the key. */
    Appareil imposteur() {
        Appareil other = new Appareil(algorithme);
        System.arraycopy(id, 0, other.id, 0, id.length);
        other.poignee = poignee;
        return other;
    }

    @Override
    public String toString() {
        return algorithme + " " + Arrays.hashCode(id);
    }
}
