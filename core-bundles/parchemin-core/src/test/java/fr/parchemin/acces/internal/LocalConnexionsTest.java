package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.ComptesEnMemoire;
import fr.parchemin.enmemoire.JetonsEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalConnexionsTest {

    private static final String SECRET = Acces.SECRET;

    private final Acces acces = new Acces();
    private final Base base = acces.base;
    private final ComptesEnMemoire comptes = acces.comptes;
    private final JetonsEnMemoire jetons = acces.jetons;
    private final Pendule clock = acces.clock;
    private final LocalConnexions connexions = acces.connexions;

    private Session open() {
        return connexions.open("alix", SECRET).orElseThrow();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(code(connexions.open("alix", "faux"))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
    }

    @Test
    void theRightPasswordOpensASession() {
        Session session = open();

        assertThat(session.acteur().identifiant()).isEqualTo("alix");
        assertThat(session.jeton()).matches("[A-Za-z0-9_-]{43}");
        assertThat(connexions.identify(session.jeton()).map(Acteur::identifiant))
                .contains("alix");
        assertThat(open().jeton()).isNotEqualTo(session.jeton());
    }

    @Test
    void onlyTheHashOfATokenIsKept() {
        String token = open().jeton();

        assertThat(base.read(Base.TOUT, jetons::all)).singleElement().satisfies(j -> {
            assertThat(j.empreinte()).matches("[0-9a-f]{64}").isNotEqualTo(token);
            assertThat(j.toString()).doesNotContain(token);
        });
    }

    @Test
    void anIdentifiantIsReadHoweverItIsTyped() {
        assertThat(connexions.open("  ALIX ", SECRET).isDone()).isTrue();
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAreRefusedAlike() {
        Outcome<Session> wrong = connexions.open("alix", "une phrase de passé");
        Outcome<Session> unknown = connexions.open("personne", SECRET);

        assertThat(wrong).isEqualTo(unknown);
        assertThat(code(wrong)).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "x"})
    void nothingOpensWithoutThePassword(String password) {
        assertThat(code(connexions.open("alix", password))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
    }

    @Test
    void textsWithoutEndAreRefusedWithoutBeingHashed() {
        assertThat(code(connexions.open("alix", "x".repeat(1_000_000)))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
        assertThat(code(connexions.open("x".repeat(1_000_000), SECRET))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
        assertThat(code(connexions.open(null, SECRET))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordHasToWait() {
        fail(5);

        Outcome<Session> refused = connexions.open("alix", SECRET);

        assertThat(code(refused)).isEqualTo(CodeRefus.TROP_DE_TENTATIVES);
        assertThat(detail(refused)).contains("Attendez 2 secondes");
        assertThat(refused.reason().orElseThrow().retryAfterSeconds()).hasValue(2);
        clock.advance(Duration.ofSeconds(2));
        assertThat(connexions.open("alix", SECRET).isDone()).isTrue();
    }

    @Test
    void wrongPasswordsTriedAtTheSameMomentCountTogether() throws Exception {
        assertThat(together("faux"))
                .containsOnly(entry(CodeRefus.IDENTIFIANTS_INVALIDES, 5L), entry(CodeRefus.TROP_DE_TENTATIVES, 15L));
    }

    @Test
    void rightPasswordsAtTheSameMomentAllOpenASession() throws Exception {
        assertThat(together(SECRET)).isEmpty();
        assertThat(base.read(Base.TOUT, jetons::all)).hasSize(20);
    }

    /** Twenty attempts that start as one; how many were refused, by reason. */
    private Map<CodeRefus, Long> together(String password) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        try {
            CyclicBarrier start = new CyclicBarrier(20);
            List<Future<Outcome<Session>>> attempts = Stream.generate(() -> crowd.submit(() -> {
                        start.await();
                        return connexions.open("alix", password);
                    }))
                    .limit(20)
                    .toList();
            Map<CodeRefus, Long> refused = new EnumMap<>(CodeRefus.class);
            for (Future<Outcome<Session>> attempt : attempts) {
                attempt.get().reason().ifPresent(refus -> refused.merge(refus.code(), 1L, Long::sum));
            }
            return refused;
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void theWaitDoublesWithEachFurtherFailureUpToAQuarterOfAnHourOrSo() {
        fail(5);
        long expected = 2;
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofSeconds(expected).minusMillis(1));
            assertThat(code(connexions.open("alix", SECRET))).isEqualTo(CodeRefus.TROP_DE_TENTATIVES);
            clock.advance(Duration.ofMillis(1));
            fail(1);
            expected = Math.min(expected * 2, 1024);
        }
    }

    @Test
    void anAttemptThatHasToWaitDoesNotLengthenTheWait() {
        fail(5);
        for (int i = 0; i < 10; i++) {
            connexions.open("alix", "faux");
        }
        clock.advance(Duration.ofSeconds(2));

        assertThat(connexions.open("alix", SECRET).isDone()).isTrue();
    }

    @Test
    void successForgetsFailures() {
        fail(4);
        open();
        fail(4);

        assertThat(connexions.open("alix", SECRET).isDone()).isTrue();
    }

    @Test
    void failuresOfOneDoNotSlowAnother() {
        for (int i = 0; i < 6; i++) {
            connexions.open("personne", "faux");
        }
        assertThat(code(connexions.open("personne", "faux"))).isEqualTo(CodeRefus.TROP_DE_TENTATIVES);
        assertThat(connexions.open("alix", SECRET).isDone()).isTrue();
    }

    @Test
    void failuresAreForgottenAfterADayWithoutOne() {
        fail(4);
        clock.advance(Duration.ofDays(1));
        fail(4);

        assertThat(connexions.open("alix", SECRET).isDone()).isTrue();
    }

    @Test
    void aRestartAndAnotherNodeKnowOfTheFailures() {
        fail(5);

        assertThat(code(acces.connexions(Politique.simple()).open("alix", SECRET)))
                .isEqualTo(CodeRefus.TROP_DE_TENTATIVES);
    }

    @Test
    void anAddressThatTriesManyAccountsHasToWaitToo() {
        Origine office = new Origine("192.0.2.7", null);
        for (int i = 0; i < 30; i++) {
            assertThat(code(connexions.open("personne" + i, "faux", null, office)))
                    .isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
        }

        assertThat(code(connexions.open("alix", SECRET, null, office))).isEqualTo(CodeRefus.TROP_DE_TENTATIVES);
        assertThat(connexions
                        .open("alix", SECRET, null, new Origine("192.0.2.8", null))
                        .isDone())
                .isTrue();
        assertThat(base.read(acces.echecs::all)).noneMatch(e -> e.cle().contains("192.0.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1", "::1"})
    void theAddressOfAProxyOnThisMachineSlowsNobody(String proxy) {
        Origine everybody = new Origine(proxy, null);
        for (int i = 0; i < 40; i++) {
            connexions.open("personne" + i, "faux", null, everybody);
        }

        assertThat(connexions.open("alix", SECRET, null, everybody).isDone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1,1 seconde",
        "2000,2 secondes",
        "2001,3 secondes",
        "59999,1 minute",
        "60000,1 minute",
        "60001,2 minutes"
    })
    void aWaitIsSaidAsPeopleCountIt(long millis, String words) {
        assertThat(Tentatives.inWords(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @Test
    void aFailureIsJournaledWithoutWhatWasTyped() {
        connexions.open("alix", "faux");
        connexions.open("ma phrase secrète", "faux");

        assertThat(acces.acts())
                .extracting(Acte::nature, Acte::acteur, Acte::objet)
                .containsExactly(
                        tuple(Acte.Nature.CONNEXION_REFUSEE, "anonyme", "compte/alix"),
                        tuple(Acte.Nature.CONNEXION_REFUSEE, "anonyme", "compte"));
        assertThat(acces.acts().toString()).doesNotContain("faux").doesNotContain("secrète");
    }

    @Test
    void aSuspendedAccountIsRefusedLikeAWrongPasswordAndItsSessionsOpenNothing() {
        Session session = open();
        acces.change(acces.compte("alix").withEtat(Compte.Etat.SUSPENDU));

        assertThat(connexions.identify(session.jeton())).isEmpty();
        assertThat(code(connexions.open("alix", SECRET))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
    }

    @Test
    void aSessionEndsAfterAnHourWithoutActivityButNotWhileItServes() {
        Session session = open();

        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofMinutes(55));
            assertThat(connexions.identify(session.jeton())).isPresent();
        }
        clock.advance(Duration.ofMinutes(60));
        assertThat(connexions.identify(session.jeton())).isEmpty();
    }

    @Test
    void activityIsWrittenEveryFiveMinutesAtMost() {
        Session session = open();
        int before = base.acts();
        clock.advance(Duration.ofMinutes(4));
        connexions.identify(session.jeton());
        assertThat(base.acts()).isEqualTo(before);

        clock.advance(Duration.ofMinutes(1));
        connexions.identify(session.jeton());
        connexions.identify(session.jeton());

        assertThat(base.acts()).isEqualTo(before + 1);
    }

    @Test
    void aSessionEndsAfterTenHoursHoweverMuchItServes() {
        Session session = open();
        assertThat(session.expireLe()).isEqualTo(clock.instant().plus(Duration.ofHours(10)));

        for (int i = 0; i < 19; i++) {
            clock.advance(Duration.ofMinutes(30));
            assertThat(connexions.identify(session.jeton())).isPresent();
        }
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(connexions.identify(session.jeton())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(connexions.identify(session.jeton())).isEmpty();
    }

    @Test
    void aPersonSeesTheirSessionsAndEndsOne() {
        Acteur alix = connexions
                .open("alix", SECRET, null, new Origine(null, "Navigateur d’essai"))
                .orElseThrow()
                .acteur();
        clock.advance(Duration.ofMinutes(1));
        Session kept = open();
        acces.open("admin");

        List<Jeton> listed = connexions.list(alix);
        assertThat(listed)
                .extracting(Jeton::agent, Jeton::moyen)
                .containsExactly(tuple(null, Moyen.MOT_DE_PASSE), tuple("Navigateur d’essai", Moyen.MOT_DE_PASSE));

        assertThat(connexions.revoke(alix, listed.get(1).id()).isDone()).isTrue();
        assertThat(connexions.list(alix))
                .extracting(Jeton::id)
                .containsExactly(acces.identite(kept).session());
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        Session session = open();

        assertThat(code(connexions.revoke(acces.admin, acces.identite(session).session())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(connexions.identify(session.jeton())).isPresent();
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        Session other = open();
        Session own = open();
        Session foreign = acces.open("admin");

        assertThat(connexions.revokeOthers(acces.identite(own)).orElseThrow()).isEqualTo(1);
        assertThat(connexions.identify(other.jeton())).isEmpty();
        assertThat(connexions.identify(own.jeton())).isPresent();
        assertThat(connexions.identify(foreign.jeton())).isPresent();
    }

    @Test
    void sessionsThatEndedAreSweptWhenAnotherOpens() {
        open();
        clock.advance(Duration.ofHours(11));
        open();

        assertThat(base.read(Base.TOUT, jetons::all)).hasSize(1);
    }

    @Test
    void signingOutEndsThatSessionOnly() {
        Session one = open();
        Session other = open();

        connexions.close(one.jeton());

        assertThat(connexions.identify(one.jeton())).isEmpty();
        assertThat(connexions.identify(other.jeton())).isPresent();
        connexions.close("jamais-ouvert");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "faux", "alix"})
    void whatIsNoTokenIdentifiesNobody(String token) {
        open();

        assertThat(connexions.identify(token)).isEmpty();
        assertThat(connexions.identify("x".repeat(10_000))).isEmpty();
    }

    @Test
    void rolesTakenAwayAreGoneFromSessionsAtOnce() {
        Session session = open();
        base.write(Base.TOUT, () -> {
            comptes.of("alix", 10)
                    .forEach(a ->
                            comptes.withdraw(a.withdrawn(new Attribution.Retrait("admin", clock.instant(), null))));
            return Outcome.done(null);
        });

        assertThat(connexions.identify(session.jeton()).orElseThrow().habilitations())
                .isEmpty();
    }
}
