package fr.parchemin.jetty.internal;

import fr.parchemin.acte.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The certificate of the server with its key: two PEM files, or one PKCS#12 file. Read anew each time it is asked for. */
final class TlsIdentity {
    private static final String ALIAS = "parchemin";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----", Pattern.CASE_INSENSITIVE);

    private final Path certificate;
    private final Secret key;
    private final Secret password;

    private TlsIdentity(Path certificate, Secret key, Secret password) {
        this.certificate = certificate;
        this.key = key;
        this.password = password;
    }

    /**
     * @param certificate the chain, that of the server first
     * @param key a PKCS#8 key
     * @param password of the key, if it has one
     */
    static TlsIdentity pem(Path certificate, Secret key, Secret password) {
        return new TlsIdentity(certificate, key, password);
    }

    static TlsIdentity pkcs12(Path file, Secret password) {
        return new TlsIdentity(file, Secret.none(), password);
    }

    /** The file whose change tells that the certificate was renewed. */
    Path certificate() {
        return certificate;
    }

    /**
     * A key store that holds this and nothing else.
     *
     * @param protection what the key is protected with in the store, which never leaves the memory
     */
    KeyStore load(char[] protection) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (key.isGiven()) {
            Certificate[] chain = chain();
            PrivateKey secret = privateKey(key.read().orElseThrow(), password.read());
            if (!secret.getAlgorithm().equals(chain[0].getPublicKey().getAlgorithm())) {
                throw new GeneralSecurityException(certificate + " is the certificate of another key");
            }
            store.setKeyEntry(ALIAS, secret, protection, chain);
        } else {
            copy(store, protection);
        }
        return store;
    }

    private Certificate[] chain() throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(certificate)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new GeneralSecurityException(certificate + " holds no certificate");
            }
            return chain;
        }
    }

    private static PrivateKey privateKey(String text, Optional<String> password)
            throws GeneralSecurityException, IOException {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new GeneralSecurityException("the key is no PEM");
        }
        byte[] content = Base64.getMimeDecoder().decode(pem.group(2));
        return switch (pem.group(1)) {
            case "PRIVATE KEY" -> plain(new PKCS8EncodedKeySpec(content));
            case "ENCRYPTED PRIVATE KEY" ->
                plain(decrypted(
                        content,
                        password.orElseThrow(
                                () -> new GeneralSecurityException("the key is encrypted and no password is given"))));
            default ->
                throw new GeneralSecurityException(
                        "the key is a " + pem.group(1) + ", not PKCS#8: convert it with openssl pkcs8 -topk8");
        };
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] content, String password)
            throws GeneralSecurityException, IOException {
        EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(content);
        // For PBES2 the name of the algorithm is in the parameters, which print it.
        String algorithm = encrypted.getAlgParameters() == null
                ? encrypted.getAlgName()
                : encrypted.getAlgParameters().toString();
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())),
                encrypted.getAlgParameters());
        return encrypted.getKeySpec(cipher);
    }

    private static PrivateKey plain(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException other) {
                continue;
            }
        }
        throw new GeneralSecurityException("the key is none of " + String.join(", ", ALGORITHMS));
    }

    private void copy(KeyStore store, char[] protection) throws GeneralSecurityException, IOException {
        char[] given = password.read().map(String::toCharArray).orElse(new char[0]);
        KeyStore file = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            file.load(in, given);
        }
        for (String alias : Collections.list(file.aliases())) {
            Key entry = file.getKey(alias, given);
            if (entry instanceof PrivateKey) {
                store.setKeyEntry(ALIAS, entry, protection, file.getCertificateChain(alias));
                return;
            }
        }
        throw new GeneralSecurityException(certificate + " holds no key");
    }
}
