package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root of the repository, in a repository of its own whose Maven only writes what the test says. */
class DoorTest {
    @TempDir
    private Path repository;

    @TempDir
    private Path given;

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.copy(Path.of("../../parchemin"), repository.resolve("parchemin"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** As Surefire writes it for a class that runs with several arguments: the head counts no test at all. */
    @Test
    void theSummaryCountsEveryCaseWhateverTheHeadsOfTheReportsSay() throws Exception {
        reports(
                "un/target/surefire-reports/TEST-A.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="A" tests="0" errors="0" skipped="0" failures="0">
                  <testcase name="a" classname="A[1]" time="0.1"/>
                  <testcase name="a" classname="A[2]" time="0.1">
                    <skipped type="x"><![CDATA[a <testcase name="no" that is only printed
                      <failure/>]]></skipped>
                  </testcase>
                  <testcase
                     time="0.1" name="b" classname="A[1]"><failure message="&lt;testcase &gt;" type="x"/></testcase>
                </testsuite>
                """);
        reports(
                "un/target/failsafe-reports/TEST-B.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites><testsuite failures="0" tests="1" name="B"><testcase name="a"/></testsuite>
                <testsuite errors="1" name="C" tests="1"><testcase name="a"><error>x</error></testcase></testsuite></testsuites>
                """);

        assertThat(run("test"))
                .containsSubsequence(
                        "  tests  échecs erreurs  sautés  module",
                        "      2       0       1       0  un (conteneur)",
                        "      3       1       0       1  un",
                        "      5       1       1       1  en tout");
    }

    @Test
    void whatAnEarlierBuildLeftNeverReachesTheServer() throws Exception {
        maven("printf '%s ' \"$@\"; exit 1");

        assertThat(run("start"))
                .anySatisfy(line -> assertThat(line).contains(" clean install "))
                .anySatisfy(line -> assertThat(line).contains("la construction a échoué"));
    }

    @Test
    void aBrowserThatIsNotWhereItIsSaidToBeStopsTheTests() throws Exception {
        maven("echo Maven was called");
        String nowhere = given.resolve("chromium").toString();

        assertThat(run("test", Map.of("PARCHEMIN_CHROMIUM", nowhere)))
                .noneMatch(line -> line.contains("Maven was called"))
                .anySatisfy(line -> assertThat(line).contains("PARCHEMIN_CHROMIUM", nowhere));
    }

    @Test
    void whatCannotBeInstalledIsNamed() throws Exception {
        Path tools = Files.createDirectory(given.resolve("bin"));
        executable(tools.resolve("apt-get"), "exit 100");
        executable(tools.resolve("sudo"), "exit 1");

        assertThat(run(
                        "test",
                        Map.of(
                                "PATH",
                                tools + ":" + System.getenv("PATH"),
                                "PARCHEMIN_MAVEN",
                                given.resolve("mvn").toString())))
                .anySatisfy(line -> assertThat(line).contains("l manque : maven"));
    }

    /** Maven, when it is asked for, leaves this report. */
    private void reports(String path, String report) throws IOException {
        Path written = given.resolve(path);
        Files.createDirectories(written.getParent());
        Files.writeString(written, report);
        maven("cp -r '" + given + "/.' .");
    }

    private void maven(String command) throws IOException {
        executable(repository.resolve("maven"), command);
    }

    private static void executable(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> run(String command) throws Exception {
        return run(command, Map.of());
    }

    private List<String> run(String command, Map<String, String> environment) throws Exception {
        Path output = repository.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        repository.resolve("parchemin").toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PARCHEMIN_MAVEN", repository.resolve("maven").toString());
        builder.environment().put("PARCHEMIN_PORT", String.valueOf(Platform.freePort()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(output);
    }
}
