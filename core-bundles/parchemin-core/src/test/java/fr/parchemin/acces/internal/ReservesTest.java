package fr.parchemin.acces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acces.Cadences.Cadence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReservesTest {

    private long now = Long.MAX_VALUE - 5; // a clock of this kind may begin anywhere, and overflow
    private final Reserves reserves = new Reserves(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private boolean may(Cadence cadence, String cle) {
        return reserves.draw(cadence, cle).isEmpty();
    }

    private int drawAll(Cadence cadence, String cle) {
        int drawn = 0;
        while (may(cadence, cle)) {
            drawn++;
        }
        return drawn;
    }

    @Test
    void aBurstPassesAndAFloodDoesNot() {
        reserves.set(Cadence.CONNEXION, 5, 60);

        assertThat(drawAll(Cadence.CONNEXION, "203.0.113.7")).isEqualTo(5);
        assertThat(reserves.draw(Cadence.CONNEXION, "203.0.113.7")).contains(Duration.ofSeconds(1));
    }

    @Test
    void timeFillsTheReserveAndNeverBeyond() {
        reserves.set(Cadence.CONNEXION, 5, 60);
        drawAll(Cadence.CONNEXION, "a");

        pass(Duration.ofSeconds(2));
        assertThat(drawAll(Cadence.CONNEXION, "a")).isEqualTo(2);

        pass(Duration.ofHours(9));
        assertThat(drawAll(Cadence.CONNEXION, "a")).isEqualTo(5);
    }

    @Test
    void whoIsRefusedDoesNotWaitLongerForHavingAsked() {
        reserves.set(Cadence.CONNEXION, 1, 60);
        drawAll(Cadence.CONNEXION, "a");
        for (int i = 0; i < 100; i++) {
            may(Cadence.CONNEXION, "a");
        }

        pass(Duration.ofSeconds(1));
        assertThat(may(Cadence.CONNEXION, "a")).isTrue();
    }

    @Test
    void eachHasItsOwnForEachCadence() {
        reserves.set(Cadence.CONNEXION, 1, 1);
        reserves.set(Cadence.COMPTE, 1, 1);
        drawAll(Cadence.CONNEXION, "a");

        assertThat(may(Cadence.CONNEXION, "b")).isTrue();
        assertThat(may(Cadence.COMPTE, "a")).isTrue();
    }

    @Test
    void anIpv6NetworkIsOneAndItsNeighbourAnother() {
        reserves.set(Cadence.PUBLIQUE, 2, 1);
        assertThat(may(Cadence.PUBLIQUE, "2001:db8:0:7:1:2:3:4")).isTrue();
        assertThat(may(Cadence.PUBLIQUE, "[2001:db8:0:7::9]")).isTrue();

        assertThat(may(Cadence.PUBLIQUE, "2001:db8:0:7:ffff::1")).isFalse();
        assertThat(may(Cadence.PUBLIQUE, "2001:db8:0:8::1")).isTrue();
        assertThat(may(Cadence.PUBLIQUE, "::1")).isTrue();
    }

    @Test
    void aReserveOfNoneSetsNoLimit() {
        reserves.set(Cadence.PUBLIQUE, 0, 0);

        for (int i = 0; i < 10_000; i++) {
            assertThat(may(Cadence.PUBLIQUE, "a")).isTrue();
        }
    }

    @Test
    void memoryIsBoundedAndKeepsWhoAskedLast() {
        reserves.set(Cadence.CONNEXION, 1, 1);
        for (int i = 0; i < 50_000; i++) {
            may(Cadence.CONNEXION, "adresse-" + i);
        }

        assertThat(reserves.followed(Cadence.CONNEXION)).isEqualTo(20_000);
        assertThat(may(Cadence.CONNEXION, "adresse-49999")).isFalse();
    }

    @Test
    void aReserveThatNeverFillsIsRefused() {
        assertThatThrownBy(() -> reserves.set(Cadence.COMPTE, 10, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reserves.set(Cadence.COMPTE, -1, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
