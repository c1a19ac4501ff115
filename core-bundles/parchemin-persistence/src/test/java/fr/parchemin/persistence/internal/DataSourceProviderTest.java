package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.parchemin.acte.Secret;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DataSourceProviderTest {

    private static Throwable openingFails(String url) {
        Settings settings = new Settings(url, "parchemin", Secret.none(), 2);
        return catchThrowable(() -> Database.open(settings, TestEngine.POSTGRESQL.driver()));
    }

    @Test
    void triesAgainWhenTheServerIsNotThereYet() {
        Throwable failure = openingFails("jdbc:postgresql://127.0.0.1:1/parchemin");

        assertThat(failure).isNotNull();
        assertThat(DataSourceProvider.mayPass(failure)).isTrue();
        assertThat(DataSourceProvider.mayPass(new SQLException("starting up", "57P03")))
                .isTrue();
    }

    @Test
    void doesNotTryAgainWhatOnlyAHumanCanMend() {
        Settings settings = TestEngine.POSTGRESQL.newDatabase();
        Throwable unknownBase = openingFails(settings.url() + "_inconnue");

        assertThat(unknownBase).isNotNull();
        assertThat(DataSourceProvider.mayPass(unknownBase)).isFalse();
        assertThat(DataSourceProvider.mayPass(new IllegalStateException("migration")))
                .isFalse();
    }
}
