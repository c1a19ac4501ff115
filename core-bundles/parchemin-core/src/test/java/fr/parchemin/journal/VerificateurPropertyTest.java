package fr.parchemin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any journal: as it was written it verifies, and nothing done to it goes unnoticed. */
class VerificateurPropertyTest {

    /** Fields that tell a story of their own about where they end. */
    private static final Arbitrary<String> TEXTS =
            Arbitraries.of("", "a", "é", "1:a", "a\nmotif=-", "-", "\n", "{\"etat\":\"DECIDEE\"}", "2:", "\u00a0");

    /** A journal as it lies in a table: lines and an end, in the hands of whoever may write there. */
    private record Table(List<LigneJournal> rows, Journal.Tete head) implements Journal, Transactions {

        @Override
        public void append(Acte acte) {
            throw new AssertionError("nobody appends here");
        }

        @Override
        public List<Acte> about(String objet, int limite) {
            throw new AssertionError("nobody reads acts here");
        }

        @Override
        public List<Acte> story(String objet, Set<Acte.Nature> natures, Long avant, int limite) {
            throw new AssertionError("nobody reads acts here");
        }

        @Override
        public List<Acte> list(Selection selection) {
            throw new AssertionError("nobody reads acts here");
        }

        @Override
        public List<LigneJournal> lines(long apres, long jusqua, int limite) {
            return rows.stream()
                    .filter(r -> r.rang() > apres && r.rang() <= jusqua)
                    .sorted((left, right) -> Long.compare(left.rang(), right.rang()))
                    .limit(limite)
                    .toList();
        }

        @Override
        public <T> Outcome<T> write(Perimetre perimetre, Supplier<Outcome<T>> work) {
            throw new AssertionError("verifying writes nothing");
        }

        @Override
        public <T> T read(Perimetre perimetre, Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean isReachable() {
            return true;
        }

        @Override
        public boolean isPartitioned() {
            return false;
        }

        Verification verify() {
            return new Verificateur(this, this).verify(Optional.empty());
        }

        Table with(List<LigneJournal> others) {
            return new Table(others, head);
        }
    }

    /** Some lines from before the chain, the one that begins it, some more. */
    @Provide
    Arbitrary<Table> journals() {
        return Combinators.combine(
                        lines().list().ofMaxSize(4), lines().list().ofMinSize(1).ofMaxSize(12))
                .as((before, chained) -> {
                    List<LigneJournal> rows = new ArrayList<>();
                    String seal = LigneJournal.ORIGINE;
                    long rang = 0;
                    for (LigneJournal line : before) {
                        rang += 2; // numbers given back by acts that were undone
                        LigneJournal row = line.chained(rang, seal);
                        seal = row.empreinte();
                        rows.add(sealed(row, null));
                    }
                    List<LigneJournal> chain = new ArrayList<>(chained);
                    chain.add(0, natured(chained.get(0), Acte.Nature.JOURNAL_ENCHAINE.name()));
                    for (LigneJournal line : chain) {
                        LigneJournal row = line.chained(++rang, seal);
                        seal = row.empreinte();
                        rows.add(row);
                    }
                    return new Table(List.copyOf(rows), new Journal.Tete(rang, seal));
                });
    }

    private static Arbitrary<LigneJournal> lines() {
        Arbitrary<String> optional = TEXTS.injectNull(0.3);
        return Combinators.combine(TEXTS, optional, optional, TEXTS, TEXTS, optional, optional, optional)
                .as((acteur, auNomDe, branche, objet, detail, avant, apres, motif) -> new LigneJournal(
                        0,
                        UUID.randomUUID(),
                        Instant.parse("2026-06-15T09:30:00.123456Z"),
                        acteur,
                        auNomDe,
                        branche,
                        objet,
                        Acte.Nature.EPREUVE_NOTEE.name(),
                        detail,
                        avant,
                        apres,
                        motif,
                        null,
                        null));
    }

    private static LigneJournal sealed(LigneJournal l, String empreinte) {
        return new LigneJournal(
                l.rang(),
                l.id(),
                l.le(),
                l.acteur(),
                l.auNomDe(),
                l.branche(),
                l.objet(),
                l.nature(),
                l.detail(),
                l.avant(),
                l.apres(),
                l.motif(),
                l.personne(),
                empreinte);
    }

    private static LigneJournal natured(LigneJournal l, String nature) {
        return new LigneJournal(
                l.rang(),
                l.id(),
                l.le(),
                l.acteur(),
                l.auNomDe(),
                l.branche(),
                l.objet(),
                nature,
                l.detail(),
                l.avant(),
                l.apres(),
                l.motif(),
                l.personne(),
                l.empreinte());
    }

    private static LigneJournal at(LigneJournal l, long rang) {
        return new LigneJournal(
                rang,
                l.id(),
                l.le(),
                l.acteur(),
                l.auNomDe(),
                l.branche(),
                l.objet(),
                l.nature(),
                l.detail(),
                l.avant(),
                l.apres(),
                l.motif(),
                l.personne(),
                l.empreinte());
    }

    /** The line with one field that is not as it was written. */
    private static LigneJournal changed(LigneJournal l, int field, String other) {
        return new LigneJournal(
                l.rang(),
                field == 0 ? UUID.randomUUID() : l.id(),
                field == 1 ? l.le().plusNanos(1000) : l.le(),
                field == 2 ? other : l.acteur(),
                field == 3 ? other : l.auNomDe(),
                field == 4 ? other : l.branche(),
                field == 5 ? other : l.objet(),
                field == 6 ? other : l.nature(),
                field == 7 ? other : l.detail(),
                field == 8 ? other : l.avant(),
                field == 9 ? other : l.apres(),
                field == 10 ? other : l.motif(),
                field == 11 ? UUID.randomUUID() : l.personne(),
                field == 12 ? "0" + other : field == 13 && l.empreinte() != null ? null : l.empreinte());
    }

    @Property
    void verifiesAsItWasWritten(@ForAll("journals") Table journal) {
        assertThat(journal.verify())
                .isEqualTo(new Verification(journal.rows().size(), journal.head(), Optional.empty()));
    }

    @Property
    void noticesAnyFieldOfAnyLineChanged(
            @ForAll("journals") Table journal,
            @ForAll @IntRange(max = 1000) int which,
            @ForAll @IntRange(max = 13) int field) {
        List<LigneJournal> rows = new ArrayList<>(journal.rows());
        int place = which % rows.size();
        LigneJournal changed = changed(rows.get(place), field, "tout autre chose");
        if (changed.equals(rows.get(place))) {
            return; // a hash that was not there is not there
        }
        rows.set(place, changed);

        assertThat(journal.with(rows).verify().isIntact()).isFalse();
    }

    /** What one field loses another gains: the same characters in the same order, cut elsewhere. */
    @Property
    void noticesWhatMovesFromOneFieldToTheNext(
            @ForAll("journals") Table journal, @ForAll @IntRange(max = 1000) int which) {
        List<LigneJournal> rows = new ArrayList<>(journal.rows());
        int place = which % rows.size();
        LigneJournal l = rows.get(place);
        LigneJournal moved = new LigneJournal(
                l.rang(),
                l.id(),
                l.le(),
                l.acteur() + "x",
                l.auNomDe(),
                l.branche(),
                l.objet(),
                l.nature(),
                l.detail(),
                l.avant(),
                l.apres() == null ? "" : null,
                l.motif(),
                l.personne(),
                l.empreinte());
        rows.set(place, moved);

        assertThat(journal.with(rows).verify().isIntact()).isFalse();
    }

    @Property
    void noticesAnyLineRemoved(@ForAll("journals") Table journal, @ForAll @IntRange(max = 1000) int which) {
        List<LigneJournal> rows = new ArrayList<>(journal.rows());
        rows.remove(which % rows.size());

        assertThat(journal.with(rows).verify().isIntact()).isFalse();
    }

    /** What follows is pushed on by one place, so that no rank is missing and none is twice. */
    @Property
    void noticesAnyLineInserted(
            @ForAll("journals") Table journal, @ForAll @IntRange(max = 1000) int which, @ForAll boolean sealed) {
        List<LigneJournal> rows = new ArrayList<>();
        int place = which % (journal.rows().size() + 1);
        for (int i = 0; i <= journal.rows().size(); i++) {
            if (i == place) {
                LigneJournal like = journal.rows().get(Math.max(0, i - 1));
                String behind = i == 0 || like.empreinte() == null ? LigneJournal.ORIGINE : like.empreinte();
                LigneJournal forged = changed(like, 7, "inventé").chained(like.rang() + 1, behind);
                rows.add(sealed ? forged : sealed(forged, null));
            }
            if (i < journal.rows().size()) {
                LigneJournal row = journal.rows().get(i);
                rows.add(i >= place ? at(row, row.rang() + 1) : row);
            }
        }
        Table longer = new Table(
                rows, new Journal.Tete(journal.head().rang() + 1, journal.head().empreinte()));

        assertThat(longer.verify().isIntact()).isFalse();
    }

    @Property
    void noticesAnyTwoLinesSwapped(
            @ForAll("journals") Table journal,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other) {
        List<LigneJournal> rows = new ArrayList<>(journal.rows());
        int left = one % rows.size();
        int right = other % rows.size();
        if (left == right) {
            return;
        }
        long rangLeft = rows.get(left).rang();
        long rangRight = rows.get(right).rang();
        Collections.swap(rows, left, right);
        rows.set(left, at(rows.get(left), rangLeft));
        rows.set(right, at(rows.get(right), rangRight));

        assertThat(journal.with(rows).verify().isIntact()).isFalse();
    }

    @Property
    void noticesATailCutOff(@ForAll("journals") Table journal, @ForAll @IntRange(min = 1, max = 20) int cut) {
        int left = Math.max(0, journal.rows().size() - cut);

        assertThat(journal.with(journal.rows().subList(0, left)).verify().isIntact())
                .isFalse();
    }

    /** Whoever can write everywhere cuts the end too, or writes it all anew: an end noted elsewhere gives him away. */
    @Property
    void noticesAChainThatDoesNotGoThroughAnAnchor(
            @ForAll("journals") Table journal, @ForAll @IntRange(max = 1000) int which) {
        Optional<Journal.Tete> anchor = Optional.of(journal.head());
        int left = which % journal.rows().size();
        String seal = LigneJournal.ORIGINE;
        List<LigneJournal> forged = new ArrayList<>();
        for (LigneJournal row : journal.rows()) {
            LigneJournal next = changed(row, 7, "récrit").chained(row.rang(), seal);
            seal = next.empreinte();
            forged.add(row.empreinte() == null ? sealed(next, null) : next);
        }
        Table rewritten = new Table(forged, new Journal.Tete(journal.head().rang(), seal));
        assertThat(rewritten.verify().isIntact()).isTrue();
        assertThat(new Verificateur(rewritten, rewritten)
                        .verify(anchor)
                        .rupture()
                        .map(Verification.Rupture::nature))
                .contains(Verification.Nature.ANCRE);

        List<LigneJournal> kept = journal.rows().subList(0, left);
        String last = LigneJournal.ORIGINE;
        for (LigneJournal row : kept) {
            last = row.sealedBehind(last);
        }
        Table shorter = new Table(
                kept, new Journal.Tete(left == 0 ? 0 : kept.get(left - 1).rang(), last));
        assertThat(new Verificateur(shorter, shorter).verify(anchor).isIntact()).isFalse();
    }
}
