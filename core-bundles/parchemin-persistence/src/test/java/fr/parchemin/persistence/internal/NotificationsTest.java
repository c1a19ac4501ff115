package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.Sujet;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Notifications as they are kept, marked and taken to be written about. */
@OnEveryEngine
class NotificationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private final TestDatabase db;
    private final Samples samples;
    private final String zoe = Samples.unique("zoe-");
    private final Set<String> here;

    NotificationsTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
        this.here = Set.of(samples.branche);
        db.write(() -> db.comptes.add(Samples.compte(zoe, samples.habilitation(Role.SECRETARIAT))));
    }

    private void tell(String... objets) {
        db.write(() -> db.notifications.add(List.of(objets).stream()
                .map(o -> Samples.notification(zoe, samples.branche, o))
                .toList()));
    }

    private List<Notification> told() {
        return db.read(() -> db.notifications.list(zoe, here, false, null, 100));
    }

    @Test
    void theSameIsToldOnceUntilItIsRead() {
        tell("candidature/1", "candidature/1", "candidature/2");
        tell("candidature/1");
        assertThat(told()).extracting(Notification::objet).containsExactlyInAnyOrder("candidature/1", "candidature/2");
        Notification first =
                told().stream().filter(n -> n.objet().endsWith("1")).findFirst().orElseThrow();
        assertThat(first.phrase()).contains("C-2026-000001");
        assertThat(first.le()).isEqualTo(Samples.NOW);

        db.write(() -> db.notifications.markRead(zoe, first.rang(), Samples.NOW));
        tell("candidature/1");
        assertThat(told()).hasSize(3);
        assertThat(db.<Integer>read(() -> db.notifications.unread(zoe, here, 100)))
                .isEqualTo(2);
    }

    @Test
    void whatARefusedActWouldHaveToldIsNotTold() {
        db.transactions.write(TestDatabase.TOUT, () -> {
            db.notifications.add(List.of(Samples.notification(zoe, samples.branche, "candidature/1")));
            return Outcome.refused(CodeRefus.ACCES_REFUSE, "essai");
        });
        assertThat(told()).isEmpty();
    }

    @Test
    void nobodyIsToldWithoutAnOpenAccount() {
        Compte gone =
                new Compte(Samples.unique("parti-"), "Parti", null, Compte.Etat.SUSPENDU, "x", false, null, Set.of());
        db.write(() -> db.comptes.add(gone));
        db.write(() -> db.notifications.add(List.of(
                Samples.notification(gone.identifiant(), samples.branche, "candidature/1"),
                Samples.notification("personne-de-tel", samples.branche, "candidature/1"))));
        assertThat(db.<List<Notification>>read(() -> db.notifications.list(gone.identifiant(), here, false, null, 10)))
                .isEmpty();
    }

    @Test
    void manyWhoTellTheSameAtOnceTellItOnceAndNoneIsRefused() {
        // Each in another order, which the store puts right.
        Concurrently.run(
                8,
                i -> db.write(() -> IntStream.range(0, 6)
                        .mapToObj(n -> Samples.notification(zoe, samples.branche, "candidature/" + (n + i) % 6))
                        .forEach(n -> db.notifications.add(List.of(n)))));
        assertThat(told()).hasSize(6);
    }

    @Test
    void pagesAndMarksStayWithTheAccount() {
        tell("candidature/1", "candidature/2", "candidature/3");
        List<Notification> first = db.read(() -> db.notifications.list(zoe, here, false, null, 2));
        assertThat(db.<List<Notification>>read(() ->
                        db.notifications.list(zoe, here, false, first.get(1).rang(), 2)))
                .hasSize(1);
        assertThat(db.<Optional<Notification>>read(
                        () -> db.notifications.find("autre", first.get(0).rang())))
                .isEmpty();
        db.write(() -> db.notifications.markRead("autre", first.get(0).rang(), Samples.NOW));
        db.write(() -> db.notifications.markAllRead("autre", Long.MAX_VALUE, Samples.NOW));
        assertThat(db.<Integer>read(() -> db.notifications.unread(zoe, here, 2)))
                .isEqualTo(2);
        db.write(() ->
                db.notifications.markReadAbout(zoe, "candidature/2", EnumSet.of(Sujet.MESSAGE_RECU), Samples.NOW));
        db.write(() ->
                db.notifications.markReadAbout(zoe, "candidature/1", EnumSet.of(Sujet.NOTE_AJOUTEE), Samples.NOW));
        assertThat(db.<List<Notification>>read(() -> db.notifications.list(zoe, here, true, null, 10)))
                .extracting(Notification::objet)
                .containsExactlyInAnyOrder("candidature/1", "candidature/3");
        assertThat(db.<List<Notification>>read(() -> db.notifications.list(zoe, Set.of("ailleurs"), false, null, 10)))
                .isEmpty();
    }

    @Test
    void whatIsTakenToBeWrittenAboutIsTakenOnce() {
        tell("candidature/1", "candidature/2");
        assertThat(awaiting(false)).contains(zoe);
        db.write(() -> assertThat(db.notifications.take(zoe)).hasSize(2));
        db.write(() -> assertThat(db.notifications.take(zoe)).isEmpty());
        assertThat(awaiting(false)).doesNotContain(zoe);
    }

    private List<String> awaiting(boolean early) {
        return db.read(() -> db.notifications.awaiting(TODAY, early, 10_000));
    }

    @Test
    void whoIsWrittenToOnceADayAwaitsTheMorningAndTheNextDay() {
        db.write(() -> db.notifications.choose(zoe, Frequence.QUOTIDIENNE));
        tell("candidature/1");
        assertThat(awaiting(true)).doesNotContain(zoe);
        assertThat(awaiting(false)).contains(zoe);
        db.write(() -> db.notifications.written(zoe, TODAY));
        assertThat(awaiting(false)).doesNotContain(zoe);
        assertThat(db.<List<String>>read(() -> db.notifications.awaiting(TODAY.plusDays(1), false, 10_000)))
                .contains(zoe);
        db.write(() -> db.notifications.choose(zoe, Frequence.IMMEDIATE));
        assertThat(awaiting(true)).contains(zoe);
    }

    @Test
    void readOnesAreForgottenBeforeOthers() {
        tell("candidature/1", "candidature/2");
        db.write(() -> db.notifications.markRead(zoe, told().get(0).rang(), Samples.NOW.plusSeconds(60)));
        db.write(() -> db.notifications.removeBefore(Samples.NOW.plusSeconds(60), Samples.NOW));
        assertThat(told()).hasSize(2);
        db.write(() -> db.notifications.removeBefore(Samples.NOW.plusSeconds(61), Samples.NOW));
        assertThat(told()).hasSize(1);
        db.write(() -> db.notifications.removeBefore(Samples.NOW, Samples.NOW.plusSeconds(1)));
        assertThat(told()).isEmpty();
    }

    @Test
    void whomAnActConcernsHoldsTheRoleTodayForTheBranchOrForTheTarget() {
        UUID file = UUID.randomUUID();
        String candidat = Samples.unique("candidat-");
        String former = Samples.unique("ancien-");
        db.write(() -> {
            db.comptes.add(Samples.compte(
                    candidat, new Habilitation(Role.CANDIDAT, new Portee.DeDossier(samples.branche, file))));
            db.comptes.add(Samples.compte(former));
            db.attributions.add(new Attribution(
                    null,
                    former,
                    samples.habilitation(Role.SECRETARIAT),
                    TODAY.minusYears(2),
                    TODAY.minusYears(1),
                    "plateforme",
                    Samples.NOW,
                    null,
                    Optional.empty()));
        });
        Set<Role> branch = EnumSet.of(Role.SECRETARIAT);
        Set<Role> narrow = EnumSet.of(Role.CANDIDAT);
        assertThat(holding(samples.branche, branch, narrow, file)).containsExactlyInAnyOrder(zoe, candidat);
        assertThat(holding(samples.branche, branch, narrow, UUID.randomUUID())).containsExactly(zoe);
        assertThat(holding(samples.branche, EnumSet.noneOf(Role.class), narrow, file))
                .containsExactly(candidat);
        assertThat(holding("ailleurs", branch, narrow, file)).isEmpty();
    }

    private Set<String> holding(String branche, Set<Role> forTheBranch, Set<Role> forATarget, UUID target) {
        return db.read(
                () -> db.destinataires.holding(branche, forTheBranch, forATarget, Set.of(target.toString()), 200));
    }
}
