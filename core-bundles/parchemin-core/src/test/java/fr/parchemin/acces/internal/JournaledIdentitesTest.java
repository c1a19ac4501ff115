package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Federation.Rattachement;
import fr.parchemin.acces.FournisseurIdentite;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acces.IdentitesExternes.Depart;
import fr.parchemin.acces.IdentitesExternes.Entree;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.internal.Cles;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.ComptesEnMemoire;
import fr.parchemin.enmemoire.EchecsEnMemoire;
import fr.parchemin.enmemoire.FacteursEnMemoire;
import fr.parchemin.enmemoire.FederationEnMemoire;
import fr.parchemin.enmemoire.JetonsApiEnMemoire;
import fr.parchemin.enmemoire.JetonsEnMemoire;
import fr.parchemin.enmemoire.JournalEnMemoire;
import fr.parchemin.enmemoire.LaissezPassersEnMemoire;
import fr.parchemin.enmemoire.LiensEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournaledIdentitesTest {

    private static final String SECRET = "une phrase de passe";
    private static final Set<Habilitation> JURY = Set.of(new Habilitation(Role.JURY, "essai"));

    private final Base base = new Base();
    private final Pendule clock = new Pendule(LocalDate.of(2026, 6, 15));
    private final ComptesEnMemoire comptes = new ComptesEnMemoire(base, clock);
    private final JetonsEnMemoire jetons = new JetonsEnMemoire(base, comptes);
    private final FederationEnMemoire federation = new FederationEnMemoire(base, jetons);
    private final JournalEnMemoire journal = new JournalEnMemoire(base);
    private final LocalConnexions connexions = new LocalConnexions(
            Politique.simple(),
            base,
            comptes,
            jetons,
            new LaissezPassersEnMemoire(base),
            new JetonsApiEnMemoire(base, comptes),
            new LiensEnMemoire(base),
            federation,
            new EchecsEnMemoire(base),
            new FacteursEnMemoire(base),
            Cles.coffre(),
            journal,
            clock);
    private final Ailleurs entreprise =
            new Ailleurs("entreprise", 2, Set.of(FournisseurIdentite.Public.PERSONNEL), false);
    private final Ailleurs citoyens = new Ailleurs("citoyens", 1, Set.of(FournisseurIdentite.Public.CANDIDATS), true);
    private final JournaledIdentites identites = new JournaledIdentites(
            "https://parchemin.test/",
            base,
            comptes,
            connexions,
            federation,
            journal,
            List.of(entreprise, citoyens),
            clock);
    private final Acteur alix = new Acteur("alix", "Alix", JURY);

    /** A provider that proves whatever the test says. */
    private static final class Ailleurs implements FournisseurIdentite {
        private final Description description;
        private Outcome<Preuve> preuve;
        private Defi defi;

        Ailleurs(String code, int ordre, Set<Public> publics, boolean creeComptes) {
            description = new Description(code, "Fournisseur " + code, ordre, publics, creeComptes);
            proves("s-1", "Alix Durand", "alix@exemple.test");
        }

        void proves(String sujet, String nom, String courriel) {
            preuve = Outcome.done(new Preuve(
                    new IdentiteExterne(
                            description.code(),
                            "https://" + description.code() + ".test",
                            sujet,
                            nom,
                            courriel,
                            true,
                            "eidas1",
                            Map.of("siret", "00000000000000")),
                    "jeton.de." + sujet,
                    "la-bas-" + sujet));
        }

        @Override
        public Description description() {
            return description;
        }

        @Override
        public Outcome<URI> authorization(Defi asked) {
            defi = asked;
            return Outcome.done(URI.create("https://" + description.code() + ".test/autorisation"));
        }

        @Override
        public Outcome<Preuve> redeem(Defi asked, Map<String, String> reponse) {
            assertThat(asked).isEqualTo(defi);
            return preuve;
        }

        @Override
        public Optional<URI> endSession(String jetonIdentite, URI retour) {
            return Optional.of(URI.create("https://fin.test/?" + jetonIdentite + "&" + retour));
        }

        @Override
        public Outcome<Conge> ended(String avis) {
            return avis.equals("faux")
                    ? Outcome.refused(CodeRefus.REPONSE_FOURNISSEUR_INVALIDE, "x", "elle n’est pas signée")
                    : Outcome.done(new Conge(
                            "https://" + description.code() + ".test", avis, avis.equals("s-1") ? "la-bas-s-1" : null));
        }
    }

    @BeforeEach
    void account() {
        base.write(() -> {
            comptes.add(new Compte("alix", "Alix", new Argon2id().hash(SECRET), JURY));
            comptes.add(new Compte("noe", "Noé", new Argon2id().hash(SECRET), Set.of()));
            return Outcome.done(null);
        });
    }

    private Outcome<Entree> comesBack(Ailleurs from, Depart depart) {
        return identites.finish(from.description.code(), Map.of("state", from.defi.etat()), depart.temoin(), null);
    }

    private Depart begin(Ailleurs at) {
        return identites.begin(at.description.code(), null, "/candidatures").orElseThrow();
    }

    private Outcome<Entree> signIn(Ailleurs at) {
        return comesBack(at, begin(at));
    }

    /** As somebody who just proved who they are. */
    private Identite fresh(Acteur acteur) {
        return identite(acteur, clock.instant().plusSeconds(1));
    }

    private static Identite identite(Acteur acteur, Instant eleveJusquA) {
        return new Identite(acteur, UUID.randomUUID(), Moyen.MOT_DE_PASSE, eleveJusquA, false, false, Optional.empty());
    }

    private void link(Acteur by, Ailleurs at) {
        Depart depart = identites
                .beginLinking(fresh(by), at.description.code(), null, "/compte/identites")
                .orElseThrow();
        assertThat(comesBack(at, depart).orElseThrow()).isEqualTo(new Entree.Rattachee("/compte/identites"));
    }

    private Session session(Outcome<Entree> entree) {
        return ((Entree.Ouverte) entree.orElseThrow()).session();
    }

    private List<Acte> about(String objet) {
        return base.read(Base.TOUT, () -> journal.about(objet, 100));
    }

    @Test
    void offersTheProvidersInTheirOrder() {
        assertThat(identites.fournisseurs())
                .extracting(FournisseurIdentite.Description::code)
                .containsExactly("citoyens", "entreprise");
        assertThat(code(identites.begin("inconnu", null, "/"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void asksWithSecretsOfItsOwnAndKeepsOnlyHashesOfThoseOfTheBrowser() {
        Depart depart = begin(entreprise);

        assertThat(entreprise.defi.retour())
                .isEqualTo(URI.create("https://parchemin.test/connexion/oidc/entreprise/retour"));
        assertThat(List.of(
                        depart.temoin(),
                        entreprise.defi.etat(),
                        entreprise.defi.nonce(),
                        entreprise.defi.verificateur()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
        assertThat(base.read(federation::demandes)).singleElement().satisfies(kept -> {
            assertThat(kept.etat()).isNotEqualTo(entreprise.defi.etat());
            assertThat(kept.navigateur()).isNotEqualTo(depart.temoin());
        });
    }

    @Test
    void neverLinksByTheAddressAlone() {
        assertThat(code(signIn(entreprise))).isEqualTo(CodeRefus.IDENTITE_EXTERNE_INCONNUE);

        assertThat(base.read(() -> federation.of("alix"))).isEmpty();
        assertThat(base.read(jetons::all)).isEmpty();
    }

    @Test
    void opensTheAccountThatItsOwnerLinked() {
        link(alix, entreprise);

        Entree.Ouverte entree = (Entree.Ouverte) signIn(entreprise).orElseThrow();

        assertThat(entree.retour()).isEqualTo("/candidatures");
        assertThat(entree.session().acteur()).isEqualTo(alix);
        assertThat(connexions.identify(entree.session().jeton())).contains(alix);
        assertThat(about("compte/alix"))
                .extracting(Acte::acteur, Acte::nature)
                .containsExactly(
                        tuple("alix", Acte.Nature.IDENTITE_RATTACHEE), tuple("alix", Acte.Nature.CONNEXION_EXTERNE));
    }

    @Test
    void opensNoAccountThatIsSuspended() {
        link(alix, entreprise);
        base.write(() -> {
            comptes.update(comptes.find("alix").orElseThrow().withEtat(Compte.Etat.SUSPENDU));
            return Outcome.done(null);
        });

        assertThat(code(signIn(entreprise))).isEqualTo(CodeRefus.IDENTITE_EXTERNE_INCONNUE);
        assertThat(base.read(jetons::all)).isEmpty();
    }

    @Test
    void keepsWhatTheProviderSaidAtTheLastVisit() {
        link(alix, entreprise);
        entreprise.proves("s-1", "Alix Durand-Petit", "nouvelle@exemple.test");
        clock.advance(Duration.ofDays(1));

        signIn(entreprise);

        assertThat(identites.list(alix)).singleElement().satisfies(kept -> {
            assertThat(kept.nom()).isEqualTo("Alix Durand-Petit");
            assertThat(kept.courriel()).isEqualTo("nouvelle@exemple.test");
            assertThat(kept.attributs()).isEqualTo(Map.of("siret", "00000000000000"));
            assertThat(kept.derniereConnexion()).isEqualTo(clock.instant());
        });
    }

    @Test
    void servesOnceWhateverTheOutcome() {
        link(alix, entreprise);
        Depart depart = begin(entreprise);
        assertThat(comesBack(entreprise, depart).isDone()).isTrue();
        assertThat(code(comesBack(entreprise, depart))).isEqualTo(CodeRefus.CONNEXION_EXTERNE_PERIMEE);

        Depart refused = begin(entreprise);
        entreprise.preuve = Outcome.refused(CodeRefus.REPONSE_FOURNISSEUR_INVALIDE, "x", "y");
        assertThat(code(comesBack(entreprise, refused))).isEqualTo(CodeRefus.REPONSE_FOURNISSEUR_INVALIDE);
        entreprise.proves("s-1", "Alix", null);
        assertThat(code(comesBack(entreprise, refused))).isEqualTo(CodeRefus.CONNEXION_EXTERNE_PERIMEE);
    }

    @Test
    void believesOnlyTheBrowserThatAsked() {
        link(alix, entreprise);
        begin(entreprise);
        Depart other = new Depart(URI.create("https://x.test"), "A".repeat(43));
        assertThat(code(comesBack(entreprise, other))).isEqualTo(CodeRefus.CONNEXION_EXTERNE_PERIMEE);

        begin(entreprise);
        assertThat(code(identites.finish("entreprise", Map.of("state", entreprise.defi.etat()), null, null)))
                .isEqualTo(CodeRefus.CONNEXION_EXTERNE_PERIMEE);
    }

    @Test
    void bringsNoAnswerToAnotherProviderThanTheOneAsked() {
        Depart depart = begin(entreprise);

        assertThat(code(identites.finish("citoyens", Map.of("state", entreprise.defi.etat()), depart.temoin(), null)))
                .isEqualTo(CodeRefus.CONNEXION_EXTERNE_PERIMEE);
    }

    @Test
    void waitsTenMinutes() {
        link(alix, entreprise);
        Depart intime = begin(entreprise);
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(comesBack(entreprise, intime).isDone()).isTrue();

        Depart late = begin(entreprise);
        clock.advance(Duration.ofMinutes(10));
        assertThat(code(comesBack(entreprise, late))).isEqualTo(CodeRefus.CONNEXION_EXTERNE_PERIMEE);
        begin(entreprise);
        assertThat(base.read(federation::demandes)).hasSize(1);
    }

    @Test
    void letsTwoPagesOfOneBrowserAskAtOnce() {
        link(alix, entreprise);
        Depart first = begin(entreprise);
        FournisseurIdentite.Defi defi = entreprise.defi;
        Depart second =
                identites.begin("entreprise", first.temoin(), "/candidatures").orElseThrow();

        assertThat(second.temoin()).isEqualTo(first.temoin());
        assertThat(comesBack(entreprise, second).isDone()).isTrue();
        entreprise.defi = defi;
        assertThat(comesBack(entreprise, first).isDone()).isTrue();
        assertThat(identites
                        .begin("entreprise", "trop court", "/")
                        .orElseThrow()
                        .temoin())
                .hasSize(43);
    }

    @Test
    void makesAnAccountWithoutRolesWhereConfigured() {
        Session session = session(signIn(citoyens));

        assertThat(session.acteur().habilitations()).isEmpty();
        assertThat(session.acteur().nom()).isEqualTo("Alix Durand");
        assertThat(session.acteur().identifiant()).startsWith("citoyens-").doesNotContain("alix");
        assertThat(session(signIn(citoyens)).acteur()).isEqualTo(session.acteur());
        assertThat(about("compte/" + session.acteur().identifiant()))
                .extracting(Acte::nature)
                .containsExactly(
                        Acte.Nature.COMPTE_CREE,
                        Acte.Nature.IDENTITE_RATTACHEE,
                        Acte.Nature.CONNEXION_EXTERNE,
                        Acte.Nature.CONNEXION_EXTERNE);
    }

    @Test
    void letsNoPasswordOpenAnAccountMadeThatWay() {
        Session session = session(signIn(citoyens));

        assertThat(code(connexions.open(session.acteur().identifiant(), SECRET)))
                .isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
    }

    @Test
    void keepsAProviderOfCandidatesAwayFromAccountsWithRoles() {
        Depart depart =
                identites.beginLinking(fresh(alix), "citoyens", null, "/").orElseThrow();
        assertThat(code(comesBack(citoyens, depart))).isEqualTo(CodeRefus.IDENTITE_EXTERNE_NON_ADMISE);

        // Linked while the account held no role.
        base.write(() -> {
            federation.add(new Rattachement(
                    UUID.randomUUID(),
                    "alix",
                    "citoyens",
                    "https://citoyens.test",
                    "s-1",
                    "Alix",
                    null,
                    null,
                    Map.of(),
                    clock.instant(),
                    null));
            return Outcome.done(null);
        });
        assertThat(code(signIn(citoyens))).isEqualTo(CodeRefus.IDENTITE_EXTERNE_NON_ADMISE);
        assertThat(base.read(jetons::all)).isEmpty();
    }

    @Test
    void linksOnlyForWhoProvedAfreshWhoTheyAreUnlessTheyHaveNothingToProve() {
        assertThat(code(identites.beginLinking(identite(alix, null), "entreprise", null, "/")))
                .isEqualTo(CodeRefus.ELEVATION_REQUISE);
        assertThat(code(identites.beginLinking(identite(alix, clock.instant()), "entreprise", null, "/")))
                .isEqualTo(CodeRefus.ELEVATION_REQUISE);

        Acteur elsewhere = session(signIn(citoyens)).acteur();
        assertThat(identites
                        .beginLinking(identite(elsewhere, null), "entreprise", null, "/")
                        .isDone())
                .isTrue();
    }

    @Test
    void linksAnIdentityToOneAccountOnly() {
        link(alix, entreprise);
        link(alix, entreprise);
        assertThat(identites.list(alix)).hasSize(1);

        Depart depart = identites
                .beginLinking(fresh(new Acteur("noe", "Noé", Set.of())), "entreprise", null, "/")
                .orElseThrow();

        assertThat(code(comesBack(entreprise, depart))).isEqualTo(CodeRefus.IDENTITE_EXTERNE_DEJA_RATTACHEE);
    }

    @Test
    void takesAnIdentityAway() {
        link(alix, entreprise);
        Rattachement held = identites.list(alix).get(0);
        assertThat(code(identites.unlink(new Acteur("noe", "Noé", Set.of()), held.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(identites.unlink(alix, UUID.randomUUID()))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);

        assertThat(identites.unlink(alix, held.id()).isDone()).isTrue();

        assertThat(identites.list(alix)).isEmpty();
        assertThat(code(signIn(entreprise))).isEqualTo(CodeRefus.IDENTITE_EXTERNE_INCONNUE);
        assertThat(about("compte/alix")).extracting(Acte::nature).contains(Acte.Nature.IDENTITE_RETIREE);
    }

    @Test
    void leavesTheLastWayIn() {
        Acteur candidat = session(signIn(citoyens)).acteur();
        UUID only = identites.list(candidat).get(0).id();

        assertThat(code(identites.unlink(candidat, only))).isEqualTo(CodeRefus.DERNIER_MOYEN_DE_CONNEXION);
    }

    @Test
    void journalsEachRefusal() {
        signIn(entreprise);
        entreprise.preuve = Outcome.refused(CodeRefus.REPONSE_FOURNISSEUR_INVALIDE, "Fournisseur", "elle est périmée");
        signIn(entreprise);
        comesBack(entreprise, new Depart(URI.create("https://x.test"), "A".repeat(43)));

        assertThat(about("fournisseur/entreprise"))
                .extracting(Acte::nature)
                .containsOnly(Acte.Nature.CONNEXION_EXTERNE_REFUSEE);
        assertThat(about("fournisseur/entreprise"))
                .extracting(acte -> acte.detail().split("\u00a0", 2)[0])
                .containsExactly(
                        "IDENTITE_EXTERNE_INCONNUE", "REPONSE_FOURNISSEUR_INVALIDE", "CONNEXION_EXTERNE_PERIMEE");
        assertThat(about("fournisseur/entreprise"))
                .extracting(Acte::detail)
                .noneMatch(detail -> detail.contains("Alix") || detail.contains("exemple.test"));
    }

    @Test
    void isNotMadeToFillTheJournal() {
        for (int i = 0; i < 100; i++) {
            identites.finish("entreprise", Map.of("state", "B".repeat(43)), null, null);
        }
        assertThat(about("fournisseur/entreprise")).hasSize(30);

        clock.advance(Duration.ofSeconds(10));
        identites.finish("entreprise", Map.of("state", "B".repeat(43)), null, null);
        identites.finish("entreprise", Map.of(), null, null);

        assertThat(about("fournisseur/entreprise")).hasSize(31);
    }

    @Test
    void signsOutThereToo() {
        link(alix, entreprise);
        Session session = session(signIn(entreprise));

        assertThat(identites.signOut(session.jeton()))
                .contains(URI.create("https://fin.test/?jeton.de.s-1&https://parchemin.test/deconnexion/retour"));
        assertThat(identites.signOut(
                        connexions.open("alix", SECRET).orElseThrow().jeton()))
                .isEmpty();
    }

    @Test
    void endsTheSessionThatEndedThereAndNoOther() {
        link(alix, entreprise);
        Session session = session(signIn(entreprise));
        Session local = connexions.open("alix", SECRET).orElseThrow();

        assertThat(identites.ended("entreprise", "s-2").orElseThrow()).isZero();
        assertThat(connexions.identify(session.jeton())).isPresent();
        assertThat(identites.ended("entreprise", "s-1").orElseThrow()).isOne();

        assertThat(connexions.identify(session.jeton())).isEmpty();
        assertThat(connexions.identify(local.jeton())).isPresent();
        assertThat(about("fournisseur/entreprise"))
                .extracting(Acte::nature)
                .containsExactly(Acte.Nature.DECONNEXION_EXTERNE);
    }

    @Test
    void believesNoNoticeThatTheProviderDidNotSign() {
        assertThat(identites.ended("entreprise", "faux").reason())
                .map(Refus::code)
                .contains(CodeRefus.REPONSE_FOURNISSEUR_INVALIDE);
        assertThat(about("fournisseur/entreprise"))
                .extracting(Acte::nature)
                .containsExactly(Acte.Nature.CONNEXION_EXTERNE_REFUSEE);
    }
}
