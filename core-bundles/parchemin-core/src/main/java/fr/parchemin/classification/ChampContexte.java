package fr.parchemin.classification;

import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.Variante;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.EffetCertification.Aucun;
import fr.parchemin.referentiel.EffetCertification.Conditions;
import fr.parchemin.referentiel.EffetCertification.EntreeSortie;
import fr.parchemin.referentiel.EffetCertification.GarantieMinimale;
import fr.parchemin.referentiel.EffetCertification.MinimumEmploiRepere;
import fr.parchemin.referentiel.EffetCertification.PlancherSiNiveauExige;
import fr.parchemin.referentiel.EffetCertification.PlancherSiPoste;
import fr.parchemin.referentiel.EffetCertification.Presomption;
import fr.parchemin.referentiel.Referentiel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What, besides the day, the effects of a certification may depend on: what it is worth asking of a person. */
public enum ChampContexte {
    NIVEAU_EXIGE,
    EMPLOI,
    POSITION_ACTUELLE,
    COEFFICIENT_ACTUEL,
    IDCC,
    SECTEUR,
    ANCIENNETE,
    AGE,
    OBTENU_LE,
    OPTION,
    ETAPE,
    EXIGE_PAR_EMPLOYEUR;

    /** The fields on which the answer of {@link CalculEffet} may depend. */
    public static Set<ChampContexte> of(Referentiel referentiel, Map<String, Classification> grids) {
        Set<ChampContexte> fields = EnumSet.noneOf(ChampContexte.class);
        for (EffetCertification effet : referentiel.effets()) {
            Classification grid = effet.classification() == null ? null : grids.get(effet.classification());
            ofConditions(effet.conditions(), fields);
            if (!effet.emplois().isEmpty()) {
                fields.add(EMPLOI);
            }
            if (effet instanceof PlancherSiNiveauExige) {
                fields.add(NIVEAU_EXIGE);
            } else if (effet instanceof PlancherSiPoste) {
                fields.add(OBTENU_LE);
            } else if (effet instanceof GarantieMinimale garantie && garantie.dureeMois() != null) {
                fields.add(OBTENU_LE);
            } else if (effet instanceof Presomption) {
                fields.add(EXIGE_PAR_EMPLOYEUR);
            } else if (effet instanceof EntreeSortie steps) {
                fields.add(ETAPE);
                if (!steps.avecOption().isEmpty()) {
                    fields.add(OPTION);
                }
            }
            if (grid != null && !(effet instanceof Aucun)) {
                ofGrid(effet, grid, fields);
            }
        }
        return fields;
    }

    private static void ofConditions(Conditions conditions, Set<ChampContexte> fields) {
        if (conditions == null) {
            return;
        }
        if (!conditions.idcc().isEmpty()) {
            fields.add(IDCC);
        }
        if (!conditions.secteurs().isEmpty()) {
            fields.add(SECTEUR);
        }
        if (!conditions.options().isEmpty()) {
            fields.add(OPTION);
        }
        if (conditions.ancienneteMoisMin() != null || conditions.ancienneteMoisMax() != null) {
            fields.add(ANCIENNETE);
        }
        if (conditions.ageMin() != null || conditions.ageMax() != null) {
            fields.add(AGE);
        }
    }

    /** What is held is never lowered, and a position may have its coefficient by age or seniority. */
    private static void ofGrid(EffetCertification effet, Classification grid, Set<ChampContexte> fields) {
        if (effet.nature() != EffetCertification.Nature.POSITION) {
            return;
        }
        if (grid.positions().stream()
                .anyMatch(p -> p.coefficient() != null || !p.variantes().isEmpty())) {
            fields.add(COEFFICIENT_ACTUEL);
        }
        if (!(effet instanceof MinimumEmploiRepere) || grid.forme() != Classification.Forme.COEFFICIENTS) {
            fields.add(POSITION_ACTUELLE);
        }
        for (Position position : grid.positions()) {
            for (Variante variante : position.variantes()) {
                if (variante.ageMin() != null || variante.ageMax() != null) {
                    fields.add(AGE);
                }
                if (variante.ancienneteMoisMin() != null || variante.ancienneteMoisMax() != null) {
                    fields.add(ANCIENNETE);
                }
            }
        }
    }

    /** The options that the effects name, sorted. */
    public static List<String> options(Referentiel referentiel) {
        Set<String> options = new TreeSet<>();
        for (EffetCertification effet : referentiel.effets()) {
            if (effet.conditions() != null) {
                options.addAll(effet.conditions().options());
            }
            if (effet instanceof EntreeSortie steps) {
                options.addAll(steps.avecOption().keySet());
            }
        }
        return List.copyOf(options);
    }

    /** The grids that the effects speak of and the branch describes, in the order of the effects. */
    public static List<Classification> grids(Referentiel referentiel, Map<String, Classification> grids) {
        return referentiel.effets().stream()
                .map(EffetCertification::classification)
                .filter(Objects::nonNull)
                .distinct()
                .map(grids::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
