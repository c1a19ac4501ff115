package fr.parchemin.acte;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * The branches whose data a transaction may read and change, whatever the query asks for: the store itself holds to it. A
 * filter that a query forgets shows nothing of another branch, and a perimeter that a use case forgets shows nothing at
 * all.
 *
 * <p>What belongs to the platform (accounts, catalogue, counters) lies outside all perimeters.
 */
public sealed interface Perimetre {

    /**
     * The data of these branches only.
     *
     * @param codes codes of branches; nothing of any branch when empty
     * @param plateforme whether it also holds the lines of the journal that are about the platform itself, and may leave
     *     lines about any branch; one about the platform may be left by every transaction
     */
    record Branches(Set<String> codes, boolean plateforme) implements Perimetre {
        public Branches {
            codes = Set.copyOf(codes);
            for (String code : codes) {
                if (code.isBlank() || code.contains(",") || code.contains("*")) {
                    throw new IllegalArgumentException("no code of a branch: " + code);
                }
            }
        }

        @Override
        public boolean holds(String branche) {
            return branche == null ? plateforme : codes.contains(branche);
        }

        @Override
        public boolean covers(Perimetre other) {
            return other instanceof Branches inner
                    && codes.containsAll(inner.codes())
                    && (plateforme || !inner.plateforme());
        }
    }

    /** The data of all branches, for work of the platform itself, which says what it is. */
    record Tout(Motif motif) implements Perimetre {
        public Tout {
            Objects.requireNonNull(motif);
        }

        @Override
        public boolean holds(String branche) {
            return true;
        }

        @Override
        public boolean covers(Perimetre other) {
            return true;
        }
    }

    /** Why work of the platform looks across branches. A test knows the places in the code. */
    enum Motif {
        /** Anybody holds a certificate in hand and asks whether it is genuine; the code or the number names one row. */
        VERIFICATION_PUBLIQUE,
        /** The operator at the console explains one file, which leaves a line in the journal. */
        CONSOLE,
        /** The chain of the journal is one for all branches, and who runs the platform lists it without personal values. */
        JOURNAL,
        /** The holder of a personal link or of a person's own account looks at what is theirs, in every branch. */
        PERSONNE
    }

    /** Nothing of any branch. */
    static Perimetre aucun() {
        return new Branches(Set.of(), false);
    }

    /** What belongs to one branch. */
    static Perimetre de(String branche) {
        return new Branches(Set.of(branche), false);
    }

    static Perimetre de(Collection<String> branches) {
        return new Branches(Set.copyOf(branches), false);
    }

    /** Everything, for that reason. */
    static Perimetre tout(Motif motif) {
        return new Tout(motif);
    }

    /** Whether data of that branch is inside; {@code null} stands for what is about the platform itself. */
    boolean holds(String branche);

    /** Whether all that the other holds is inside this one too. */
    boolean covers(Perimetre other);
}
