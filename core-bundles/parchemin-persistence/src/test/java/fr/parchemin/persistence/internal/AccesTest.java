package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Echecs.Echec;
import fr.parchemin.acces.Facteurs.Application;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.JetonsApi;
import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPasser.Nature;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.Limites;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.courriel.BoiteEnvoi.Envoi;
import fr.parchemin.courriel.BoiteEnvoi.Etat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
        Outcome<Object> outcome = db.transactions.write(TestDatabase.TOUT, () -> {
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
            db.jetons.add(Samples.jeton(empreinte, identifiant, Samples.NOW.plus(Duration.ofHours(8))));
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
        db.write(() -> db.jetons.add(Samples.jeton(empreinte, identifiant, expireLe)));

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
            db.jetons.add(Samples.jeton(removed, identifiant, late));
            db.jetons.add(Samples.jeton(lapsed, identifiant, soon));
            db.jetons.add(Samples.jeton(open, identifiant, late));
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
        return db.read(() -> db.jetons.find(empreinte, now)).map(Jetons.Porteur::compte);
    }

    private Jeton open(Instant ouvertLe) {
        Jeton jeton = Jeton.ouvert(
                Samples.unique("empreinte-"),
                identifiant,
                Moyen.MOT_DE_PASSE_ET_CODE,
                null,
                ouvertLe,
                ouvertLe.plusSeconds(3600));
        db.write(() -> db.jetons.add(jeton));
        return jeton;
    }

    private List<Jeton> sessions() {
        return db.read(() -> db.jetons.of(identifiant, Samples.NOW));
    }

    @Test
    void listsTheSessionsOfAnAccountTheNewestFirst() {
        kept(Samples.compte(identifiant));
        Jeton first = open(Samples.NOW);
        Jeton second = open(Samples.NOW.plusSeconds(5));
        open(Samples.NOW.minusSeconds(7200));

        assertThat(sessions()).containsExactly(second, first);
    }

    @Test
    void notesThatASessionServedAndThatItsBearerWasProved() {
        kept(Samples.compte(identifiant));
        Jeton jeton = open(Samples.NOW);
        Instant later = Samples.NOW.plusSeconds(300);
        db.write(() -> {
            db.jetons.touch(jeton.empreinte(), later);
            db.jetons.touch(jeton.empreinte(), Samples.NOW);
            db.jetons.elevate(jeton.empreinte(), Moyen.CLE_ACCES, later);
        });

        assertThat(sessions()).singleElement().satisfies(j -> {
            assertThat(j.activeLe()).isEqualTo(later);
            assertThat(j.eleveJusquA()).isEqualTo(later);
            assertThat(j.moyen()).isEqualTo(Moyen.CLE_ACCES);
        });
    }

    @Test
    void endsOneSessionOrAllButOne() {
        kept(Samples.compte(identifiant));
        Jeton a = open(Samples.NOW);
        Jeton b = open(Samples.NOW);
        Jeton c = open(Samples.NOW);

        db.write(() -> assertThat(db.jetons.remove("un-autre", a.id())).isFalse());
        db.write(() -> assertThat(db.jetons.remove(identifiant, a.id())).isTrue());
        assertThat(sessions()).extracting(Jeton::id).containsExactlyInAnyOrder(b.id(), c.id());
        db.write(() -> assertThat(db.jetons.removeAll(identifiant, b.id())).isEqualTo(1));
        assertThat(sessions()).containsExactly(b);
        db.write(() -> assertThat(db.jetons.removeAll(identifiant, null)).isEqualTo(1));
    }

    @Test
    void keepsAllThatAnAccountIs() {
        Compte compte = kept(new Compte(
                identifiant,
                "Zoé",
                identifiant + "@exemple.fr",
                Compte.Etat.INVITE,
                null,
                true,
                Samples.NOW,
                Set.of(ADMINISTRATEUR)));
        assertThat(found()).contains(compte);
        assertThat(db.<Optional<Compte>>read(() -> db.comptes.findByCourriel(identifiant + "@exemple.fr")))
                .contains(compte);

        Compte changed = compte.withMotDePasse("$argon2id$x")
                .withCourriel(null)
                .withSecondFacteur(false)
                .withSecondFacteurAvant(null);
        db.write(() -> db.comptes.update(changed));
        assertThat(found()).contains(changed);
    }

    @Test
    void anAddressIsOfOneAccount() {
        String address = identifiant + "@exemple.fr";
        kept(Samples.compte(identifiant).withCourriel(address));
        Outcome<Object> outcome = db.transactions.write(() -> {
            db.comptes.add(Samples.compte(identifiant + "-bis").withCourriel(address));
            return Outcome.done(null);
        });

        assertThat(outcome.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
    }

    @Test
    void whatServesOnceIsFoundByNatureUntilItExpiresAndTakenOnce() {
        kept(Samples.compte(identifiant));
        String empreinte = Samples.unique("laissez-");
        LaissezPasser kept = new LaissezPasser(
                empreinte, Nature.INVITATION, identifiant, "{}", Samples.NOW, Samples.NOW.plusSeconds(60));
        db.write(() -> db.laissezPassers.add(kept));

        assertThat(laissezPasser(empreinte, Nature.INVITATION, Samples.NOW)).contains(kept);
        assertThat(laissezPasser(empreinte, Nature.REINITIALISATION, Samples.NOW))
                .isEmpty();
        assertThat(laissezPasser(empreinte, Nature.INVITATION, Samples.NOW.plusSeconds(60)))
                .isEmpty();
        assertThat(db.<Optional<Instant>>read(() -> db.laissezPassers.newest(identifiant, Nature.INVITATION)))
                .contains(Samples.NOW);
        db.write(() -> assertThat(db.laissezPassers.remove(empreinte)).isTrue());
        db.write(() -> assertThat(db.laissezPassers.remove(empreinte)).isFalse());
    }

    private Optional<LaissezPasser> laissezPasser(String empreinte, Nature nature, Instant now) {
        return db.read(() -> db.laissezPassers.find(empreinte, nature, now));
    }

    @Test
    void whatExpiredOrIsOfAnAccountGoesTogether() {
        kept(Samples.compte(identifiant));
        List<String> names = List.of(Samples.unique("l-"), Samples.unique("l-"), Samples.unique("l-"));
        db.write(() -> {
            db.laissezPassers.add(new LaissezPasser(
                    names.get(0), Nature.INVITATION, identifiant, null, Samples.NOW, Samples.NOW.plusSeconds(60)));
            db.laissezPassers.add(
                    new LaissezPasser(names.get(1), Nature.DEFI, null, null, Samples.NOW, Samples.NOW.plusSeconds(60)));
            db.laissezPassers.add(
                    new LaissezPasser(names.get(2), Nature.DEFI, null, null, Samples.NOW, Samples.NOW.plusSeconds(30)));
        });
        db.write(() -> {
            db.laissezPassers.removeAll(identifiant, Nature.INVITATION);
            db.laissezPassers.removeExpired(Samples.NOW.plusSeconds(30));
        });

        assertThat(laissezPasser(names.get(0), Nature.INVITATION, Samples.NOW)).isEmpty();
        assertThat(laissezPasser(names.get(1), Nature.DEFI, Samples.NOW)).isPresent();
        assertThat(laissezPasser(names.get(2), Nature.DEFI, Samples.NOW)).isEmpty();
    }

    @Test
    void failuresAreCountedByOneNodeAtATime() {
        String cle = Samples.unique("compte/");

        Concurrently.run(
                4,
                node -> db.write(() -> {
                    int nombre = db.echecs.findForUpdate(cle).orElseThrow().nombre() + 1;
                    db.echecs.put(new Echec(cle, nombre, Samples.NOW, Samples.NOW));
                }));

        assertThat(db.<Optional<Echec>>read(() -> db.echecs.find(cle)))
                .contains(new Echec(cle, 4, Samples.NOW, Samples.NOW));
    }

    @Test
    void failuresAreForgotten() {
        String old = Samples.unique("compte/");
        String right = Samples.unique("compte/");
        db.write(() -> {
            db.echecs.put(new Echec(old, 3, Samples.NOW, Samples.NOW.minusSeconds(1)));
            db.echecs.put(new Echec(right, 3, Samples.NOW, Samples.NOW));
        });
        db.write(() -> db.echecs.removeBefore(Samples.NOW));
        assertThat(db.<Optional<Echec>>read(() -> db.echecs.find(old))).isEmpty();
        assertThat(db.<Optional<Echec>>read(() -> db.echecs.find(right))).isPresent();

        db.write(() -> db.echecs.remove(right));
        assertThat(db.<Optional<Echec>>read(() -> db.echecs.find(right))).isEmpty();
    }

    @Test
    void aStepOfTimeServesOnceEvenOnSeveralNodes() {
        kept(Samples.compte(identifiant));
        db.write(() -> db.facteurs.putApplication(new Application(identifiant, "v1.x", Samples.NOW, 10)));
        AtomicInteger used = new AtomicInteger();
        Concurrently.run(
                4,
                node -> db.write(() -> {
                    if (db.facteurs.usePas(identifiant, 11)) {
                        used.incrementAndGet();
                    }
                }));

        assertThat(used).hasValue(1);
        db.write(() -> assertThat(db.facteurs.usePas(identifiant, 11)).isFalse());
        assertThat(db.<Optional<Application>>read(() -> db.facteurs.application(identifiant)))
                .contains(new Application(identifiant, "v1.x", Samples.NOW, 11));
        db.write(() -> db.facteurs.putApplication(new Application(identifiant, "v1.y", Samples.NOW, 0)));
        assertThat(db.<Optional<Application>>read(() -> db.facteurs.application(identifiant)))
                .map(Application::secret)
                .contains("v1.y");
        db.write(() -> db.facteurs.removeApplication(identifiant));
        assertThat(db.<Optional<Application>>read(() -> db.facteurs.application(identifiant)))
                .isEmpty();
    }

    @Test
    void recoveryCodesServeOnceAndAreReplacedTogether() {
        kept(Samples.compte(identifiant));
        db.write(() -> db.facteurs.setSecours(identifiant, List.of("a", "b")));
        db.write(() -> assertThat(db.facteurs.useSecours(identifiant, "a")).isTrue());
        db.write(() -> assertThat(db.facteurs.useSecours(identifiant, "a")).isFalse());
        assertThat(db.<Integer>read(() -> db.facteurs.countSecours(identifiant)))
                .isEqualTo(1);

        db.write(() -> db.facteurs.setSecours(identifiant, List.of("b", "c", "d")));
        assertThat(db.<Integer>read(() -> db.facteurs.countSecours(identifiant)))
                .isEqualTo(3);
    }

    @Test
    void keepsPasskeysWithTheirCount() {
        kept(Samples.compte(identifiant));
        String id = Samples.unique("cle-");
        Cle cle = new Cle(id, identifiant, "Téléphone", "{}", 3, Samples.NOW, null);
        db.write(() -> db.facteurs.addCle(cle));
        assertThat(db.<List<Cle>>read(() -> db.facteurs.cles(identifiant))).containsExactly(cle);
        db.write(() -> assertThat(db.facteurs.useCle(id, 7, Samples.NOW)).isTrue());
        assertThat(db.<Optional<Cle>>read(() -> db.facteurs.cle(id)))
                .contains(new Cle(id, identifiant, "Téléphone", "{}", 7, Samples.NOW, Samples.NOW));
        db.write(() -> assertThat(db.facteurs.renameCle("autre", id, "À moi")).isFalse());
        db.write(() ->
                assertThat(db.facteurs.renameCle(identifiant, id, "Bureau")).isTrue());
        assertThat(db.<Optional<Cle>>read(() -> db.facteurs.cle(id)).map(Cle::nom))
                .contains("Bureau");
        db.write(() -> assertThat(db.facteurs.removeCle("autre", id)).isFalse());
        db.write(() -> assertThat(db.facteurs.removeCle(identifiant, id)).isTrue());
    }

    @Test
    void theCountOfAPasskeyOnlyRisesUnlessItNeverCounts() {
        kept(Samples.compte(identifiant));
        String counts = Samples.unique("cle-");
        String never = Samples.unique("cle-");
        db.write(() -> {
            db.facteurs.addCle(new Cle(counts, identifiant, "Clé USB", "{}", 3, Samples.NOW, null));
            db.facteurs.addCle(new Cle(never, identifiant, "Téléphone", "{}", 0, Samples.NOW, null));
        });

        for (long wrong : new long[] {3, 2, 0}) {
            db.write(() ->
                    assertThat(db.facteurs.useCle(counts, wrong, Samples.NOW)).isFalse());
        }
        db.write(() -> assertThat(db.facteurs.useCle(counts, 4, Samples.NOW)).isTrue());
        db.write(() -> assertThat(db.facteurs.useCle(never, 0, Samples.NOW)).isTrue());
        db.write(() -> assertThat(db.facteurs.useCle(never, 0, Samples.NOW)).isTrue());
        db.write(() -> assertThat(db.facteurs.useCle("aucune", 1, Samples.NOW)).isFalse());
    }

    @Test
    void keepsTokensOfTheInterfaceWithWhatTheyAreConfinedTo() {
        Compte compte = kept(Samples.compte(identifiant, ADMINISTRATEUR));
        JetonApi jeton = new JetonApi(
                UUID.randomUUID(),
                Samples.unique("api-"),
                identifiant,
                "Tableur",
                new Limites(true, Set.of("CANDIDATURE_LIRE", "JURY_LIRE"), "essai"),
                Samples.NOW,
                Samples.NOW.plusSeconds(60),
                null);
        db.write(() -> db.jetonsApi.add(jeton));

        assertThat(db.<Optional<JetonsApi.Porteur>>read(() -> db.jetonsApi.find(jeton.empreinte(), Samples.NOW)))
                .contains(new JetonsApi.Porteur(jeton, compte));
        assertThat(db.<Optional<JetonsApi.Porteur>>read(() -> db.jetonsApi.find(jeton.empreinte(), jeton.expireLe())))
                .isEmpty();
        LocalDate day = LocalDate.of(2026, 6, 15);
        db.write(() -> db.jetonsApi.use(jeton.id(), day));
        assertThat(db.<List<JetonApi>>read(() -> db.jetonsApi.of(identifiant)))
                .singleElement()
                .satisfies(j -> assertThat(j.serviLe()).isEqualTo(day));
        db.write(() -> assertThat(db.jetonsApi.remove("autre", jeton.id())).isFalse());
        db.write(() -> assertThat(db.jetonsApi.remove(identifiant, jeton.id())).isTrue());
    }

    @Test
    void keepsPersonalLinksUntilTheyAreTakenBack() {
        UUID dossier = samples.kept(samples.candidature()).id();
        LienPersonnel lien = new LienPersonnel(
                UUID.randomUUID(),
                Samples.unique("lien-"),
                "Tom Tuteur",
                null,
                new Habilitation(Role.TUTEUR, new Portee.DeDossier(samples.branche, dossier)),
                "secretariat",
                Samples.NOW,
                Samples.NOW.plusSeconds(60),
                null,
                null,
                null);
        db.write(() -> db.liens.add(lien));
        assertThat(db.<Optional<LienPersonnel>>read(() -> db.liens.find(lien.empreinte())))
                .contains(lien);
        assertThat(db.<List<LienPersonnel>>read(() -> db.liens.of(dossier))).containsExactly(lien);

        Instant later = Samples.NOW.plusSeconds(5);
        db.write(() -> {
            db.liens.open(lien.id(), Samples.NOW);
            db.liens.open(lien.id(), later);
            assertThat(db.liens.revoke(lien.id(), "secretariat", later)).isTrue();
            assertThat(db.liens.revoke(lien.id(), "secretariat", later)).isFalse();
        });
        assertThat(db.<Optional<LienPersonnel>>read(() -> db.liens.find(lien.id())))
                .hasValueSatisfying(l -> {
                    assertThat(l.ouvertLe()).isEqualTo(Samples.NOW);
                    assertThat(l.retireLe()).isEqualTo(later);
                });
    }

    private Envoi waiting(Instant prochainEssai) {
        Envoi envoi = new Envoi(
                UUID.randomUUID(),
                "zoe@exemple.fr",
                "v1.x",
                Samples.NOW,
                Samples.NOW.plusSeconds(600),
                Etat.A_ENVOYER,
                0,
                prochainEssai,
                null);
        db.write(() -> db.boite.add(envoi));
        return envoi;
    }

    @Test
    void aMailIsTakenByOneNode() {
        Envoi envoi = waiting(Samples.NOW);
        Envoi later = waiting(Samples.NOW.plusSeconds(60));
        assertThat(db.<List<UUID>>read(() -> db.boite.due(Samples.NOW, 1000)))
                .contains(envoi.id())
                .doesNotContain(later.id());
        AtomicInteger taken = new AtomicInteger();
        Instant bail = Samples.NOW.plusSeconds(300);
        Concurrently.run(
                4,
                node -> db.write(() -> {
                    if (db.boite.claim(envoi.id(), Samples.NOW, bail).isPresent()) {
                        taken.incrementAndGet();
                    }
                }));

        assertThat(taken).hasValue(1);
        db.write(() -> assertThat(db.boite.claim(envoi.id(), bail, bail.plusSeconds(1)))
                .hasValueSatisfying(e -> assertThat(e.essais()).isEqualTo(2)));
        db.write(() -> db.boite.update(new Envoi(
                envoi.id(), envoi.destinataire(), null, envoi.creeLe(), envoi.perimeLe(), Etat.ENVOYE, 2, bail, null)));
        assertThat(db.<List<UUID>>read(() -> db.boite.due(bail.plusSeconds(3600), 1000)))
                .doesNotContain(envoi.id());
        assertThat(db.<Long>read(() -> db.boite.count(Etat.ENVOYE))).isPositive();
        db.write(() -> db.boite.removeBefore(Samples.NOW.plusMillis(1)));
        assertThat(db.<Long>read(() -> db.boite.count(Etat.ENVOYE))).isZero();
        assertThat(db.<List<UUID>>read(() -> db.boite.due(later.prochainEssai(), 1000)))
                .contains(later.id());
    }
}
