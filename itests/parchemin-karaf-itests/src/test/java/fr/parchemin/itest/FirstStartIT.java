package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.BrancheJar;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What an operator meets who unpacks the distribution, puts a branch into its folder and only then starts it. */
class FirstStartIT {

    /** File Install looks at the folder while the features of the platform are still being installed. */
    @Test
    void aBranchThatWaitsInTheFolderIsTakenWithoutAWarning() throws Exception {
        try (Platform platform = Platform.unpack("first-start")) {
            platform.drop(
                    "branche-metallurgie.jar", BrancheJar.shipped("metallurgie").bytes());
            platform.start();
            JsonNode branche = platform.awaitBranch("metallurgie", "ACTIVE");

            assertThat(branche.path("extension").path("nom").asText()).isEqualTo("fr.parchemin.branche.metallurgie");
            assertThat(branche.path("extension").path("version").asText()).isNotEmpty();
            assertThat(Files.readAllLines(platform.home().resolve("data/log/parchemin.log")))
                    .filteredOn(line -> line.contains("| fileinstall "))
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("| WARN ") || line.contains("| ERROR "));
        }
    }
}
