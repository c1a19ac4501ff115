package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures.Selection;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.jury.Jury;
import fr.parchemin.referentiel.Voie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class CandidaturesTest {

    private final TestDatabase db;
    private final Samples samples;

    CandidaturesTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private Candidature found(UUID id) {
        return db.<Optional<Candidature>>read(() -> db.candidatures.find(id)).orElseThrow();
    }

    private Outcome<Object> update(Candidature candidature) {
        return db.transactions.write(TestDatabase.TOUT, () -> {
            db.candidatures.update(candidature);
            return Outcome.done(null);
        });
    }

    private static Candidature at(Candidature c, long revision) {
        return new Candidature(
                c.id(),
                c.personne(),
                c.numero(),
                c.branche(),
                c.certification(),
                c.intitule(),
                c.version(),
                c.empreinte(),
                c.voie(),
                c.etat(),
                c.candidat(),
                c.organisme(),
                c.entreprise(),
                c.formateurs(),
                c.constats(),
                c.evaluateurs(),
                c.deposeePar(),
                c.deposeeLe(),
                revision);
    }

    @Test
    void keepsAFileAsItIs() {
        Candidature full = samples.kept(samples.candidature());
        Candidature bare = samples.kept(new Candidature(
                UUID.randomUUID(),
                samples.personne(Samples.candidat("Sans")),
                Samples.unique("C-"),
                samples.branche,
                Samples.CERTIFICATION,
                "Agent d’essai",
                Samples.VERSION,
                "a1",
                Voie.VAE,
                new EtatCandidature.Deposee(),
                new Candidat("李", null, "小龍 🎓", Candidat.Sexe.M, LocalDate.of(1916, 2, 29), "Łódź", null),
                null,
                null,
                List.of(),
                Map.of(),
                Set.of(),
                "secretariat",
                Samples.NOW,
                0));

        assertThat(found(full.id())).isEqualTo(full);
        assertThat(new ArrayList<>(found(full.id()).constats().keySet())).containsExactly("SST", "AGE");
        assertThat(found(bare.id())).isEqualTo(bare);
        assertThat(db.<Optional<Candidature>>read(() -> db.candidatures.find(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void keepsEveryState() {
        UUID jury = samples.kept(samples.jury()).id();
        for (EtatCandidature etat : List.of(
                new EtatCandidature.Irrecevable(),
                new EtatCandidature.Recevable(),
                new EtatCandidature.EnEvaluation(),
                new EtatCandidature.Presentee(jury),
                new EtatCandidature.Ajournee(jury),
                new EtatCandidature.Decidee(jury),
                new EtatCandidature.Delivree(jury))) {
            Candidature candidature = samples.kept(Samples.with(samples.candidature(), etat));
            assertThat(found(candidature.id()).etat()).isEqualTo(etat);
        }
    }

    @Test
    void replacesTheFileAndItsPartsAndMovesItsRevisionOn() {
        Candidature first = samples.kept(samples.candidature());
        Candidature second = Samples.with(
                first,
                new EtatCandidature.EnEvaluation(),
                Samples.constats("CNAPS", "SST"),
                Set.of("eval-b", "eval-c"));

        assertThat(update(second).isDone()).isTrue();
        assertThat(found(first.id())).isEqualTo(at(second, 1));
        assertThat(new ArrayList<>(found(first.id()).constats().keySet())).containsExactly("CNAPS", "SST");
    }

    @Test
    void movesTheRevisionOnWhenOnlyPartsChange() {
        Candidature first = samples.kept(samples.candidature());

        update(Samples.with(first, first.etat(), Map.of(), Set.of()));

        assertThat(found(first.id())).isEqualTo(at(Samples.with(first, first.etat(), Map.of(), Set.of()), 1));
    }

    @Test
    void refusesAFileReadBeforeSomebodyElseChangedIt() {
        Candidature read = samples.kept(samples.candidature());
        Candidature theirs = Samples.with(read, new EtatCandidature.Recevable());
        update(theirs);

        Outcome<Object> mine = update(Samples.with(read, new EtatCandidature.Irrecevable()));

        assertThat(mine.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
        assertThat(found(read.id())).isEqualTo(at(theirs, 1));
    }

    @Test
    void refusesAFileThatSomebodyElseChangesDuringTheAct() {
        db.assumeOverlappingActs();
        UUID id = samples.kept(samples.candidature()).id();

        Outcome<Object> mine = db.transactions.write(TestDatabase.TOUT, () -> {
            Candidature read = db.candidatures.find(id).orElseThrow();
            db.elsewhere(() -> update(Samples.with(read, new EtatCandidature.Recevable())));
            db.journal.append(samples.acte("candidature/" + id));
            db.candidatures.update(Samples.with(read, new EtatCandidature.Irrecevable()));
            return Outcome.done(null);
        });

        assertThat(mine.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
        assertThat(found(id).etat()).isEqualTo(new EtatCandidature.Recevable());
        assertThat(db.<List<?>>read(() -> db.journal.about("candidature/" + id, 1)))
                .isEmpty();
    }

    @Test
    void letsOneOfManyActsOnTheSameRevisionThrough() {
        Candidature read = samples.kept(samples.candidature());
        Set<Integer> done = new ConcurrentSkipListSet<>();

        Concurrently.run(8, number -> {
            Set<String> evaluateurs = Set.of("eval-" + number);
            if (update(Samples.with(read, read.etat(), read.constats(), evaluateurs))
                    .isDone()) {
                done.add(number);
            }
        });

        assertThat(done).hasSize(1);
        assertThat(found(read.id()).evaluateurs())
                .containsExactly("eval-" + done.iterator().next());
        assertThat(found(read.id()).revision()).isEqualTo(1);
    }

    @Test
    void letsAnActChangeAFileInSteps() {
        UUID id = samples.kept(samples.candidature()).id();

        db.write(() -> {
            Candidature read = db.candidatures.find(id).orElseThrow();
            Candidature step = Samples.with(read, new EtatCandidature.Recevable());
            db.candidatures.update(step);
            db.candidatures.update(Samples.with(step, new EtatCandidature.EnEvaluation()));
            Candidature again = db.candidatures.find(id).orElseThrow();
            assertThat(again.etat()).isEqualTo(new EtatCandidature.EnEvaluation());
            db.candidatures.update(Samples.with(again, again.etat(), Map.of(), Set.of()));
        });

        assertThat(found(id).etat()).isEqualTo(new EtatCandidature.EnEvaluation());
        assertThat(found(id).constats()).isEmpty();
    }

    @Test
    void letsAnActChangeAFileThatItAdded() {
        Candidature added = samples.candidature();

        db.write(() -> {
            db.candidatures.add(added);
            db.candidatures.update(Samples.with(added, new EtatCandidature.Recevable()));
        });

        assertThat(found(added.id()).etat()).isEqualTo(new EtatCandidature.Recevable());
    }

    @Test
    void makesActsOnAFileTakeTurnsWhenTheyAskForIt() {
        UUID id = samples.kept(Samples.with(samples.candidature(), new EtatCandidature.Deposee(), Map.of(), Set.of()))
                .id();

        Concurrently.run(
                8,
                number -> db.write(() -> {
                    Candidature read = db.candidatures.findForUpdate(id).orElseThrow();
                    Set<String> evaluateurs = new TreeSet<>(read.evaluateurs());
                    evaluateurs.add("eval-" + number);
                    db.candidatures.update(Samples.with(read, read.etat(), read.constats(), evaluateurs));
                }));

        assertThat(found(id).evaluateurs()).hasSize(8);
        assertThat(found(id).revision()).isEqualTo(8);
    }

    @Test
    void locksAFileAsItIsNowEvenWhenTheActReadItBefore() {
        db.assumeOverlappingActs();
        UUID id = samples.kept(samples.candidature()).id();

        db.write(() -> {
            Candidature before = db.candidatures.find(id).orElseThrow();
            db.elsewhere(
                    () -> update(Samples.with(before, new EtatCandidature.Recevable(), Map.of(), Set.of("eval-z"))));
            Candidature now = db.candidatures.findForUpdate(id).orElseThrow();
            assertThat(now)
                    .isEqualTo(
                            at(Samples.with(before, new EtatCandidature.Recevable(), Map.of(), Set.of("eval-z")), 1));
            db.candidatures.update(Samples.with(now, new EtatCandidature.EnEvaluation()));
        });

        assertThat(found(id).etat()).isEqualTo(new EtatCandidature.EnEvaluation());
    }

    @Test
    void failsToUpdateAFileThatIsNotThere() {
        assertThatThrownBy(() -> update(samples.candidature())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsTheOpenFileOfAPersonHoweverTheNameWasTyped() {
        Candidature open = samples.kept(samples.candidature(Samples.candidat("Nuñez-Lévêque")));
        Candidat same = new Candidat(
                "NUNEZ LEVEQUE",
                null,
                "maelys  zoe ñandu",
                Candidat.Sexe.F,
                open.candidat().dateNaissance(),
                "ailleurs",
                null);
        Candidat other = Samples.candidat("Nuñes-Lévêque");

        assertThat(open(samples.branche, same)).contains(open);
        assertThat(open(samples.branche, other)).isEmpty();
        assertThat(open("autre", same)).isEmpty();
    }

    private Optional<Candidature> open(String branche, Candidat candidat) {
        return db.read(() -> db.candidatures.findOpen(branche, Samples.CERTIFICATION, candidat));
    }

    @Test
    void letsAPersonApplyAgainOnceTheFileIsClosed() {
        UUID jury = samples.kept(samples.jury()).id();
        Candidature first = samples.kept(samples.candidature());

        assertThat(update(Samples.with(first, new EtatCandidature.Decidee(jury)))
                        .isDone())
                .isTrue();
        assertThat(open(samples.branche, first.candidat())).isEmpty();

        Candidature second = samples.kept(samples.candidature(first.candidat()));
        assertThat(open(samples.branche, first.candidat())).contains(second);
    }

    @Test
    void refusesTheSecondOfTwoFilesOpenedForAPersonAtOnce() {
        db.assumeOverlappingActs();
        Candidat candidat = Samples.candidat(Samples.unique("Durand"));

        Outcome<Object> mine = db.transactions.write(TestDatabase.TOUT, () -> {
            assertThat(db.candidatures.findOpen(samples.branche, Samples.CERTIFICATION, candidat))
                    .isEmpty();
            db.elsewhere(() -> samples.kept(samples.candidature(candidat)));
            db.candidatures.add(samples.candidature(candidat));
            return Outcome.done(null);
        });

        assertThat(mine.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
    }

    @Test
    void opensOneFileForAPersonToManyWhoAskAtOnce() {
        Candidat candidat = Samples.candidat(Samples.unique("Durand"));
        Set<UUID> opened = new ConcurrentSkipListSet<>();

        Concurrently.run(8, number -> db.transactions
                .write(TestDatabase.TOUT, () -> {
                    if (db.candidatures
                            .findOpen(samples.branche, Samples.CERTIFICATION, candidat)
                            .isPresent()) {
                        return Outcome.<UUID>refused(CodeRefus.CANDIDATURE_DEJA_OUVERTE, "essai", "essai");
                    }
                    Candidature candidature = samples.candidature(candidat);
                    db.candidatures.add(candidature);
                    return Outcome.done(candidature.id());
                })
                .map(opened::add));

        assertThat(opened).hasSize(1);
    }

    private List<Candidature> list(Selection selection) {
        return db.read(() -> db.candidatures.list(selection));
    }

    private Selection page(String apres, int limite) {
        return Selection.in(Set.of(samples.branche), limite).after(apres);
    }

    @Test
    void listsFilesNewestFirstPageByPage() {
        List<Candidature> added = new ArrayList<>(IntStream.range(0, 25)
                .mapToObj(i -> samples.kept(samples.candidature()))
                .toList());
        Collections.reverse(added);
        new Samples(db).kept(new Samples(db).candidature());

        List<Candidature> listed = new ArrayList<>();
        String apres = null;
        for (List<Candidature> page = list(page(null, 7)); !page.isEmpty(); page = list(page(apres, 7))) {
            assertThat(page).hasSizeLessThanOrEqualTo(7);
            listed.addAll(page);
            apres = page.get(page.size() - 1).numero();
        }

        assertThat(listed).containsExactlyElementsOf(added);
    }

    @Test
    void listsWhatIsSelectedOnly() {
        Jury jury = samples.kept(samples.jury());
        Candidature plain = samples.kept(samples.candidature());
        Candidature ready = samples.kept(Samples.with(samples.candidature(), new EtatCandidature.Recevable()));
        Candidature before =
                samples.kept(Samples.with(samples.candidature(), new EtatCandidature.Presentee(jury.id())));
        Candidature marked = samples.kept(
                Samples.with(samples.candidature(), new EtatCandidature.EnEvaluation(), Map.of(), Set.of("eval-z")));
        Selection here = Selection.in(Set.of(samples.branche), 10);

        assertThat(list(Selection.in(Set.of(), 10))).isEmpty();
        assertThat(list(here)).containsExactly(marked, before, ready, plain);
        assertThat(list(here.inEtats(Set.of("RECEVABLE")))).containsExactly(ready);
        assertThat(list(here.inEtats(Set.of("RECEVABLE", "DEPOSEE")))).containsExactly(ready, plain);
        assertThat(list(here.ofCertification(Samples.CERTIFICATION))).hasSize(4);
        assertThat(list(here.ofCertification("AUTRE"))).isEmpty();
        assertThat(list(Selection.in(Set.of(samples.branche), 2))).containsExactly(marked, before);
        assertThat(list(here.beforeJury(jury.id()))).containsExactly(before);
        assertThat(list(here.after(ready.numero()))).containsExactly(plain);
        assertThat(list(Selection.in(Set.of(samples.branche, "autre"), 10))).hasSize(4);
    }

    @Test
    void givesEachFileANumberOfItsOwn() {
        Set<Long> given = new ConcurrentSkipListSet<>();

        Concurrently.run(8, thread -> {
            for (int i = 0; i < 20; i++) {
                db.write(() -> given.add(db.candidatures.nextNumero()));
            }
        });

        assertThat(given).hasSize(160);
        long last = new TreeSet<>(given).last();
        assertThat(db.transactions
                        .write(TestDatabase.TOUT, () -> Outcome.done(db.candidatures.nextNumero()))
                        .orElseThrow())
                .isGreaterThan(last);
    }
}
