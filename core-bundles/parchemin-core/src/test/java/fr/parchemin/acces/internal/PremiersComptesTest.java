package fr.parchemin.acces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.internal.Cles;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.ComptesEnMemoire;
import fr.parchemin.enmemoire.EchecsEnMemoire;
import fr.parchemin.enmemoire.FacteursEnMemoire;
import fr.parchemin.enmemoire.FederationEnMemoire;
import fr.parchemin.enmemoire.JetonsApiEnMemoire;
import fr.parchemin.enmemoire.JetonsEnMemoire;
import fr.parchemin.enmemoire.JournalEnMemoire;
import fr.parchemin.enmemoire.LaissezPassersEnMemoire;
import fr.parchemin.enmemoire.LiensEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PremiersComptesTest {

    @TempDir
    private Path folder;

    private final Base base = new Base();
    private final ComptesEnMemoire comptes = new ComptesEnMemoire(base, HeureLegale.clock());
    private final JournalEnMemoire journal = new JournalEnMemoire(base);

    private void start(String motDePasse) {
        new PremiersComptes(config(folder.resolve("var"), motDePasse), base, comptes, comptes, journal);
    }

    private static PremiersComptes.Config config(Path dossier, String motDePasse) {
        return new PremiersComptes.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return PremiersComptes.Config.class;
            }

            @Override
            public String dossier() {
                return dossier.toString();
            }

            @Override
            public String motDePasse() {
                return motDePasse;
            }
        };
    }

    private Path file() {
        return folder.resolve("var/premier-acces.txt");
    }

    private List<Compte> all() {
        return base.read(Base.TOUT, () -> comptes.list(100));
    }

    private boolean signsIn(String identifiant, String password) {
        JetonsEnMemoire jetons = new JetonsEnMemoire(base, comptes);
        return new LocalConnexions(
                        Politique.simple(),
                        base,
                        comptes,
                        jetons,
                        new LaissezPassersEnMemoire(base),
                        new JetonsApiEnMemoire(base, comptes),
                        new LiensEnMemoire(base),
                        new FederationEnMemoire(base, jetons),
                        new EchecsEnMemoire(base),
                        new FacteursEnMemoire(base),
                        Cles.coffre(),
                        journal,
                        new Pendule(LocalDate.of(2026, 6, 15)))
                .open(identifiant, password)
                .isDone();
    }

    private String passwordInFile() throws IOException {
        Matcher line = Pattern.compile("mot de passe : (\\S+)").matcher(Files.readString(file()));
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    @Test
    void writesOneRandomAdministratorForTheOperatorAlone() throws IOException {
        start("");

        assertThat(all()).singleElement().satisfies(c -> {
            assertThat(c.identifiant()).isEqualTo("admin");
            assertThat(c.habilitations()).containsExactly(Habilitation.ofPlatform(Role.ADMINISTRATEUR));
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(passwordInFile()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(signsIn("admin", passwordInFile())).isTrue();
    }

    @Test
    void noTwoPlatformsHaveTheSamePassword() throws IOException {
        start("");
        String first = passwordInFile();
        PremiersComptesTest other = new PremiersComptesTest();
        other.folder = Files.createDirectory(folder.resolve("other"));
        other.start("");

        assertThat(other.passwordInFile()).isNotEqualTo(first);
    }

    @Test
    void aFileLeftByAPlatformThatWasEmptiedIsReplacedAndNotReadableByOthers() throws IOException {
        Files.createDirectories(folder.resolve("var"));
        Files.writeString(file(), "ancien");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));

        start("");

        assertThat(Files.readString(file())).doesNotContain("ancien");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void createsNoAccountWhosePasswordCouldNotBeWritten() throws IOException {
        Files.writeString(folder.resolve("var"), "a file where the folder should be");

        assertThatThrownBy(() -> start("")).isInstanceOf(UncheckedIOException.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void createsTheDemoAccountsWithTheirPasswordAndNoFile() {
        start("mot de passe de démo");

        assertThat(all()).hasSize(13).extracting(Compte::nom).doesNotHaveDuplicates();
        assertThat(all()).allSatisfy(c -> assertThat(c.habilitations()).hasSize(1));
        assertThat(base.read(Base.TOUT, journal::all)).hasSize(13);
        assertThat(signsIn("secretariat-metallurgie", "mot de passe de démo")).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void demoAccountsComeAllOrNone() {
        assertThatThrownBy(() -> start("court")).isInstanceOf(IllegalStateException.class);

        assertThat(all()).isEmpty();
    }

    @Test
    void doesNothingWhereThereAreAccounts() {
        base.write(Base.TOUT, () -> {
            comptes.add(new Compte("alix", "Alix", "x", Set.of()));
            return Outcome.done(null);
        });

        start("");
        start("mot de passe de démo");

        assertThat(all()).hasSize(1);
        assertThat(file()).doesNotExist();
    }
}
