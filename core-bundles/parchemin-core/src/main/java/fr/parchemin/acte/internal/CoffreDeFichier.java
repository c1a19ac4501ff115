package fr.parchemin.acte.internal;

import fr.parchemin.acte.Coffre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AES-256-GCM under a key that lies in a file beside the database, made at the first start. Nodes on one database need the
 * same file.
 */
@Component(configurationPid = "fr.parchemin.acces")
public final class CoffreDeFichier implements Coffre {

    /** Configuration {@code fr.parchemin.acces}. */
    public @interface Config {
        /** Folder of the key. */
        String dossier() default "var";
    }

    private static final Logger LOG = LoggerFactory.getLogger(CoffreDeFichier.class);
    private static final String FICHIER = "cle-acces";
    private static final int OCTETS_CLE = 32;
    private static final int OCTETS_VECTEUR = 12;
    private static final int BITS_SCEAU = 128;
    private static final String VERSION = "v1.";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public CoffreDeFichier(Config config) {
        this(read(Path.of(config.dossier())));
    }

    /** For tests: a key that is given. */
    public CoffreDeFichier(byte[] key) {
        if (key.length != OCTETS_CLE) {
            throw new IllegalArgumentException("the key of the platform has " + OCTETS_CLE + " octets");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    private static byte[] read(Path dossier) {
        Path fichier = dossier.resolve(FICHIER);
        try {
            Files.createDirectories(dossier);
            create(fichier);
            return Base64.getDecoder().decode(Files.readString(fichier).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IllegalArgumentException broken) {
            throw new IllegalStateException("the key of the platform in " + fichier + " is damaged", broken);
        }
    }

    private static void create(Path fichier) throws IOException {
        if (Files.exists(fichier)) {
            return;
        }
        byte[] fresh = new byte[OCTETS_CLE];
        new SecureRandom().nextBytes(fresh);
        // Written beside and moved into place whole: a start cut short leaves no half a key that would be taken for
        // one.
        Path part = fichier.resolveSibling(FICHIER + ".part");
        Files.deleteIfExists(part);
        try {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, Base64.getEncoder().encodeToString(fresh) + "\n", StandardOpenOption.WRITE);
            Files.move(part, fichier);
            LOG.info("key of the platform created in {}: it belongs to the backup", fichier.toAbsolutePath());
        } catch (FileAlreadyExistsException raced) {
            LOG.debug("somebody else made the key meanwhile", raced);
        }
    }

    @Override
    public String seal(String place, String text) {
        byte[] vector = new byte[OCTETS_VECTEUR];
        random.nextBytes(vector);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, vector, place).doFinal(text.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return VERSION + base64.encodeToString(vector) + "." + base64.encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every Java platform", e);
        }
    }

    @Override
    public String open(String place, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !sealed.startsWith(VERSION)) {
            throw new IllegalStateException("not sealed by this platform: " + place);
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            return new String(
                    cipher(Cipher.DECRYPT_MODE, base64.decode(parts[1]), place).doFinal(base64.decode(parts[2])),
                    StandardCharsets.UTF_8);
        } catch (AEADBadTagException other) {
            throw new IllegalStateException("sealed under another key or elsewhere: " + place, other);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every Java platform", e);
        }
    }

    private Cipher cipher(int mode, byte[] vector, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(BITS_SCEAU, vector));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
