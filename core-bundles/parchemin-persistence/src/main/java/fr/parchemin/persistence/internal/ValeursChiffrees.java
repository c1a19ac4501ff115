package fr.parchemin.persistence.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.acte.Chiffre;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The values of one line of the journal as JSON. A value in clear is a text; a personal one is {@code {"chiffre": "…"}}, in
 * base64, bound to its line, its person and its field; one that came after the key was destroyed is {@code {"efface":
 * true}} and was not kept.
 */
final class ValeursChiffrees {

    private static final String CHIFFRE = "chiffre";
    private static final String EFFACE = "efface";

    private final UUID ligne;
    private final UUID personne;
    private final Optional<byte[]> cle;

    /**
     * @param ligne id of the line
     * @param cle of the person; empty when it is destroyed or not to be used
     */
    ValeursChiffrees(UUID ligne, UUID personne, Optional<byte[]> cle) {
        this.ligne = ligne;
        this.personne = personne;
        this.cle = cle;
    }

    /** The JSON text, {@code null} for no values. */
    String write(String place, Valeurs valeurs) {
        if (valeurs.isEmpty()) {
            return null;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        valeurs.champs().forEach((champ, valeur) -> object.set(champ, node(place + "." + champ, valeur)));
        return object.toString();
    }

    /** The JSON text of one value, {@code null} for none. */
    String write(String place, Valeur valeur) {
        return valeur == null ? null : node(place, valeur).toString();
    }

    private JsonNode node(String place, Valeur valeur) {
        if (!valeur.isPersonal()) {
            return JsonNodeFactory.instance.textNode(valeur.texte());
        }
        if (cle.isEmpty() || !(valeur instanceof Valeur.Personnelle)) {
            return JsonNodeFactory.instance.objectNode().put(EFFACE, true);
        }
        byte[] encrypted = Chiffre.encrypt(cle.get(), valeur.texte().getBytes(StandardCharsets.UTF_8), contexte(place));
        return JsonNodeFactory.instance
                .objectNode()
                .put(CHIFFRE, Base64.getEncoder().encodeToString(encrypted));
    }

    /**
     * The values of a JSON text.
     *
     * @param masked whether personal values stay closed, whatever became of their key
     */
    Valeurs read(String place, String json, boolean masked) {
        if (json == null) {
            return Valeurs.none();
        }
        Map<String, Valeur> champs = new LinkedHashMap<>();
        Json.read(json, JsonNode.class)
                .properties()
                .forEach(e -> champs.put(e.getKey(), valeur(place + "." + e.getKey(), e.getValue(), masked)));
        return new Valeurs(champs);
    }

    /** The value of a JSON text, {@code null} for none. */
    Valeur readOne(String place, String json, boolean masked) {
        return json == null ? null : valeur(place, Json.read(json, JsonNode.class), masked);
    }

    private Valeur valeur(String place, JsonNode node, boolean masked) {
        if (node.isTextual()) {
            return new Valeur.Claire(node.textValue());
        }
        if (node.has(EFFACE)) {
            return new Valeur.Effacee();
        }
        if (masked) {
            return new Valeur.Masquee();
        }
        if (cle.isEmpty()) {
            return new Valeur.Effacee();
        }
        byte[] clear = Chiffre.decrypt(
                cle.get(), Base64.getDecoder().decode(node.get(CHIFFRE).textValue()), contexte(place));
        return new Valeur.Personnelle(new String(clear, StandardCharsets.UTF_8));
    }

    private String contexte(String place) {
        return "parchemin-valeur-1|" + ligne + "|" + personne + "|" + place;
    }
}
