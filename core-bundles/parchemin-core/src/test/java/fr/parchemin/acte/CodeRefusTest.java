package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal, filled: shown to people and sent to programs alike. */
class CodeRefusTest {

    private static final Pattern PLACE = Pattern.compile("%s");
    /** A verb told to somebody: corrigez, complétez-la, dites … */
    private static final Pattern IMPERATIVE = Pattern.compile("\\p{L}{2,}ez\\b|\\bfaites\\b", Pattern.CASE_INSENSITIVE);

    private static String modele(CodeRefus code) {
        try {
            Field modele = CodeRefus.class.getDeclaredField("modele");
            modele.setAccessible(true);
            return (String) modele.get(code);
        } catch (ReflectiveOperationException moved) {
            throw new AssertionError(moved);
        }
    }

    private static String filled(CodeRefus code, Object argument) {
        Matcher places = PLACE.matcher(modele(code));
        return Refus.of(
                        code,
                        Collections.nCopies((int) places.results().count(), argument)
                                .toArray())
                .detail();
    }

    @ParameterizedTest
    @EnumSource
    void fillsEveryPlace(CodeRefus code) {
        assertThat(filled(code, "précision")).doesNotContain("%").doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource
    void isAFrenchSentence(CodeRefus code) {
        String detail = filled(code, "précision : l’une ; l’autre ! pourquoi ?");

        assertThat(detail)
                .matches("(?s)[\\p{Lu}«].*\\.")
                .doesNotContainPattern(" [:;!?»]|« ")
                .doesNotContain("'", "..", "  ");
    }

    @ParameterizedTest
    @EnumSource
    void saysHowToMend(CodeRefus code) {
        assertThat(filled(code, "précision")).containsPattern(IMPERATIVE);
    }

    @ParameterizedTest
    @EnumSource
    void namesNoAddressOfTheInterface(CodeRefus code) {
        assertThat(modele(code)).doesNotContain("/api", "POST", "PUT", "Bearer");
    }

    @ParameterizedTest
    @EnumSource
    void hasATitleOfItsOwn(CodeRefus code) {
        assertThat(code.titre()).isNotBlank().doesNotEndWith(".");
        assertThat(Stream.of(CodeRefus.values()).filter(c -> c.titre().equals(code.titre())))
                .containsExactly(code);
    }

    @Test
    void keepsOneFullStopWhenTheReasonBringsItsOwn() {
        assertThat(Refus.of(CodeRefus.DOCUMENT_INCOMPLET, "la date manque.").detail())
                .isEqualTo(
                        "Le document ne peut pas être établi\u00a0: la date manque. Complétez ces données, puis recommencez.");
    }

    @Test
    void quotesDotsThatAreNoFullStop() {
        assertThat(Refus.of(CodeRefus.RESSOURCE_INCONNUE, "../x").detail()).contains("../x");
        assertThat(Refus.of(CodeRefus.COTATION_INVALIDE, "et ainsi de suite...").detail())
                .contains("et ainsi de suite...");
    }

    @Test
    void doesNotQuoteByThePage() {
        assertThat(Refus.of(CodeRefus.RESSOURCE_INCONNUE, "x".repeat(100_000)).detail())
                .hasSizeLessThan(1200)
                .contains("…");
    }

    @Test
    void takesWhatPeopleWroteAsItIs() {
        assertThat(Refus.of(CodeRefus.COMPTE_EXISTANT, "100 % %s $1 \\").detail())
                .contains("100 % %s $1 \\");
    }
}
