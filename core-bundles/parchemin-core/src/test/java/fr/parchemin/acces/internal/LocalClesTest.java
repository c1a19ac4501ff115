package fr.parchemin.acces.internal;

import static fr.parchemin.enmemoire.VerifieurEnMemoire.answer;
import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.ClesAcces.Defi;
import fr.parchemin.acces.ClesAcces.Enregistree;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Connexions.Etape;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalClesTest {

    private static final Origine ICI = Origine.INCONNUE;

    private final Acces acces = new Acces();

    private Identite fresh(String login) {
        Session session = acces.open(login);
        acces.connexions.elevate(session.jeton(), Acces.SECRET, null, ICI).orElseThrow();
        return acces.identite(session);
    }

    private Enregistree register(Identite by, String cle) {
        Defi defi = acces.cles.beginRegistration(by).orElseThrow();
        return acces.cles
                .register(by, defi.billet(), "Téléphone", answer(cle, defi.options(), 0))
                .orElseThrow();
    }

    private Outcome<Session> open(String cle, long compteur) {
        Defi defi = acces.cles.beginSignIn().orElseThrow();
        return acces.cles.open(defi.billet(), answer(cle, defi.options(), compteur), ICI);
    }

    @Test
    void aKeyOpensTheAccountAloneAndCountsAsBothFactors() {
        Enregistree made = register(fresh("alix"), "cle");
        assertThat(made.secours()).hasSize(10);
        assertThat(acces.compte("alix").secondFacteur()).isTrue();

        Session session = open("cle", 0).orElseThrow();

        assertThat(session.acteur().identifiant()).isEqualTo("alix");
        Identite identite = acces.identite(session);
        assertThat(identite.moyen()).isEqualTo(Moyen.CLE_ACCES);
        assertThat(acces.connexions.lacks(identite, Droit.JURY_DECIDER)).isEmpty();
        assertThat(acces.secondFacteur.read(session.acteur()).cles())
                .singleElement()
                .satisfies(cle -> {
                    assertThat(cle.nom()).isEqualTo("Téléphone");
                    assertThat(cle.utiliseeLe()).isEqualTo(acces.clock.instant());
                });
        assertThat(acces.acts())
                .extracting(Acte::detail)
                .contains("Clé d’accès enregistrée", "Session ouverte par clé d’accès");
    }

    @Test
    void registeringAsksForAFreshProofEvenOfWhoHasNoSecondFactor() {
        Identite stale = acces.identite(acces.open("alix"));

        assertThat(code(acces.cles.beginRegistration(stale))).isEqualTo(CodeRefus.ELEVATION_REQUISE);
    }

    @Test
    void whoSignsInElsewhereOnlyHasNothingToProveAfresh() {
        Identite by = acces.identite(acces.open("alix"));
        Compte compte = acces.compte("alix");
        acces.change(new Compte("alix", "Alix", null, Compte.Etat.ACTIF, null, false, null, compte.habilitations()));

        assertThat(acces.cles.beginRegistration(by).isDone()).isTrue();
    }

    @Test
    void aChallengeServesOnceWithinFiveMinutesForWhatItWasMadeFor() {
        Identite by = fresh("alix");
        register(by, "cle");
        Defi defi = acces.cles.beginSignIn().orElseThrow();
        String signed = answer("cle", defi.options(), 1);
        acces.cles.open(defi.billet(), signed, ICI).orElseThrow();
        assertThat(code(acces.cles.open(defi.billet(), signed, ICI))).isEqualTo(CodeRefus.DEFI_PERIME);

        Defi late = acces.cles.beginSignIn().orElseThrow();
        acces.clock.advance(Duration.ofMinutes(5));
        assertThat(code(acces.cles.open(late.billet(), answer("cle", late.options(), 2), ICI)))
                .isEqualTo(CodeRefus.DEFI_PERIME);

        Defi other = acces.cles.beginElevation(by).orElseThrow();
        assertThat(code(acces.cles.open(other.billet(), answer("cle", other.options(), 2), ICI)))
                .isEqualTo(CodeRefus.DEFI_PERIME);
        assertThat(code(acces.cles.open("rien", answer("cle", other.options(), 2), ICI)))
                .isEqualTo(CodeRefus.DEFI_PERIME);
        assertThat(acces.acts())
                .extracting(Acte::detail)
                .anyMatch(detail -> detail.endsWith("demande à une clé d’accès périmée ou déjà servie"));
    }

    @Test
    void aWrongAnswerSpendsTheChallengeToo() {
        register(fresh("alix"), "cle");
        Defi defi = acces.cles.beginSignIn().orElseThrow();
        assertThat(code(acces.cles.open(defi.billet(), answer("cle", "autre", 1), ICI)))
                .isEqualTo(CodeRefus.CLE_REFUSEE);

        assertThat(code(acces.cles.open(defi.billet(), answer("cle", defi.options(), 1), ICI)))
                .isEqualTo(CodeRefus.DEFI_PERIME);
    }

    @Test
    void aRegistrationBelongsToTheSessionThatBeganIt() {
        Identite begun = fresh("alix");
        Defi defi = acces.cles.beginRegistration(begun).orElseThrow();
        String made = answer("cle", defi.options(), 0);

        assertThat(code(acces.cles.register(fresh("alix"), defi.billet(), "Téléphone", made)))
                .isEqualTo(CodeRefus.DEFI_PERIME);
        assertThat(code(acces.cles.register(fresh("admin"), defi.billet(), "Téléphone", made)))
                .isEqualTo(CodeRefus.DEFI_PERIME);
        assertThat(acces.cles.register(begun, defi.billet(), "Téléphone", made).isDone())
                .isTrue();
    }

    @Test
    void aCountThatDoesNotRiseIsRefusedAndNoted() {
        register(fresh("alix"), "cle");
        open("cle", 7).orElseThrow();

        assertThat(code(open("cle", 7))).isEqualTo(CodeRefus.CLE_COPIEE);
        assertThat(code(open("cle", 6))).isEqualTo(CodeRefus.CLE_COPIEE);
        assertThat(code(open("cle", 0))).isEqualTo(CodeRefus.CLE_COPIEE);
        assertThat(open("cle", 8).isDone()).isTrue();
        assertThat(acces.acts())
                .filteredOn(acte -> acte.nature() == Acte.Nature.CONNEXION_REFUSEE)
                .hasSize(3)
                .allSatisfy(acte -> assertThat(acte.detail()).contains("peut-être copiée"))
                .extracting(Acte::objet)
                .containsOnly("compte/alix");
    }

    @Test
    void aRemovedKeyIsRefusedLikeOneThatNeverWas() {
        Identite by = fresh("alix");
        register(by, "cle");
        Identite strong = acces.identite(open("cle", 1).orElseThrow());
        acces.secondFacteur.removeCle(strong, "cle").orElseThrow();

        assertThat(code(open("cle", 2))).isEqualTo(CodeRefus.CLE_REFUSEE);
        assertThat(code(open("jamais", 2))).isEqualTo(CodeRefus.CLE_REFUSEE);
        assertThat(acces.compte("alix").secondFacteur()).isFalse();
        assertThat(acces.acts()).extracting(Acte::detail).contains("Clé d’accès retirée");
    }

    @Test
    void anAccountThatIsSuspendedOpensByNoKey() {
        register(fresh("alix"), "cle");
        acces.change(acces.compte("alix").withEtat(Compte.Etat.SUSPENDU));

        assertThat(code(open("cle", 1))).isEqualTo(CodeRefus.CLE_REFUSEE);
    }

    @Test
    void aKeyFollowsThePasswordInPlaceOfACode() {
        register(fresh("alix"), "cle");
        register(fresh("admin"), "autre");
        String billet = ((Etape.CodeDemande)
                        acces.connexions.begin("alix", Acces.SECRET, ICI).orElseThrow())
                .billet();
        Defi defi = acces.cles.beginSecondStep(billet).orElseThrow();
        assertThat(defi.options()).endsWith(" cle");
        assertThat(code(acces.cles.finish(billet, defi.billet(), answer("autre", defi.options(), 1), ICI)))
                .as("a key of somebody else")
                .isEqualTo(CodeRefus.CLE_REFUSEE);

        Defi again = acces.cles.beginSecondStep(billet).orElseThrow();
        Session session = acces.cles
                .finish(billet, again.billet(), answer("cle", again.options(), 1), ICI)
                .orElseThrow();

        assertThat(acces.identite(session).moyen()).isEqualTo(Moyen.MOT_DE_PASSE_ET_CLE);
        assertThat(code(acces.cles.beginSecondStep(billet))).isEqualTo(CodeRefus.LIEN_PERIME);
        assertThat(code(acces.connexions.finish(billet, "123456", ICI))).isEqualTo(CodeRefus.LIEN_PERIME);
    }

    @Test
    void aKeyProvesAfreshWhoOneIsInThatSession() {
        register(fresh("alix"), "cle");
        Session session = open("cle", 1).orElseThrow();
        Session elsewhere = open("cle", 2).orElseThrow();
        acces.clock.advance(Duration.ofMinutes(5));
        Identite stale = acces.identite(session);
        assertThat(acces.connexions.lacks(stale, Droit.JURY_DECIDER)).isPresent();
        Defi defi = acces.cles.beginElevation(stale).orElseThrow();
        String signed = answer("cle", defi.options(), 3);
        assertThat(code(acces.cles.elevate(elsewhere.jeton(), defi.billet(), signed, ICI)))
                .isEqualTo(CodeRefus.DEFI_PERIME);

        acces.cles.elevate(session.jeton(), defi.billet(), signed, ICI).orElseThrow();

        assertThat(acces.connexions.lacks(acces.identite(session), Droit.JURY_DECIDER))
                .isEmpty();
        assertThat(acces.connexions.lacks(acces.identite(elsewhere), Droit.JURY_DECIDER))
                .isPresent();
        assertThat(acces.acts()).extracting(Acte::detail).contains("Identité confirmée par clé d’accès");
    }

    @Test
    void whoHasNoKeyIsAskedForNone() {
        Identite by = fresh("alix");

        assertThat(code(acces.cles.beginElevation(by))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void aKeySatisfiesTheRuleForRolesThatMustHaveASecondFactor() {
        Acces strict = new Acces(Acces.strict());
        strict.add("sacha", "Sacha", new Habilitation(Role.SECRETARIAT, "essai"));
        strict.open("sacha");
        strict.clock.advance(Duration.ofDays(7));
        Session late = strict.open("sacha");
        strict.connexions.elevate(late.jeton(), Acces.SECRET, null, ICI).orElseThrow();
        Identite bare = strict.identite(late);
        assertThat(bare.acteur().habilitations()).isEmpty();

        Defi defi = strict.cles.beginRegistration(bare).orElseThrow();
        strict.cles
                .register(bare, defi.billet(), "Téléphone", answer("cle", defi.options(), 0))
                .orElseThrow();

        assertThat(strict.identite(late).acteur().habilitations()).hasSize(1);
    }

    @Test
    void theKeysOfAnAccountShareAHandleThatSaysNothing() {
        Identite by = fresh("alix");
        register(by, "une");
        register(by, "deux");

        assertThat(acces.secondFacteur.read(by.acteur()).cles())
                .extracting(Cle::donnees)
                .doesNotContain("alix")
                .hasSize(2)
                .satisfies(handles -> assertThat(Set.copyOf(handles)).hasSize(1));
        register(fresh("admin"), "trois");
        assertThat(acces.secondFacteur.read(acces.admin).cles())
                .extracting(Cle::donnees)
                .doesNotContain(
                        acces.secondFacteur.read(by.acteur()).cles().get(0).donnees());
    }

    @Test
    void aKeyIsRegisteredOnceAndAnAccountHasTenAtMost() {
        Identite by = fresh("alix");
        for (int i = 0; i < ClesAcces.CLES_MAXIMUM - 1; i++) {
            register(by, "cle" + i);
        }
        Defi twice = acces.cles.beginRegistration(by).orElseThrow();
        Defi tenth = acces.cles.beginRegistration(by).orElseThrow();
        Defi eleventh = acces.cles.beginRegistration(by).orElseThrow();
        assertThat(code(acces.cles.register(by, twice.billet(), "Encore", answer("cle0", twice.options(), 0))))
                .isEqualTo(CodeRefus.CLE_EXISTANTE);
        acces.cles
                .register(by, tenth.billet(), "Dixième", answer("dix", tenth.options(), 0))
                .orElseThrow();

        assertThat(code(acces.cles.register(by, eleventh.billet(), "Onzième", answer("onze", eleventh.options(), 0))))
                .isEqualTo(CodeRefus.CLES_TROP_NOMBREUSES);
        assertThat(code(acces.cles.beginRegistration(by))).isEqualTo(CodeRefus.CLES_TROP_NOMBREUSES);
    }

    @Test
    void aKeyHasANameThatItsOwnerAloneChanges() {
        Identite by = fresh("alix");
        register(by, "cle");

        assertThat(code(acces.cles.rename(by, "cle", " "))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(code(acces.cles.rename(by, "cle", "x".repeat(61)))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(acces.cles.rename(fresh("admin"), "cle", "À moi"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        acces.cles.rename(by, "cle", " Clé du bureau ").orElseThrow();

        assertThat(acces.secondFacteur.read(by.acteur()).cles())
                .extracting(Cle::nom)
                .containsExactly("Clé du bureau");
        assertThat(acces.acts()).extracting(Acte::nature).contains(Acte.Nature.FACTEUR_MODIFIE);
    }

    @Test
    void whoTriesAKeyIsSlowedDownAndNobodyElseIs() {
        register(fresh("alix"), "cle");
        register(fresh("admin"), "autre");
        for (int i = 0; i < 5; i++) {
            Defi defi = acces.cles.beginSignIn().orElseThrow();
            assertThat(code(acces.cles.open(defi.billet(), answer("cle", "faux", 1), ICI)))
                    .isEqualTo(CodeRefus.CLE_REFUSEE);
        }

        assertThat(code(open("cle", 1))).isEqualTo(CodeRefus.TROP_DE_TENTATIVES);
        assertThat(open("autre", 1).isDone()).isTrue();
        assertThat(acces.connexions.begin("alix", Acces.SECRET, ICI).isDone()).isTrue();
    }

    @Test
    void withoutWhatSpeaksWithDevicesNoneAreOffered() {
        LocalCles without = acces.cles(Politique.simple(), null);

        assertThat(without.origine()).isEmpty();
        assertThat(code(without.beginSignIn())).isEqualTo(CodeRefus.CLES_INDISPONIBLES);
        assertThat(code(without.beginRegistration(fresh("alix")))).isEqualTo(CodeRefus.CLES_INDISPONIBLES);
        assertThat(acces.cles.origine()).contains("https://parchemin.exemple.fr");
    }
}
