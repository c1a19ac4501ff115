package fr.parchemin.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "10.0.0.0/8, 10.200.3.4, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::9, true",
        "2001:db8::/32, 2001:db9::1, false",
        "'10.0.0.1, ::1', ::1, true"
    })
    void aNetworkHoldsItsAddresses(String networks, String address, boolean held) {
        assertThat(Networks.parse(networks).contains(Networks.literal(address).orElseThrow()))
                .isEqualTo(held);
    }

    @Test
    void nothingHoldsNothing() {
        assertThat(Networks.parse("").isEmpty()).isTrue();
        assertThat(Networks.parse("").contains(Networks.literal("127.0.0.1").orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "::/129", "10.0.0", "exemple.test/8"})
    void whatIsNoAddressIsRefusedAndNeverLookedUp(String given) {
        assertThatThrownBy(() -> Networks.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_caché", "exemple.test", "", "1.2.3", "10.0.0.1:8080"})
    void whatAClientWritesIsNoAddressUnlessItIsOne(String given) {
        assertThat(Networks.literal(given)).isEmpty();
    }
}
