package fr.parchemin.parcours;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A made-up person; {@code nomUsage} and {@code courriel} may be null. */
public record Candidat(
        String nomNaissance,
        String nomUsage,
        String prenoms,
        String sexe,
        LocalDate dateNaissance,
        String lieuNaissance,
        String courriel) {

    public String fullName() {
        return prenoms + " " + (nomUsage == null ? nomNaissance : nomUsage);
    }

    public Candidat bornOn(LocalDate date) {
        return new Candidat(nomNaissance, nomUsage, prenoms, sexe, date, lieuNaissance, courriel);
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nomNaissance", nomNaissance);
        putIfKnown(json, "nomUsage", nomUsage);
        json.put("prenoms", prenoms);
        json.put("sexe", sexe);
        json.put("dateNaissance", dateNaissance.toString());
        json.put("lieuNaissance", lieuNaissance);
        putIfKnown(json, "courriel", courriel);
        return json;
    }

    private static void putIfKnown(Map<String, Object> json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
