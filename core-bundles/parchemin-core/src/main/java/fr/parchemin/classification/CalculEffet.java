package fr.parchemin.classification;

import fr.parchemin.acte.Typographie;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Referentiel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The effect of a certification on classification, as its référentiel declares it; a pure function. */
public final class CalculEffet {

    private CalculEffet() {}

    /**
     * @param classifications the grids of the branch by code
     */
    public static Effet of(
            Referentiel referentiel, Map<String, Classification> classifications, ContexteEmploi contexte) {
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
        Classification grid = classifications.get(effet.classification());
        if (effet instanceof EffetCertification.PlancherSiNiveauExige plancher) {
            return floorWhenRequired(plancher, grid, contexte);
        }
        if (effet instanceof EffetCertification.MinimumEmploiRepere minimum) {
            return minimumOfJob(minimum, grid, contexte);
        }
        return none(
                effet.article(),
                effet.provenance(),
                "La certification n’ouvre par elle-même aucun droit à une classe.");
    }

    private static Effet floorWhenRequired(
            EffetCertification.PlancherSiNiveauExige plancher, Classification grid, ContexteEmploi contexte) {
        if (contexte.niveauExige() == null) {
            return none(
                    plancher.article(),
                    plancher.provenance(),
                    "C’est l’emploi qui est classé, jamais la personne : détenir la certification n’ouvre aucun droit à une classe minimale tant que l’offre d’emploi n’exige pas de niveau.");
        }
        String key = plancher.niveaux().get(String.valueOf(contexte.niveauExige()));
        if (key == null) {
            return none(
                    plancher.article(),
                    plancher.provenance(),
                    "L’offre exige le niveau " + contexte.niveauExige()
                            + ", pour lequel la convention ne prévoit pas de classe minimale.");
        }
        Position position = grid.position(key).orElseThrow();
        return new Effet(
                Effet.Type.PLANCHER,
                position.cle(),
                position.libelle(),
                position.coefficient(),
                plancher.article(),
                plancher.provenance(),
                "L’offre d’emploi exige elle-même le niveau " + contexte.niveauExige()
                        + " : l’emploi est classé au moins " + position.cle() + ".");
    }

    private static Effet minimumOfJob(
            EffetCertification.MinimumEmploiRepere minimum, Classification grid, ContexteEmploi contexte) {
        String opened = minimum.emplois().stream()
                .map(grid::emploi)
                .flatMap(Optional::stream)
                .map(e -> "« " + e.intitule() + " »")
                .collect(Collectors.joining(", "));
        if (contexte.emplois().stream().noneMatch(minimum.emplois()::contains)) {
            return none(
                    minimum.article(),
                    minimum.provenance(),
                    "C’est l’emploi tenu qui fixe le classement : la certification donne accès à " + opened
                            + ", dont le minimum est dû dès que l’emploi est tenu.");
        }
        List<EmploiRepere> held = contexte.emplois().stream()
                .map(grid::emploi)
                .flatMap(Optional::stream)
                .toList();
        EmploiRepere emploi = held.stream()
                .max(Comparator.comparing(e -> coefficientOf(grid, e)))
                .orElseThrow();
        Position position = grid.position(emploi.position()).orElseThrow();
        int lowest = coefficientOf(grid, emploi);
        String why = (held.size() > 1
                        ? "Plusieurs emplois tenus ("
                                + held.stream().map(EmploiRepere::intitule).collect(Collectors.joining(", "))
                                + ") : le coefficient le plus élevé vaut, "
                        : "L’emploi « " + emploi.intitule() + " » est tenu : ")
                + "le minimum est " + position.libelle() + ", coefficient " + lowest + ".";
        boolean above = contexte.coefficientActuel() != null && contexte.coefficientActuel() > lowest;
        return new Effet(
                Effet.Type.MINIMUM,
                above ? null : position.cle(), // a coefficient may name several positions: the one held is not known
                above ? "Coefficient " + contexte.coefficientActuel() + " conservé" : position.libelle(),
                above ? contexte.coefficientActuel() : (Integer) lowest,
                minimum.article(),
                minimum.provenance(),
                Typographie.francaise(
                        above
                                ? why + " Le coefficient " + contexte.coefficientActuel()
                                        + ", déjà détenu et plus élevé, n’est jamais réduit."
                                : why));
    }

    private static int coefficientOf(Classification grid, EmploiRepere emploi) {
        return grid.position(emploi.position()).map(Position::coefficient).orElse(0);
    }

    private static Effet none(String article, Provenance provenance, String explication) {
        return new Effet(
                Effet.Type.AUCUN,
                null,
                "Aucun effet par elle-même",
                null,
                article,
                provenance,
                Typographie.francaise(explication));
    }
}
