package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Tranche.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrancheTest {

    private final List<String> list =
            new ArrayList<>(IntStream.rangeClosed(1, 8).mapToObj(i -> "n" + i).toList());

    private Tranche<String> at(Place place) {
        return Tranche.at(
                place,
                besoin -> {
                    List<String> ordered = new ArrayList<>(list);
                    if (besoin.remonte()) {
                        Collections.reverse(ordered);
                    }
                    int from = besoin.repere() == null ? 0 : ordered.indexOf(besoin.repere()) + 1;
                    List<String> found =
                            new ArrayList<>(ordered.subList(from, Math.min(ordered.size(), from + besoin.nombre())));
                    if (besoin.remonte()) {
                        Collections.reverse(found);
                    }
                    return found;
                },
                text -> text);
    }

    @Test
    void goingOnAndBackShowsTheSamePages() {
        List<Tranche<String>> there = new ArrayList<>(List.of(at(Place.first(3))));
        while (there.get(there.size() - 1).suivant().isPresent()) {
            there.add(at(new Place(there.get(there.size() - 1).suivant().orElseThrow(), null, 3)));
        }
        assertThat(there)
                .extracting(Tranche::elements)
                .containsExactly(List.of("n1", "n2", "n3"), List.of("n4", "n5", "n6"), List.of("n7", "n8"));
        assertThat(there.get(0).precedent()).isEmpty();

        Tranche<String> second = at(new Place(null, there.get(2).precedent().orElseThrow(), 3));
        assertThat(second.elements()).containsExactly("n4", "n5", "n6");
        assertThat(second.suivant()).contains("n6");
        Tranche<String> first = at(new Place(null, second.precedent().orElseThrow(), 3));
        assertThat(first).isEqualTo(there.get(0));
    }

    @Test
    void goingBackToTheBeginningFillsThePageWithWhatCameSince() {
        Tranche<String> second = at(new Place("n3", null, 3));
        list.add(0, "n0");
        Tranche<String> back = at(new Place(null, second.precedent().orElseThrow(), 3));
        assertThat(back.elements()).containsExactly("n1", "n2", "n3");
        assertThat(at(new Place(null, back.precedent().orElseThrow(), 3)).elements())
                .containsExactly("n0", "n1", "n2");
    }

    @Test
    void thereIsAlwaysRoomForOneElementAndNeverForMoreThanAllowed() {
        assertThat(new Place(null, null, 0).atMost(5).limite()).isEqualTo(1);
        assertThat(new Place(null, null, 99).atMost(5).limite()).isEqualTo(5);
    }
}
