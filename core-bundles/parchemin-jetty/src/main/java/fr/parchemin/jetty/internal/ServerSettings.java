package fr.parchemin.jetty.internal;

import fr.parchemin.acte.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code etc/org.ops4j.pax.web.cfg} says of the server, beyond what Pax Web reads itself.
 *
 * @param identity what the server shows of itself over HTTPS, empty when it speaks HTTP only
 * @param redirects whether a request that came over plain HTTP is sent to HTTPS or refused
 * @param hstsSeconds for how long a browser is told never to come back over plain HTTP; 0 tells nothing
 * @param proxies whose word is taken for who asks and over what
 * @param idleMillis how long a connection may be silent
 * @param connections how many are accepted at a time
 */
record ServerSettings(
        Optional<TlsIdentity> identity,
        int securePort,
        List<String> addresses,
        boolean redirects,
        long hstsSeconds,
        Networks proxies,
        long idleMillis,
        int connections) {

    private static final String PREFIX = "parchemin.https.";
    private static final int HTTPS = 443;
    private static final long A_YEAR = 31_536_000;
    private static final long HALF_A_MINUTE = 30_000;
    private static final int CONNECTIONS = 2_000;

    /**
     * @throws IllegalArgumentException when something is missing, unreadable or said twice; the message never repeats a
     *     secret
     */
    static ServerSettings of(Map<String, ?> configuration) {
        boolean secure = bool(configuration, "org.osgi.service.http.secure.enabled", false);
        return new ServerSettings(
                secure ? Optional.of(identity(configuration)) : Optional.empty(),
                secure ? (int) number(configuration, "org.osgi.service.http.port.secure", 8443) : HTTPS,
                Stream.of(text(configuration, "org.ops4j.pax.web.listening.addresses")
                                .split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList(),
                bool(configuration, PREFIX + "redirection", secure),
                number(configuration, PREFIX + "hsts", A_YEAR),
                Networks.parse(text(configuration, "parchemin.mandataires")),
                number(configuration, "org.ops4j.pax.web.server.connector.idleTimeout", HALF_A_MINUTE),
                (int) number(configuration, "parchemin.connexions", CONNECTIONS));
    }

    private static TlsIdentity identity(Map<String, ?> configuration) {
        String certificate = text(configuration, PREFIX + "certificat");
        String pkcs12 = text(configuration, PREFIX + "pkcs12");
        Secret key = Secret.in(configuration, PREFIX + "cle");
        Secret password = Secret.in(configuration, PREFIX + "motDePasse");
        if (certificate.isEmpty() == pkcs12.isEmpty()) {
            throw new IllegalArgumentException(
                    "HTTPS needs one of " + PREFIX + "certificat and " + PREFIX + "pkcs12, and not both");
        }
        if (!pkcs12.isEmpty()) {
            return TlsIdentity.pkcs12(Path.of(pkcs12), password);
        }
        if (!key.isGiven()) {
            throw new IllegalArgumentException(PREFIX + "certificat needs its key: give " + PREFIX + "cle.fichier");
        }
        return TlsIdentity.pem(Path.of(certificate), key, password);
    }

    private static String text(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private static boolean bool(Map<String, ?> configuration, String key, boolean otherwise) {
        String text = text(configuration, key);
        if (!text.isEmpty() && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(key + " must be true or false");
        }
        return text.isEmpty() ? otherwise : Boolean.parseBoolean(text);
    }

    private static long number(Map<String, ?> configuration, String key, long otherwise) {
        String text = text(configuration, key);
        if (!text.isEmpty() && !text.matches("[0-9]{1,10}")) {
            throw new IllegalArgumentException(key + " must be a whole number");
        }
        return text.isEmpty() ? otherwise : Long.parseLong(text);
    }
}
