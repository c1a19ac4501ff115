package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.golden.GoldenCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./parchemin nouvelle-branche}, run on a copy of what it needs of this repository. */
class NouvelleBrancheTest {

    private static final Path DEPOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Path root;

    private record Fin(int code, String dit) {}

    @BeforeEach
    void copy() throws IOException {
        root = Files.createDirectory(folder.resolve("depot"));
        for (String file : List.of("parchemin", "pom.xml")) {
            Files.copy(DEPOT.resolve(file), root.resolve(file));
        }
        Path skeleton = DEPOT.resolve("branch-plugins/branche-exemple");
        try (Stream<Path> files = Files.walk(skeleton)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !skeleton.relativize(f).startsWith("target"))
                    .toList()) {
                Path copy = root.resolve(DEPOT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private Fin run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("bash", root.resolve("parchemin").toString(), "nouvelle-branche"));
        command.addAll(List.of(arguments));
        try {
            Path out = folder.resolve("out.txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Fin(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Every file below a folder with what it says, but for the words of the script itself. */
    private static Map<String, String> content(Path of) {
        try (Stream<Path> files = Files.walk(of)) {
            Map<String, String> content = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(of.relativize(file).toString(), Files.readString(file));
            }
            return content;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void assertAdmissible(Path main, String code, String nom) throws IOException {
        Lecture lecture = DefinitionReader.standalone().read(main.toUri().toURL());
        assertThat(lecture).as("%s", lecture).isInstanceOf(Lecture.Valide.class);
        var definition = ((Lecture.Valide) lecture).definition();
        assertThat(definition.branche().code()).isEqualTo(code);
        assertThat(definition.branche().nom()).isEqualTo(nom);
        assertThat(GoldenCases.run(definition))
                .allSatisfy(r -> assertThat(r.difference()).isEmpty());
    }

    @Test
    void insideTheRepositoryItIsAModuleOfTheBuild() throws IOException {
        assertThat(run("arts-du-feu", "Arts du feu").code()).isZero();

        Path made = root.resolve("branch-plugins/branche-arts-du-feu");
        assertAdmissible(made.resolve("src/main/resources/branche.yaml"), "arts-du-feu", "Arts du feu");
        assertThat(Files.readString(root.resolve("pom.xml")))
                .containsOnlyOnce("<module>branch-plugins/branche-arts-du-feu</module>");
        assertThat(Files.readString(made.resolve("src/main/java/fr/parchemin/branche/artsdufeu/ArtsDuFeuBranche.java")))
                .contains("package fr.parchemin.branche.artsdufeu;", "\"=arts-du-feu\"", "class ArtsDuFeuBranche");
        assertThat(content(made)).allSatisfy((file, text) -> assertThat(file + text)
                .doesNotContain("ExempleBranche", "branche.exemple", "branche-exemple", "EXE-", "exe-mcv", "Exemple"));
    }

    @Test
    void runAgainItChangesNothingAndNeverOverwritesWhatItDidNotMake() throws IOException {
        run("logistique", "Logistique");
        Path readme = root.resolve("branch-plugins/branche-logistique/README.md");
        Files.writeString(readme, "écrit par l’auteur");
        Map<String, String> before = content(root);

        assertThat(run("logistique", "Logistique")).satisfies(again -> {
            assertThat(again.code()).isZero();
            assertThat(again.dit()).contains("rien n’a été changé");
        });
        assertThat(run("logistique", "Autre nom").code()).isNotZero();
        assertThat(content(root)).isEqualTo(before);

        Path other = Files.createDirectory(folder.resolve("autre"));
        assertThat(run("logistique", "Logistique", other.toString()).dit())
                .contains("existe déjà et ne vient pas de cette commande : rien n’a été touché");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void outsideTheRepositoryItsParentComesFromMaven() throws IOException {
        Path made = folder.resolve("ailleurs");
        assertThat(run("logistique", "Transport & dépôt : l’essai", made.toString())
                        .code())
                .isZero();

        assertAdmissible(made.resolve("src/main/resources/branche.yaml"), "logistique", "Transport & dépôt : l’essai");
        assertThat(Files.readString(made.resolve("pom.xml")))
                .contains("<relativePath/>", "<artifactId>branche-logistique</artifactId>", "Transport &amp; dépôt");
        assertThat(Files.readString(root.resolve("pom.xml"))).doesNotContain("branche-logistique");
    }

    @Test
    void withoutJavaItIsAFolderToDrop() throws IOException {
        Path made = folder.resolve("donnees");
        assertThat(run("int", "Sans Java", made.toString(), "--sans-java").code())
                .isZero();

        assertAdmissible(made.resolve("branche.yaml"), "int", "Sans Java");
        assertThat(content(made).keySet()).noneMatch(file -> file.endsWith(".java") || file.endsWith("pom.xml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Logistique|Logistique|le code « Logistique » n’en est pas un",
                "l|Logistique|le code « l » n’en est pas un",
                "lo--gis|Logistique|le code « lo--gis » n’en est pas un",
                "../fuite|Logistique|le code « ../fuite » n’en est pas un",
                "exemple|Exemple|« exemple » est le squelette lui-même",
                "logistique|un \"nom\"|le nom « un \"nom\" » ne convient pas",
                "logistique|--force|option inconnue : « --force »",
                "logistique|--sans-java|il faut un code et un nom"
            })
    void badInputIsRefusedInFrenchAndNothingIsMade(String code, String nom, String told) {
        Map<String, String> before = content(root);

        Fin fin = run(code, nom);

        assertThat(fin.code()).isNotZero();
        assertThat(fin.dit()).contains(told);
        assertThat(content(root)).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() {
        assertThat(run("logistique", "Logistique", folder.resolve("a/b/c").toString())
                        .dit())
                .contains("où créer la branche, n’existe pas");
        assertThat(run("logistique", "Logistique", "--sans-java").dit())
                .contains("dites dans quel dossier mettre les fichiers YAML");
    }
}
