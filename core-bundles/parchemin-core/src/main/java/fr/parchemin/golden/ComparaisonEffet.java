package fr.parchemin.golden;

import fr.parchemin.classification.Effet;
import fr.parchemin.golden.FichierCas.EffetAttendu;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An effect against the one that a golden case expects. */
final class ComparaisonEffet {

    private ComparaisonEffet() {}

    /** What differs, in French; empty when the effect came out as expected. */
    static Optional<String> difference(Effet effet, EffetAttendu expected) {
        if (!isExpected(effet, expected)) {
            return Optional.of("effet attendu " + described(expected) + ", obtenu " + described(effet, expected));
        }
        if (expected.autres() == null) {
            return Optional.empty();
        }
        if (expected.autres().size() != effet.autres().size()) {
            return Optional.of(expected.autres().size() + " autres effets attendus, obtenus "
                    + effet.autres().size());
        }
        for (int rank = 0; rank < expected.autres().size(); rank++) {
            Optional<String> difference =
                    difference(effet.autres().get(rank), expected.autres().get(rank));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static boolean isExpected(Effet effet, EffetAttendu expected) {
        return effet.type() == expected.type()
                && Objects.equals(effet.position(), expected.position())
                && same(expected.coefficient(), effet.coefficient())
                && same(expected.article(), effet.article())
                && same(expected.statut(), effet.statut())
                && same(expected.points(), effet.points())
                && same(expected.taux(), effet.taux())
                && same(expected.montant(), effet.montant())
                && same(expected.unite(), effet.unite())
                && same(expected.aCompterDu(), effet.aCompterDu())
                && same(expected.jusquAu(), effet.jusquAu());
    }

    private static boolean same(Object expected, Object obtained) {
        return expected == null || expected.equals(obtained);
    }

    /** Amounts are compared by value: 10.50 is 10.5. */
    private static boolean same(BigDecimal expected, BigDecimal obtained) {
        return expected == null || (obtained != null && expected.compareTo(obtained) == 0);
    }

    private static String described(EffetAttendu expected) {
        List<String> words = place(expected.type(), expected.position(), expected.coefficient());
        add(words, "statut ", expected.statut());
        add(words, "points : ", expected.points());
        add(words, "taux ", expected.taux());
        add(words, "montant ", expected.montant());
        add(words, "", expected.unite());
        add(words, "à compter du ", expected.aCompterDu());
        add(words, "jusqu’au ", expected.jusquAu());
        add(words, "", expected.article());
        return String.join(", ", words);
    }

    /** The place, the article, and of the rest what the case looks at. */
    private static String described(Effet effet, EffetAttendu expected) {
        List<String> words = place(effet.type(), effet.position(), effet.coefficient());
        if (expected.statut() != null) {
            add(words, "statut ", effet.statut());
        }
        if (expected.points() != null) {
            add(words, "points : ", effet.points());
        }
        if (expected.taux() != null) {
            add(words, "taux ", effet.taux());
        }
        if (expected.montant() != null || expected.unite() != null) {
            add(words, "montant ", effet.montant());
            add(words, "", effet.unite());
        }
        if (expected.aCompterDu() != null) {
            add(words, "à compter du ", effet.aCompterDu());
        }
        if (expected.jusquAu() != null) {
            add(words, "jusqu’au ", effet.jusquAu());
        }
        add(words, "", effet.article());
        return String.join(", ", words);
    }

    private static List<String> place(Effet.Type type, String position, Integer coefficient) {
        List<String> words =
                new ArrayList<>(List.of(type + (position == null ? " sans position" : " en position " + position)));
        add(words, "coefficient ", coefficient);
        return words;
    }

    private static void add(List<String> words, String before, Object value) {
        if (value != null) {
            words.add(before + (value instanceof BigDecimal number ? number.toPlainString() : value));
        }
    }
}
