package fr.parchemin.parametre;

import fr.parchemin.acte.Textes;
import fr.parchemin.branche.Financement;
import java.math.BigDecimal;
import java.util.Objects;

/** What a parameter is set to. Two values with the same {@link #place()} exclude each other on a day. */
public sealed interface Valeur {

    Cle cle();

    /** What the value takes the place of. */
    default String place() {
        return cle().code();
    }

    /**
     * Who signs. A delegation is a signatory decided from its first day to its last.
     *
     * @param nom {@code null} when the place is left to the hand
     */
    record Signataire(String qualite, String nom) implements Valeur {
        public Signataire {
            Objects.requireNonNull(qualite, "qualite");
        }

        @Override
        public Cle cle() {
            return Cle.SIGNATAIRE;
        }
    }

    /** How to reach the branch, in whole: what is {@code null} is no longer said. */
    record Contact(String courriel, String telephone, String site, String adresse) implements Valeur {
        @Override
        public Cle cle() {
            return Cle.CONTACT;
        }
    }

    /**
     * A price.
     *
     * @param certification {@code null} for all those of the branch
     * @param montant in euros
     */
    record Tarif(String certification, String libelle, BigDecimal montant, Financement.Unite unite) implements Valeur {
        public Tarif {
            Objects.requireNonNull(libelle, "libelle");
            Objects.requireNonNull(montant, "montant");
            Objects.requireNonNull(unite, "unite");
        }

        @Override
        public Cle cle() {
            return Cle.TARIF;
        }

        @Override
        public String place() {
            return "tarif/" + (certification == null ? "" : certification) + "/" + Textes.fold(libelle);
        }

        /** Whether a cost of the definition is the one that this takes the place of. */
        boolean replaces(Financement line) {
            return line.nature() == Financement.Nature.COUT
                    && Objects.equals(certification, line.certification())
                    && Textes.same(libelle, line.objet());
        }
    }

    /**
     * The picture of the branch.
     *
     * @param image as a {@code data:} address, admitted by {@link fr.parchemin.branche.Logo}
     */
    record Logo(String image) implements Valeur {
        public Logo {
            Objects.requireNonNull(image, "image");
        }

        @Override
        public Cle cle() {
            return Cle.LOGO;
        }
    }
}
