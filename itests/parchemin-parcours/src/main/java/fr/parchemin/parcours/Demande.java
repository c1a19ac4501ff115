package fr.parchemin.parcours;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked for: who, for which certification, by which way, sent by whom; organisations may be null. */
public record Demande(
        Candidat candidat,
        String branche,
        String certification,
        String voie,
        Organisation organisme,
        Organisation entreprise,
        List<String> formateurs) {

    public record Organisation(String nom, String siret) {
        Map<String, Object> asJson() {
            return Map.of("nom", nom, "siret", siret);
        }
    }

    public Demande {
        formateurs = List.copyOf(formateurs);
    }

    /** The shortest valid request: training, no organisation named. */
    public static Demande simple(Candidat candidat, String branche, String certification) {
        return new Demande(candidat, branche, certification, "FORMATION", null, null, List.of());
    }

    /** What is sent to apply; a map of its own, that a test may spoil. */
    public Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("branche", branche);
        json.put("certification", certification);
        json.put("voie", voie);
        json.put("candidat", candidat.asJson());
        if (organisme != null) {
            json.put("organisme", organisme.asJson());
        }
        if (entreprise != null) {
            json.put("entreprise", entreprise.asJson());
        }
        if (!formateurs.isEmpty()) {
            json.put("formateurs", formateurs);
        }
        return json;
    }
}
