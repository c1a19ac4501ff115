package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class AccesTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(Samples.NOW, HeureLegale.ZONE);
    private static final Habilitation ADMINISTRATEUR = Habilitation.ofPlatform(Role.ADMINISTRATEUR);

    private final TestDatabase db;
    private final Samples samples;
    private final String identifiant = Samples.unique("compte-");

    AccesTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private Compte kept(Compte compte) {
        db.write(() -> db.comptes.add(compte));
        return compte;
    }

    private Optional<Compte> found() {
        return db.read(() -> db.comptes.find(identifiant));
    }

    @Test
    void keepsAnAccountWithItsRoles() {
        Compte compte = kept(Samples.compte(
                identifiant, ADMINISTRATEUR, samples.habilitation(Role.JURY), samples.habilitation(Role.EVALUATEUR)));

        assertThat(found()).contains(compte);
    }

    @Test
    void keepsAnAccountWithoutRole() {
        Compte compte = kept(Samples.compte(identifiant));

        assertThat(found()).contains(compte);
        assertThat(db.<Optional<Compte>>read(() -> db.comptes.find("personne"))).isEmpty();
    }

    @Test
    void refusesAnIdentifiantTakenMeanwhile() {
        db.assumeOverlappingActs();
        Outcome<Object> outcome = db.transactions.write(() -> {
            assertThat(db.comptes.find(identifiant)).isEmpty();
            db.elsewhere(() -> kept(Samples.compte(identifiant)));
            db.comptes.add(Samples.compte(identifiant, ADMINISTRATEUR));
            return Outcome.done(null);
        });

        assertThat(outcome.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
        assertThat(found()).map(Compte::habilitations).contains(Set.of());
    }

    private Attribution attribution(Habilitation habilitation, LocalDate du, LocalDate au) {
        return new Attribution(null, identifiant, habilitation, du, au, "alice", Samples.NOW, "élue", Optional.empty());
    }

    private List<Attribution> attributions() {
        return db.read(() -> db.attributions.of(identifiant, 10));
    }

    @Test
    void keepsARoleAsItWasGivenAndTakenBack() {
        kept(Samples.compte(identifiant));
        Habilitation narrow = new Habilitation(
                Role.JURY, new Portee.DeJury("essai", UUID.fromString("5a0e7a2e-0000-4000-8000-000000000001")));
        Attribution given = attribution(narrow, TODAY.minusDays(1), TODAY.plusDays(1));
        db.write(() -> {
            db.attributions.lock(identifiant);
            db.attributions.add(given);
        });

        Attribution kept = attributions().get(0);
        assertThat(kept).usingRecursiveComparison().ignoringFields("rang").isEqualTo(given);
        assertThat(found()).map(Compte::habilitations).contains(Set.of(narrow));

        Attribution withdrawn = kept.withdrawn(new Attribution.Retrait("bob", Samples.NOW, "fin"));
        db.write(() -> db.attributions.withdraw(withdrawn));
        assertThat(attributions()).containsExactly(withdrawn);
        assertThat(db.<Optional<Attribution>>read(() -> db.attributions.find(kept.rang())))
                .contains(withdrawn);
        assertThat(found()).map(Compte::habilitations).contains(Set.of());
    }

    @Test
    void anAccountHoldsTheRolesOfTheDayOnly() {
        kept(Samples.compte(identifiant));
        String empreinte = Samples.unique("empreinte-");
        Habilitation today = samples.habilitation(Role.EVALUATEUR);
        db.write(() -> {
            db.attributions.add(attribution(samples.habilitation(Role.JURY), TODAY.minusDays(9), TODAY.minusDays(1)));
            db.attributions.add(attribution(today, TODAY, TODAY));
            db.attributions.add(attribution(samples.habilitation(Role.ORGANISME), TODAY.plusDays(1), null));
            db.jetons.add(new Jeton(empreinte, identifiant, Samples.NOW, Samples.NOW.plus(Duration.ofHours(8))));
        });

        assertThat(found()).map(Compte::habilitations).contains(Set.of(today));
        assertThat(bearer(empreinte, Samples.NOW)).map(Compte::habilitations).contains(Set.of(today));
        assertThat(holding(today, 10)).extracting(Compte::identifiant).contains(identifiant);
        assertThat(holding(samples.habilitation(Role.JURY), 10)).isEmpty();
        assertThat(holding(samples.habilitation(Role.ORGANISME), 10)).isEmpty();
    }

    @Test
    void tellsWhoHoldsARole() {
        String other = identifiant + "-bis";
        Habilitation evaluateur = samples.habilitation(Role.EVALUATEUR);
        kept(named("Zoé", other, evaluateur, ADMINISTRATEUR));
        kept(named("Anne", identifiant, samples.habilitation(Role.JURY), evaluateur));
        kept(named("Luc", identifiant + "-ter", new Habilitation(Role.EVALUATEUR, "autre")));

        assertThat(holding(evaluateur, 10))
                .containsExactly(named("Anne", identifiant, evaluateur), named("Zoé", other, evaluateur));
        assertThat(holding(evaluateur, 1)).containsExactly(named("Anne", identifiant, evaluateur));
        assertThat(holding(samples.habilitation(Role.ORGANISME), 10)).isEmpty();
        assertThat(holding(ADMINISTRATEUR, 1000)).contains(named("Zoé", other, ADMINISTRATEUR));
    }

    private static Compte named(String nom, String identifiant, Habilitation... habilitations) {
        Compte compte = Samples.compte(identifiant, habilitations);
        return new Compte(compte.identifiant(), nom, compte.motDePasse(), compte.habilitations());
    }

    private List<Compte> holding(Habilitation habilitation, int limite) {
        return db.read(() -> db.comptes.holding(habilitation, limite));
    }

    @Test
    void listsAccountsByIdentifiantUpToTheLimit() {
        try (TestDatabase fresh = TestDatabase.open(db.engine)) {
            assertThat(fresh.<Boolean>read(fresh.comptes::isEmpty)).isTrue();
            assertThat(fresh.<List<Compte>>read(() -> fresh.comptes.list(5))).isEmpty();
            Compte a = Samples.compte("a", ADMINISTRATEUR);
            Compte b = Samples.compte("b", samples.habilitation(Role.JURY), samples.habilitation(Role.ORGANISME));
            Compte c = Samples.compte("c");
            fresh.write(() -> List.of(c, a, b).forEach(fresh.comptes::add));

            assertThat(fresh.<Boolean>read(fresh.comptes::isEmpty)).isFalse();
            assertThat(fresh.<List<Compte>>read(() -> fresh.comptes.list(5))).containsExactly(a, b, c);
            assertThat(fresh.<List<Compte>>read(() -> fresh.comptes.list(2))).containsExactly(a, b);
        }
    }

    @Test
    void knowsATokenUntilItExpires() {
        Compte compte = kept(Samples.compte(identifiant, samples.habilitation(Role.JURY), ADMINISTRATEUR));
        Instant expireLe = Samples.NOW.plus(Duration.ofHours(8));
        String empreinte = Samples.unique("empreinte-");
        db.write(() -> db.jetons.add(new Jeton(empreinte, identifiant, Samples.NOW, expireLe)));

        assertThat(bearer(empreinte, Samples.NOW)).contains(compte);
        assertThat(bearer(empreinte, expireLe.minusMillis(1))).contains(compte);
        assertThat(bearer(empreinte, expireLe)).isEmpty();
        assertThat(bearer("inconnue", Samples.NOW)).isEmpty();
    }

    @Test
    void forgetsATokenThatIsRemovedOrExpired() {
        kept(Samples.compte(identifiant));
        String removed = Samples.unique("empreinte-");
        String lapsed = Samples.unique("empreinte-");
        String open = Samples.unique("empreinte-");
        Instant soon = Samples.NOW.plusSeconds(60);
        Instant late = Samples.NOW.plusSeconds(3600);
        db.write(() -> {
            db.jetons.add(new Jeton(removed, identifiant, Samples.NOW, late));
            db.jetons.add(new Jeton(lapsed, identifiant, Samples.NOW, soon));
            db.jetons.add(new Jeton(open, identifiant, Samples.NOW, late));
        });
        db.write(() -> {
            db.jetons.remove(removed);
            db.jetons.removeExpired(soon);
        });

        assertThat(bearer(removed, Samples.NOW)).isEmpty();
        assertThat(bearer(lapsed, Samples.NOW)).isEmpty();
        assertThat(bearer(open, Samples.NOW)).isPresent();
    }

    private Optional<Compte> bearer(String empreinte, Instant now) {
        return db.read(() -> db.jetons.findCompte(empreinte, now));
    }
}
