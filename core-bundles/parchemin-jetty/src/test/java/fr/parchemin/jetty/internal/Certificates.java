package fr.parchemin.jetty.internal;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine, signed by itself, made by the JDK's own tool, in each form a site may have it in. */
final class Certificates {
    private static final String PASSWORD = "mot-de-passe-d-essai";

    final Path pkcs12;
    final Path certificate;
    final Path key;
    final Path password;
    private final KeyStore store;

    Certificates(Path folder, String algorithm) throws Exception {
        Files.createDirectories(folder);
        pkcs12 = folder.resolve("essai.p12");
        ProcessBuilder keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "essai",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=IP:127.0.0.1,DNS:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        pkcs12.toString(),
                        "-storepass:env",
                        "ESSAI")
                .redirectErrorStream(true);
        keytool.environment().put("ESSAI", PASSWORD);
        Process process = keytool.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pkcs12)) {
            store.load(in, PASSWORD.toCharArray());
        }
        certificate = Files.writeString(
                folder.resolve("chaine.pem"),
                pem("CERTIFICATE", store.getCertificate("essai").getEncoded()));
        key = forOwner(Files.writeString(
                folder.resolve("cle.pem"),
                pem("PRIVATE KEY", store.getKey("essai", PASSWORD.toCharArray()).getEncoded())));
        password = forOwner(Files.writeString(folder.resolve("mot-de-passe"), PASSWORD + "\n"));
    }

    private static Path forOwner(Path file) throws Exception {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    /** Trusts this certificate and no other. */
    SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("essai", store.getCertificate("essai"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
