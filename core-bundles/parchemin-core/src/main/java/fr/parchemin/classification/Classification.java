package fr.parchemin.classification;

import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Unite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dated grid of a convention collective. The key of a position identifies it; its coefficient does not.
 *
 * @param positions from the lowest to the highest; empty for {@code PESEE} and {@code HORS_GRILLE}
 * @param secteurs sectors of the convention that the grid is for, empty when it holds for all that have none of their own
 * @param population whom the grid is for when a convention has several side by side (ETAM, cadres), otherwise {@code null}
 * @param axes what a position of a {@code HIERARCHIE} is made of
 * @param statuts places outside the grid, that have a lowest wage and no rank
 * @param formules dated formulas of lowest wages, where the convention gives one in place of amounts
 * @param trous totals or combinations for which the convention itself gives no position
 * @param chevauchements totals for which the convention itself gives two positions
 * @param remplace the grid that this one takes the place of, {@code null} when there is none
 */
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
        Provenance provenance,
        List<Secteur> secteurs,
        String population,
        List<Axe> axes,
        List<Statut> statuts,
        List<Formule> formules,
        List<Trou> trous,
        List<Chevauchement> chevauchements,
        Remplacement remplace) {

    /** Shapes of a grid. */
    public enum Forme {
        /** The job is rated on criteria; the sum gives the class. */
        COTATION,
        /** Positions with a coefficient. */
        COEFFICIENTS,
        /** Levels to which the convention attaches named jobs. */
        EMPLOIS,
        /** Positions made of one value on each axis (catégorie, degré, échelon), paid by a formula. */
        HIERARCHIE,
        /** The job is rated on criteria; the sum itself is the result and enters a formula, there is no class. */
        PESEE,
        /** No rank at all: statuses only. */
        HORS_GRILLE
    }

    /** A sector of the convention. */
    public record Secteur(String code, String intitule) {}

    /** One thing a position of a {@code HIERARCHIE} is made of. */
    public record Axe(String code, String intitule, List<Valeur> valeurs, Provenance provenance) {
        public Axe {
            valeurs = valeurs == null ? List.of() : List.copyOf(valeurs);
        }

        /** How a value is called, its code when it is unknown. */
        public String libelle(String valeur) {
            return valeurs.stream()
                    .filter(v -> v.code().equals(valeur))
                    .map(Valeur::libelle)
                    .findFirst()
                    .orElse(valeur);
        }
    }

    /** A value on an axis. */
    public record Valeur(String code, String libelle) {}

    /** A place outside the grid. */
    public record Statut(String cle, String libelle, String article, List<Minimum> minima, Provenance provenance) {
        public Statut {
            minima = minima == null ? List.of() : List.copyOf(minima);
        }
    }

    /**
     * A lowest wage: fixed part + base × value of the point, rounded half up. The base is the coefficient of the position, in
     * a {@code PESEE} the total.
     *
     * @param partieFixe in {@code unite}; {@code null} when there is one that is not known: nothing is computed then
     * @param positions keys of the positions it is for, empty for all
     */
    public record Formule(
            LocalDate du,
            LocalDate au,
            Unite unite,
            BigDecimal partieFixe,
            BigDecimal valeurPoint,
            Arrondi arrondi,
            List<String> positions,
            Provenance provenance) {
        public Formule {
            positions = positions == null ? List.of() : List.copyOf(positions);
        }
    }

    /** What an amount is rounded to, half up. */
    public enum Arrondi {
        EURO(0),
        CENTIME(2);

        private final int decimals;

        Arrondi(int decimals) {
            this.decimals = decimals;
        }

        public int decimals() {
            return decimals;
        }
    }

    /**
     * Where the text of the convention has no position.
     *
     * @param de first total without a position, {@code null} in a {@code HIERARCHIE}
     * @param a last one
     * @param axes combination without a position, an axis left out stands for all its values; empty for totals
     */
    public record Trou(Integer de, Integer a, Map<String, String> axes, EnCasDeTrou resolution, String motif) {
        public Trou {
            axes = axes == null ? Map.of() : Map.copyOf(axes);
        }
    }

    /** What is done with a total for which there is no position. */
    public enum EnCasDeTrou {
        /** The next lower position, with a warning. */
        INFERIEURE,
        /** Refused. */
        AUCUNE
    }

    /** Totals for which the text of the convention gives two positions. */
    public record Chevauchement(Integer de, Integer a, EnCasDeChevauchement resolution, String motif) {}

    /** Which of two positions is retained, with a warning. */
    public enum EnCasDeChevauchement {
        PLUS_HAUTE,
        PLUS_BASSE
    }

    /**
     * The grid that this one takes the place of.
     *
     * @param positions every key of the former grid to the key that it has become
     */
    public record Remplacement(String classification, Map<String, String> positions, String article) {
        public Remplacement {
            positions = positions == null ? Map.of() : Map.copyOf(positions);
        }
    }

    /** A criterion on which jobs are rated. */
    public record CritereCotation(String code, String intitule, List<Degre> degres, Provenance provenance) {
        public CritereCotation {
            degres = degres == null ? List.of() : List.copyOf(degres);
        }
    }

    /**
     * A degree of a criterion.
     *
     * @param points what it brings to the sum, {@code null} when that is the degree itself
     */
    public record Degre(int degre, String libelle, Integer points) {
        public Degre(int degre, String libelle) {
            this(degre, libelle, null);
        }

        /** What it brings to the sum. */
        public int valeur() {
            return points == null ? degre : points;
        }
    }

    /**
     * A place in the grid.
     *
     * @param seuils degree without which a criterion keeps the job out of this position whatever its total
     * @param variantes coefficients between which age or seniority chooses; {@code coefficient} is {@code null} then
     * @param axes value on each axis, of a {@code HIERARCHIE}
     */
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
            Provenance provenance,
            Map<String, Integer> seuils,
            List<Variante> variantes,
            Map<String, String> axes) {
        public Position {
            minima = minima == null ? List.of() : List.copyOf(minima);
            seuils = seuils == null ? Map.of() : Map.copyOf(seuils);
            variantes = variantes == null ? List.of() : List.copyOf(variantes);
            axes = axes == null ? Map.of() : Map.copyOf(axes);
        }

        public Position(
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
            this(
                    cle,
                    libelle,
                    groupe,
                    classe,
                    cotationMin,
                    cotationMax,
                    categorie,
                    niveau,
                    echelon,
                    coefficient,
                    minima,
                    provenance,
                    null,
                    null,
                    null);
        }

        /** The coefficient for that age and seniority; empty when there is none, or when what chooses it is not known. */
        public Optional<Integer> coefficient(Integer age, Integer ancienneteMois) {
            return variantes.isEmpty()
                    ? Optional.ofNullable(coefficient)
                    : variante(age, ancienneteMois).map(Variante::coefficient);
        }

        /** The label and the coefficient, which is not said twice when the label already says it. */
        public String designation(Integer itsCoefficient) {
            return isSaid(itsCoefficient) ? libelle : libelle + ", coefficient " + itsCoefficient;
        }

        private boolean isSaid(Integer itsCoefficient) {
            return itsCoefficient == null || libelle.matches("(?i).*coefficient " + itsCoefficient + "(?!\\d).*");
        }

        Optional<Variante> variante(Integer age, Integer ancienneteMois) {
            return variantes.stream().filter(v -> v.holds(age, ancienneteMois)).findFirst();
        }

        boolean isRated(int total) {
            return cotationMin != null && cotationMin <= total && total <= cotationMax;
        }
    }

    /**
     * A coefficient of a position for an age or a seniority; bounds are included, {@code null} is no bound.
     *
     * @param ageMin in years on the day considered
     * @param ancienneteMoisMin in whole months
     */
    public record Variante(
            int coefficient,
            Integer ageMin,
            Integer ageMax,
            Integer ancienneteMoisMin,
            Integer ancienneteMoisMax,
            List<Minimum> minima,
            Provenance provenance) {
        public Variante {
            minima = minima == null ? List.of() : List.copyOf(minima);
        }

        /** Whether it is the one for that age and seniority; never when a bound looks at what is not known. */
        public boolean holds(Integer age, Integer ancienneteMois) {
            return within(age, ageMin, ageMax) && within(ancienneteMois, ancienneteMoisMin, ancienneteMoisMax);
        }

        private static boolean within(Integer value, Integer min, Integer max) {
            if (min == null && max == null) {
                return true;
            }
            return value != null && (min == null || value >= min) && (max == null || value <= max);
        }
    }

    /** A dated lowest wage. */
    public record Minimum(BigDecimal montant, Unite unite, LocalDate du, LocalDate au, Provenance provenance) {}

    /**
     * A job named by the convention with its lowest position.
     *
     * @param position {@code null} when the job has a status in place of a rank, or in a {@code PESEE}
     * @param statut key of its status outside the grid, otherwise {@code null}
     */
    public record EmploiRepere(
            String code,
            String intitule,
            String filiere,
            String position,
            Map<String, Integer> degres,
            Provenance provenance,
            String statut) {
        public EmploiRepere {
            degres = degres == null ? Map.of() : Map.copyOf(degres);
        }

        public EmploiRepere(
                String code,
                String intitule,
                String filiere,
                String position,
                Map<String, Integer> degres,
                Provenance provenance) {
            this(code, intitule, filiere, position, degres, provenance, null);
        }
    }

    /** A rule of the convention in words, with its article. */
    public record RegleConvention(String code, String texte, String article, Provenance provenance) {}

    public Classification {
        criteres = criteres == null ? List.of() : List.copyOf(criteres);
        positions = positions == null ? List.of() : List.copyOf(positions);
        emplois = emplois == null ? List.of() : List.copyOf(emplois);
        regles = regles == null ? List.of() : List.copyOf(regles);
        secteurs = secteurs == null ? List.of() : List.copyOf(secteurs);
        axes = axes == null ? List.of() : List.copyOf(axes);
        statuts = statuts == null ? List.of() : List.copyOf(statuts);
        formules = formules == null ? List.of() : List.copyOf(formules);
        trous = trous == null ? List.of() : List.copyOf(trous);
        chevauchements = chevauchements == null ? List.of() : List.copyOf(chevauchements);
    }

    public Classification(
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
        this(
                code,
                intitule,
                idcc,
                du,
                au,
                forme,
                criteres,
                positions,
                emplois,
                regles,
                provenance,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public boolean isInForceOn(LocalDate day) {
        return (du == null || !day.isBefore(du)) && (au == null || !day.isAfter(au));
    }

    public Optional<Statut> statut(String cle) {
        return statuts.stream().filter(s -> s.cle().equals(cle)).findFirst();
    }

    public Optional<Position> position(String cle) {
        return positions.stream().filter(p -> p.cle().equals(cle)).findFirst();
    }

    public Optional<EmploiRepere> emploi(String emploiCode) {
        return emplois.stream().filter(e -> e.code().equals(emploiCode)).findFirst();
    }
}
