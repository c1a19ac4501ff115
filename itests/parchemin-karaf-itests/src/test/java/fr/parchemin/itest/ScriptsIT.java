package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pax Exam starts a JVM of its own making; what the scripts of the distribution start is seen here. */
@ExtendWith(KarafServer.class)
class ScriptsIT {

    @Test
    void startedByItsScriptThePlatformSpeaksFrenchWhateverTheMachineDoes(Karaf karaf) throws Exception {
        karaf.kill();
        karaf.restart();

        assertThat(systemProperties(karaf.pid()))
                .contains("file.encoding=UTF-8", "user.language=fr", "user.country=FR");
        assertThat(karaf.home().resolve("data/log/parchemin.log")).exists();
    }

    @Test
    void itsScriptsTellWhetherItRunsAndStopIt(Karaf karaf) throws Exception {
        assertThat(exitCode(Scripts.run(karaf.home(), "status"))).isZero();

        ProcessHandle jvm = ProcessHandle.of(karaf.pid()).orElseThrow();
        assertThat(exitCode(Scripts.run(karaf.home(), "stop"))).isZero();
        jvm.onExit().get(60, TimeUnit.SECONDS);
        assertThat(exitCode(Scripts.run(karaf.home(), "status"))).isNotZero();

        karaf.restart();
    }

    private static List<String> systemProperties(long pid) throws IOException, InterruptedException {
        Path out = Files.createTempFile(Path.of("target"), "jcmd", ".txt");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "VM.system_properties")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(exitCode(jcmd)).isZero();
        return Files.readAllLines(out);
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
