package fr.parchemin.web.internal.view;

import fr.parchemin.branche.VueBranche;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleJury;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that composes a jury.
 *
 * @param spareLines lines that each collège has beyond those it needs
 */
public record JuryFormView(VueBranche branche, Referentiel referentiel, int spareLines, Form form) {
    /** One line: a member of that collège, or nobody. */
    public record Row(int number, RegleJury.College college) {
        public String field(String name) {
            return "membre." + number + "." + name;
        }
    }

    /** The lines, in the order of the collèges. */
    public static List<Row> rows(RegleJury regle, int spareLines) {
        List<Row> rows = new ArrayList<>();
        for (RegleJury.College college : regle.colleges()) {
            int lines = Math.max(college.min(), regle.colleges().size() == 1 ? regle.membresMin() : 1) + spareLines;
            for (int i = 0; i < lines; i++) {
                rows.add(new Row(rows.size(), college));
            }
        }
        return List.copyOf(rows);
    }

    public List<Row> rows(RegleJury.College college) {
        return rows(regle(), spareLines).stream()
                .filter(r -> r.college().equals(college))
                .toList();
    }

    public RegleJury regle() {
        return referentiel.jury();
    }
}
