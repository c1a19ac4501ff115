package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String POSTGRESQL = "jdbc:postgresql://base.exemple.test/parchemin";

    private static Settings settings(String url) {
        return new Settings(url, "parchemin", Secret.none(), 10);
    }

    private static Properties properties(Settings settings) {
        return settings.driverProperties();
    }

    @Test
    void giveH2WhatItNeedsToKeepItsWord() {
        assertThat(properties(settings("jdbc:h2:file:/var/parchemin")))
                .containsEntry(
                        "url",
                        "jdbc:h2:file:/var/parchemin;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                                + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;REUSE_SPACE=FALSE"
                                + ";QUERY_CACHE_SIZE=256"
                                + ";TRACE_LEVEL_FILE=0");
    }

    @Test
    void leaveToTheAddressWhatItSays() {
        assertThat(properties(settings("jdbc:h2:mem:x;write_delay=500;MODE=PostgreSQL"))
                        .getProperty("url"))
                .startsWith("jdbc:h2:mem:x;write_delay=500;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")
                .doesNotContain("WRITE_DELAY");
    }

    @Test
    void keepRowsOutOfTheErrorsOfPostgreSql() {
        assertThat(properties(settings(POSTGRESQL))).containsEntry("url", POSTGRESQL + "?logServerErrorDetail=false");
        assertThat(properties(settings(POSTGRESQL + "?ssl=true")))
                .containsEntry("url", POSTGRESQL + "?ssl=true&logServerErrorDetail=false");
    }

    @Test
    void takeThePasswordFromWhereItIs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mot-de-passe"), "secret-fichier\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Secret password = Secret.in(Map.of("password.fichier", file.toString()), "password");

        assertThat(properties(new Settings(POSTGRESQL, "parchemin", password, 10)))
                .containsEntry("password", "secret-fichier");
        assertThat(properties(settings(POSTGRESQL))).containsEntry("password", "");
    }

    @Test
    void refuseWhatCannotBe() {
        assertThatThrownBy(() -> settings("jdbc:autre:x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(POSTGRESQL, "u", Secret.none(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuseAPasswordInTheAddress() {
        for (String url : List.of(
                POSTGRESQL + "?user=x&password=secret",
                POSTGRESQL + "?sslpassword=secret",
                "jdbc:h2:file:/var/parchemin;PASSWORD=secret")) {
            assertThatThrownBy(() -> settings(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("password.fichier")
                    .hasMessageNotContaining("=secret");
        }
    }

    @Test
    void showTheAddressWithoutItsParameters() {
        Settings settings = settings(POSTGRESQL + "?ssl=true");

        assertThat(settings).hasToString("Settings[" + POSTGRESQL + "]");
        assertThat(settings.place()).isEqualTo(POSTGRESQL);
    }
}
