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

    /** On a scale of levels: the code of one of them, which is neither a number nor the name of an {@link Appreciation}. */
    record Niveau(String code) implements Note {
        public Niveau {
            Objects.requireNonNull(code);
        }

        @Override
        public String toString() {
            return code;
        }
    }

    /** The note that was kept under that text, its {@code toString()}; what people write is for {@link ControleSaisie}. */
    static Note parse(String text) {
        for (Appreciation appreciation : Appreciation.values()) {
            if (appreciation.name().equals(text)) {
                return new Appreciee(appreciation);
            }
        }
        return Character.isDigit(text.charAt(0)) ? new Points(new BigDecimal(text)) : new Niveau(text);
    }
}
