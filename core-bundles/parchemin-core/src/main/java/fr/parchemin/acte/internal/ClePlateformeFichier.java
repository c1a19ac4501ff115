package fr.parchemin.acte.internal;

import fr.parchemin.acte.Chiffre;
import fr.parchemin.acte.ClePlateforme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of the platform, from an environment variable or a file of the operator's, made at the first start with rights
 * for its owner only. It is base64 of 32 octets, on one line.
 */
@Component(service = ClePlateforme.class, configurationPid = "fr.parchemin.cles")
public final class ClePlateformeFichier implements ClePlateforme {

    /** Configuration {@code fr.parchemin.cles}. */
    public @interface Config {
        /** File that holds the key; made when it is not there. */
        String fichier() default "var/cles/plateforme.cle";

        /** Environment variable that holds the key; the file is not looked at when it is set. */
        String variable() default "PARCHEMIN_CLE_PLATEFORME";
    }

    private static final Logger LOG = LoggerFactory.getLogger(ClePlateformeFichier.class);
    private static final int CHIFFRES_IDENTIFIANT = 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final byte[] cle;
    private final String identifiant;

    @Activate
    public ClePlateformeFichier(Config config) {
        this(Path.of(config.fichier()), config.variable(), System::getenv);
    }

    ClePlateformeFichier(Path fichier, String variable, UnaryOperator<String> environment) {
        String given = variable.isEmpty() ? null : environment.apply(variable);
        cle = given != null ? parse(given, "environment variable " + variable) : ofFile(fichier);
        identifiant = named(cle);
    }

    private static byte[] ofFile(Path fichier) {
        try {
            if (Files.notExists(fichier)) {
                create(fichier);
            }
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(fichier);
            if (!OWNER_ONLY.containsAll(rights)) {
                throw new IllegalStateException("others than its owner may use " + fichier
                        + ", which holds the key of the platform: chmod 600 it");
            }
            return parse(Files.readString(fichier), fichier.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the platform cannot be read from " + fichier, e);
        }
    }

    /** Written whole beside its place, then put there unless another node did so meanwhile. */
    private static void create(Path fichier) throws IOException {
        Path folder = fichier.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh =
                Files.createTempFile(folder, ".plateforme", ".cle", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(Chiffre.newKey()) + "\n");
            Files.createLink(fichier, fresh);
            LOG.info("key of the platform made in {}; what it encrypts is lost without it: back it up", fichier);
        } catch (FileAlreadyExistsException raced) {
            LOG.debug("another node made the key of the platform", raced);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(fresh, fichier, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static byte[] parse(String text, String where) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(where + " does not hold base64", malformed);
        }
        if (key.length != Chiffre.OCTETS_CLE) {
            throw new IllegalStateException(where + " holds a key of " + key.length + " octets, not 32");
        }
        return key;
    }

    private static String named(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("parchemin-cle-plateforme".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key)).substring(0, CHIFFRES_IDENTIFIANT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String identifiant() {
        return identifiant;
    }

    @Override
    public byte[] wrap(byte[] key, String contexte) {
        return Chiffre.encrypt(cle, key, contexte);
    }

    @Override
    public byte[] unwrap(byte[] enveloppe, String contexte) {
        return Chiffre.decrypt(cle, enveloppe, contexte);
    }
}
