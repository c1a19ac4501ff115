package fr.parchemin.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TableauTest {

    static List<String> printed(Consumer<PrintStream> print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        print.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void columnsAreAsWideAsTheirContent() {
        assertThat(printed(new Tableau("Code", "État").row("essai", "ACTIVE")::print))
                .containsExactly("Code   État", "-----  ------", "essai  ACTIVE");
    }

    @Test
    void whatIsTooLongGoesOnBelowWithinEightyColumns() {
        List<String> lines = printed(new Tableau("A", "B", "C")
                .row("a".repeat(50), "un texte qui en dit beaucoup trop ".repeat(4), "c".repeat(30))::print);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(String.join("", lines).replaceAll("[^a]", "")).hasSizeGreaterThanOrEqualTo(50);
        assertThat(lines).hasSizeGreaterThan(3);
    }

    @Test
    void noLineEndsInSpacesNorHoldsAnEscape() {
        assertThat(printed(new Tableau("A", "B").row("long texte", "")::print))
                .noneMatch(line -> line.endsWith(" ") || line.contains("\u001b"));
    }

    @Test
    void aParagraphHangsUnderItsFirstWord() {
        assertThat(printed(out -> Tableau.paragraph(out, "- ", "mot ".repeat(30))))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("  mot"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}
