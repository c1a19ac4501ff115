package fr.parchemin.oidc.internal;

import com.nimbusds.jose.JWSAlgorithm;
import fr.parchemin.acces.FournisseurIdentite.Description;
import fr.parchemin.acces.FournisseurIdentite.Public;
import fr.parchemin.acte.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One provider as configured, checked.
 *
 * @param niveaux accepted, empty for any
 * @param invite {@code null} for none
 * @param secret shared with the provider, where authentication is by secret
 * @param cle our key that signs, as a JWK, where authentication is by key
 * @param dechiffrement our key that decrypts, as a JWK, where the provider encrypts
 */
record Reglages(
        Description description,
        String emetteur,
        String client,
        Authentification authentification,
        List<String> portees,
        boolean pkce,
        List<String> niveaux,
        DemandeNiveaux demandeNiveaux,
        String invite,
        JWSAlgorithm signature,
        Infos infos,
        List<String> nom,
        String courriel,
        List<String> attributs,
        Duration decalage,
        boolean deconnexion,
        Secret secret,
        Secret cle,
        Secret dechiffrement) {

    /** How the platform proves itself to the provider. */
    enum Authentification {
        SECRET_BASIC,
        SECRET_POST,
        CLE_PRIVEE
    }

    /** How a level is asked for. */
    enum DemandeNiveaux {
        PARAMETRE,
        REVENDICATION,
        NON
    }

    /** The shape of what the userinfo address answers. */
    enum Infos {
        NON,
        JSON,
        SIGNE,
        CHIFFRE
    }

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    /** Those of the JDK that need no shared secret: a secret that signs could be told by everybody who checks. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int DECALAGE_MAXIMAL = 300;

    /**
     * What is configured.
     *
     * @throws IllegalArgumentException when it cannot be; says what and how to mend it
     */
    static Reglages of(Configuration given, Secret secret, Secret cle, Secret dechiffrement) {
        check(CODE.matcher(given.code()).matches(), "code must match " + CODE);
        check(!given.libelle().isBlank(), "libelle is missing");
        Set<Public> publics = EnumSet.noneOf(Public.class);
        words(given.publics()).forEach(p -> publics.add(one(Public.class, "publics", p)));
        check(!publics.isEmpty(), "publics names nobody");
        check(
                !given.creeComptes() || publics.equals(EnumSet.of(Public.CANDIDATS)),
                "creeComptes goes with publics = CANDIDATS only: accounts of staff are made by invitation");
        secure(given.emetteur(), "emetteur");
        check(!given.client().isBlank(), "client is missing");
        Authentification authentification = one(Authentification.class, "authentification", given.authentification());
        check(
                authentification == Authentification.CLE_PRIVEE ? cle.isGiven() : secret.isGiven(),
                authentification == Authentification.CLE_PRIVEE
                        ? "cle.fichier or cle.env must name the key that signs"
                        : "secret.fichier or secret.env must name the secret shared with the provider");
        List<String> portees = words(given.portees());
        check(portees.contains("openid"), "portees must hold openid");
        JWSAlgorithm signature = JWSAlgorithm.parse(given.signature());
        check(SIGNATURES.contains(signature), "signature must be one of " + SIGNATURES);
        Infos infos = one(Infos.class, "infos", given.infos());
        check(
                infos != Infos.CHIFFRE || dechiffrement.isGiven(),
                "dechiffrement.fichier or dechiffrement.env must name the key that decrypts");
        check(
                given.decalage() >= 0 && given.decalage() <= DECALAGE_MAXIMAL,
                "decalage must lie between 0 and " + DECALAGE_MAXIMAL + " seconds");
        return new Reglages(
                new Description(given.code(), given.libelle().strip(), given.ordre(), publics, given.creeComptes()),
                given.emetteur(),
                given.client(),
                authentification,
                portees,
                given.pkce(),
                words(given.niveaux()),
                one(DemandeNiveaux.class, "demandeNiveaux", given.demandeNiveaux()),
                given.invite().isBlank() ? null : given.invite().strip(),
                signature,
                infos,
                words(given.nom()),
                given.courriel().strip(),
                words(given.attributs()),
                Duration.ofSeconds(given.decalage()),
                given.deconnexion(),
                secret,
                cle,
                dechiffrement);
    }

    /**
     * An address that nobody on the way can answer for: HTTPS, or this very machine.
     *
     * @throws IllegalArgumentException when it is not
     */
    static URI secure(String address, String name) {
        URI uri = URI.create(address);
        String host = uri.getHost();
        boolean here = "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
        check(
                host != null
                        && uri.getFragment() == null
                        && ("https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme())),
                name + " must be an https address (http on this machine only)");
        return uri;
    }

    String libelle() {
        return description.libelle();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[\\s,]+")).filter(w -> !w.isEmpty()).toList();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String key, String value) {
        try {
            return Enum.valueOf(type, value.strip());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    key + " must be one of " + EnumSet.allOf(type) + ", not " + value, unknown);
        }
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
