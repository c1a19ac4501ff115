package fr.parchemin.branche.internal;

import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.CritereCotation;
import fr.parchemin.classification.Classification.Degre;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.RegleConvention;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A grid without a hole: every cotation that the criteria allow leads to one position, every job to a position that exists. */
final class CoherenceClassification {

    private final Classification classification;
    private final Objections objections;

    CoherenceClassification(Classification classification, Objections objections) {
        this.classification = classification;
        this.objections = objections;
    }

    void check() {
        checkCriteres();
        checkPositions();
        checkEmplois();
        Set<String> regles = new HashSet<>();
        int index = 0;
        for (RegleConvention regle : classification.regles()) {
            objections.unique(regles, regle.code(), "/regles/" + index++ + "/code", "la règle");
        }
    }

    private void checkCriteres() {
        Set<String> criteres = new HashSet<>();
        int index = 0;
        for (CritereCotation critere : classification.criteres()) {
            String at = "/criteres/" + index++;
            objections.unique(criteres, critere.code(), at + "/code", "le critère");
            Set<String> degres = new HashSet<>();
            int rank = 0;
            for (Degre degre : critere.degres()) {
                objections.unique(
                        degres, String.valueOf(degre.degre()), at + "/degres/" + rank++ + "/degre", "le degré");
            }
        }
    }

    private void checkPositions() {
        Set<String> keys = new HashSet<>();
        boolean rated = classification.forme() == Classification.Forme.COTATION;
        int expected = rated ? sum(false) : 0;
        int index = 0;
        for (Position position : classification.positions()) {
            String at = "/positions/" + index++;
            objections.unique(keys, position.cle(), at + "/cle", "la clé");
            if (!rated) {
                continue;
            }
            if (position.cotationMin() > position.cotationMax()) {
                objections.add(at + "/cotationMax", "cotationMax est inférieur à cotationMin");
            } else if (position.cotationMin() != expected) {
                objections.add(at + "/cotationMin", "les cotations doivent se suivre : " + expected + " attendu");
            }
            expected = position.cotationMax() + 1;
        }
        if (rated && expected != sum(true) + 1) {
            objections.add(
                    "/positions/" + (index - 1) + "/cotationMax",
                    "la dernière position s’arrête à la cotation " + (expected - 1) + ", les critères vont jusqu’à "
                            + sum(true));
        }
    }

    /** The lowest or the highest cotation that the degrees of the criteria give. */
    private int sum(boolean highest) {
        return classification.criteres().stream()
                .mapToInt(c -> {
                    var degres = c.degres().stream().mapToInt(Degre::degre);
                    return (highest ? degres.max() : degres.min()).orElse(0);
                })
                .sum();
    }

    private void checkEmplois() {
        Set<String> criteres =
                classification.criteres().stream().map(CritereCotation::code).collect(Collectors.toSet());
        Set<String> jobs = new HashSet<>();
        int index = 0;
        for (EmploiRepere emploi : classification.emplois()) {
            String at = "/emplois/" + index++;
            objections.unique(jobs, emploi.code(), at + "/code", "l’emploi");
            Optional<Position> position = classification.position(emploi.position());
            if (position.isEmpty()) {
                objections.add(
                        at + "/position", "la position « " + emploi.position() + " » n’existe pas dans la grille");
            } else if (!emploi.degres().isEmpty()) {
                checkRating(emploi.degres(), criteres, position.get(), at);
            }
        }
    }

    private void checkRating(Map<String, Integer> degres, Set<String> criteres, Position position, String at) {
        if (!degres.keySet().equals(criteres)) {
            objections.add(at + "/degres", "les critères cotés ne sont pas exactement ceux de la grille");
            return;
        }
        int cotation = degres.values().stream().mapToInt(Integer::intValue).sum();
        if (cotation < position.cotationMin() || cotation > position.cotationMax()) {
            objections.add(
                    at + "/position",
                    "l’emploi est coté " + cotation + ", la position « " + position.cle() + " » va de "
                            + position.cotationMin() + " à " + position.cotationMax());
        }
    }
}
