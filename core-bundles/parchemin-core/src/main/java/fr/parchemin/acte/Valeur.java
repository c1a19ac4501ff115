package fr.parchemin.acte;

import java.util.Objects;

/** A value that a line of the journal bears: in clear, or personal and then kept encrypted under the key of the person. */
public sealed interface Valeur {

    /** What stands where a personal value was, once the key of the person is destroyed. */
    String EFFACE = "effacé";

    /** What stands where a personal value is, for who may read the line but not the person. */
    String MASQUE = "masqué";

    /** Kept as it is: outcomes, states, codes, numbers, dates of acts. */
    record Claire(String texte) implements Valeur {
        public Claire {
            Objects.requireNonNull(texte);
        }
    }

    /** Of a person: names, marks, reasons in free words. */
    record Personnelle(String texte) implements Valeur {
        public Personnelle {
            Objects.requireNonNull(texte);
        }

        @Override
        public String toString() {
            return "Personnelle[]";
        }
    }

    /** A personal value that was not deciphered for this reader. */
    record Masquee() implements Valeur {
        @Override
        public String texte() {
            return MASQUE;
        }
    }

    /** A personal value that nobody can read any more. */
    record Effacee() implements Valeur {
        @Override
        public String texte() {
            return EFFACE;
        }
    }

    /** What a reader sees. */
    String texte();

    /** Whether there is, or was, something of a person in it. */
    default boolean isPersonal() {
        return !(this instanceof Claire);
    }
}
