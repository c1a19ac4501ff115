package fr.parchemin.parcours;

import fr.parchemin.parcours.Referentiel.College;
import fr.parchemin.parcours.Referentiel.RegleJury;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A jury that the rule of the branch accepts: the same number in each collège, at least two, experienced people without
 * a tie to the candidate. Where the presidency alternates, the president comes from another collège than the last one.
 */
final class CompositionJury {

    private static final int MEMBERS_PER_COLLEGE = 2;
    /** One collège alone needs an odd number, or a single dissenting voice would make a tie. */
    private static final int MEMBERS_OF_A_SOLE_COLLEGE = 3;

    private static final int YEARS_OF_PRACTICE = 6;
    private static final List<String> INVENTED = List.of(
            "Aubépine Grandvoile",
            "Basile Clochemerle-Exemple",
            "Capucine Sixfontaines",
            "Darius Longuevue",
            "Églantine Pontsuspendu",
            "Faustin Hautefutaie",
            "Guenièvre Beausoleil-Feint",
            "Hyacinthe Troisponts",
            "Iphigénie Malleposte",
            "Joachim Cerfvolant",
            "Kalinka Vertugadin",
            "Léandre Passerose");

    private final RegleJury regle;
    private final String presidentIdentifiant;

    CompositionJury(RegleJury regle, String presidentIdentifiant) {
        this.regle = regle;
        this.presidentIdentifiant = presidentIdentifiant;
    }

    /** {@code last}: the jury of the branch composed before this one. */
    List<Map<String, Object>> membres(Optional<Jury> last) {
        int first = last.map(jury -> jury.numero().hashCode()).orElse(0);
        String presidentCollege = presidentCollege(last);
        List<Map<String, Object>> membres = new ArrayList<>();
        for (College college : regle.colleges()) {
            int size = Math.max(usualSize(), Math.max(college.min(), share()));
            for (int i = 0; i < size; i++) {
                boolean president = i == 0 && college.code().equals(presidentCollege);
                membres.add(membre(
                        college.code(),
                        INVENTED.get(Math.floorMod(first + membres.size(), INVENTED.size())),
                        president));
            }
        }
        return membres;
    }

    private int usualSize() {
        return regle.colleges().size() == 1 ? MEMBERS_OF_A_SOLE_COLLEGE : MEMBERS_PER_COLLEGE;
    }

    private int share() {
        int colleges = Math.max(1, regle.colleges().size());
        return (regle.membresMin() + colleges - 1) / colleges;
    }

    private String presidentCollege(Optional<Jury> last) {
        List<String> colleges = regle.colleges().stream().map(College::code).toList();
        if (!regle.alternee() || last.isEmpty()) {
            return colleges.get(0);
        }
        return colleges.get((colleges.indexOf(last.get().president().college()) + 1) % colleges.size());
    }

    private Map<String, Object> membre(String college, String nom, boolean president) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nom", nom);
        json.put("college", college);
        json.put("employeur", "Maison d’exemple " + nom.substring(nom.indexOf(' ') + 1));
        json.put("pratiqueAnnees", YEARS_OF_PRACTICE);
        json.put("president", president);
        if (president) {
            json.put("identifiant", presidentIdentifiant);
        }
        return json;
    }
}
