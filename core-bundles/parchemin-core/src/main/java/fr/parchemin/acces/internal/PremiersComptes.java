package fr.parchemin.acces.internal;

import fr.parchemin.acces.Attributions;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to the first accounts of a platform that has none.
 *
 * <p>In the demo profile (configuration {@code fr.parchemin.demo} with {@code motDePasse}) they are the demo accounts.
 * Otherwise it is one administrator whose random password is written to a file that only the operator can read: there is
 * no default password.
 */
@Component(
        service = PremiersComptes.class,
        immediate = true,
        configurationPid = {"fr.parchemin.acces", "fr.parchemin.demo"})
public final class PremiersComptes {

    /** Configuration {@code fr.parchemin.acces}, and {@code fr.parchemin.demo} in the demo profile. */
    public @interface Config {
        /** Folder of the file with the first password. */
        String dossier() default "var";

        /** Password of the demo accounts; empty outside the demo profile. */
        String motDePasse() default "";
    }

    private static final Logger LOG = LoggerFactory.getLogger(PremiersComptes.class);
    private static final String FICHIER = "premier-acces.txt";
    private static final int OCTETS_MOT_DE_PASSE = 18;

    @Activate
    public PremiersComptes(
            Config config,
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Attributions attributions,
            @Reference Journal journal) {
        if (!transactions.read(comptes::isEmpty)) {
            return;
        }
        JournaledComptes gestion =
                new JournaledComptes(transactions, comptes, attributions, journal, HeureLegale.clock());
        if (config.motDePasse().isEmpty()) {
            createAdministrateur(gestion, Path.of(config.dossier()));
        } else {
            // All or none: the next start looks only at whether there is any account.
            transactions
                    .write(() -> {
                        for (CompteDemo compte : demo()) {
                            gestion.create(
                                            "plateforme",
                                            compte.identifiant(),
                                            compte.nom(),
                                            config.motDePasse(),
                                            Set.of(compte.habilitation()))
                                    .orElseThrow();
                        }
                        return Outcome.done(null);
                    })
                    .orElseThrow();
            LOG.info("demo accounts created");
        }
    }

    private static void createAdministrateur(JournaledComptes gestion, Path dossier) {
        byte[] secret = new byte[OCTETS_MOT_DE_PASSE];
        new SecureRandom().nextBytes(secret);
        String motDePasse = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Path fichier = dossier.resolve(FICHIER);
        try {
            Files.createDirectories(dossier);
            Files.deleteIfExists(fichier); // left by a platform whose database was since emptied
            createForOwner(fichier);
            Files.writeString(
                    fichier,
                    "Premier accès à Parchemin\nidentifiant : admin\nmot de passe : " + motDePasse
                            + "\nCréez vos comptes, puis supprimez ce fichier.\n",
                    StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        gestion.create(
                        "plateforme",
                        "admin",
                        "Administrateur",
                        motDePasse,
                        Set.of(Habilitation.ofPlatform(Role.ADMINISTRATEUR)))
                .orElseThrow();
        LOG.info("first account created, its password is in {}", fichier.toAbsolutePath());
    }

    private static void createForOwner(Path fichier) throws IOException {
        try {
            Files.createFile(
                    fichier, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException raced) {
            throw new IllegalStateException("another node is creating the first account", raced);
        }
    }

    /** A demo account. */
    private record CompteDemo(String identifiant, String nom, Habilitation habilitation) {}

    private static List<CompteDemo> demo() {
        List<CompteDemo> comptes = new ArrayList<>();
        comptes.add(new CompteDemo("admin", "Administration (démo)", Habilitation.ofPlatform(Role.ADMINISTRATEUR)));
        Map.of("metallurgie", "metallurgie", "securite", "securite-privee").forEach((suffixe, branche) -> {
            String noms = suffixe.equals("metallurgie") ? "métallurgie (démo)" : "sécurité privée (démo)";
            comptes.add(of("secretariat-" + suffixe, "Secrétariat " + noms, Role.SECRETARIAT, branche));
            comptes.add(of("organisme-" + suffixe, "Organisme " + noms, Role.ORGANISME, branche));
            comptes.add(of("evaluateur1-" + suffixe, "Première évaluatrice " + noms, Role.EVALUATEUR, branche));
            comptes.add(of("evaluateur2-" + suffixe, "Second évaluateur " + noms, Role.EVALUATEUR, branche));
            comptes.add(of("jury-" + suffixe, "Présidence de jury " + noms, Role.JURY, branche));
            comptes.add(of("certificateur-" + suffixe, "Certificateur " + noms, Role.CERTIFICATEUR, branche));
        });
        return comptes;
    }

    private static CompteDemo of(String identifiant, String nom, Role role, String branche) {
        return new CompteDemo(identifiant, nom, new Habilitation(role, branche));
    }
}
