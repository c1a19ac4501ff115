package fr.parchemin.acte;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A table as a file that spreadsheets open: UTF-8 with its mark, semicolons as in France, every cell between quotes. Nothing
 * in a cell is ever a formula: one that a spreadsheet could take for it begins with an apostrophe. Not for several threads.
 */
public final class FeuilleCsv {

    private static final String FORMULES = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder text = new StringBuilder("\ufeff");

    /** Adds a line; {@code null} is an empty cell. */
    public FeuilleCsv line(Object... cells) {
        text.append(Arrays.stream(cells).map(FeuilleCsv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
        return this;
    }

    static String cell(Object value) {
        String plain = value == null ? "" : value.toString();
        boolean formula = !plain.isEmpty() && FORMULES.indexOf(plain.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }

    public byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
