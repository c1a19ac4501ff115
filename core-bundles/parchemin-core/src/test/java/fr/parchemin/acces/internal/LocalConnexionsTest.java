package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.ComptesEnMemoire;
import fr.parchemin.enmemoire.JetonsEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalConnexionsTest {

    private static final String SECRET = "une phrase de passe";
    private static final Argon2id ARGON = new Argon2id();
    private static final String HASH = ARGON.hash(SECRET);

    private final Base base = new Base();
    private final Pendule clock = new Pendule(LocalDate.of(2026, 6, 15));
    private final ComptesEnMemoire comptes = new ComptesEnMemoire(base, clock);
    private final JetonsEnMemoire jetons = new JetonsEnMemoire(base, comptes);
    private final LocalConnexions connexions = new LocalConnexions(base, comptes, jetons, clock);

    @BeforeEach
    void account() {
        base.write(() -> {
            comptes.add(new Compte("alix", "Alix", HASH, Set.of(new Habilitation(Role.JURY, "essai"))));
            return Outcome.done(null);
        });
    }

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

        assertThat(base.read(jetons::all)).singleElement().satisfies(j -> {
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
        assertThat(detail(refused)).contains("Attendez 2 seconde(s)");
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
        assertThat(base.read(jetons::all)).hasSize(20);
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
    void aSessionEndsAfterTenHours() {
        Session session = open();
        assertThat(session.expireLe()).isEqualTo(clock.instant().plus(Duration.ofHours(10)));

        clock.advance(Duration.ofHours(10).minusMillis(1));
        assertThat(connexions.identify(session.jeton())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(connexions.identify(session.jeton())).isEmpty();
    }

    @Test
    void sessionsThatEndedAreSweptWhenAnotherOpens() {
        open();
        clock.advance(Duration.ofHours(11));
        open();

        assertThat(base.read(jetons::all)).hasSize(1);
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
        base.write(() -> {
            comptes.of("alix", 10)
                    .forEach(a ->
                            comptes.withdraw(a.withdrawn(new Attribution.Retrait("admin", clock.instant(), null))));
            return Outcome.done(null);
        });

        assertThat(connexions.identify(session.jeton()).orElseThrow().habilitations())
                .isEmpty();
    }
}
