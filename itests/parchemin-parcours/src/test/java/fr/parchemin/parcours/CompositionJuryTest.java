package fr.parchemin.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.parcours.Referentiel.College;
import fr.parchemin.parcours.Referentiel.RegleJury;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompositionJuryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RegleJury PARITAIRE =
            new RegleJury(List.of(new College("EMPLOYEURS", 1), new College("SALARIES", 1)), 2, true, true, false);

    @Test
    void collegesHaveTheSameNumberOfMembers() {
        assertThat(compose(PARITAIRE, List.of()))
                .extracting(membre -> membre.get("college"))
                .containsExactly("EMPLOYEURS", "EMPLOYEURS", "SALARIES", "SALARIES");
    }

    @Test
    void theBranchesMinimumIsReached() {
        RegleJury six = new RegleJury(PARITAIRE.colleges(), 6, true, true, false);

        assertThat(compose(six, List.of())).hasSize(6);
    }

    @Test
    void aSoleCollegeHasAnOddNumberOfMembers() {
        RegleJury sole = new RegleJury(List.of(new College("PROFESSION", 2)), 2, false, false, true);

        assertThat(compose(sole, List.of())).hasSize(3);
    }

    @Test
    void onePersonPresidesAndTheAccountOfTheJuryIsTheirs() {
        assertThat(compose(PARITAIRE, List.of()))
                .filteredOn(membre -> (boolean) membre.get("president"))
                .singleElement()
                .satisfies(president -> assertThat(president).containsEntry("identifiant", "jury-metallurgie"));
    }

    @Test
    void thePresidencyAlternatesFromOneJuryToTheNext() {
        List<List<Map<String, Object>>> juries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            juries.add(compose(PARITAIRE, juries));
        }

        assertThat(juries)
                .extracting(CompositionJuryTest::presidentCollege)
                .containsExactly("EMPLOYEURS", "SALARIES", "EMPLOYEURS", "SALARIES");
    }

    @Test
    void nobodySitsTwiceInOneJury() {
        assertThat(compose(PARITAIRE, List.of()))
                .extracting(membre -> membre.get("nom"))
                .doesNotHaveDuplicates();
    }

    private static List<Map<String, Object>> compose(RegleJury regle, List<List<Map<String, Object>>> previous) {
        Optional<Jury> last = previous.isEmpty()
                ? Optional.empty()
                : Optional.of(Jury.of(JSON.valueToTree(Map.of(
                        "numero", "J-2026-0000" + previous.size(), "membres", previous.get(previous.size() - 1)))));
        return new CompositionJury(regle, "jury-metallurgie").membres(last);
    }

    private static Object presidentCollege(List<Map<String, Object>> membres) {
        return membres.stream()
                .filter(membre -> (boolean) membre.get("president"))
                .findFirst()
                .orElseThrow()
                .get("college");
    }
}
