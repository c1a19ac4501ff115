package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Acte;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a machine whose clock is French, like that of most who will run this. */
@OnEveryEngine
class InstantsTest {

    private final TestDatabase db;
    private final Samples samples;
    private final TimeZone before = TimeZone.getDefault();

    InstantsTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    @BeforeEach
    void moveToParis() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
    }

    @AfterEach
    void moveBack() {
        TimeZone.setDefault(before);
    }

    private Instant kept(Instant instant) {
        String objet = Samples.unique("objet/");
        db.write(() -> db.journal.append(
                new Acte(null, instant, "plateforme", null, objet, Acte.Nature.BRANCHE_ADMISE, "Essai.")));
        return db.<List<Acte>>read(() -> db.journal.about(objet, 1)).get(0).le();
    }

    @Test
    void keepsBothHoursThatAutumnRepeats() {
        Instant summer = Instant.parse("2026-10-25T00:30:00.123456Z");
        Instant winter = Instant.parse("2026-10-25T01:30:00.123456Z");

        assertThat(kept(summer)).isEqualTo(summer);
        assertThat(kept(winter)).isEqualTo(winter);
    }

    @Test
    void keepsInstantsWhoseUtcReadingSpringSkipsInParis() {
        Instant skipped = Instant.parse("2026-03-29T02:30:00Z");

        assertThat(kept(skipped)).isEqualTo(skipped);
    }

    @Test
    void readsTheSameInstantInAnotherTimeZone() {
        Instant instant = Instant.parse("2026-06-15T08:30:00.5Z");
        String objet = Samples.unique("objet/");
        db.write(() -> db.journal.append(
                new Acte(null, instant, "plateforme", null, objet, Acte.Nature.BRANCHE_ADMISE, "Essai.")));

        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Noumea"));

        assertThat(db.<List<Acte>>read(() -> db.journal.about(objet, 1)))
                .extracting(Acte::le)
                .containsExactly(instant);
    }

    @Test
    void cutsNanosecondsRatherThanRoundThem() {
        assertThat(kept(Instant.parse("2026-06-15T08:30:00.123456999Z")))
                .isEqualTo(Instant.parse("2026-06-15T08:30:00.123456Z"));
    }
}
