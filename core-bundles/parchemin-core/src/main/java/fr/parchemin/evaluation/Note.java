package fr.parchemin.evaluation;

import java.math.BigDecimal;
import java.util.Objects;

/** What an évaluateur gave for a criterion. */
public sealed interface Note {

    /** On the binary scale. */
    record Appreciee(Appreciation valeur) implements Note {
        public Appreciee {
            Objects.requireNonNull(valeur);
        }

        @Override
        public String toString() {
            return valeur.name();
        }
    }

    /** In points. */
    record Points(BigDecimal valeur) implements Note {
        public Points {
            valeur = valeur.stripTrailingZeros();
        }

        @Override
        public String toString() {
            return valeur.toPlainString();
        }
    }

    /** The note that was kept under that text, its {@code toString()}; what people write is for {@link ControleSaisie}. */
    static Note parse(String text) {
        for (Appreciation appreciation : Appreciation.values()) {
            if (appreciation.name().equals(text)) {
                return new Appreciee(appreciation);
            }
        }
        return new Points(new BigDecimal(text));
    }
}
