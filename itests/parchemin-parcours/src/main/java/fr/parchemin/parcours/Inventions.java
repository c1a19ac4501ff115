package fr.parchemin.parcours;

import fr.parchemin.parcours.Demande.Organisation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** People and organisations that do not exist, in the shapes that real ones have. */
public final class Inventions {

    private static final String FILE = "candidats.csv";
    private static final List<Candidat> CANDIDATS = read();

    private Inventions() {}

    public static List<Candidat> candidats() {
        return CANDIDATS;
    }

    /** Well formed (both Luhn keys hold), but under a SIREN starting with 0000, which was never attributed. */
    public static Organisation organisation(String nom, int rank) {
        String siren = withKey(String.format(Locale.ROOT, "0000%04d", rank));
        return new Organisation(nom, withKey(siren + "0001"));
    }

    private static String withKey(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static List<Candidat> read() {
        try (InputStream in = Inventions.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Inventions::candidat).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static Candidat candidat(String line) {
        String[] cells = line.split(";", -1);
        return new Candidat(
                cells[1],
                cells[2].isEmpty() ? null : cells[2],
                cells[0],
                cells[3],
                LocalDate.parse(cells[4]),
                cells[5],
                ascii(cells[0]) + "." + ascii(cells[1]) + "@candidats.example");
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "Oe"), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }
}
