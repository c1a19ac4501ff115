package fr.parchemin.equivalence;

import fr.parchemin.referentiel.Equivalence;
import fr.parchemin.referentiel.Equivalence.Nature;
import fr.parchemin.referentiel.Reference;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the holder of certifications and blocs may claim on a day; pure functions. Every reference names its branch. */
public final class CalculEquivalences {

    /**
     * Something that a person holds.
     *
     * @param valideJusquAu last day, included, on which it counts; {@code null} for life
     */
    public record Detenu(Reference titre, LocalDate valideJusquAu) {
        boolean isValidOn(LocalDate day) {
            return valideJusquAu == null || !day.isAfter(valideJusquAu);
        }
    }

    /**
     * Something that a person may claim.
     *
     * @param par equivalences that lead to it, in their order; each with its decision
     * @param conditions what is still asked, empty when nothing is
     */
    public record Droit(Reference vers, List<Equivalence> par, List<String> conditions) {
        public Droit {
            par = List.copyOf(par);
            conditions = List.copyOf(conditions);
        }

        /** Whether it dispenses wholly. */
        public boolean isEntier() {
            return conditions.isEmpty();
        }
    }

    private CalculEquivalences() {}

    /**
     * What may be claimed, each by the shortest way, in the order in which it is found.
     *
     * <p>A full equivalence leads on to what it is itself equivalent to; a passerelle ends there, for its conditions are not
     * yet met. Nothing that is held is claimed again.
     */
    public static List<Droit> claims(Collection<Equivalence> equivalences, List<Detenu> held, LocalDate day) {
        List<Reference> titres =
                held.stream().filter(d -> d.isValidOn(day)).map(Detenu::titre).toList();
        List<Equivalence> directed = equivalences.stream()
                .filter(e -> e.isInForceOn(day))
                .flatMap(e -> e.nature() == Nature.BLOC_COMMUN ? List.of(e, reversed(e)).stream() : List.of(e).stream())
                .toList();
        Map<Reference, Droit> found = new LinkedHashMap<>();
        Deque<Droit> next = new ArrayDeque<>();
        titres.forEach(t -> next.add(new Droit(t, List.of(), List.of())));
        while (!next.isEmpty()) {
            Droit from = next.remove();
            for (Equivalence equivalence : directed) {
                Reference vers = equivalence.vers();
                if (!from.vers().covers(equivalence.de())
                        || found.containsKey(vers)
                                && (found.get(vers).isEntier()
                                        || !equivalence.conditions().isEmpty())
                        || titres.stream().anyMatch(t -> t.covers(vers))) {
                    continue;
                }
                List<Equivalence> par = new ArrayList<>(from.par());
                par.add(equivalence);
                Droit droit = new Droit(vers, par, equivalence.conditions());
                found.put(vers, droit);
                if (droit.isEntier()) {
                    next.add(droit);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * A cycle among equivalences in one direction that are in force on a common day: what is held, what each step gives, and
     * what was held again.
     */
    public static Optional<List<Reference>> cycle(Collection<Equivalence> equivalences) {
        return equivalences.stream()
                .map(e -> e.du() == null ? LocalDate.MIN : e.du())
                .distinct()
                .sorted()
                .map(day -> cycleOn(day, equivalences))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<List<Reference>> cycleOn(LocalDate day, Collection<Equivalence> equivalences) {
        List<Equivalence> directed = equivalences.stream()
                .filter(e -> e.nature() != Nature.BLOC_COMMUN && e.isInForceOn(day))
                .toList();
        Set<Equivalence> done = new HashSet<>();
        return directed.stream()
                .map(e -> cycleFrom(e, directed, new LinkedHashSet<>(), done))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<List<Reference>> cycleFrom(
            Equivalence at, List<Equivalence> directed, LinkedHashSet<Equivalence> path, Set<Equivalence> done) {
        if (path.contains(at)) {
            List<Reference> cycle = new ArrayList<>(path.stream()
                    .dropWhile(e -> !e.equals(at))
                    .map(Equivalence::de)
                    .toList());
            cycle.add(at.de());
            return Optional.of(cycle);
        }
        if (!done.add(at)) {
            return Optional.empty();
        }
        path.add(at);
        Optional<List<Reference>> found = directed.stream()
                .filter(next -> at.vers().covers(next.de()))
                .map(next -> cycleFrom(next, directed, path, done))
                .flatMap(Optional::stream)
                .findFirst();
        path.remove(at);
        return found;
    }

    private static Equivalence reversed(Equivalence e) {
        return new Equivalence(
                e.code(), e.nature(), e.vers(), e.de(), e.du(), e.au(), e.decision(), e.conditions(), e.provenance());
    }
}
