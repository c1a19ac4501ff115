package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Federation.Demande;
import fr.parchemin.acces.Federation.Rattachement;
import fr.parchemin.acces.Federation.SessionExterne;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class FederationTest {

    private static final Instant SOON = Samples.NOW.plusSeconds(600);

    private final TestDatabase db;
    private final String identifiant = Samples.unique("compte-");
    private final String emetteur = Samples.unique("https://emetteur.test/");

    FederationTest(TestDatabase db) {
        this.db = db;
    }

    @BeforeEach
    void account() {
        db.write(() -> db.comptes.add(Samples.compte(identifiant)));
    }

    private Demande demande(Instant expireLe) {
        return new Demande(
                Samples.unique("etat-"), "navigateur", "essai", "nonce", "verificateur", "/ici", null, expireLe);
    }

    private Rattachement rattachement(String sujet) {
        return new Rattachement(
                UUID.randomUUID(),
                identifiant,
                "essai",
                emetteur,
                sujet,
                "Alix Durand",
                null,
                "eidas1",
                Map.of("siret", "00000000000000"),
                Samples.NOW,
                null);
    }

    private String session(String sujet, String there) {
        String empreinte = Samples.unique("empreinte-");
        db.write(() -> {
            db.jetons.add(Jeton.ouvert(empreinte, identifiant, Moyen.FOURNISSEUR, null, Samples.NOW, SOON));
            db.federation.add(new SessionExterne(empreinte, "essai", emetteur, sujet, there, "un.jeton.signe"));
        });
        return empreinte;
    }

    private boolean isOpen(String empreinte) {
        return db.read(() -> db.jetons.find(empreinte, Samples.NOW)).isPresent();
    }

    @Test
    void givesAQuestionOnce() {
        Demande demande = demande(SOON);
        db.write(() -> db.federation.add(demande));

        db.write(() -> {
            assertThat(db.federation.take(demande.etat())).contains(demande);
            assertThat(db.federation.take(demande.etat())).isEmpty();
        });
        db.write(() -> assertThat(db.federation.take(demande.etat())).isEmpty());
    }

    @Test
    void givesAQuestionToOneOfManyWhoAskAtTheSameMoment() {
        Demande demande = demande(SOON);
        db.write(() -> db.federation.add(demande));
        AtomicInteger served = new AtomicInteger();

        Concurrently.run(6, number -> db.transactions
                .write(() -> Outcome.done(db.federation.take(demande.etat())))
                .orElseThrow()
                .ifPresent(taken -> served.incrementAndGet()));

        assertThat(served).hasValue(1);
    }

    @Test
    void forgetsQuestionsThatWaitedTooLong() {
        Demande late = demande(Samples.NOW);
        Demande intime = demande(Samples.NOW.plusMillis(1));
        db.write(() -> {
            db.federation.add(late);
            db.federation.add(intime);
            db.federation.removeDemandesExpired(Samples.NOW);
        });

        db.write(() -> {
            assertThat(db.federation.take(late.etat())).isEmpty();
            assertThat(db.federation.take(intime.etat())).isPresent();
        });
    }

    @Test
    void findsAnIdentityByIssuerAndSubjectAlone() {
        Rattachement kept = rattachement("s-1");
        db.write(() -> db.federation.add(kept));

        assertThat(db.<Optional<Rattachement>>read(() -> db.federation.find(emetteur, "s-1")))
                .contains(kept);
        assertThat(db.<Optional<Rattachement>>read(() -> db.federation.find(emetteur, "S-1")))
                .isEmpty();
        assertThat(db.<Optional<Rattachement>>read(() -> db.federation.find(emetteur + "/", "s-1")))
                .isEmpty();
        assertThat(db.<List<Rattachement>>read(() -> db.federation.of(identifiant)))
                .containsExactly(kept);
    }

    @Test
    void linksAnIdentityOnceEvenWhenTwoNodesDo() {
        db.write(() -> db.federation.add(rattachement("s-1")));

        assertThat(db.transactions
                        .write(() -> {
                            db.federation.add(rattachement("s-1"));
                            return Outcome.done(null);
                        })
                        .reason())
                .map(Refus::code)
                .contains(CodeRefus.CONFLIT_MODIFICATION);
    }

    @Test
    void keepsWhatTheLastVisitSaidAndForgetsWhatIsTakenAway() {
        Rattachement kept = rattachement("s-1");
        Rattachement visited = new Rattachement(
                kept.id(),
                identifiant,
                "essai",
                emetteur,
                "s-1",
                "Alix Petit",
                "alix@exemple.test",
                null,
                Map.of(),
                kept.rattacheeLe(),
                SOON);
        db.write(() -> db.federation.add(kept));
        db.write(() -> db.federation.update(visited));
        assertThat(db.<Optional<Rattachement>>read(() -> db.federation.find(emetteur, "s-1")))
                .contains(visited);

        db.write(() -> db.federation.remove(kept.id()));

        assertThat(db.<List<Rattachement>>read(() -> db.federation.of(identifiant)))
                .isEmpty();
    }

    @Test
    void forgetsASessionOfElsewhereWithItsOwn() {
        String empreinte = session("s-1", "la-bas");
        assertThat(db.<Optional<SessionExterne>>read(() -> db.federation.session(empreinte)))
                .map(SessionExterne::jetonIdentite)
                .contains("un.jeton.signe");

        db.write(() -> db.jetons.remove(empreinte));

        assertThat(db.<Optional<SessionExterne>>read(() -> db.federation.session(empreinte)))
                .isEmpty();
    }

    @Test
    void endsTheSessionsThatAreNamed() {
        String first = session("s-1", "a");
        String second = session("s-1", "b");
        String other = session("s-2", "c");

        db.write(() ->
                assertThat(db.federation.closeSessions(emetteur, "s-2", "a")).isZero());
        db.write(() ->
                assertThat(db.federation.closeSessions(emetteur, null, "a")).isOne());
        assertThat(List.of(isOpen(first), isOpen(second), isOpen(other))).containsExactly(false, true, true);
        db.write(() ->
                assertThat(db.federation.closeSessions(emetteur, "s-1", null)).isOne());
        assertThat(List.of(isOpen(second), isOpen(other))).containsExactly(false, true);
        db.write(() -> assertThat(db.federation.closeSessions("https://ailleurs.test", "s-2", null))
                .isZero());
    }

    @Test
    void asksTheDatabaseOnceOrTwice() {
        Demande demande = demande(SOON);
        Rattachement rattachement = rattachement("s-1");
        db.write(() -> {
            assertThat(db.queries.during(() -> db.federation.add(demande))).hasSize(1);
            assertThat(db.queries.during(() -> db.federation.add(rattachement))).hasSize(1);
            assertThat(db.queries.during(() -> db.federation.find(emetteur, "s-1")))
                    .hasSize(1);
            assertThat(db.queries.during(() -> db.federation.of(identifiant))).hasSize(1);
            assertThat(db.queries.during(() -> db.federation.closeSessions(emetteur, "s-1", null)))
                    .hasSize(1);
        });
        db.write(() -> assertThat(db.queries.during(() -> db.federation.take(demande.etat())))
                .hasSize(2));
    }
}
