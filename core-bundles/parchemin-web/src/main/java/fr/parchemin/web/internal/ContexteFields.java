package fr.parchemin.web.internal;

import fr.parchemin.classification.ContexteEmploi;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Reads the employment that a person describes to know what a certification is worth. */
final class ContexteFields {

    private ContexteFields() {}

    /** What is wrong is left in {@code fields}; a field that is not asked is not there. */
    static ContexteEmploi read(Exchange exchange, Fields fields, LocalDate today) {
        LocalDate le = fields.date("le", "Date");
        return new ContexteEmploi(
                le == null ? today : le,
                bounded(fields, "niveauExige", "Niveau exigé par l’offre", 8),
                given(exchange.params("emploi")),
                fields.integer("coefficientActuel", "Coefficient déjà détenu"),
                exchange.param("idcc"),
                exchange.param("secteur"),
                exchange.param("positionActuelle"),
                fields.integer("ancienneteMois", "Ancienneté"),
                bounded(fields, "age", "Âge", 120),
                fields.date("obtenuLe", "Date de la décision du jury"),
                given(exchange.params("option")),
                Arrays.stream(ContexteEmploi.Etape.values())
                        .filter(e -> e.name().equals(exchange.param("etape")))
                        .findFirst()
                        .orElse(null),
                exchange.param("exigeParEmployeur") == null
                        ? null
                        : Boolean.valueOf(exchange.param("exigeParEmployeur")));
    }

    private static Integer bounded(Fields fields, String field, String label, int highest) {
        Integer value = fields.integer(field, label);
        if (value != null && (value < 0 || value > highest)) {
            fields.wrong(field, label, "Écrivez un nombre de 0 à " + highest + ".");
            return null;
        }
        return value;
    }

    private static List<String> given(List<String> values) {
        return values.stream().filter(v -> !v.isBlank()).toList();
    }
}
