package fr.parchemin.classification;

import fr.parchemin.acte.Typographie;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.Controle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Vues;
import fr.parchemin.spi.EffetPropose;
import fr.parchemin.spi.RegleClassification;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The effect of a certification on classification, as its référentiel declares it; a pure function. */
public final class CalculEffet {

    private CalculEffet() {}

    /**
     * Without rules in code.
     *
     * @param classifications the grids of the branch by code
     */
    public static Effet of(
            Referentiel referentiel, Map<String, Classification> classifications, ContexteEmploi contexte) {
        return of(referentiel, classifications, contexte, ReglesBranche.absentes());
    }

    /**
     * @param classifications the grids of the branch by code
     */
    public static Effet of(
            Referentiel referentiel,
            Map<String, Classification> classifications,
            ContexteEmploi contexte,
            ReglesBranche regles) {
        Optional<EffetCertification> declared = referentiel.effets().stream()
                .filter(e -> e.isInForceOn(contexte.le()))
                .findFirst();
        if (declared.isEmpty()) {
            return new Effet(
                    Effet.Type.AUCUN,
                    null,
                    "Aucun effet connu",
                    null,
                    null,
                    null,
                    "La branche ne déclare aucun effet sur la classification à cette date.");
        }
        EffetCertification effet = declared.get();
        Optional<Classification> grid =
                Optional.ofNullable(effet.classification()).map(classifications::get);
        if (effet instanceof EffetCertification.PlancherSiNiveauExige plancher) {
            return floorWhenRequired(plancher, grid, contexte);
        }
        if (effet instanceof EffetCertification.MinimumEmploiRepere minimum) {
            return grid.map(g -> minimumOfJob(minimum, g, contexte)).orElseGet(() -> withoutGrid(minimum));
        }
        if (effet instanceof EffetCertification.Code code) {
            return grid.map(g -> byRule(referentiel, code, g, contexte, regles)).orElseGet(() -> withoutGrid(code));
        }
        return none(effet, "La certification n’ouvre par elle-même aucun droit à une classe.");
    }

    private static Effet byRule(
            Referentiel referentiel,
            EffetCertification.Code effet,
            Classification grid,
            ContexteEmploi contexte,
            ReglesBranche regles) {
        Vues.Emploi vue = new Vues.Emploi(
                contexte.le(),
                referentiel.certification().code(),
                referentiel.version(),
                grid.code(),
                grid.positions().stream().map(Position::cle).toList(),
                Optional.ofNullable(contexte.niveauExige()),
                contexte.emplois(),
                Optional.ofNullable(contexte.coefficientActuel()));
        return regles.ask(
                        RegleClassification.class,
                        effet.nom(),
                        rule -> rule.calculer(vue),
                        EffetPropose.class,
                        answer -> flaw(answer, grid))
                .fold(
                        answer -> given(effet, answer, grid),
                        failed -> nothing(
                                effet,
                                "Effet non calculé",
                                "L’effet ne peut pas être calculé : " + failed.phrase()
                                        + ". Reportez-vous à l’article cité."));
    }

    private static Optional<String> flaw(EffetPropose answer, Classification grid) {
        return answer instanceof EffetPropose.Minimum minimum
                        && (minimum.position() == null
                                || grid.position(minimum.position()).isEmpty())
                ? Optional.of("la position n’existe pas dans la classification")
                : Controle.phrase(answer.explication());
    }

    private static Effet given(EffetCertification.Code effet, EffetPropose answer, Classification grid) {
        if (!(answer instanceof EffetPropose.Minimum minimum)) {
            return none(effet, answer.explication());
        }
        Position position = grid.position(minimum.position()).orElseThrow();
        return new Effet(
                Effet.Type.MINIMUM,
                position.cle(),
                position.libelle(),
                position.coefficient(),
                effet.article(),
                effet.provenance(),
                Typographie.francaise(minimum.explication()));
    }

    private static Effet floorWhenRequired(
            EffetCertification.PlancherSiNiveauExige plancher, Optional<Classification> grid, ContexteEmploi contexte) {
        if (contexte.niveauExige() == null) {
            return none(
                    plancher,
                    "C’est l’emploi qui est classé, jamais la personne : détenir la certification n’ouvre aucun droit à une classe minimale tant que l’offre d’emploi n’exige pas de niveau.");
        }
        String key = plancher.niveaux().get(String.valueOf(contexte.niveauExige()));
        if (key == null) {
            return none(
                    plancher,
                    "L’offre exige le niveau " + contexte.niveauExige()
                            + ", pour lequel la convention ne prévoit pas de classe minimale.");
        }
        return grid.flatMap(g -> g.position(key))
                .map(position -> new Effet(
                        Effet.Type.PLANCHER,
                        position.cle(),
                        position.libelle(),
                        position.coefficient(),
                        plancher.article(),
                        plancher.provenance(),
                        Typographie.francaise("L’offre d’emploi exige elle-même le niveau " + contexte.niveauExige()
                                + " : l’emploi est classé au moins " + position.cle() + ".")))
                .orElseGet(() -> withoutGrid(plancher));
    }

    private static Effet minimumOfJob(
            EffetCertification.MinimumEmploiRepere minimum, Classification grid, ContexteEmploi contexte) {
        if (contexte.emplois().stream().noneMatch(minimum.emplois()::contains)) {
            String opened = minimum.emplois().stream()
                    .map(grid::emploi)
                    .flatMap(Optional::stream)
                    .map(e -> "« " + e.intitule() + " »")
                    .collect(Collectors.joining(", "));
            return none(
                    minimum,
                    "C’est l’emploi tenu qui fixe le classement : la certification donne accès à " + opened
                            + ", dont le minimum est dû dès que l’emploi est tenu.");
        }
        List<EmploiRepere> held = contexte.emplois().stream()
                .distinct()
                .map(grid::emploi)
                .flatMap(Optional::stream)
                .filter(e -> grid.position(e.position()).isPresent())
                .toList();
        if (held.isEmpty()) {
            return withoutGrid(minimum);
        }
        EmploiRepere emploi = held.stream().max(byPosition(grid)).orElseThrow();
        Position position = grid.position(emploi.position()).orElseThrow();
        String why = (held.size() > 1
                        ? "Plusieurs emplois tenus ("
                                + held.stream().map(EmploiRepere::intitule).collect(Collectors.joining(", "))
                                + ") : le coefficient le plus élevé vaut, "
                        : "L’emploi « " + emploi.intitule() + " » est tenu : ")
                + "le minimum est " + position.libelle()
                + (position.coefficient() == null ? "" : ", coefficient " + position.coefficient()) + ".";
        Integer actuel = contexte.coefficientActuel();
        if (actuel != null && position.coefficient() != null && actuel > position.coefficient()) {
            // A coefficient is no key: the position that goes with the one held is not known here.
            return new Effet(
                    Effet.Type.MINIMUM,
                    null,
                    "Coefficient " + actuel + " conservé",
                    actuel,
                    minimum.article(),
                    minimum.provenance(),
                    Typographie.francaise(
                            why + " Le coefficient " + actuel + ", déjà détenu et plus élevé, n’est jamais réduit."));
        }
        return new Effet(
                Effet.Type.MINIMUM,
                position.cle(),
                position.libelle(),
                position.coefficient(),
                minimum.article(),
                minimum.provenance(),
                Typographie.francaise(why));
    }

    /** By coefficient; between positions that share one, or have none, by their place in the grid. */
    private static Comparator<EmploiRepere> byPosition(Classification grid) {
        return Comparator.comparing(
                        (EmploiRepere e) -> grid.position(e.position()).orElseThrow(),
                        Comparator.comparing(Position::coefficient, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(grid.positions()::indexOf))
                .thenComparing(EmploiRepere::code);
    }

    /** The branch has since dropped the grid, or the position, that this version of the référentiel speaks of. */
    private static Effet withoutGrid(EffetCertification effet) {
        return nothing(
                effet,
                "Effet non calculé",
                "La grille « " + effet.classification()
                        + " » de ce référentiel n’est plus décrite par la branche : l’effet ne peut pas être calculé ici, reportez-vous à l’article cité.");
    }

    private static Effet none(EffetCertification effet, String explication) {
        return nothing(effet, "Aucun effet par elle-même", explication);
    }

    private static Effet nothing(EffetCertification effet, String libelle, String explication) {
        return new Effet(
                Effet.Type.AUCUN,
                null,
                libelle,
                null,
                effet.article(),
                effet.provenance(),
                Typographie.francaise(explication));
    }
}
