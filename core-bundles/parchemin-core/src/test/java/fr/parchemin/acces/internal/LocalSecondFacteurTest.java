package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Connexions.Etape;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.Role;
import fr.parchemin.acces.SecondFacteur.Inscription;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalSecondFacteurTest {

    private final Acces acces = new Acces();
    private String secret;
    private List<String> secours;

    private Identite registered() {
        Session session = acces.open("alix");
        Inscription inscription =
                acces.secondFacteur.beginApplication(acces.identite(session)).orElseThrow();
        secret = inscription.secret();
        secours = acces.secondFacteur
                .confirmApplication(acces.identite(session), acces.code(secret))
                .orElseThrow();
        acces.clock.advance(Duration.ofSeconds(30));
        return acces.identite(session);
    }

    private Outcome<Session> open(String code) {
        return acces.connexions.open("alix", Acces.SECRET, code, Origine.INCONNUE);
    }

    @Test
    void anApplicationCountsOnceItShowedARightCode() {
        Session session = acces.open("alix");
        Inscription inscription =
                acces.secondFacteur.beginApplication(acces.identite(session)).orElseThrow();

        assertThat(inscription.uri())
                .isEqualTo("otpauth://totp/Parchemin:alix?secret=" + inscription.secret() + "&issuer=Parchemin");
        assertThat(inscription.secret()).matches("[A-Z2-7]{32}");
        assertThat(code(acces.secondFacteur.confirmApplication(acces.identite(session), "000000")))
                .isEqualTo(CodeRefus.CODE_INVALIDE);
        assertThat(open(null).isDone()).isTrue();

        acces.secondFacteur
                .confirmApplication(acces.identite(session), acces.code(inscription.secret()))
                .orElseThrow();
        assertThat(acces.compte("alix").secondFacteur()).isTrue();
        assertThat(code(open(null))).isEqualTo(CodeRefus.SECOND_FACTEUR_REQUIS);
    }

    @Test
    void theSecretIsKeptUnderTheKeyOfThePlatform() {
        registered();

        assertThat(acces.base.read(() -> acces.facteurs.application("alix")))
                .hasValueSatisfying(
                        a -> assertThat(a.secret()).startsWith("v1.").doesNotContain(secret));
    }

    @Test
    void aCodeOpensASessionOnce() {
        registered();
        String code = acces.code(secret);

        Session session = open(code).orElseThrow();
        assertThat(acces.identite(session).moyen()).isEqualTo(Moyen.MOT_DE_PASSE_ET_CODE);
        assertThat(code(open(code))).isEqualTo(CodeRefus.CODE_INVALIDE);
    }

    @Test
    void theCodeThatRegisteredTheApplicationDoesNotSignIn() {
        Session session = acces.open("alix");
        secret = acces.secondFacteur
                .beginApplication(acces.identite(session))
                .orElseThrow()
                .secret();
        String code = acces.code(secret);
        acces.secondFacteur.confirmApplication(acces.identite(session), code).orElseThrow();

        assertThat(code(open(code))).isEqualTo(CodeRefus.CODE_INVALIDE);
    }

    @Test
    void whoDoesNotKnowThePasswordIsNotToldOfTheCode() {
        registered();

        assertThat(code(acces.connexions.open("alix", "faux", acces.code(secret), Origine.INCONNUE)))
                .isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
    }

    @Test
    void tenRecoveryCodesServeOnceEachHoweverTheyAreTyped() {
        registered();
        assertThat(secours)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(c -> c.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));

        Session session = open(secours.get(3).toLowerCase().replace('-', ' ')).orElseThrow();
        assertThat(acces.identite(session).moyen()).isEqualTo(Moyen.MOT_DE_PASSE_ET_SECOURS);
        assertThat(code(open(secours.get(3)))).isEqualTo(CodeRefus.CODE_INVALIDE);
        assertThat(acces.secondFacteur.read(session.acteur()).secours()).isEqualTo(9);
    }

    @Test
    void codesAreGuessedNoFasterThanPasswordsAndARightPasswordForgivesNone() {
        registered();
        for (int i = 0; i < 5; i++) {
            assertThat(code(open("000000"))).isEqualTo(CodeRefus.CODE_INVALIDE);
        }

        assertThat(code(open(acces.code(secret)))).isEqualTo(CodeRefus.TROP_DE_TENTATIVES);
    }

    @Test
    void aPersonGivesThePasswordThenTheCode() {
        registered();
        Etape step =
                acces.connexions.begin("alix", Acces.SECRET, Origine.INCONNUE).orElseThrow();

        assertThat(step).isInstanceOf(Etape.CodeDemande.class);
        String billet = ((Etape.CodeDemande) step).billet();
        assertThat(acces.connexions.identify(billet)).isEmpty();
        assertThat(code(acces.connexions.finish(billet, "123", Origine.INCONNUE)))
                .isEqualTo(CodeRefus.CODE_INVALIDE);
        String code = acces.code(secret);
        assertThat(acces.connexions.finish(billet, code, Origine.INCONNUE).isDone())
                .isTrue();
        acces.clock.advance(Duration.ofSeconds(30));
        assertThat(code(acces.connexions.finish(billet, acces.code(secret), Origine.INCONNUE)))
                .isEqualTo(CodeRefus.LIEN_PERIME);
    }

    @Test
    void theCodeHasToFollowWithinFiveMinutes() {
        registered();
        String billet = ((Etape.CodeDemande) acces.connexions
                        .begin("alix", Acces.SECRET, Origine.INCONNUE)
                        .orElseThrow())
                .billet();
        acces.clock.advance(Duration.ofMinutes(5));

        assertThat(code(acces.connexions.finish(billet, acces.code(secret), Origine.INCONNUE)))
                .isEqualTo(CodeRefus.LIEN_PERIME);
    }

    @Test
    void changingAFactorAsksForAFreshProofOnceThereIsOne() {
        Identite stale = registered();

        assertThat(code(acces.secondFacteur.removeApplication(stale))).isEqualTo(CodeRefus.ELEVATION_REQUISE);
        assertThat(code(acces.secondFacteur.beginApplication(stale))).isEqualTo(CodeRefus.ELEVATION_REQUISE);
        assertThat(code(acces.secondFacteur.renewSecours(stale))).isEqualTo(CodeRefus.ELEVATION_REQUISE);

        Session session = open(acces.code(secret)).orElseThrow();
        List<String> renewed =
                acces.secondFacteur.renewSecours(acces.identite(session)).orElseThrow();
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(secours);
        acces.secondFacteur.removeApplication(acces.identite(session)).orElseThrow();
        assertThat(acces.compte("alix").secondFacteur()).isFalse();
        assertThat(acces.secondFacteur.read(session.acteur()).secours()).isZero();
    }

    @Test
    void aSignatureAsksForAFreshProofThatCountsForFiveMinutes() {
        registered();
        Session session = open(acces.code(secret)).orElseThrow();
        assertThat(acces.connexions.lacks(acces.identite(session), Droit.CERTIFICAT_DELIVRER))
                .isEmpty();
        acces.clock.advance(Duration.ofMinutes(5));
        assertThat(acces.connexions.lacks(acces.identite(session), Droit.CERTIFICAT_DELIVRER))
                .hasValueSatisfying(refus -> assertThat(refus.code()).isEqualTo(CodeRefus.ELEVATION_REQUISE));

        assertThat(code(acces.connexions.elevate(session.jeton(), Acces.SECRET, null, Origine.INCONNUE)))
                .isEqualTo(CodeRefus.SECOND_FACTEUR_REQUIS);
        assertThat(code(acces.connexions.elevate(session.jeton(), "faux", acces.code(secret), Origine.INCONNUE)))
                .isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
        assertThat(acces.connexions.lacks(acces.identite(session), Droit.CERTIFICAT_DELIVRER))
                .isPresent();

        acces.connexions
                .elevate(session.jeton(), Acces.SECRET, acces.code(secret), Origine.INCONNUE)
                .orElseThrow();
        assertThat(acces.connexions.lacks(acces.identite(session), Droit.CERTIFICAT_DELIVRER))
                .isEmpty();
        assertThat(acces.acts()).extracting(Acte::nature).contains(Acte.Nature.IDENTITE_CONFIRMEE);
    }

    @Test
    void withoutASecondFactorASignatureAsksForNothingUnlessTheOperatorSaysSo() {
        Session session = acces.open("alix");

        assertThat(acces.connexions.lacks(acces.identite(session), Droit.CERTIFICAT_DELIVRER))
                .isEmpty();
        LocalConnexions always = acces.connexions(new Politique(
                Duration.ofHours(1), Duration.ofHours(10), Set.of(), Duration.ZERO, true, true, "http://x"));
        assertThat(always.lacks(acces.identite(session), Droit.CERTIFICAT_DELIVRER))
                .isPresent();
        always.elevate(session.jeton(), Acces.SECRET, null, Origine.INCONNUE).orElseThrow();
        assertThat(always.lacks(acces.identite(session), Droit.CERTIFICAT_DELIVRER))
                .isEmpty();
    }

    @Test
    void aRoleThatMustHaveASecondFactorHasSevenDaysFromItsFirstSignIn() {
        Acces strict = new Acces(Acces.strict());
        strict.add("sacha", "Sacha", new Habilitation(Role.SECRETARIAT, "essai"));
        strict.clock.advance(Duration.ofDays(30));
        strict.open("sacha");
        strict.clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(strict.open("sacha").acteur().habilitations()).hasSize(1);
        Session late = strict.open("sacha");
        strict.clock.advance(Duration.ofMillis(1));

        Identite identite = strict.identite(late);
        assertThat(identite.secondFacteurAttendu()).isTrue();
        assertThat(identite.acteur().habilitations()).isEmpty();

        assertThat(strict.connexions.lacks(identite, Droit.CANDIDATURES_LISTER))
                .hasValueSatisfying(refus -> assertThat(refus.code()).isEqualTo(CodeRefus.SECOND_FACTEUR_ATTENDU));
        assertThat(strict.connexions.lacks(identite, Droit.COMPTE_PROPRE_GERER)).isEmpty();
        assertThat(strict.connexions.lacks(identite, Droit.SESSION_FERMER)).isEmpty();

        String made =
                strict.secondFacteur.beginApplication(identite).orElseThrow().secret();
        strict.secondFacteur.confirmApplication(identite, strict.code(made)).orElseThrow();
        assertThat(strict.identite(late).acteur().habilitations()).hasSize(1);
    }

    @Test
    void otherRolesNeedNone() {
        Acces strict = new Acces(Acces.strict());
        strict.open("alix");
        strict.clock.advance(Duration.ofDays(365));

        assertThat(strict.identite(strict.open("alix")).secondFacteurAttendu()).isFalse();
    }

    @Test
    void theAdministratorHelpsWhoLostTheirPhone() {
        Identite alix = registered();
        assertThat(code(acces.secondFacteur.reset(alix.acteur(), "alix"))).isEqualTo(CodeRefus.ACCES_REFUSE);

        acces.secondFacteur.reset(acces.admin, "alix").orElseThrow();

        assertThat(open(null).isDone()).isTrue();
        assertThat(acces.base.read(acces.jetons::all)).hasSize(1);
    }
}
