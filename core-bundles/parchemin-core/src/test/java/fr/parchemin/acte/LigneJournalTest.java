package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hash of a line, against hashes that another program in another language made from the text of ADR 26. */
class LigneJournalTest {

    @Test
    void isTheHashThatTheDecisionSays() {
        LigneJournal line = new LigneJournal(
                42,
                UUID.fromString("00000000-0000-4000-8000-00000000002a"),
                Instant.parse("2026-06-15T09:30:00Z"),
                "jury-essai",
                "jury/J-2026-00001",
                "essai",
                "candidature/00000000-0000-4000-8000-000000000001",
                "DECISION_PRISE",
                "Jury J-2026-00001\u00a0: refus",
                "{\"etat\":\"PRESENTEE\"}",
                "{\"etat\":\"DECIDEE\",\"issue\":\"REFUS\"}",
                "{\"chiffre\":\"AAAA\"}",
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                null);

        assertThat(line.sealedBehind(LigneJournal.ORIGINE))
                .isEqualTo("597b5d9eaf76abd984b9cdf831c779f5597e37205e6d19d170125efc7bfb3624");
    }

    @Test
    void isTheHashThatTheDecisionSaysForALineFromBeforeTheChain() {
        LigneJournal line = new LigneJournal(
                1,
                null,
                Instant.parse("2026-01-02T03:04:05.678900Z"),
                "plateforme",
                null,
                null,
                "branche/essai",
                "BRANCHE_ADMISE",
                "Essai",
                null,
                null,
                null,
                null,
                null);

        assertThat(line.sealedBehind(LigneJournal.ORIGINE))
                .isEqualTo("76ce8db89908d47268ad3c327bd28230ae83bc88ac83af6bb00ffa4cad01263b");
    }
}
