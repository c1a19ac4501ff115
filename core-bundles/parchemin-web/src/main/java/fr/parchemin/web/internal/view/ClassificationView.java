package fr.parchemin.web.internal.view;

import fr.parchemin.acte.Typographie;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.classification.CalculEffet;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.Axe;
import fr.parchemin.classification.Classification.Chevauchement;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.EnCasDeChevauchement;
import fr.parchemin.classification.Classification.EnCasDeTrou;
import fr.parchemin.classification.Classification.Forme;
import fr.parchemin.classification.Classification.Formule;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.Statut;
import fr.parchemin.classification.Classification.Trou;
import fr.parchemin.classification.MinimumSalaire;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A grid of a convention as a person reads it, on a day. */
public record ClassificationView(VueBranche branche, Classification grid, LocalDate today) {

    /** What kind of grid it is, in one sentence. */
    public String forme() {
        return switch (grid.forme()) {
            case COTATION ->
                "L’emploi est coté sur " + grid.criteres().size()
                        + " critères ; le total de ce qu’ils apportent donne la position.";
            case COEFFICIENTS ->
                "Chaque position a son coefficient. Un coefficient peut se retrouver à plusieurs positions : c’est la position qui compte.";
            case EMPLOIS -> "La convention rattache chaque emploi à un niveau.";
            case HIERARCHIE ->
                "Une position est faite de : "
                        + grid.axes().stream()
                                .map(a -> a.intitule().toLowerCase(Locale.FRENCH))
                                .collect(Collectors.joining(", "))
                        + ".";
            case PESEE ->
                "L’emploi est pesé sur " + grid.criteres().size()
                        + " critères ; il n’y a pas de position, le total entre dans le calcul du salaire minimum.";
            case HORS_GRILLE -> "La convention ne classe pas ces emplois : elle leur donne un statut.";
        };
    }

    public boolean hasTotals() {
        return grid.forme() == Forme.COTATION;
    }

    public boolean hasCoefficients() {
        return grid.positions().stream()
                .anyMatch(p -> p.coefficient() != null || !p.variantes().isEmpty());
    }

    public boolean hasMinima() {
        return grid.positions().stream().anyMatch(p -> !minimum(p).isEmpty());
    }

    /** « 6 à 9 », « 22 », nothing for a position outside totals. */
    public String totals(Position position) {
        if (position.cotationMin() == null) {
            return "";
        }
        return position.cotationMin().equals(position.cotationMax())
                ? String.valueOf(position.cotationMin())
                : position.cotationMin() + " à " + position.cotationMax();
    }

    public String thresholds(Position position) {
        return new TreeMap<>(position.seuils())
                .entrySet().stream()
                        .map(s -> critere(s.getKey()) + " : degré " + s.getValue() + " au moins")
                        .collect(Collectors.joining(" ; "));
    }

    private String critere(String code) {
        return grid.criteres().stream()
                .filter(c -> c.code().equals(code))
                .map(Classification.CritereCotation::intitule)
                .findFirst()
                .orElse(code);
    }

    /** The coefficient, or each with the age or seniority it is for. */
    public List<String> coefficients(Position position) {
        if (position.variantes().isEmpty()) {
            return position.coefficient() == null ? List.of() : List.of(String.valueOf(position.coefficient()));
        }
        return position.variantes().stream()
                .map(v -> v.coefficient() + " " + CalculEffet.bounds(v))
                .toList();
    }

    /** The lowest wages on the day: one, or one for each variant. */
    public List<String> minimum(Position position) {
        if (position.variantes().isEmpty()) {
            return MinimumSalaire.of(grid, position, null, null, today).map(ClassificationView::amount).stream()
                    .toList();
        }
        return position.variantes().stream()
                .map(v -> MinimumSalaire.of(
                                grid,
                                position,
                                v.ageMin() == null ? v.ageMax() : v.ageMin(),
                                v.ancienneteMoisMin() == null ? v.ancienneteMoisMax() : v.ancienneteMoisMin(),
                                today)
                        .map(m -> amount(m) + " (coefficient " + v.coefficient() + ")"))
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<String> minimum(Statut statut) {
        return MinimumSalaire.of(statut.minima(), today).map(ClassificationView::amount);
    }

    private static String amount(MinimumSalaire wage) {
        return number(wage.montant()) + " " + wage.unite().libelle();
    }

    /** A number as it is written in French, thousands apart. */
    static String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.FRENCH);
        format.setMaximumFractionDigits(4);
        if (value.stripTrailingZeros().scale() > 0) {
            format.setMinimumFractionDigits(2);
        }
        return format.format(value);
    }

    /** The place of a job in words. */
    public String place(EmploiRepere emploi) {
        if (emploi.statut() != null) {
            return "hors grille : "
                    + grid.statut(emploi.statut()).map(Statut::libelle).orElse(emploi.statut());
        }
        if (emploi.position() == null) {
            return weight(emploi);
        }
        return grid.position(emploi.position())
                .map(p -> p.designation(p.coefficient()))
                .orElse(emploi.position());
    }

    private String weight(EmploiRepere emploi) {
        int total = grid.criteres().stream()
                .mapToInt(c -> c.degres().stream()
                        .filter(d -> Integer.valueOf(d.degre())
                                .equals(emploi.degres().get(c.code())))
                        .mapToInt(Classification.Degre::valeur)
                        .sum())
                .sum();
        return emploi.degres().isEmpty()
                ? ""
                : "pesée " + total
                        + MinimumSalaire.ofTotal(grid, total, today)
                                .map(m -> ", " + amount(m))
                                .orElse("");
    }

    /** A formula in one sentence. */
    public String formule(Formule formule) {
        String base = grid.forme() == Forme.PESEE ? "total des points" : "coefficient";
        String fixed = formule.partieFixe() == null
                ? "une partie fixe que la branche n’a pas renseignée + "
                : formule.partieFixe().signum() == 0 ? "" : number(formule.partieFixe()) + " + ";
        String which = formule.positions().isEmpty()
                ? ""
                : " Pour "
                        + formule.positions().stream()
                                .map(key -> grid.position(key)
                                        .map(Position::libelle)
                                        .orElse(key))
                                .collect(Collectors.joining(", "))
                        + ".";
        String period = Wording.period(formule.du(), formule.au());
        return Typographie.francaise("Salaire minimum = " + fixed + base + " × " + number(formule.valeurPoint())
                + ", en "
                + formule.unite().libelle() + ", arrondi "
                + (formule.arrondi() == Classification.Arrondi.EURO ? "à l’euro" : "au centime") + ", " + period + "."
                + which
                + (formule.partieFixe() == null ? " Le montant n’est donc pas calculé ici." : ""));
    }

    /** What is odd in the text of the convention itself, each in a sentence. */
    public List<String> oddities() {
        List<String> sentences = new ArrayList<>();
        for (Trou trou : grid.trous()) {
            sentences.add(
                    trou.de() == null
                            ? "Pas de position pour " + combination(trou.axes()) + ". " + trou.motif()
                            : "Aucune position " + totals(trou.de(), trou.a()) + ". " + trou.motif() + " "
                                    + (trou.resolution() == EnCasDeTrou.INFERIEURE
                                            ? "La position inférieure est retenue, à confirmer."
                                            : "Ces totaux sont refusés."));
        }
        for (Chevauchement chevauchement : grid.chevauchements()) {
            sentences.add(
                    "Deux positions " + totals(chevauchement.de(), chevauchement.a()) + ". " + chevauchement.motif()
                            + " La plus "
                            + (chevauchement.resolution() == EnCasDeChevauchement.PLUS_HAUTE ? "haute" : "basse")
                            + " est retenue.");
        }
        return sentences;
    }

    private static String totals(int from, int to) {
        return from == to ? "pour le total " + from : "pour les totaux de " + from + " à " + to;
    }

    private String combination(Map<String, String> axes) {
        return grid.axes().stream()
                .filter(axe -> axes.containsKey(axe.code()))
                .map(axe -> axe.intitule().toLowerCase(Locale.FRENCH) + " " + axe.libelle(axes.get(axe.code())))
                .collect(Collectors.joining(", "));
    }

    public String axe(Axe axe, Position position) {
        return axe.libelle(position.axes().getOrDefault(axe.code(), ""));
    }

    /** The grid before this one, when the branch describes it. */
    public Optional<Classification> former() {
        return Optional.ofNullable(grid.remplace())
                .map(r -> branche.classifications().get(r.classification()));
    }
}
