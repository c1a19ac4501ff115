package fr.parchemin.oidc.internal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWEDecrypterFactory;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.parchemin.acte.CodeRefus;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether to believe what a provider signed. Every check here has a test that sends what it is against. */
final class Verification {

    private static final int SUJET_MAXIMAL = 255;
    private static final int JETON_MAXIMAL = 64 * 1024;
    private static final String AVIS = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<JWEAlgorithm> CHIFFREMENTS = Set.of(
            JWEAlgorithm.RSA_OAEP_256,
            JWEAlgorithm.RSA_OAEP,
            JWEAlgorithm.ECDH_ES,
            JWEAlgorithm.ECDH_ES_A128KW,
            JWEAlgorithm.ECDH_ES_A256KW);
    private static final Set<EncryptionMethod> METHODES =
            Set.of(EncryptionMethod.A256GCM, EncryptionMethod.A128GCM, EncryptionMethod.A256CBC_HS512);

    private final Reglages reglages;
    private final Cles cles;
    private final Clock clock;

    Verification(Reglages reglages, Cles cles, Clock clock) {
        this.reglages = reglages;
        this.cles = cles;
        this.clock = clock;
    }

    /** The claims of an ID token that answers the question with that nonce and came with that access token. */
    JWTClaimsSet identite(String jeton, String nonce, String jetonAcces, URI adresseCles) throws Rejet {
        SignedJWT signed = signed(jeton, adresseCles);
        JWTClaimsSet claims = claims(signed);
        issuedForUs(claims);
        expires(claims);
        if (claims.getSubject() == null
                || claims.getSubject().isBlank()
                || claims.getSubject().length() > SUJET_MAXIMAL) {
            throw invalide("elle ne dit pas de qui elle parle");
        }
        if (!nonce.equals(text(claims, "nonce"))) {
            throw invalide("elle répond à une autre demande");
        }
        String hash = text(claims, "at_hash");
        if (hash != null && !hash.equals(halfHash(signed, jetonAcces))) {
            throw invalide("le jeton d’accès n’est pas celui qu’elle désigne");
        }
        if (!reglages.niveaux().isEmpty() && !reglages.niveaux().contains(String.valueOf(text(claims, "acr")))) {
            throw Rejet.of(CodeRefus.NIVEAU_INSUFFISANT, reglages.libelle());
        }
        return claims;
    }

    /** The claims of a signed, perhaps encrypted, answer about the person. */
    JWTClaimsSet infos(String jeton, URI adresseCles) throws Rejet {
        String inner = reglages.infos() == Reglages.Infos.CHIFFRE ? decrypted(jeton) : jeton;
        JWTClaimsSet claims = claims(signed(inner, adresseCles));
        // Both are optional in such an answer; when there, they say whose it is and for whom.
        if (claims.getIssuer() != null && !reglages.emetteur().equals(claims.getIssuer())) {
            throw invalide("elle vient d’un autre émetteur");
        }
        if (!claims.getAudience().isEmpty() && !claims.getAudience().contains(reglages.client())) {
            throw invalide("elle est destinée à un autre service");
        }
        if (claims.getExpirationTime() != null) {
            expires(claims);
        }
        return claims;
    }

    /** The claims of a notice that a session ended (OpenID Connect Back-Channel Logout). */
    JWTClaimsSet avis(String jeton, URI adresseCles) throws Rejet {
        JWTClaimsSet claims = claims(signed(jeton, adresseCles));
        issuedForUs(claims);
        expires(claims);
        if (!(claims.getClaim("events") instanceof Map<?, ?> events) || !(events.get(AVIS) instanceof Map)) {
            throw invalide("elle n’annonce pas la fin d’une session");
        }
        if (claims.getClaim("nonce") != null) {
            throw invalide("elle répond à une autre demande");
        }
        if (claims.getSubject() == null && text(claims, "sid") == null) {
            throw invalide("elle ne dit pas de qui elle parle");
        }
        return claims;
    }

    private SignedJWT signed(String jeton, URI adresseCles) throws Rejet {
        if (jeton == null || jeton.length() > JETON_MAXIMAL) {
            throw invalide("elle est absente ou démesurée");
        }
        SignedJWT signed;
        try {
            signed = SignedJWT.parse(jeton);
        } catch (ParseException e) {
            // « none » ends here: what is not signed is no signed text.
            throw invalide("elle n’est pas signée");
        }
        if (!reglages.signature().equals(signed.getHeader().getAlgorithm())) {
            throw invalide("elle n’est pas signée comme convenu");
        }
        try {
            for (JWK key : cles.of(signed.getHeader(), adresseCles)) {
                if (key instanceof AsymmetricJWK asymmetric) {
                    JWSVerifier verifier = new DefaultJWSVerifierFactory()
                            .createJWSVerifier(signed.getHeader(), asymmetric.toPublicKey());
                    if (signed.verify(verifier)) {
                        return signed;
                    }
                }
            }
        } catch (IOException e) {
            throw Rejet.indisponible(reglages.libelle(), e);
        } catch (JOSEException e) {
            throw invalide("sa signature ne peut pas être vérifiée");
        }
        throw invalide("sa signature n’est pas celle du fournisseur");
    }

    private String decrypted(String jeton) throws Rejet {
        try {
            JWEObject encrypted = JWEObject.parse(jeton);
            if (!CHIFFREMENTS.contains(encrypted.getHeader().getAlgorithm())
                    || !METHODES.contains(encrypted.getHeader().getEncryptionMethod())) {
                throw invalide("elle n’est pas chiffrée comme convenu");
            }
            JWK key = JWK.parse(reglages.dechiffrement().read().orElseThrow());
            encrypted.decrypt(new DefaultJWEDecrypterFactory()
                    .createJWEDecrypter(encrypted.getHeader(), ((AsymmetricJWK) key).toPrivateKey()));
            return encrypted.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw invalide("elle ne peut pas être déchiffrée");
        }
    }

    private JWTClaimsSet claims(SignedJWT signed) throws Rejet {
        try {
            return signed.getJWTClaimsSet();
        } catch (ParseException e) {
            throw invalide("son contenu est illisible");
        }
    }

    private void issuedForUs(JWTClaimsSet claims) throws Rejet {
        if (!reglages.emetteur().equals(claims.getIssuer())) {
            throw invalide("elle vient d’un autre émetteur");
        }
        List<String> audience = claims.getAudience();
        String azp = text(claims, "azp");
        if (!audience.contains(reglages.client())
                || (azp == null ? audience.size() > 1 : !azp.equals(reglages.client()))) {
            throw invalide("elle est destinée à un autre service");
        }
    }

    private void expires(JWTClaimsSet claims) throws Rejet {
        Instant now = clock.instant();
        Date until = claims.getExpirationTime();
        Date from = claims.getIssueTime();
        Date notBefore = claims.getNotBeforeTime();
        if (until == null || !now.minus(reglages.decalage()).isBefore(until.toInstant())) {
            throw invalide("elle est périmée");
        }
        Instant latest = now.plus(reglages.decalage());
        if (from != null && latest.isBefore(from.toInstant())
                || notBefore != null && latest.isBefore(notBefore.toInstant())) {
            throw invalide("elle est datée de l’avenir");
        }
    }

    private String text(JWTClaimsSet claims, String name) throws Rejet {
        Object value = claims.getClaim(name);
        if (value != null && !(value instanceof String)) {
            throw invalide("son contenu est illisible");
        }
        return (String) value;
    }

    /** The left half of the hash that the signature uses, as {@code at_hash} has it. */
    private static String halfHash(SignedJWT signed, String jetonAcces) {
        String size = signed.getHeader().getAlgorithm().getName().substring(2);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-" + size).digest(jetonAcces.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-2", absent);
        }
    }

    private Rejet invalide(String pourquoi) {
        return Rejet.invalide(reglages.libelle(), pourquoi);
    }
}
