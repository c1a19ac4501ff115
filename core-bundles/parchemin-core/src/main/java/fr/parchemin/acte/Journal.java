package fr.parchemin.acte;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Port: the journal of acts. Lines are added, never changed or taken away; each is chained to the one before. */
public interface Journal {

    /**
     * Where the chain ends.
     *
     * @param rang place of the last line
     * @param empreinte its hash
     */
    record Tete(long rang, String empreinte) {}

    /**
     * Which lines to list; start from {@link #of} and narrow.
     *
     * @param branches only these; {@code null} for all, those of the platform included
     * @param objet only about this, {@code null} for any
     * @param acteur only by this account, {@code null} for any
     * @param nature only of this kind, {@code null} for any
     * @param du first instant, {@code null} for any
     * @param jusqua instant before which, {@code null} for any
     * @param avant rank before which to go on, {@code null} for the newest
     * @param reveals whether personal values are deciphered; otherwise they come masked
     * @param limite most to give
     */
    record Selection(
            Set<String> branches,
            String objet,
            String acteur,
            Acte.Nature nature,
            Instant du,
            Instant jusqua,
            Long avant,
            boolean reveals,
            int limite) {

        public Selection {
            branches = branches == null ? null : Set.copyOf(branches);
        }

        /** The newest lines of these branches, {@code null} for all, their personal values masked. */
        public static Selection of(Set<String> branches, int limite) {
            return new Selection(branches, null, null, null, null, null, null, false, limite);
        }

        public Selection about(String only) {
            return new Selection(branches, only, acteur, nature, du, jusqua, avant, reveals, limite);
        }

        public Selection by(String only) {
            return new Selection(branches, objet, only, nature, du, jusqua, avant, reveals, limite);
        }

        public Selection ofNature(Acte.Nature only) {
            return new Selection(branches, objet, acteur, only, du, jusqua, avant, reveals, limite);
        }

        public Selection between(Instant from, Instant until) {
            return new Selection(branches, objet, acteur, nature, from, until, avant, reveals, limite);
        }

        public Selection before(Long rang) {
            return new Selection(branches, objet, acteur, nature, du, jusqua, rang, reveals, limite);
        }

        public Selection revealed() {
            return new Selection(branches, objet, acteur, nature, du, jusqua, avant, true, limite);
        }
    }

    /** Adds a line to the act under way; it takes its place in the chain when the act is committed. */
    void append(Acte acte);

    /**
     * What was done to an object, oldest first, at most {@code limite}; what the act under way does comes last, without a
     * rank. Readings are left aside: they would drown what was done. Personal values are deciphered.
     */
    List<Acte> about(String objet, int limite);

    /**
     * What was done to an object, newest first: only acts of these kinds, before a rank when one is given, at most {@code
     * limite}. Of the act under way nothing; personal values come masked. One query.
     */
    List<Acte> story(String objet, Set<Acte.Nature> natures, Long avant, int limite);

    /** The lines of a selection, newest first. */
    List<Acte> list(Selection selection);

    /** Where the chain ends now. */
    Tete head();

    /** The lines behind a rank and up to another, as they are kept, in their order, at most {@code limite}. */
    List<LigneJournal> lines(long apres, long jusqua, int limite);
}
