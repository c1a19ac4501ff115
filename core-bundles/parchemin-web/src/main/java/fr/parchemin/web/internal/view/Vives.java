package fr.parchemin.web.internal.view;

import java.util.List;
import java.util.Optional;

/**
 * The branches as they stand, for pages that stay open while branches come and go.
 *
 * @param vu changes whenever a name, a colour or a state does; the same on every node
 */
public record Vives(String vu, List<Vive> branches) {
    /**
     * A branch.
     *
     * @param etat stable name of its state
     * @param libelle its state in words
     * @param avis what follows from it for who works in the branch, empty when nothing does
     */
    public record Vive(String code, String nom, String etat, String libelle, String avis) {}

    public Vives {
        branches = List.copyOf(branches);
    }

    public Optional<Vive> of(String code) {
        return branches.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /** What who works in that branch has to know of it. */
    public String avis(String code) {
        return of(code).map(Vive::avis).orElse("");
    }
}
