package fr.parchemin.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.parchemin.acces.FournisseurIdentite;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Secret;
import fr.parchemin.oidc.internal.Decouverte.Adresses;
import fr.parchemin.oidc.internal.Reglages.DemandeNiveaux;
import fr.parchemin.oidc.internal.Reglages.Infos;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that speaks OpenID Connect. Nothing is asked of it before somebody wants to sign in, so that it may be away
 * when the platform starts.
 */
@Component(
        service = FournisseurIdentite.class,
        configurationPid = "fr.parchemin.oidc",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FournisseurOidc implements FournisseurIdentite {

    private static final Logger LOG = LoggerFactory.getLogger(FournisseurOidc.class);
    private static final Pattern ERREUR = Pattern.compile("[a-z_]{1,60}");
    /** RFC 6750, 2.1: goes into a header as it is. */
    private static final Pattern JETON_ACCES = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final int CODE_MAXIMAL = 8 * 1024;
    private static final int REVENDICATION_MAXIMALE = 500;
    private static final int ASSERTION_SECONDES = 60;

    private final Reglages reglages;
    private final Reseau reseau = new Reseau();
    private final Decouverte decouverte;
    private final Verification verification;
    private final Clock clock;

    @Activate
    public FournisseurOidc(Configuration configuration, Map<String, Object> properties) {
        this(
                Reglages.of(
                        configuration,
                        Secret.in(properties, "secret"),
                        Secret.in(properties, "cle"),
                        Secret.in(properties, "dechiffrement")),
                HeureLegale.clock());
        LOG.info("Identity provider {} configured", reglages.description().code());
    }

    FournisseurOidc(Reglages reglages, Clock clock) {
        this.reglages = reglages;
        this.clock = clock;
        this.decouverte = new Decouverte(reglages, reseau, clock);
        this.verification = new Verification(reglages, new Cles(reseau, clock), clock);
    }

    /** What may be rejected on the way. */
    private interface Etape<T> {
        T run() throws Rejet;
    }

    private <T> Outcome<T> outcome(Etape<T> etape) {
        try {
            return Outcome.done(etape.run());
        } catch (Rejet rejet) {
            if (rejet.getCause() != null) {
                LOG.warn("Identity provider {} fails", reglages.description().code(), rejet);
            }
            return Outcome.refused(rejet.refus());
        }
    }

    @Override
    public Description description() {
        return reglages.description();
    }

    @Override
    public Outcome<URI> authorization(Defi defi) {
        return outcome(() -> with(decouverte.adresses().autorisation(), question(defi)));
    }

    private Map<String, String> question(Defi defi) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("client_id", reglages.client());
        question.put("redirect_uri", defi.retour().toString());
        question.put("scope", String.join(" ", reglages.portees()));
        question.put("state", defi.etat());
        question.put("nonce", defi.nonce());
        if (reglages.pkce()) {
            question.put("code_challenge", challenge(defi.verificateur()));
            question.put("code_challenge_method", "S256");
        }
        if (!reglages.niveaux().isEmpty()) {
            if (reglages.demandeNiveaux() == DemandeNiveaux.PARAMETRE) {
                question.put("acr_values", String.join(" ", reglages.niveaux()));
            } else if (reglages.demandeNiveaux() == DemandeNiveaux.REVENDICATION) {
                question.put(
                        "claims",
                        Reseau.json(Map.of(
                                "id_token", Map.of("acr", Map.of("essential", true, "values", reglages.niveaux())))));
            }
        }
        if (reglages.invite() != null) {
            question.put("prompt", reglages.invite());
        }
        return question;
    }

    private static URI with(URI address, Map<String, String> parameters) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + Reseau.form(parameters));
    }

    private static String challenge(String verificateur) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(verificateur.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public Outcome<Preuve> redeem(Defi defi, Map<String, String> reponse) {
        return outcome(() -> {
            Adresses adresses = decouverte.adresses();
            String code = code(adresses, reponse);
            Map<String, Object> jetons = jetons(adresses, defi, code);
            String jetonAcces = text(jetons.get("access_token"));
            String jetonIdentite = text(jetons.get("id_token"));
            if (jetonAcces == null || jetonIdentite == null) {
                throw invalide("il y manque un jeton");
            }
            JWTClaimsSet claims = verification.identite(jetonIdentite, defi.nonce(), jetonAcces, adresses.cles());
            Map<String, Object> known = new LinkedHashMap<>(claims.getClaims());
            if (reglages.infos() != Infos.NON) {
                infos(adresses, jetonAcces, claims.getSubject()).forEach(known::put);
            }
            return new Preuve(identite(claims, known), jetonIdentite, text(claims.getClaim("sid")));
        });
    }

    /** The code, when the answer is from this provider and brings one. */
    private String code(Adresses adresses, Map<String, String> reponse) throws Rejet {
        // First of all, errors included: an answer of another provider must not be taken for one of this.
        String emetteur = reponse.get("iss");
        if (emetteur == null ? adresses.exigeEmetteur() : !emetteur.equals(reglages.emetteur())) {
            throw invalide("elle vient d’un autre émetteur");
        }
        String erreur = reponse.get("error");
        if (erreur != null) {
            throw Rejet.of(
                    CodeRefus.CONNEXION_EXTERNE_ABANDONNEE,
                    reglages.libelle(),
                    ERREUR.matcher(erreur).matches() ? erreur : "motif illisible");
        }
        String code = reponse.get("code");
        if (code == null || code.isEmpty() || code.length() > CODE_MAXIMAL) {
            throw invalide("il y manque le code");
        }
        return code;
    }

    private Map<String, Object> jetons(Adresses adresses, Defi defi, String code) throws Rejet {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", defi.retour().toString());
        if (reglages.pkce()) {
            form.put("code_verifier", defi.verificateur());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        authenticate(adresses.jetons(), headers, form);
        Reseau.Reponse answer = ask(() -> reseau.post(adresses.jetons(), headers, form));
        if (answer.status() >= 500) {
            throw Rejet.indisponible(reglages.libelle(), new IOException("tokens answer " + answer.status()));
        }
        Map<String, Object> members;
        try {
            members = Reseau.object(answer.corps());
        } catch (IOException e) {
            throw invalide("elle est illisible");
        }
        if (answer.status() != 200) {
            String erreur = text(members.get("error"));
            String known = erreur != null && ERREUR.matcher(erreur).matches() ? erreur : "motif illisible";
            LOG.info(
                    "Identity provider {} gives no tokens: {}",
                    reglages.description().code(),
                    known);
            throw invalide("le fournisseur n’a pas reconnu le code (" + known + ")");
        }
        String acces = text(members.get("access_token"));
        if (!"bearer".equalsIgnoreCase(text(members.get("token_type")))
                || acces != null && !JETON_ACCES.matcher(acces).matches()) {
            throw invalide("le jeton d’accès n’est pas du type attendu");
        }
        return members;
    }

    private void authenticate(URI address, Map<String, String> headers, Map<String, String> form) throws Rejet {
        switch (reglages.authentification()) {
            case SECRET_BASIC ->
                headers.put(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((Reseau.encode(reglages.client()) + ":"
                                                        + Reseau.encode(secret(reglages.secret())))
                                                .getBytes(StandardCharsets.US_ASCII)));
            case SECRET_POST -> {
                form.put("client_id", reglages.client());
                form.put("client_secret", secret(reglages.secret()));
            }
            case CLE_PRIVEE -> {
                form.put("client_id", reglages.client());
                form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
                form.put("client_assertion", assertion(address));
            }
        }
    }

    /** The secret as its file or variable holds it now. */
    private String secret(Secret secret) throws Rejet {
        try {
            return secret.read().orElseThrow();
        } catch (IllegalStateException e) {
            throw Rejet.indisponible(reglages.libelle(), e);
        }
    }

    /** A text by which the platform proves itself with its private key (RFC 7523). */
    private String assertion(URI address) throws Rejet {
        try {
            JWK key = JWK.parse(secret(reglages.cle()));
            JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key);
            JWSAlgorithm algorithm = key.getAlgorithm() == null
                    ? signer.supportedJWSAlgorithms().stream()
                            .filter(a -> a.equals(reglages.signature()))
                            .findFirst()
                            .orElseThrow(() -> new JOSEException("the key names no algorithm"))
                    : JWSAlgorithm.parse(key.getAlgorithm().getName());
            Instant now = clock.instant();
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                    new JWTClaimsSet.Builder()
                            .issuer(reglages.client())
                            .subject(reglages.client())
                            .audience(address.toString())
                            .jwtID(UUID.randomUUID().toString())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(ASSERTION_SECONDES)))
                            .build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (ParseException | JOSEException e) {
            throw Rejet.indisponible(reglages.libelle(), e);
        }
    }

    private Map<String, Object> infos(Adresses adresses, String jetonAcces, String sujet) throws Rejet {
        URI address = adresses.infos()
                .orElseThrow(() ->
                        Rejet.indisponible(reglages.libelle(), new IOException("discovery has no userinfo_endpoint")));
        boolean json = reglages.infos() == Infos.JSON;
        Reseau.Reponse answer = ask(() -> reseau.get(
                address,
                Map.of(
                        "Authorization",
                        "Bearer " + jetonAcces,
                        "Accept",
                        json ? "application/json" : "application/jwt")));
        if (answer.status() != 200 || !answer.type().equals(json ? "application/json" : "application/jwt")) {
            throw invalide("les informations sur la personne ne viennent pas comme convenu");
        }
        Map<String, Object> claims;
        if (json) {
            try {
                claims = Reseau.object(answer.corps());
            } catch (IOException e) {
                throw invalide("les informations sur la personne sont illisibles");
            }
        } else {
            claims = verification.infos(answer.corps(), adresses.cles()).getClaims();
        }
        if (!sujet.equals(claims.get("sub"))) {
            throw invalide("les informations concernent une autre personne");
        }
        return claims;
    }

    /** A call that the network may make fail. */
    private interface Appel {
        Reseau.Reponse run() throws IOException;
    }

    private Reseau.Reponse ask(Appel appel) throws Rejet {
        try {
            return appel.run();
        } catch (IOException e) {
            throw Rejet.indisponible(reglages.libelle(), e);
        }
    }

    private IdentiteExterne identite(JWTClaimsSet proved, Map<String, Object> known) {
        String nom = reglages.nom().stream()
                .map(known::get)
                .map(FournisseurOidc::text)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
        String courriel = text(known.get(reglages.courriel()));
        Map<String, String> attributs = new LinkedHashMap<>();
        for (String claim : reglages.attributs()) {
            String value = text(known.get(claim));
            if (value != null && value.length() <= REVENDICATION_MAXIMALE) {
                attributs.put(claim, value);
            }
        }
        return new IdentiteExterne(
                reglages.description().code(),
                reglages.emetteur(),
                proved.getSubject(),
                nom.isEmpty() ? null : nom,
                courriel,
                courriel != null && Boolean.TRUE.equals(known.get("email_verified")),
                // Only what was signed with the answer to our question counts for the level.
                text(proved.getClaim("acr")),
                attributs);
    }

    /** A value as text, {@code null} for what is none. */
    private static String text(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof List<?> several) {
            return several.stream()
                    .map(FournisseurOidc::text)
                    .filter(v -> v != null)
                    .collect(Collectors.joining(" "));
        }
        return value instanceof String text ? text : null;
    }

    @Override
    public Optional<URI> endSession(String jetonIdentite, URI retour) {
        if (!reglages.deconnexion()) {
            return Optional.empty();
        }
        return outcome(decouverte::adresses)
                .fold(
                        adresses -> adresses.fin().map(address -> {
                            Map<String, String> parameters = new LinkedHashMap<>();
                            parameters.put("id_token_hint", jetonIdentite);
                            parameters.put("post_logout_redirect_uri", retour.toString());
                            // Some providers demand one; nothing here waits for it, see ADR 28.
                            parameters.put("state", UUID.randomUUID().toString());
                            return with(address, parameters);
                        }),
                        refus -> Optional.empty());
    }

    @Override
    public Outcome<Conge> ended(String avis) {
        return outcome(() -> {
            JWTClaimsSet claims = verification.avis(avis, decouverte.adresses().cles());
            return new Conge(reglages.emetteur(), claims.getSubject(), text(claims.getClaim("sid")));
        });
    }

    private Rejet invalide(String pourquoi) {
        return Rejet.invalide(reglages.libelle(), pourquoi);
    }
}
