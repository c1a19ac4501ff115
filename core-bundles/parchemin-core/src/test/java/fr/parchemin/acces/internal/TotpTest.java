package fr.parchemin.acces.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1: eight digits, of which applications show the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheRfc(long seconds, String code) {
        long pas = Totp.pas(Instant.ofEpochSecond(seconds));

        assertThat(String.format("%08d", Totp.truncated(SECRET, pas) % 100_000_000))
                .isEqualTo(code);
        assertThat(Totp.match(SECRET, code.substring(2), Instant.ofEpochSecond(seconds), 0))
                .hasValue(pas);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "9, 520489"})
    void countsAsRfc4226Does(long count, int code) {
        assertThat(Totp.number(SECRET, count)).isEqualTo(code);
    }

    @Test
    void aClockMayBeOffByOneStepEitherWayAndNoMore() {
        Instant shown = Instant.ofEpochSecond(1_111_111_111);
        String code = "050471";

        assertThat(Totp.match(SECRET, code, shown.plusSeconds(30), 0)).isPresent();
        assertThat(Totp.match(SECRET, code, shown.minusSeconds(30), 0)).isPresent();
        assertThat(Totp.match(SECRET, code, shown.plusSeconds(60), 0)).isEmpty();
        assertThat(Totp.match(SECRET, code, shown.minusSeconds(60), 0)).isEmpty();
    }

    @Test
    void aCodeOfAStepThatWasUsedOrOfOneBeforeIsNone() {
        Instant shown = Instant.ofEpochSecond(1_111_111_111);
        long pas = Totp.pas(shown);

        assertThat(Totp.match(SECRET, "050471", shown, pas - 1)).hasValue(pas);
        assertThat(Totp.match(SECRET, "050471", shown, pas)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "50471", "0050471", "05047a", "-50471", "०५०४७१"})
    void whatIsNotSixDigitsIsNoCode(String code) {
        assertThat(Totp.match(SECRET, code, Instant.ofEpochSecond(1_111_111_111), 0))
                .isEmpty();
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32AsTheRfcDoes(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }
}
