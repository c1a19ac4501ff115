package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.attente.Attendus;
import fr.parchemin.attente.Attendus.Choix;
import fr.parchemin.attente.Attendus.Parmi;
import fr.parchemin.brouillon.BrouillonsGardes.Garde;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What may await somebody, in sets; and the drafts. */
@OnEveryEngine
class AttendusTest {

    private static final Set<String> DEPOSEE = Set.of("DEPOSEE");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private final TestDatabase db;
    private final Samples samples;

    AttendusTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private Candidature kept(EtatCandidature etat) {
        return samples.kept(Samples.with(samples.candidature(), etat));
    }

    private Choix choix(Set<String> etats, Parmi parmi) {
        return new Choix(Set.of(samples.branche), etats, parmi);
    }

    private List<UUID> oldest(Choix choix, int limite) {
        return db.<List<Candidature>>read(() -> db.attendus.oldest(choix, limite)).stream()
                .map(Candidature::id)
                .toList();
    }

    private <T> T reads(int queries, Supplier<T> work) {
        return db.read(() -> {
            Object[] found = new Object[1];
            assertThat(db.queries.during(() -> found[0] = work.get())).hasSize(queries);
            @SuppressWarnings("unchecked")
            T value = (T) found[0];
            return value;
        });
    }

    @Test
    void findsTheOldestFirstAndCountsTheRestInOneQueryEach() {
        Candidature first = kept(new EtatCandidature.Deposee());
        Candidature second = kept(new EtatCandidature.Deposee());
        kept(new EtatCandidature.Recevable());
        Choix deposees = choix(DEPOSEE, new Parmi.Tous());

        assertThat(oldest(deposees, 1)).containsExactly(first.id());
        assertThat(oldest(deposees, 10)).containsExactly(first.id(), second.id());
        assertThat(reads(1, () -> db.attendus.count(deposees))).isEqualTo(2);
        // The files, and one query for each kind of their parts.
        assertThat(reads(3, () -> db.attendus.oldest(deposees, 10))).hasSize(2);
        assertThat(reads(0, () -> db.attendus.oldest(choix(Set.of(), new Parmi.Tous()), 10)))
                .isEmpty();
    }

    @Test
    void narrowsToWhoSubmittedWhoMarksAndWhichAreNamed() {
        Candidature file = kept(new EtatCandidature.EnEvaluation());
        Candidature other = kept(new EtatCandidature.EnEvaluation());
        Set<String> enCours = Set.of("EN_EVALUATION");

        assertThat(oldest(choix(enCours, new Parmi.Deposes(file.deposeePar(), Set.of())), 10))
                .contains(file.id(), other.id());
        assertThat(oldest(choix(enCours, new Parmi.Deposes("personne", Set.of())), 10))
                .isEmpty();
        assertThat(oldest(
                        choix(
                                enCours,
                                new Parmi.Deposes(
                                        "personne", Set.of(file.organisme().siret()))),
                        10))
                .contains(file.id());
        assertThat(oldest(
                        choix(
                                enCours,
                                new Parmi.Designes(file.evaluateurs().iterator().next())),
                        10))
                .contains(file.id());
        assertThat(oldest(choix(enCours, new Parmi.Designes("personne")), 10)).isEmpty();
        assertThat(oldest(choix(enCours, new Parmi.Nommes(Set.of(other.id()))), 10))
                .containsExactly(other.id());
    }

    @Test
    void findsOnlyTheFilesWhoseCertificateIsReached() {
        Jury jury = samples.kept(samples.jury());
        Candidature favorable = kept(new EtatCandidature.Decidee(jury.id()));
        Candidature partielle = kept(new EtatCandidature.Decidee(jury.id()));
        db.write(() -> {
            db.decisions.add(Samples.decision(favorable.id(), jury, Decision.Issue.VALIDATION_TOTALE));
            db.decisions.add(Samples.decision(partielle.id(), jury, Decision.Issue.VALIDATION_PARTIELLE));
        });
        assertThat(oldest(choix(Set.of("DECIDEE"), new Parmi.Favorables()), 10)).containsExactly(favorable.id());
    }

    @Test
    void countsWhatWaitsBeforeEachJuryInOneQuery() {
        Jury jury = samples.kept(samples.jury());
        Jury empty = samples.kept(samples.jury());
        kept(new EtatCandidature.Presentee(jury.id()));
        kept(new EtatCandidature.Presentee(jury.id()));
        kept(new EtatCandidature.Decidee(empty.id()));

        assertThat(reads(1, () -> db.attendus.presentees(Set.of(samples.branche), Set.of())))
                .isEqualTo(Map.of(jury.id(), 2L));
        assertThat(reads(1, () -> db.attendus.presentees(Set.of(), Set.of(jury.id()))))
                .isEqualTo(Map.of(jury.id(), 2L));
        assertThat(reads(0, () -> db.attendus.presentees(Set.of(), Set.of()))).isEmpty();
    }

    @Test
    void findsTheJuriesToComeAndThoseThatNobodyValidated() {
        Jury jury = samples.kept(samples.jury());
        Jury valide = samples.kept(samples.jury().validated("certificateur", Samples.NOW));
        Set<String> here = Set.of(samples.branche);

        assertThat(reads(2, () -> db.attendus.jurysFrom(here, jury.date(), 10))).containsExactly(jury, valide);
        assertThat(db.<List<Jury>>read(
                        () -> db.attendus.jurysFrom(here, jury.date().plusDays(1), 10)))
                .isEmpty();
        assertThat(db.<List<Jury>>read(() -> db.attendus.jurysToValidate(here, jury.date(), 10)))
                .containsExactly(jury);
        assertThat(db.<List<Jury>>read(() -> db.attendus.jurys(Set.of(valide.id()))))
                .containsExactly(valide);
    }

    @Test
    void findsNothingOfABranchOutsideThePerimeter() {
        Jury jury = samples.kept(samples.jury());
        kept(new EtatCandidature.Presentee(jury.id()));
        Perimetre elsewhere = Perimetre.de(new Samples(db).branche);
        Set<String> here = Set.of(samples.branche);
        Attendus attendus = db.attendus;

        assertThat(db.<List<Candidature>>read(
                        elsewhere, () -> attendus.oldest(choix(Set.of("PRESENTEE"), new Parmi.Tous()), 10)))
                .isEmpty();
        assertThat(db.<Map<UUID, Long>>read(elsewhere, () -> attendus.presentees(here, Set.of(jury.id()))))
                .isEmpty();
        assertThat(db.<List<Jury>>read(elsewhere, () -> attendus.jurysFrom(here, jury.date(), 10)))
                .isEmpty();
        assertThat(db.<List<Jury>>read(elsewhere, () -> attendus.jurys(Set.of(jury.id()))))
                .isEmpty();
    }

    @Test
    void countsTheActiveAccountsOfARoleWithoutASecondFactor() {
        Set<Role> roles = Set.of(Role.CPNE);
        long before = db.<Long>read(() -> db.attendus.withoutSecondFacteur(roles, TODAY));
        Compte without = Samples.compte(Samples.unique("sans-"), samples.habilitation(Role.CPNE));
        Compte with = Samples.compte(Samples.unique("avec-"), samples.habilitation(Role.CPNE))
                .withSecondFacteur(true);
        Compte suspended = Samples.compte(Samples.unique("suspendu-"), samples.habilitation(Role.CPNE))
                .withEtat(Compte.Etat.SUSPENDU);
        db.write(() -> List.of(without, with, suspended).forEach(db.comptes::add));

        assertThat(reads(1, () -> db.attendus.withoutSecondFacteur(roles, TODAY)))
                .isEqualTo(before + 1);
        assertThat(reads(0, () -> db.attendus.withoutSecondFacteur(Set.of(), TODAY)))
                .isZero();
    }

    @Test
    void keepsOneDraftAFormAndForgetsItInTime() {
        String who = Samples.unique("alix-");
        Garde first = new Garde(who, "/a", "v1.abc", Samples.NOW, Samples.NOW.plusSeconds(60));
        Garde next = new Garde(who, "/a", "v1.def", Samples.NOW.plusSeconds(1), Samples.NOW.plusSeconds(61));
        Garde other = new Garde(who, "/b", "v1.ghi", Samples.NOW, Samples.NOW.plusSeconds(90));
        for (Garde garde : List.of(first, other, next)) {
            db.write(() -> db.brouillons.put(garde));
        }
        assertThat(reads(1, () -> db.brouillons.of(who))).containsExactly(next, other);
        assertThat(reads(1, () -> db.brouillons.find(who, "/a"))).contains(next);
        assertThat(db.<Optional<Garde>>read(() -> db.brouillons.find("personne", "/a")))
                .isEmpty();

        db.write(() -> db.brouillons.removeExpired(Samples.NOW.plusSeconds(61)));
        assertThat(db.<List<Garde>>read(() -> db.brouillons.of(who))).containsExactly(other);

        db.write(() -> db.brouillons.remove(who, "/b"));
        db.write(() -> db.brouillons.remove(who, "/never"));
        assertThat(db.<List<Garde>>read(() -> db.brouillons.of(who))).isEmpty();
    }
}
