package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KarafServer.class)
class PowerCutIT {

    @Test
    void afterAPowerCutThePlatformAndItsBranchesComeBack(Karaf karaf) throws IOException {
        Path jar = Files.write(
                karaf.branches().resolve("coupure.jar"),
                PluginJar.bundle("branche-coupure", "1.0.0").bytes());
        karaf.awaitBundle("branche-coupure", "1.0.0", "STARTED");

        karaf.kill();
        assertThatThrownBy(() -> karaf.get("/api/sante")).isInstanceOf(UncheckedIOException.class);
        karaf.restart();

        assertThat(karaf.get("/api/sante").body()).contains("OK");
        Files.delete(jar);
        karaf.awaitBundle("branche-coupure", "1.0.0", "UNINSTALLED");
    }
}
