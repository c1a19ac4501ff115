package fr.parchemin.console.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of plain text that keeps to eighty columns: what is too long goes on in the same column, one line below. */
final class Tableau {

    static final int LARGEUR = 80;
    private static final String ENTRE = "  ";
    private static final int ETROIT = 8;

    private final List<String[]> rows = new ArrayList<>();

    Tableau(String... titles) {
        rows.add(titles);
    }

    Tableau row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : plain(cell.toString()))
                .toArray(String[]::new));
        return this;
    }

    /** Spaces that do not break matter on a page; here they would only keep lines from being cut. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').replaceAll("\\s+", " ");
    }

    void print(PrintStream out) {
        int[] widths = widths();
        for (int i = 0; i < rows.size(); i++) {
            printRow(out, rows.get(i), widths);
            if (i == 0) {
                out.println(String.join(
                        ENTRE, Arrays.stream(widths).mapToObj("-"::repeat).toList()));
            }
        }
    }

    /** As wide as their content; the widest gives way until the whole fits. */
    private int[] widths() {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        }
        int room = LARGEUR - ENTRE.length() * (columns - 1);
        while (Arrays.stream(widths).sum() > room) {
            int widest = 0;
            for (int c = 1; c < columns; c++) {
                widest = widths[c] > widths[widest] ? c : widest;
            }
            if (widths[widest] <= ETROIT) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static void printRow(PrintStream out, String[] row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int c = 0; c < row.length; c++) {
            List<String> lines = wrap(row[c], widths[c]);
            cells.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                String part = line < cells.get(c).size() ? cells.get(c).get(line) : "";
                text.append(c == 0 ? "" : ENTRE).append(part).append(" ".repeat(widths[c] - part.length()));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    /** The text in lines of at most that many characters, cut between words where it can be. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = plain(text).strip();
        while (rest.length() > width) {
            int cut = rest.lastIndexOf(' ', width);
            lines.add(rest.substring(0, cut > 0 ? cut : width));
            rest = rest.substring(cut > 0 ? cut + 1 : width).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Prints a text on its own, indented, within the same width. */
    static void paragraph(PrintStream out, String first, String text) {
        String indent = " ".repeat(first.length());
        List<String> lines = wrap(text, LARGEUR - first.length());
        for (int i = 0; i < lines.size(); i++) {
            out.println((i == 0 ? first : indent) + lines.get(i));
        }
    }
}
