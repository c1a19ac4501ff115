package fr.parchemin.acte;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A password or a key that a configuration needs and never holds: for a key {@code K}, {@code K.fichier} names a file
 * and {@code K.env} an environment variable. A value in clear is refused, because files of {@code etc/} are copied,
 * kept in backups, and their content is shown by every console of the framework.
 *
 * <p>Where it is was read once; what it is, each time it is asked for, so that a secret may be changed without a
 * restart. May be used by any thread.
 */
public final class Secret {

    private static final long OCTETS_MAXIMUM = 64L * 1024;
    private static final Secret NONE = new Secret(null, null, null, name -> null);

    private final String cle;
    private final Path fichier;
    private final String variable;
    private final UnaryOperator<String> environment;

    private Secret(String cle, Path fichier, String variable, UnaryOperator<String> environment) {
        this.cle = cle;
        this.fichier = fichier;
        this.variable = variable;
        this.environment = environment;
    }

    /** No secret at all. */
    public static Secret none() {
        return NONE;
    }

    /**
     * Where the secret of a configuration is.
     *
     * @param configuration what the component was given, whole
     * @param cle the key that would hold the secret if it were in clear
     * @throws IllegalArgumentException when it is in clear, or said to be in two places
     */
    public static Secret in(Map<String, ?> configuration, String cle) {
        return in(configuration, cle, System::getenv);
    }

    static Secret in(Map<String, ?> configuration, String cle, UnaryOperator<String> environment) {
        String fichier = text(configuration, cle + ".fichier");
        String variable = text(configuration, cle + ".env");
        if (!text(configuration, cle).isEmpty()) {
            throw new IllegalArgumentException(cle + " holds a secret in clear: remove it, and name by " + cle
                    + ".fichier a file that holds it, or by " + cle + ".env an environment variable");
        }
        if (!fichier.isEmpty() && !variable.isEmpty()) {
            throw new IllegalArgumentException("give one of " + cle + ".fichier and " + cle + ".env, not both");
        }
        return new Secret(
                cle, fichier.isEmpty() ? null : Path.of(fichier), variable.isEmpty() ? null : variable, environment);
    }

    private static String text(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        return value == null ? "" : value.toString().strip();
    }

    /** Whether the configuration names a place. */
    public boolean isGiven() {
        return fichier != null || variable != null;
    }

    /**
     * The secret as it is now, without the line break at the end of a file; empty when the configuration names no place.
     *
     * @throws IllegalStateException when the place named does not hold it, or is a file that everybody on the machine
     *     may read; says where and never what
     */
    public Optional<String> read() {
        if (fichier != null) {
            return Optional.of(content());
        }
        if (variable != null) {
            String value = environment.apply(variable);
            if (value == null || value.isEmpty()) {
                throw new IllegalStateException(
                        cle + ".env: the environment variable " + variable + " is not set or empty");
            }
            return Optional.of(value);
        }
        return Optional.empty();
    }

    private String content() {
        try {
            if (!Files.isRegularFile(fichier)) {
                throw unusable("is no file that can be read");
            }
            if (openToAll()) {
                throw unusable(
                        "may be read or written by everybody on this machine; take these rights away (chmod o=)");
            }
            if (Files.size(fichier) > OCTETS_MAXIMUM) {
                throw unusable("is larger than any secret");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(fichier)))
                    .toString()
                    .replaceFirst("\\r?\\n\\z", "");
            if (text.isEmpty()) {
                throw unusable("is empty");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw unusable("is not text in UTF-8");
        } catch (IOException e) {
            throw unusable("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Group rights are let be: orchestrators hand secrets over that way. Without POSIX rights there is nothing to see. */
    private boolean openToAll() throws IOException {
        if (!Files.getFileStore(fichier).supportsFileAttributeView("posix")) {
            return false;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(fichier);
        return rights.contains(PosixFilePermission.OTHERS_READ) || rights.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private IllegalStateException unusable(String why) {
        return new IllegalStateException(cle + ".fichier: " + fichier + " " + why);
    }

    @Override
    public String toString() {
        if (fichier != null) {
            return "Secret[" + cle + ".fichier=" + fichier + "]";
        }
        return variable != null ? "Secret[" + cle + ".env=" + variable + "]" : "Secret[none]";
    }
}
