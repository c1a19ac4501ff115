package fr.parchemin.branche.internal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.regle.EspeceRegle;
import fr.parchemin.regle.NomRegle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules in code and the places of the definition that name them: none without the other. */
final class CoherenceCode {

    private final Set<NomRegle> regles;
    private final Set<NomRegle> named = new HashSet<>();
    private final Objections objections = new Objections();

    /**
     * @param regles the rules that the plugin brings
     */
    CoherenceCode(Set<NomRegle> regles) {
        this.regles = regles;
    }

    /** Names without a rule. */
    List<MotifErreur> missing(String mainFile, YamlDocument main, Map<String, YamlDocument> referentiels) {
        referentiels.forEach((file, document) -> {
            objections.turnTo(file, document);
            checkReferentiel(document.content());
        });
        objections.turnTo(mainFile, main);
        check(EspeceRegle.NUMEROTATION, main.content().path("numerotation").path("regle"), "/numerotation/regle");
        return objections.motifs();
    }

    /** Rules without a name, once {@link #missing} has read the definition. */
    List<MotifErreur> idle(String mainFile, YamlDocument main) {
        Objections objections = new Objections();
        objections.turnTo(mainFile, main);
        Set<String> idle = new TreeSet<>();
        regles.stream().filter(r -> !named.contains(r)).forEach(r -> idle.add(r.toString()));
        idle.forEach(r -> objections.add(
                "", "la " + r + " de l’extension n’est nommée nulle part dans la définition, donc jamais appliquée"));
        return objections.motifs();
    }

    private void checkReferentiel(JsonNode referentiel) {
        JsonNode prerequis = referentiel.path("certification").path("prerequis");
        for (int index = 0; index < prerequis.size(); index++) {
            JsonNode item = prerequis.get(index);
            check(
                    "CODE".equals(item.path("type").asText()) ? EspeceRegle.RECEVABILITE : EspeceRegle.PREREQUIS,
                    item.path("regle"),
                    "/certification/prerequis/" + index + "/regle");
        }
        for (int index = 0; index < referentiel.path("blocs").size(); index++) {
            checkTree(
                    EspeceRegle.PROPOSITION,
                    referentiel.path("blocs").get(index).path("regle"),
                    "/blocs/" + index + "/regle");
        }
        for (int index = 0; index < referentiel.path("mentions").size(); index++) {
            check(
                    EspeceRegle.MENTION,
                    referentiel.path("mentions").get(index).path("regle"),
                    "/mentions/" + index + "/regle");
        }
        checkTree(EspeceRegle.ATTRIBUTION, referentiel.path("regle"), "/regle");
        checkTree(EspeceRegle.CLASSIFICATION, referentiel.path("effets"), "/effets");
        checkTree(
                EspeceRegle.INCOMPATIBILITE,
                referentiel.path("jury").path("incompatibilites"),
                "/jury/incompatibilites");
    }

    /** Every object {@code type: CODE} at or below a node, however deep rules are put into each other. */
    private void checkTree(EspeceRegle espece, JsonNode node, String at) {
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                checkTree(espece, node.get(index), at + "/" + index);
            }
        } else if (node.isObject()) {
            if ("CODE".equals(node.path("type").asText())) {
                check(espece, node.path("nom"), at + "/nom");
            }
            node.fields().forEachRemaining(field -> checkTree(espece, field.getValue(), at + "/" + field.getKey()));
        }
    }

    private void check(EspeceRegle espece, JsonNode nom, String at) {
        if (!nom.isTextual()) {
            return;
        }
        NomRegle regle = new NomRegle(espece, nom.asText());
        named.add(regle);
        if (!regles.contains(regle)) {
            objections.add(at, "l’extension n’apporte pas de " + regle + " (méthode regles())");
        }
    }
}
