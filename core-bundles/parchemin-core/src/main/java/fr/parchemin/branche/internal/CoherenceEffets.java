package fr.parchemin.branche.internal;

import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Forme;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.Secteur;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.EffetCertification.Acces;
import fr.parchemin.referentiel.EffetCertification.Aucun;
import fr.parchemin.referentiel.EffetCertification.Conditions;
import fr.parchemin.referentiel.EffetCertification.EntreeSortie;
import fr.parchemin.referentiel.EffetCertification.GarantieMinimale;
import fr.parchemin.referentiel.EffetCertification.Majoration;
import fr.parchemin.referentiel.EffetCertification.MinimumEmploiRepere;
import fr.parchemin.referentiel.EffetCertification.PlancherSiNiveauExige;
import fr.parchemin.referentiel.EffetCertification.PlancherSiPoste;
import fr.parchemin.referentiel.EffetCertification.Points;
import fr.parchemin.referentiel.EffetCertification.PositionFixee;
import fr.parchemin.referentiel.EffetCertification.Presomption;
import fr.parchemin.referentiel.EffetCertification.Tranche;
import fr.parchemin.referentiel.Mention;
import fr.parchemin.referentiel.Referentiel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The effects of a référentiel: grids, positions and jobs that exist, one effect of each nature at a time unless declared. */
final class CoherenceEffets {

    private final Referentiel referentiel;
    private final List<EffetCertification> effets;
    private final Map<String, Classification> grids;
    private final Objections objections;

    CoherenceEffets(Referentiel referentiel, Map<String, Classification> grids, Objections objections) {
        this.referentiel = referentiel;
        this.effets = referentiel.effets();
        this.grids = grids;
        this.objections = objections;
    }

    void check() {
        for (int index = 0; index < effets.size(); index++) {
            EffetCertification effet = effets.get(index);
            String at = "/effets/" + index;
            if (effets.subList(0, index).stream().anyMatch(before -> collide(before, effet))) {
                objections.add(at, "un autre effet est en vigueur au même moment, un seul est appliqué");
            }
            checkConditions(effet, at + "/conditions");
            Classification grid = grids.get(effet.classification());
            if (grid != null) {
                check(effet, grid, at);
            } else if (effet.classification() != null || !(effet instanceof Aucun)) {
                objections.add(
                        at + "/classification", "la classification « " + effet.classification() + " » n’existe pas");
            }
        }
    }

    // ---- one at a time

    private boolean collide(EffetCertification one, EffetCertification other) {
        return one.nature() == other.nature()
                && !one.cumul()
                && !other.cumul()
                && CoherenceClassification.overlap(one.du(), one.au(), other.du(), other.au())
                && !areApart(one, other);
    }

    /** Whether nobody can meet the conditions of both. */
    private boolean areApart(EffetCertification one, EffetCertification other) {
        if (apart(idcc(one), idcc(other))) {
            return true;
        }
        Conditions mine = one.conditions();
        Conditions its = other.conditions();
        return mine != null
                && its != null
                && (apart(mine.secteurs(), its.secteurs())
                        || apart(mine.ageMin(), mine.ageMax(), its.ageMin(), its.ageMax())
                        || apart(
                                mine.ancienneteMoisMin(),
                                mine.ancienneteMoisMax(),
                                its.ancienneteMoisMin(),
                                its.ancienneteMoisMax()));
    }

    private List<String> idcc(EffetCertification effet) {
        if (effet.conditions() != null && !effet.conditions().idcc().isEmpty()) {
            return effet.conditions().idcc();
        }
        return Optional.ofNullable(effet.classification())
                .map(grids::get)
                .map(g -> List.of(g.idcc()))
                .orElse(List.of());
    }

    private static boolean apart(List<String> one, List<String> other) {
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }

    private static boolean apart(Integer min, Integer max, Integer otherMin, Integer otherMax) {
        return (max != null && otherMin != null && max < otherMin)
                || (otherMax != null && min != null && otherMax < min);
    }

    private void checkConditions(EffetCertification effet, String at) {
        Conditions conditions = effet.conditions();
        if (conditions == null) {
            return;
        }
        int rank = 0;
        for (String secteur : conditions.secteurs()) {
            if (grids.values().stream().noneMatch(g -> hasSector(g, secteur))) {
                objections.add(
                        at + "/secteurs/" + rank, "le secteur « " + secteur + " » n’est dans aucune classification");
            }
            rank++;
        }
        rank = 0;
        for (String option : conditions.options()) {
            option(option, at + "/options/" + rank++);
        }
        ordered(conditions.ageMin(), conditions.ageMax(), at + "/ageMax");
        ordered(conditions.ancienneteMoisMin(), conditions.ancienneteMoisMax(), at + "/ancienneteMoisMax");
    }

    private void option(String code, String at) {
        if (referentiel.mention(code).isEmpty()) {
            objections.add(
                    at,
                    "l’option « " + code + " » n’est pas une mention de ce référentiel"
                            + (referentiel.mentions().isEmpty()
                                    ? ", qui n’en déclare aucune (clé « mentions »)"
                                    : ", qui déclare "
                                            + referentiel.mentions().stream()
                                                    .map(Mention::code)
                                                    .collect(Collectors.joining(", "))));
        }
    }

    private static boolean hasSector(Classification grid, String code) {
        return grid.secteurs().stream().map(Secteur::code).anyMatch(code::equals);
    }

    private void ordered(Integer min, Integer max, String at) {
        if (min != null && max != null && max < min) {
            objections.add(at, max + " est inférieur au minimum, " + min);
        }
    }

    // ---- kinds

    private void check(EffetCertification effet, Classification grid, String at) {
        if (effet instanceof PlancherSiNiveauExige plancher) {
            plancher.niveaux().forEach((niveau, cle) -> position(grid, cle, at + "/niveaux/" + niveau));
            return;
        }
        if (effet instanceof MinimumEmploiRepere minimum) {
            int rank = 0;
            for (String code : minimum.emplois()) {
                checkMinimum(grid, code, at + "/emplois/" + rank++);
            }
            return;
        }
        if (effet instanceof Aucun) {
            return;
        }
        int rank = 0;
        for (String code : effet.emplois()) {
            if (grid.emploi(code).isEmpty()) {
                objections.add(at + "/emplois/" + rank, "l’emploi-repère « " + code + " » n’existe pas");
            }
            rank++;
        }
        checkDates(effet, grid, at);
        if (effet instanceof PlancherSiPoste plancher) {
            position(grid, plancher.position(), at + "/position");
        } else if (effet instanceof PositionFixee fixee) {
            position(grid, fixee.position(), at + "/position");
        } else if (effet instanceof GarantieMinimale garantie) {
            position(grid, garantie.position(), at + "/position");
        } else if (effet instanceof Presomption presomption) {
            position(grid, presomption.position(), at + "/position");
        } else if (effet instanceof EntreeSortie steps) {
            checkSteps(steps, grid, at);
        } else if (effet instanceof Majoration majoration) {
            checkTranches(majoration, grid, at);
        } else if (effet instanceof Acces acces) {
            rank = 0;
            for (String cle : acces.positions()) {
                position(grid, cle, at + "/positions/" + rank++);
            }
        } else if (effet instanceof Points points
                && points.quand() == EffetCertification.Quand.TOUJOURS
                && !points.emplois().isEmpty()) {
            objections.add(at + "/emplois", "« emplois » ne va pas avec TOUJOURS, qui ne regarde pas l’emploi");
        }
    }

    /** The same key may mean another position in the grid before: an effect lives within the dates of its own. */
    private void checkDates(EffetCertification effet, Classification grid, String at) {
        if (effet.du().isBefore(grid.du())) {
            objections.add(
                    at + "/du",
                    "la grille « " + grid.code() + " » ne commence que le " + grid.du() + ", après cet effet");
        }
        if (grid.au() != null && (effet.au() == null || effet.au().isAfter(grid.au()))) {
            objections.add(
                    at + "/au",
                    "la grille « " + grid.code() + " » finit le " + grid.au()
                            + " : l’effet finit au plus tard ce jour-là");
        }
    }

    private Optional<Position> position(Classification grid, String cle, String at) {
        Optional<Position> position = grid.position(cle);
        if (position.isEmpty()) {
            objections.add(at, "la position « " + cle + " » n’existe pas");
        }
        return position;
    }

    private void checkSteps(EntreeSortie steps, Classification grid, String at) {
        Optional<Position> sortie = position(grid, steps.sortie(), at + "/sortie");
        if (steps.entree() != null) {
            position(grid, steps.entree(), at + "/entree")
                    .filter(entree -> sortie.isPresent() && isHigher(grid, entree, sortie.get()))
                    .ifPresent(entree ->
                            objections.add(at + "/entree", "la position d’entrée est plus haute que celle de sortie"));
        }
        steps.avecOption().keySet().forEach(option -> option(option, at + "/avecOption/" + option));
        steps.avecOption().forEach((option, cle) -> position(grid, cle, at + "/avecOption/" + option)
                .filter(with -> sortie.isPresent() && isHigher(grid, sortie.get(), with))
                .ifPresent(with -> objections.add(
                        at + "/avecOption/" + option, "la position avec l’option est plus basse que celle de sortie")));
    }

    private static boolean isHigher(Classification grid, Position one, Position other) {
        return one.coefficient() != null && other.coefficient() != null
                ? one.coefficient() > other.coefficient()
                : grid.positions().indexOf(one) > grid.positions().indexOf(other);
    }

    private void checkTranches(Majoration majoration, Classification grid, String at) {
        List<Tranche> tranches = majoration.tranches();
        for (int index = 0; index < tranches.size(); index++) {
            Tranche tranche = tranches.get(index);
            String place = at + "/tranches/" + index;
            int rank = 0;
            for (String cle : tranche.positions()) {
                position(grid, cle, place + "/positions/" + rank++);
            }
            if (tranches.subList(0, index).stream()
                    .anyMatch(t -> CoherenceClassification.overlap(t.du(), t.au(), tranche.du(), tranche.au())
                            && sharePosition(t, tranche))) {
                objections.add(place + "/du", "une autre tranche vaut déjà à cette date pour une même position");
            }
        }
    }

    private static boolean sharePosition(Tranche one, Tranche other) {
        return one.positions().isEmpty()
                || other.positions().isEmpty()
                || one.positions().stream().anyMatch(other.positions()::contains);
    }

    private void checkMinimum(Classification grid, String code, String at) {
        Optional<EmploiRepere> emploi = grid.emploi(code);
        if (emploi.isEmpty()) {
            objections.add(at, "l’emploi-repère « " + code + " » n’existe pas");
        } else if (grid.forme() == Forme.COEFFICIENTS
                && emploi.get().position() != null
                && grid.position(emploi.get().position())
                        .filter(p -> p.coefficient() != null || !p.variantes().isEmpty())
                        .isEmpty()) {
            objections.add(
                    at,
                    "la position « " + emploi.get().position() + " » de l’emploi-repère « " + code
                            + " » n’a pas de coefficient");
        } else if (emploi.get().position() == null && emploi.get().statut() == null) {
            objections.add(at, "l’emploi-repère « " + code + " » n’a ni position ni statut, il n’a pas de minimum");
        }
    }
}
