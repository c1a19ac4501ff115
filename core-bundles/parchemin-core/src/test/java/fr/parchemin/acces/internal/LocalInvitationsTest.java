package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Invitations.LienUnique;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.MotsDePasse.Demande;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.courriel.Courriel;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalInvitationsTest {

    private static final Set<Habilitation> SECRETARIAT = Set.of(new Habilitation(Role.SECRETARIAT, "essai"));
    private static final String NOUVEAU = "une autre phrase de passe";
    private static final Pattern LIEN = Pattern.compile("http://127\\.0\\.0\\.1:8181/acces/([A-Za-z0-9_-]{43})");

    private final Acces acces = new Acces();
    private final LocalInvitations invitations = acces.invitations;

    private Outcome<LienUnique> invite(String identifiant, String courriel) {
        return invitations.invite(acces.admin, identifiant, "Zoé Martin", courriel, SECRETARIAT);
    }

    private void address(String identifiant, String courriel) {
        invitations.setCourriel(acces.admin, identifiant, courriel).orElseThrow();
    }

    /** The mail that was sent since last asked, which must be one. */
    private Courriel mail() {
        acces.messagerie.received.clear();
        assertThat(acces.facteur.deliver()).isEqualTo(1);
        return acces.messagerie.received.get(0);
    }

    private static String secret(String text) {
        Matcher link = LIEN.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    @Test
    void aPersonWhoIsInvitedChoosesThePasswordByTheLinkInTheMail() {
        LienUnique lien = invite("zoe", " Zoe@Exemple.FR ").orElseThrow();
        assertThat(lien.courriel()).isEqualTo("zoe@exemple.fr");
        assertThat(lien.adresse()).isNull();
        assertThat(acces.compte("zoe").etat()).isEqualTo(Compte.Etat.INVITE);

        Courriel mail = mail();
        assertThat(mail.destinataire()).isEqualTo("zoe@exemple.fr");
        assertThat(mail.texte()).contains("Bonjour Zoé Martin", "«\u00a0zoe\u00a0»", "jusqu’au 22 juin 2026 à 10 h 00");
        assertThat(mail.html()).contains(secret(mail.texte()), "lang=\"fr\"").doesNotContain("<img", "<script");
        assertThat(invitations.read(secret(mail.texte())))
                .contains(new Demande(LaissezPasser.Nature.INVITATION, "zoe", "Zoé Martin"));

        assertThat(invitations.choose(secret(mail.texte()), NOUVEAU).orElseThrow())
                .isEqualTo("zoe");
        assertThat(acces.connexions.open("zoe", NOUVEAU).isDone()).isTrue();
        assertThat(acces.compte("zoe").habilitations()).isEqualTo(SECRETARIAT);
    }

    @Test
    void onlyTheHashOfALinkIsKeptAndTheMailThatHoldsItIsSealedAndForgotten() {
        invite("zoe", "zoe@exemple.fr").orElseThrow();
        assertThat(acces.base.read(acces.boite::all))
                .singleElement()
                .satisfies(e -> assertThat(e.contenu()).startsWith("v1.").doesNotContain("/acces/"));
        String secret = secret(mail().texte());

        assertThat(acces.base.read(acces.laissezPassers::all)).singleElement().satisfies(l -> assertThat(l.empreinte())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(secret));
        assertThat(acces.base.read(acces.boite::all)).singleElement().satisfies(e -> assertThat(e.contenu())
                .isNull());
        assertThat(acces.acts().toString()).doesNotContain(secret);
    }

    @Test
    void anInvitationOpensNothingBeforeThePasswordIsChosen() {
        invite("zoe", "zoe@exemple.fr").orElseThrow();

        assertThat(code(acces.connexions.open("zoe", ""))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
        assertThat(code(acces.connexions.open("zoe", NOUVEAU))).isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
    }

    @Test
    void aLinkServesOnce() {
        invite("zoe", "zoe@exemple.fr").orElseThrow();
        String secret = secret(mail().texte());
        invitations.choose(secret, NOUVEAU).orElseThrow();

        assertThat(code(invitations.choose(secret, "encore une autre phrase"))).isEqualTo(CodeRefus.LIEN_PERIME);
        assertThat(invitations.read(secret)).isEmpty();
    }

    @Test
    void aLinkExpires() {
        invite("zoe", "zoe@exemple.fr").orElseThrow();
        String secret = secret(mail().texte());
        acces.clock.advance(Duration.ofDays(7));

        assertThat(invitations.read(secret)).isEmpty();
        assertThat(code(invitations.choose(secret, NOUVEAU))).isEqualTo(CodeRefus.LIEN_PERIME);
    }

    @Test
    void aPasswordTooShortLeavesTheLinkAsItWas() {
        invite("zoe", "zoe@exemple.fr").orElseThrow();
        String secret = secret(mail().texte());

        assertThat(code(invitations.choose(secret, "court"))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(invitations.choose(secret, NOUVEAU).isDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "faux", "../..", "x"})
    void whatIsNoLinkIsNone(String secret) {
        assertThat(invitations.read(secret)).isEmpty();
        assertThat(code(invitations.choose(secret, NOUVEAU))).isEqualTo(CodeRefus.LIEN_PERIME);
    }

    @Test
    void anotherInvitationEndsTheOneBefore() {
        invite("zoe", "zoe@exemple.fr").orElseThrow();
        String first = secret(mail().texte());
        invitations.renew(acces.admin, "zoe").orElseThrow();

        assertThat(invitations.read(first)).isEmpty();
        assertThat(invitations.read(secret(mail().texte()))).isPresent();
    }

    @Test
    void whereNoMailIsSentTheAdministratorIsGivenTheLinkOnce() {
        acces.messagerie.configured = false;
        LienUnique lien = invite("zoe", "zoe@exemple.fr").orElseThrow();

        assertThat(lien.courriel()).isNull();
        assertThat(invitations.choose(secret(lien.adresse()), NOUVEAU).isDone()).isTrue();
        assertThat(acces.base.read(acces.boite::all)).isEmpty();
    }

    @Test
    void invitingIsTheBusinessOfTheAdministrator() {
        Acteur alix = acces.compte("alix").acteur();

        assertThat(code(invitations.invite(alix, "zoe", "Zoé", "zoe@exemple.fr", SECRETARIAT)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(invitations.renew(alix, "admin"))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(invitations.setSuspendu(alix, "admin", true))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(invitations.setCourriel(alix, "admin", "x@exemple.fr"))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(invitations.list(alix))).isEqualTo(CodeRefus.ACCES_REFUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe", "zoe@", "@exemple.fr", "zoe@exemple", "zo e@exemple.fr", "zoe@exemple.fr, x@y.fr"})
    void anAddressHasTheShapeOfOne(String courriel) {
        assertThat(code(invite("zoe", courriel))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void anAddressIsOfOneAccount() {
        address("alix", "alix@exemple.fr");

        assertThat(code(invite("zoe", "ALIX@exemple.fr"))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(invitations.setCourriel(acces.admin, "admin", "alix@exemple.fr")))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        address("alix", "alix@exemple.fr");
    }

    @Test
    void aForgottenPasswordIsChosenAnewByLinkWhichEndsSessionsAndForgetsFailures() {
        address("alix", "alix@exemple.fr");
        Session before = acces.open("alix");
        for (int i = 0; i < 6; i++) {
            acces.connexions.open("alix", "faux");
        }
        invitations.request("Alix@exemple.fr");

        invitations.choose(secret(mail().texte()), NOUVEAU).orElseThrow();

        assertThat(acces.connexions.identify(before.jeton())).isEmpty();
        assertThat(acces.connexions.open("alix", NOUVEAU).isDone()).isTrue();
        assertThat(mail().sujet()).isEqualTo("Votre mot de passe a changé");
        assertThat(acces.acts()).extracting(Acte::nature).contains(Acte.Nature.MOT_DE_PASSE_CHANGE);
    }

    @Test
    void aResetCountsForAnHour() {
        address("alix", "alix@exemple.fr");
        invitations.request("alix");
        String secret = secret(mail().texte());
        acces.clock.advance(Duration.ofHours(1));

        assertThat(code(invitations.choose(secret, NOUVEAU))).isEqualTo(CodeRefus.LIEN_PERIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"personne", "personne@exemple.fr", "", "admin"})
    void whoHasNoAccountOrNoAddressIsSentNothing(String typed) {
        invitations.request(typed);

        assertThat(acces.facteur.deliver()).isZero();
        assertThat(acces.base.read(acces.laissezPassers::all)).isEmpty();
    }

    @Test
    void oneLinkIsSentInFiveMinutesHoweverOftenItIsAskedFor() {
        address("alix", "alix@exemple.fr");
        for (int i = 0; i < 5; i++) {
            invitations.request("alix");
        }
        assertThat(acces.facteur.deliver()).isEqualTo(1);
        acces.clock.advance(Duration.ofMinutes(5).plusMillis(1));
        invitations.request("alix");

        assertThat(acces.facteur.deliver()).isEqualTo(1);
    }

    @Test
    void aChangeOfAddressEndsTheLinksSentToTheOneBefore() {
        address("alix", "alix@exemple.fr");
        invitations.request("alix");
        String secret = secret(mail().texte());
        address("alix", "autre@exemple.fr");

        assertThat(invitations.read(secret)).isEmpty();
    }

    @Test
    void aSuspendedAccountIsOpenedByNoLinkUntilItIsTakenUpAgain() {
        address("alix", "alix@exemple.fr");
        invitations.request("alix");
        String secret = secret(mail().texte());
        invitations.setSuspendu(acces.admin, "alix", true).orElseThrow();
        invitations.request("alix");

        assertThat(acces.facteur.deliver()).isZero();
        assertThat(code(invitations.choose(secret, NOUVEAU))).isEqualTo(CodeRefus.LIEN_PERIME);
        assertThat(code(invitations.renew(acces.admin, "alix"))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        invitations.setSuspendu(acces.admin, "alix", false).orElseThrow();
        assertThat(acces.connexions.open("alix", Acces.SECRET).isDone()).isTrue();
    }

    @Test
    void anAdministratorDoesNotSuspendThemselves() {
        assertThat(code(invitations.setSuspendu(acces.admin, "admin", true))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aPersonChangesThePasswordByTheOneBeforeAndKeepsTheSessionAtHand() {
        Session other = acces.open("alix");
        Session own = acces.open("alix");

        assertThat(code(invitations.change(acces.identite(own), "faux", NOUVEAU, Origine.INCONNUE)))
                .isEqualTo(CodeRefus.IDENTIFIANTS_INVALIDES);
        invitations
                .change(acces.identite(own), Acces.SECRET, NOUVEAU, Origine.INCONNUE)
                .orElseThrow();

        assertThat(acces.connexions.identify(own.jeton())).isPresent();
        assertThat(acces.connexions.identify(other.jeton())).isEmpty();
        assertThat(acces.connexions.open("alix", NOUVEAU).isDone()).isTrue();
    }

    @Test
    void theAdministratorSeesWhereAccountsStand() {
        invite("zoe", "zoe@exemple.fr").orElseThrow();

        assertThat(invitations.list(acces.admin).orElseThrow())
                .extracting(Compte::identifiant, Compte::etat)
                .containsExactly(
                        tuple("admin", Compte.Etat.ACTIF),
                        tuple("alix", Compte.Etat.ACTIF),
                        tuple("zoe", Compte.Etat.INVITE));
    }
}
