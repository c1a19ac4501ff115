package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String POSTGRESQL = "jdbc:postgresql://base.exemple.test/parchemin";

    private static Settings settings(String url, String password, String file, String env) {
        return new Settings(url, "parchemin", password, file, env, 10);
    }

    private static Properties properties(Settings settings) {
        return settings.driverProperties(name -> name.equals("MOT_DE_PASSE") ? "secret-env" : null);
    }

    @Test
    void giveH2WhatItNeedsToKeepItsWord() {
        assertThat(properties(settings("jdbc:h2:file:/var/parchemin", "", "", "")))
                .containsEntry(
                        "url",
                        "jdbc:h2:file:/var/parchemin;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                                + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;REUSE_SPACE=FALSE"
                                + ";TRACE_LEVEL_FILE=0");
    }

    @Test
    void leaveToTheAddressWhatItSays() {
        assertThat(properties(settings("jdbc:h2:mem:x;write_delay=500;MODE=PostgreSQL", "", "", ""))
                        .getProperty("url"))
                .startsWith("jdbc:h2:mem:x;write_delay=500;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")
                .doesNotContain("WRITE_DELAY");
    }

    @Test
    void keepRowsOutOfTheErrorsOfPostgreSql() {
        assertThat(properties(settings(POSTGRESQL, "", "", "")))
                .containsEntry("url", POSTGRESQL + "?logServerErrorDetail=false");
        assertThat(properties(settings(POSTGRESQL + "?ssl=true", "", "", "")))
                .containsEntry("url", POSTGRESQL + "?ssl=true&logServerErrorDetail=false");
    }

    @Test
    void takeThePasswordFromWhereItIs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mot-de-passe"), "secret-fichier\n");

        assertThat(properties(settings(POSTGRESQL, "secret", "", ""))).containsEntry("password", "secret");
        assertThat(properties(settings(POSTGRESQL, "", file.toString(), "")))
                .containsEntry("password", "secret-fichier");
        assertThat(properties(settings(POSTGRESQL, "", "", "MOT_DE_PASSE"))).containsEntry("password", "secret-env");
        assertThatThrownBy(() -> properties(settings(POSTGRESQL, "", "", "AUTRE")))
                .hasMessageContaining("AUTRE");
    }

    @Test
    void refuseWhatContradictsItself() {
        assertThatThrownBy(() -> settings(POSTGRESQL, "secret", "", "MOT_DE_PASSE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> settings("jdbc:autre:x", "", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(POSTGRESQL, "u", "", "", "", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowASecret() {
        Settings settings = settings(POSTGRESQL + "?password=secret", "secret", "", "");

        assertThat(settings).hasToString("Settings[" + POSTGRESQL + "]");
        assertThat(settings.place()).isEqualTo(POSTGRESQL);
    }
}
