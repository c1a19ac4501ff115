package fr.parchemin.web.internal.view;

import fr.parchemin.attente.Attente.Urgence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far a day is, as people say it. */
public final class Echeance {
    private static final int MOIS = 60;

    private Echeance() {}

    /** « aujourd’hui », « dans 3 jours », « depuis hier ». */
    public static String phrase(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "aujourd’hui";
        }
        if (days == 1) {
            return "demain";
        }
        if (days == -1) {
            return "depuis hier";
        }
        long many = Math.abs(days);
        String span = many < MOIS ? many + " jours" : Math.round(many / 30.4) + " mois";
        return (days > 0 ? "dans " : "depuis ") + span;
    }

    /** The tone of a label about it. */
    public static String tone(Urgence urgence) {
        return switch (urgence) {
            case PASSEE -> "mauvais";
            case PROCHE -> "attente";
            case LOINTAINE, SANS_ECHEANCE -> "neutre";
        };
    }
}
