package fr.parchemin.oidc.internal;

import fr.parchemin.acces.FournisseurIdentite.Defi;
import fr.parchemin.acte.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What the tests of providers have in common. */
final class Essai {

    static final URI RETOUR = URI.create("https://parchemin.test/connexion/oidc/essai/retour");

    private Essai() {}

    /** A clock that moves when told. */
    static final class Montre extends Clock {
        private Instant now = Instant.parse("2026-06-15T10:00:00Z");

        void avance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A configuration with these keys and the defaults of the others. */
    static Configuration configuration(Map<String, Object> given) {
        return (Configuration) Proxy.newProxyInstance(
                Essai.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static Map<String, Object> keys(String issuer) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("code", "essai");
        keys.put("libelle", "Essai");
        keys.put("emetteur", issuer);
        keys.put("client", FauxFournisseur.CLIENT);
        return keys;
    }

    static Reglages reglages(Map<String, Object> keys, Path folder) {
        return Reglages.of(configuration(keys), secret(folder, FauxFournisseur.SECRET), Secret.none(), Secret.none());
    }

    /** A secret in a file that only its owner reads. */
    static Secret secret(Path folder, String content) {
        try {
            Path file = Files.createTempFile(
                    folder,
                    "secret",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content);
            return Secret.in(Map.of("secret.fichier", file.toString()), "secret");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Defi defi(String salt) {
        return new Defi("etat-" + salt, "nonce-" + salt, "verificateur-" + salt, RETOUR);
    }
}
