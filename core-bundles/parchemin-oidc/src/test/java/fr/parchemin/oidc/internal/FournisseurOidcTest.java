package fr.parchemin.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.parchemin.acces.FournisseurIdentite.Conge;
import fr.parchemin.acces.FournisseurIdentite.Defi;
import fr.parchemin.acces.FournisseurIdentite.Preuve;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FournisseurOidcTest {

    private final Essai.Montre clock = new Essai.Montre();
    private final FauxFournisseur faux = new FauxFournisseur(clock);
    private final Defi defi = Essai.defi("un");

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        faux.close();
    }

    private FournisseurOidc fournisseur(Object... more) {
        Map<String, Object> keys = Essai.keys(faux.issuer());
        for (int i = 0; i < more.length; i += 2) {
            keys.put((String) more[i], more[i + 1]);
        }
        return new FournisseurOidc(Essai.reglages(keys, folder), clock);
    }

    private Outcome<Preuve> signIn(FournisseurOidc fournisseur) {
        return fournisseur.redeem(
                defi, faux.agree(fournisseur.authorization(defi).orElseThrow()));
    }

    private static Map<String, String> question(URI address) {
        return FauxFournisseur.parameters(address.getRawQuery());
    }

    private static void assertRefused(Outcome<?> outcome, CodeRefus code, String why) {
        assertThat(outcome.reason()).map(Refus::code).contains(code);
        assertThat(outcome.reason().orElseThrow().detail()).contains(why);
    }

    private static void assertInvalid(Outcome<?> outcome, String why) {
        assertRefused(outcome, CodeRefus.REPONSE_FOURNISSEUR_INVALIDE, why);
    }

    // what is asked

    @Test
    void asksForACodeBoundToStateNonceAndVerifier() {
        URI address = fournisseur().authorization(defi).orElseThrow();

        assertThat(address.toString()).startsWith(faux.issuer() + "/autorisation?");
        assertThat(question(address))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", FauxFournisseur.CLIENT)
                .containsEntry("redirect_uri", Essai.RETOUR.toString())
                .containsEntry("scope", "openid profile email")
                .containsEntry("state", defi.etat())
                .containsEntry("nonce", defi.nonce())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("code_challenge", FauxFournisseur.hash(defi.verificateur(), 32))
                .doesNotContainValue(defi.verificateur())
                .doesNotContainKeys("acr_values", "claims", "prompt");
    }

    @Test
    void asksForLevelsByParameterOrAsAnEssentialClaim() {
        assertThat(question(fournisseur("niveaux", "eidas2 eidas3")
                        .authorization(defi)
                        .orElseThrow()))
                .containsEntry("acr_values", "eidas2 eidas3");
        assertThat(question(fournisseur("niveaux", "eidas1-mfa", "demandeNiveaux", "REVENDICATION")
                                .authorization(defi)
                                .orElseThrow())
                        .get("claims"))
                .contains("\"id_token\":{\"acr\":{", "\"essential\":true", "\"values\":[\"eidas1-mfa\"]");
    }

    @Test
    void leavesOutWhatAProviderRefusesToBeAskedWith() {
        assertThat(question(fournisseur("pkce", false, "invite", "login")
                        .authorization(defi)
                        .orElseThrow()))
                .doesNotContainKeys("code_challenge", "code_challenge_method")
                .containsEntry("prompt", "login");
        assertThat(signIn(fournisseur("pkce", false)).isDone()).isTrue();
    }

    // what is believed

    @Test
    void believesAnAnswerThatHolds() {
        Preuve preuve = signIn(fournisseur()).orElseThrow();

        assertThat(preuve.identite())
                .isEqualTo(new IdentiteExterne(
                        "essai", faux.issuer(), "s-1", "Alix Durand", "alix@exemple.test", true, null, Map.of()));
        assertThat(preuve.session()).isEqualTo("session-1");
        assertThat(preuve.jetonIdentite()).hasSizeGreaterThan(100);
        assertThat(preuve.toString()).doesNotContain("Alix", preuve.jetonIdentite());
    }

    static Stream<Arguments> bentClaims() {
        return Stream.of(
                bent("une autre demande", c -> c.claim("nonce", "nonce-autre")),
                bent("une autre demande", c -> c.claim("nonce", null)),
                bent("un autre émetteur", c -> c.issuer("https://ailleurs.test")),
                bent("un autre émetteur", c -> c.issuer(null)),
                bent("un autre service", c -> c.audience("autre")),
                bent("un autre service", c -> c.audience((String) null)),
                bent("un autre service", c -> c.audience(List.of(FauxFournisseur.CLIENT, "autre"))),
                bent("un autre service", c -> c.claim("azp", "autre")),
                bent("périmée", c -> c.expirationTime(date("2026-06-15T09:58:59Z"))),
                bent("périmée", c -> c.expirationTime(null)),
                bent("l’avenir", c -> c.issueTime(date("2026-06-15T10:01:01Z"))),
                bent("l’avenir", c -> c.notBeforeTime(date("2026-06-15T10:01:01Z"))),
                bent("le jeton d’accès", c -> c.claim("at_hash", FauxFournisseur.hash("autre", 16))),
                bent("de qui", c -> c.subject(null)),
                bent("de qui", c -> c.subject(" ")),
                bent("de qui", c -> c.subject("x".repeat(256))));
    }

    private static Arguments bent(String why, UnaryOperator<JWTClaimsSet.Builder> how) {
        return Arguments.of(why, how);
    }

    private static Date date(String instant) {
        return Date.from(java.time.Instant.parse(instant));
    }

    @ParameterizedTest
    @MethodSource("bentClaims")
    void refusesAnIdTokenThatDoesNotHold(String why, UnaryOperator<JWTClaimsSet.Builder> how) {
        faux.claims = how;

        assertInvalid(signIn(fournisseur()), why);
    }

    @Test
    void admitsClocksThatDifferByLessThanConfigured() {
        faux.claims = c -> c.expirationTime(date("2026-06-15T09:59:01Z")).issueTime(date("2026-06-15T10:01:00Z"));

        assertThat(signIn(fournisseur()).isDone()).isTrue();
        assertInvalid(signIn(fournisseur("decalage", 10)), "périmée");
    }

    @Test
    void admitsSeveralAudiencesWhenItIsTheAuthorizedOne() {
        faux.claims = c -> c.audience(List.of("autre", FauxFournisseur.CLIENT)).claim("azp", FauxFournisseur.CLIENT);

        assertThat(signIn(fournisseur()).isDone()).isTrue();
    }

    @Test
    void refusesAnIdTokenThatIsNotSigned() {
        faux.idToken = new PlainJWT(faux.usualClaims(defi.nonce()).build()).serialize();

        assertInvalid(signIn(fournisseur()), "n’est pas signée");
    }

    @Test
    void refusesAnotherSignatureThanAgreed() {
        faux.idToken = faux.sign(faux.usualClaims(defi.nonce()).build(), JWSAlgorithm.RS512);

        assertInvalid(signIn(fournisseur()), "comme convenu");
    }

    /** The public key, known to all, used as if it were the secret of a MAC. */
    @Test
    void refusesThePublicKeyAsASecret() throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(faux.key.getKeyID())
                        .build(),
                faux.usualClaims(defi.nonce()).build());
        forged.sign(new MACSigner(faux.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        faux.idToken = forged.serialize();

        assertInvalid(signIn(fournisseur()), "comme convenu");
    }

    @Test
    void refusesTheSignatureOfSomebodyElse() {
        RSAKey own = faux.key;
        faux.key = new RSAKey.Builder(FauxFournisseur.newKey())
                .keyID(own.getKeyID())
                .build();

        assertInvalid(signIn(fournisseur()), "n’est pas celle du fournisseur");
    }

    @Test
    void refusesAnIdTokenWhoseContentWasChanged() throws ParseException {
        SignedJWT honest =
                SignedJWT.parse(faux.sign(faux.usualClaims(defi.nonce()).build()));
        String[] parts = honest.serialize().split("\\.");
        String forged = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"s-1\"", "\"s-2\"");
        faux.idToken = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];

        assertInvalid(signIn(fournisseur()), "n’est pas celle du fournisseur");
    }

    // codes and answers that are not ours

    @Test
    void refusesACodeThatServed() {
        FournisseurOidc fournisseur = fournisseur();
        Map<String, String> answer = faux.agree(fournisseur.authorization(defi).orElseThrow());
        assertThat(fournisseur.redeem(defi, answer).isDone()).isTrue();

        assertInvalid(fournisseur.redeem(defi, answer), "invalid_grant");
    }

    @Test
    void refusesACodeThatSomebodyElseGot() {
        FournisseurOidc fournisseur = fournisseur();
        Map<String, String> stolen =
                faux.agree(fournisseur.authorization(Essai.defi("autre")).orElseThrow());

        assertInvalid(fournisseur.redeem(defi, stolen), "invalid_grant");
    }

    @Test
    void refusesAStolenCodeByItsNonceWhereTheProviderKnowsNoPkce() {
        FournisseurOidc fournisseur = fournisseur("pkce", false);
        Map<String, String> stolen =
                faux.agree(fournisseur.authorization(Essai.defi("autre")).orElseThrow());

        assertInvalid(fournisseur.redeem(defi, stolen), "une autre demande");
    }

    /** Mix-up: an answer of one provider is brought to the address of another. */
    @Test
    void refusesTheAnswerOfAnotherProvider() {
        try (FauxFournisseur other = new FauxFournisseur(clock)) {
            FournisseurOidc fournisseur = fournisseur();
            Map<String, Object> keys = Essai.keys(other.issuer());
            FournisseurOidc second = new FournisseurOidc(Essai.reglages(keys, folder), clock);
            Map<String, String> answer = other.agree(second.authorization(defi).orElseThrow());
            answer.put("iss", other.issuer());

            assertInvalid(fournisseur.redeem(defi, answer), "un autre émetteur");
            assertThat(faux.lastTokenRequest).as("the code is not even shown").isEmpty();
            assertThat(second.redeem(defi, answer).isDone()).isTrue();
        }
    }

    @Test
    void refusesAnAnswerWithoutIssuerWhereTheProviderAlwaysNamesIt() {
        faux.discovery = with("authorization_response_iss_parameter_supported", true);

        assertInvalid(signIn(fournisseur()), "un autre émetteur");
    }

    @Test
    void saysThatThePersonGaveUp() {
        FournisseurOidc fournisseur = fournisseur();

        assertRefused(
                fournisseur.redeem(defi, Map.of("state", defi.etat(), "error", "access_denied")),
                CodeRefus.CONNEXION_EXTERNE_ABANDONNEE,
                "access_denied");
        assertThat(fournisseur
                        .redeem(defi, Map.of("state", defi.etat(), "error", "<script>"))
                        .reason()
                        .orElseThrow()
                        .detail())
                .doesNotContain("script");
    }

    @Test
    void refusesAnAnswerWithoutCode() {
        assertInvalid(fournisseur().redeem(defi, Map.of("state", defi.etat())), "il y manque le code");
    }

    @Test
    void refusesTokensOfAnotherKind() {
        faux.tokens = with("token_type", "mac");
        assertInvalid(signIn(fournisseur()), "du type attendu");
        faux.tokens = with("access_token", "deux lignes\r\nX: y");
        assertInvalid(signIn(fournisseur()), "du type attendu");
        faux.tokens = tokens -> {
            tokens.remove("id_token");
            return tokens;
        };
        assertInvalid(signIn(fournisseur()), "il y manque un jeton");
    }

    private static UnaryOperator<Map<String, Object>> with(String name, Object value) {
        return members -> {
            members.put(name, value);
            return members;
        };
    }

    // levels

    @Test
    void refusesALevelThatIsNotAmongThoseConfigured() {
        FournisseurOidc fournisseur = fournisseur("niveaux", "eidas2 eidas3");
        assertRefused(signIn(fournisseur), CodeRefus.NIVEAU_INSUFFISANT, "Essai");
        faux.claims = c -> c.claim("acr", "eidas1");
        assertRefused(signIn(fournisseur), CodeRefus.NIVEAU_INSUFFISANT, "Essai");

        faux.claims = c -> c.claim("acr", "eidas2");

        assertThat(signIn(fournisseur).orElseThrow().identite().acr()).isEqualTo("eidas2");
    }

    @Test
    void takesNoLevelFromWhatIsNotSigned() {
        faux.infos = with("acr", "eidas3");

        assertThat(signIn(fournisseur()).orElseThrow().identite().acr()).isNull();
    }

    // keys

    @Test
    void findsAKeyThatIsNewAndAsksForItOnce() {
        FournisseurOidc fournisseur = fournisseur();
        assertThat(signIn(fournisseur).isDone()).isTrue();
        assertThat(faux.keysAsked).isEqualTo(1);
        clock.avance(Duration.ofMinutes(1));
        faux.key = FauxFournisseur.newKey();
        faux.published = faux.key;

        assertThat(signIn(fournisseur).isDone()).isTrue();
        assertThat(faux.keysAsked).isEqualTo(2);
    }

    @Test
    void isNotMadeToAskForKeysAgainAndAgain() {
        FournisseurOidc fournisseur = fournisseur();
        signIn(fournisseur);
        clock.avance(Duration.ofMinutes(1));
        faux.key = FauxFournisseur.newKey();

        for (int i = 0; i < 5; i++) {
            assertInvalid(signIn(fournisseur), "n’est pas celle du fournisseur");
        }

        assertThat(faux.keysAsked).isEqualTo(2);
    }

    // the provider itself

    @Test
    void asksNothingBeforeSomebodySignsIn() {
        FournisseurOidc fournisseur = fournisseur();

        assertThat(fournisseur.description().libelle()).isEqualTo("Essai");
        assertThat(faux.discoveryAsked).isZero();
    }

    @Test
    void saysThatTheProviderIsAwayAndLeavesItAloneForSomeSeconds() {
        FournisseurOidc fournisseur = fournisseur();
        faux.down = true;
        assertRefused(fournisseur.authorization(defi), CodeRefus.FOURNISSEUR_INDISPONIBLE, "Essai");
        faux.down = false;
        assertRefused(fournisseur.authorization(defi), CodeRefus.FOURNISSEUR_INDISPONIBLE, "Essai");
        assertThat(faux.discoveryAsked).isEqualTo(1);

        clock.avance(Duration.ofSeconds(10));

        assertThat(fournisseur.authorization(defi).isDone()).isTrue();
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheProviderPublishesNothing() {
        FournisseurOidc fournisseur = fournisseur();
        assertThat(signIn(fournisseur).isDone()).isTrue();
        clock.avance(Duration.ofHours(2));
        faux.down = true;

        assertThat(fournisseur.authorization(defi).isDone()).isTrue();
    }

    @Test
    void takesNoDiscoveryOfAnotherIssuerNorAnOpenAddress() {
        faux.discovery = with("issuer", "https://ailleurs.test");
        assertRefused(fournisseur().authorization(defi), CodeRefus.FOURNISSEUR_INDISPONIBLE, "Essai");
        faux.discovery = with("token_endpoint", "http://ailleurs.test/jetons");
        assertRefused(fournisseur().authorization(defi), CodeRefus.FOURNISSEUR_INDISPONIBLE, "Essai");
        faux.discovery = with("authorization_endpoint", "javascript:alert(1)");
        assertRefused(fournisseur().authorization(defi), CodeRefus.FOURNISSEUR_INDISPONIBLE, "Essai");
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        faux.discovery = with("bavardage", "x".repeat(2 << 20));

        assertRefused(fournisseur().authorization(defi), CodeRefus.FOURNISSEUR_INDISPONIBLE, "Essai");
    }

    // how the platform proves itself

    @Test
    void provesItselfByHeaderOrForm() {
        assertThat(signIn(fournisseur()).isDone()).isTrue();
        assertThat(faux.lastTokenRequest).doesNotContainKeys("client_id", "client_secret");
        String[] parts = new String(
                        Base64.getDecoder().decode(faux.lastAuthorization.substring("Basic ".length())),
                        StandardCharsets.US_ASCII)
                .split(":", 2);
        // RFC 6749, 2.3.1: each part as a form would have it.
        assertThat(java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8)).isEqualTo(FauxFournisseur.SECRET);

        assertThat(signIn(fournisseur("authentification", "SECRET_POST")).isDone())
                .isTrue();
        assertThat(faux.lastAuthorization).isNull();
        assertThat(faux.lastTokenRequest)
                .containsEntry("client_id", FauxFournisseur.CLIENT)
                .containsEntry("client_secret", FauxFournisseur.SECRET);
    }

    @Test
    void provesItselfByKey() throws Exception {
        RSAKey own = FauxFournisseur.newKey();
        Map<String, Object> keys = Essai.keys(faux.issuer());
        keys.put("authentification", "CLE_PRIVEE");
        FournisseurOidc fournisseur = new FournisseurOidc(
                Reglages.of(
                        Essai.configuration(keys),
                        Secret.none(),
                        Essai.secret(folder, own.toJSONString()),
                        Secret.none()),
                clock);

        assertThat(signIn(fournisseur).isDone()).isTrue();

        assertThat(faux.lastTokenRequest)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        SignedJWT assertion = SignedJWT.parse(faux.lastTokenRequest.get("client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier(own.toRSAPublicKey()))).isTrue();
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo(FauxFournisseur.CLIENT);
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(faux.issuer() + "/jetons");
        assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotBlank();
    }

    // who the person is

    @Test
    void refusesInfosOfAnotherPerson() {
        faux.infos = with("sub", "s-2");

        assertInvalid(signIn(fournisseur()), "une autre personne");
    }

    @Test
    void keepsTheClaimsOfProConnectAsTheSourceGivesThem() {
        faux.claims = c -> c.claim("acr", "eidas1");
        faux.infosJwt = faux.sign(new JWTClaimsSet.Builder()
                .issuer(faux.issuer())
                .audience(FauxFournisseur.CLIENT)
                .subject("s-1")
                .claim("given_name", "Alix Camille")
                .claim("usual_name", "Durand")
                .claim("email", "alix@entreprise.test")
                .claim("siret", "00000000000000")
                .claim("idp_id", "fournisseur-d-essai")
                .claim("phone", "non demandé")
                .build());

        IdentiteExterne identite = signIn(fournisseur(
                        "infos",
                        "SIGNE",
                        "nom",
                        "given_name usual_name",
                        "attributs",
                        "siret idp_id organizational_unit",
                        "niveaux",
                        "eidas1"))
                .orElseThrow()
                .identite();

        assertThat(identite.nom()).isEqualTo("Alix Camille Durand");
        assertThat(identite.courriel()).isEqualTo("alix@entreprise.test");
        assertThat(identite.courrielVerifie()).isFalse();
        assertThat(identite.attributs()).isEqualTo(Map.of("siret", "00000000000000", "idp_id", "fournisseur-d-essai"));
        assertThat(identite.acr()).isEqualTo("eidas1");
    }

    @Test
    void readsThePivotIdentityOfFranceConnectSignedThenEncrypted() throws Exception {
        RSAKey own = FauxFournisseur.newKey();
        faux.infosJwt = encrypted(
                own,
                faux.sign(new JWTClaimsSet.Builder()
                        .subject("s-1")
                        .claim("given_name", "Alix")
                        .claim("family_name", "Durand")
                        .claim("gender", "female")
                        .claim("birthdate", "1990-02-28")
                        .claim("birthplace", "75107")
                        .claim("birthcountry", "99100")
                        .build()));
        FournisseurOidc fournisseur = encrypting(own);

        assertThat(signIn(fournisseur).orElseThrow().identite().attributs())
                .isEqualTo(Map.of(
                        "gender", "female",
                        "birthdate", "1990-02-28",
                        "birthplace", "75107",
                        "birthcountry", "99100"));

        RSAKey foreign = FauxFournisseur.newKey();
        faux.infosJwt = encrypted(foreign, faux.infosJwt);
        assertInvalid(signIn(fournisseur), "déchiffrée");
    }

    private FournisseurOidc encrypting(RSAKey own) {
        Map<String, Object> keys = new HashMap<>(Essai.keys(faux.issuer()));
        keys.put("infos", "CHIFFRE");
        keys.put("attributs", "gender birthdate birthplace birthcountry");
        return new FournisseurOidc(
                Reglages.of(
                        Essai.configuration(keys),
                        Essai.secret(folder, FauxFournisseur.SECRET),
                        Secret.none(),
                        Essai.secret(folder, own.toJSONString())),
                clock);
    }

    private static String encrypted(RSAKey key, String text) throws JOSEException {
        JWEObject jwe =
                new JWEObject(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), new Payload(text));
        jwe.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
        return jwe.serialize();
    }

    @Test
    void refusesInfosThatAreNotAsAgreed() throws Exception {
        assertInvalid(signIn(fournisseur("infos", "SIGNE")), "comme convenu");
        faux.infosJwt = new PlainJWT(new JWTClaimsSet.Builder().subject("s-1").build()).serialize();
        assertInvalid(signIn(fournisseur("infos", "SIGNE")), "n’est pas signée");
        assertInvalid(signIn(fournisseur()), "comme convenu");
        faux.infosJwt = faux.sign(
                new JWTClaimsSet.Builder().subject("s-1").audience("autre").build());
        assertInvalid(signIn(fournisseur("infos", "SIGNE")), "un autre service");
        assertInvalid(signIn(encrypting(FauxFournisseur.newKey())), "déchiffrée");
    }

    // the end

    @Test
    void knowsWhereToEndTheSessionThere() {
        URI retour = URI.create("https://parchemin.test/deconnexion/retour");
        URI fin = fournisseur().endSession("le.jeton", retour).orElseThrow();

        assertThat(fin.toString()).startsWith(faux.issuer() + "/fin?");
        assertThat(question(fin))
                .containsEntry("id_token_hint", "le.jeton")
                .containsEntry("post_logout_redirect_uri", retour.toString());
        assertThat(question(fin).get("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(fournisseur("deconnexion", false).endSession("le.jeton", retour))
                .isEmpty();
        faux.discovery = members -> {
            members.remove("end_session_endpoint");
            return members;
        };
        assertThat(fournisseur().endSession("le.jeton", retour)).isEmpty();
    }

    private JWTClaimsSet.Builder avis() {
        return new JWTClaimsSet.Builder()
                .issuer(faux.issuer())
                .audience(FauxFournisseur.CLIENT)
                .subject("s-1")
                .claim("sid", "session-1")
                .jwtID("avis-1")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    @Test
    void hearsThatASessionEndedThere() {
        assertThat(fournisseur().ended(faux.sign(avis().build())).orElseThrow())
                .isEqualTo(new Conge(faux.issuer(), "s-1", "session-1"));
    }

    @Test
    void believesNoNoticeThatDoesNotHold() {
        FournisseurOidc fournisseur = fournisseur();

        assertInvalid(fournisseur.ended(faux.sign(faux.usualClaims("n").build())), "n’annonce pas");
        assertInvalid(fournisseur.ended(faux.sign(avis().claim("nonce", "n").build())), "une autre demande");
        assertInvalid(fournisseur.ended(faux.sign(avis().audience("autre").build())), "un autre service");
        assertInvalid(
                fournisseur.ended(
                        faux.sign(avis().subject(null).claim("sid", null).build())),
                "de qui");
        assertInvalid(fournisseur.ended(new PlainJWT(avis().build()).serialize()), "n’est pas signée");
        assertInvalid(fournisseur.ended("rien"), "n’est pas signée");
        assertInvalid(fournisseur.ended(null), "absente");
    }
}
