package fr.parchemin.delivrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CodeVerificationTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** A source that gives those bits. */
    private static SecureRandom giving(byte[] bits) {
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(bits, 0, bytes, 0, bytes.length);
            }
        };
    }

    /** The number that a code spells in base 32. */
    private static BigInteger value(String code) {
        BigInteger value = BigInteger.ZERO;
        for (char digit : code.toCharArray()) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(digit)));
        }
        return value;
    }

    @Property
    void carriesEveryOneOfThe128Bits(@ForAll @Size(16) byte[] bits) {
        String code = CodeVerification.next(giving(bits));

        assertThat(code).hasSize(26).matches("[" + ALPHABET + "]+");
        assertThat(value(code)).as("26 digits hold 130 bits").isEqualTo(new BigInteger(1, bits).shiftLeft(2));
    }

    @Test
    void isNotGivenTwice() {
        SecureRandom random = new SecureRandom();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(CodeVerification.next(random));
        }
        assertThat(codes).hasSize(10_000);
    }

    @Property
    void isReadBackHoweverItIsTyped(@ForAll @Size(16) byte[] bits) {
        String code = CodeVerification.next(giving(bits));
        String printed = CodeVerification.printed(code);

        assertThat(CodeVerification.normalize(printed)).isEqualTo(code);
        assertThat(CodeVerification.normalize(
                        " " + printed.toLowerCase(Locale.ROOT).replace('-', ' ') + "\n"))
                .isEqualTo(code);
        assertThat(CodeVerification.normalize(code.replace('0', 'O').replace('1', 'l')))
                .isEqualTo(code);
        assertThat(CodeVerification.normalize(code.replace('0', 'o').replace('1', 'I')))
                .isEqualTo(code);
    }

    @Property
    void readingTwiceIsReadingOnce(@ForAll String typed) {
        assertThat(CodeVerification.normalize(CodeVerification.normalize(typed)))
                .isEqualTo(CodeVerification.normalize(typed));
    }

    @Test
    void isPrintedInGroupsOfFive() {
        assertThat(CodeVerification.printed("0123456789ABCDEFGHJKMNPQRS")).isEqualTo("01234-56789-ABCDE-FGHJK-MNPQR-S");
        assertThat(CodeVerification.printed("")).isEmpty();
    }
}
