package fr.parchemin.acte;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Part of a list whose pages follow one another by a mark of their elements and not by their number, so that what comes in
 * between neither shows an element twice nor hides one.
 *
 * @param precedent mark before which the list goes on backwards, empty at its beginning
 * @param suivant mark after which the list goes on, empty at its end
 */
public record Tranche<T>(List<T> elements, Optional<String> precedent, Optional<String> suivant) {

    /**
     * From where a page goes on.
     *
     * @param apres mark after which, {@code null} from the beginning
     * @param avant mark before which to go back, {@code null} to go on; {@code apres} then says nothing
     * @param limite most elements, at least one
     */
    public record Place(String apres, String avant, int limite) {

        /** From the beginning. */
        public static Place first(int limite) {
            return new Place(null, null, limite);
        }

        /** The same with as many elements as a page may have. */
        public Place atMost(int maximum) {
            return new Place(apres, avant, Math.max(1, Math.min(limite, maximum)));
        }
    }

    /**
     * What a store is asked for.
     *
     * @param repere mark of an element that is itself left out, {@code null} from the beginning
     * @param remonte whether those just before the mark are wanted and not those after; in the order of the list all the same
     * @param nombre most elements
     */
    public record Besoin(String repere, boolean remonte, int nombre) {}

    public Tranche {
        elements = List.copyOf(elements);
    }

    /**
     * The page at that place. Asks the store once; twice where going back comes to the beginning of the list, which is shown
     * as the full first page.
     *
     * @param ask gives the elements in the order of the list
     * @param mark of an element
     */
    public static <T> Tranche<T> at(Place place, Function<Besoin, List<T>> ask, Function<T, String> mark) {
        if (place.avant() != null) {
            List<T> found = ask.apply(new Besoin(place.avant(), true, place.limite() + 1));
            if (found.size() > place.limite()) {
                List<T> page = found.subList(1, found.size());
                return new Tranche<>(page, mark(page, 0, mark), mark(page, page.size() - 1, mark));
            }
            return at(Place.first(place.limite()), ask, mark);
        }
        List<T> found = ask.apply(new Besoin(place.apres(), false, place.limite() + 1));
        boolean more = found.size() > place.limite();
        List<T> page = more ? found.subList(0, place.limite()) : found;
        return new Tranche<>(
                page,
                place.apres() == null || page.isEmpty() ? Optional.empty() : mark(page, 0, mark),
                more ? mark(page, page.size() - 1, mark) : Optional.empty());
    }

    private static <T> Optional<String> mark(List<T> page, int index, Function<T, String> mark) {
        return Optional.of(mark.apply(page.get(index)));
    }
}
