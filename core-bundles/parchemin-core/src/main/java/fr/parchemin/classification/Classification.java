package fr.parchemin.classification;

import fr.parchemin.referentiel.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dated grid of a convention collective. The key of a position identifies it; its coefficient does not. */
public record Classification(
        String code,
        String intitule,
        String idcc,
        LocalDate du,
        LocalDate au,
        Forme forme,
        List<CritereCotation> criteres,
        List<Position> positions,
        List<EmploiRepere> emplois,
        List<RegleConvention> regles,
        Provenance provenance) {

    /** Shapes of a grid. */
    public enum Forme {
        /** The job is rated on criteria; the sum gives the class. */
        COTATION,
        /** Positions with a coefficient. */
        COEFFICIENTS
    }

    /** A criterion on which jobs are rated. */
    public record CritereCotation(String code, String intitule, List<Degre> degres, Provenance provenance) {
        public CritereCotation {
            degres = degres == null ? List.of() : List.copyOf(degres);
        }
    }

    /** A degree of a criterion. */
    public record Degre(int degre, String libelle) {}

    /** A place in the grid. */
    public record Position(
            String cle,
            String libelle,
            String groupe,
            Integer classe,
            Integer cotationMin,
            Integer cotationMax,
            String categorie,
            String niveau,
            String echelon,
            Integer coefficient,
            List<Minimum> minima,
            Provenance provenance) {
        public Position {
            minima = minima == null ? List.of() : List.copyOf(minima);
        }
    }

    /** A dated lowest wage. */
    public record Minimum(BigDecimal montant, Unite unite, LocalDate du, LocalDate au, Provenance provenance) {}

    /** Units of a lowest wage, gross. */
    public enum Unite {
        EUR_AN,
        EUR_MOIS
    }

    /** A job named by the convention with its lowest position. */
    public record EmploiRepere(
            String code,
            String intitule,
            String filiere,
            String position,
            Map<String, Integer> degres,
            Provenance provenance) {
        public EmploiRepere {
            degres = degres == null ? Map.of() : Map.copyOf(degres);
        }
    }

    /** A rule of the convention in words, with its article. */
    public record RegleConvention(String code, String texte, String article, Provenance provenance) {}

    public Classification {
        criteres = criteres == null ? List.of() : List.copyOf(criteres);
        positions = positions == null ? List.of() : List.copyOf(positions);
        emplois = emplois == null ? List.of() : List.copyOf(emplois);
        regles = regles == null ? List.of() : List.copyOf(regles);
    }

    public Optional<Position> position(String cle) {
        return positions.stream().filter(p -> p.cle().equals(cle)).findFirst();
    }

    public Optional<EmploiRepere> emploi(String emploiCode) {
        return emplois.stream().filter(e -> e.code().equals(emploiCode)).findFirst();
    }
}
