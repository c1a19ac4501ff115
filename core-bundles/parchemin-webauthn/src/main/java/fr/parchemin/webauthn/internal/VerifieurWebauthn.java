package fr.parchemin.webauthn.internal;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.VerifieurCles;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WebAuthn, by WebAuthn4J. Who made a device is not asked (attestation « none »): a person may use whichever they trust, and
 * what counts is that the device verified them.
 */
@Component
public final class VerifieurWebauthn implements VerifieurCles {

    private static final Logger LOG = LoggerFactory.getLogger(VerifieurWebauthn.class);

    /** The signatures that are taken, the one preferred first: nearly every device makes the first of these. */
    private static final List<PublicKeyCredentialParameters> ALGORITHMES = List.of(
            algorithme(COSEAlgorithmIdentifier.ES256),
            algorithme(COSEAlgorithmIdentifier.EdDSA),
            algorithme(COSEAlgorithmIdentifier.RS256));

    private static final long DELAI = 5 * 60 * 1000L;

    /** Longer than any answer of a device without a certificate. */
    private static final int REPONSE_MAXIMALE = 64 << 10;

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    private static PublicKeyCredentialParameters algorithme(COSEAlgorithmIdentifier identifier) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, identifier);
    }

    /**
     * What is kept of a key. As text: its format, whether it may be copied between devices of its owner, how it is reached,
     * the handle of its owner, the key.
     */
    private record Gardee(boolean copiable, Set<AuthenticatorTransport> voies, String poignee, byte[] cle) {

        private static final String FORMAT = "1";

        static Gardee of(Cle cle) {
            String[] parts = cle.donnees().split("\\.", -1);
            if (parts.length != 5 || !parts[0].equals(FORMAT)) {
                throw new IllegalStateException("passkey " + cle.id() + " is kept in a form that is not known");
            }
            return new Gardee(
                    parts[1].equals("copiable"),
                    Arrays.stream(parts[2].split(","))
                            .filter(voie -> !voie.isEmpty())
                            .map(AuthenticatorTransport::create)
                            .collect(Collectors.toSet()),
                    parts[3],
                    octets(parts[4]));
        }

        String text() {
            Set<String> names = voies.stream()
                    .map(AuthenticatorTransport::getValue)
                    .filter(name -> name.matches("[a-z-]{1,20}"))
                    .collect(Collectors.toCollection(TreeSet::new));
            return String.join(
                    ".", FORMAT, copiable ? "copiable" : "fixe", String.join(",", names), poignee, base64(cle));
        }
    }

    @Override
    public String creation(Site site, Titulaire titulaire, String defi, List<Cle> exclues) {
        return converter
                .getJsonConverter()
                .writeValueAsString(new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(site.domaine(), site.nom()),
                        new PublicKeyCredentialUserEntity(
                                octets(titulaire.poignee()), titulaire.identifiant(), titulaire.nom()),
                        new DefaultChallenge(octets(defi)),
                        ALGORITHMES,
                        DELAI,
                        named(exclues),
                        new AuthenticatorSelectionCriteria(
                                null, true, ResidentKeyRequirement.REQUIRED, UserVerificationRequirement.REQUIRED),
                        AttestationConveyancePreference.NONE,
                        null));
    }

    private static List<PublicKeyCredentialDescriptor> named(List<Cle> cles) {
        return cles.stream()
                .map(cle -> {
                    Set<AuthenticatorTransport> voies = Gardee.of(cle).voies();
                    return new PublicKeyCredentialDescriptor(
                            PublicKeyCredentialType.PUBLIC_KEY, octets(cle.id()), voies.isEmpty() ? null : voies);
                })
                .toList();
    }

    @Override
    public Outcome<Nouvelle> created(Site site, String defi, String poignee, String reponse) {
        if (!isPlausible(reponse)) {
            return Outcome.refused(CodeRefus.CLE_NON_ENREGISTREE, "la réponse du navigateur est illisible");
        }
        try {
            RegistrationData data = manager.verifyRegistrationResponseJSON(
                    reponse, new RegistrationParameters(server(site, defi), ALGORITHMES, true, true));
            AuthenticatorData<?> device = data.getAttestationObject().getAuthenticatorData();
            byte[] key = keys.convert(device.getAttestedCredentialData());
            Set<AuthenticatorTransport> voies = data.getTransports() == null ? Set.of() : data.getTransports();
            return Outcome.done(new Nouvelle(
                    base64(device.getAttestedCredentialData().getCredentialId()),
                    new Gardee(device.isFlagBE(), voies, poignee, key).text(),
                    device.getSignCount()));
        } catch (DataConversionException | VerificationException e) {
            LOG.info("A passkey is not registered: {}", e.toString());
            return Outcome.refused(CodeRefus.CLE_NON_ENREGISTREE, why(e));
        } catch (RuntimeException e) {
            // The library has no exception of its own for every way in which an answer can be made up.
            LOG.warn("A passkey is not registered, its answer cannot be read", e);
            return Outcome.refused(CodeRefus.CLE_NON_ENREGISTREE, why(e));
        }
    }

    private static String why(RuntimeException e) {
        if (e instanceof UserNotVerifiedException || e instanceof UserNotPresentException) {
            return "l’appareil n’a pas vérifié que c’est bien vous (code, empreinte ou visage)";
        }
        if (e instanceof BadOriginException || e instanceof BadRpIdException) {
            return "elle a été faite pour une autre adresse";
        }
        if (e instanceof NotAllowedAlgorithmException) {
            return "l’appareil signe d’une manière que la plateforme n’admet pas";
        }
        return e instanceof VerificationException
                ? "elle ne répond pas à la demande qui a été faite"
                : "la réponse du navigateur est illisible";
    }

    @Override
    public String demande(Site site, String defi, List<Cle> admises) {
        return converter
                .getJsonConverter()
                .writeValueAsString(new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(octets(defi)),
                        DELAI,
                        site.domaine(),
                        named(admises),
                        UserVerificationRequirement.REQUIRED,
                        null));
    }

    @Override
    public Optional<String> cle(String reponse) {
        return parsed(reponse).map(data -> base64(data.getCredentialId()));
    }

    private Optional<AuthenticationData> parsed(String reponse) {
        if (!isPlausible(reponse)) {
            return Optional.empty();
        }
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(reponse);
            return Optional.ofNullable(data.getCredentialId()).map(id -> data);
        } catch (RuntimeException e) {
            LOG.debug("An answer of a passkey cannot be read", e);
            return Optional.empty();
        }
    }

    @Override
    public Outcome<Long> signed(Site site, String defi, Cle cle, String reponse) {
        Optional<AuthenticationData> read = parsed(reponse);
        if (read.isEmpty()) {
            return Outcome.refused(CodeRefus.CLE_REFUSEE);
        }
        AuthenticationData data = read.get();
        Gardee gardee = Gardee.of(cle);
        byte[] owner = data.getUserHandle();
        if (owner != null && owner.length > 0 && !Arrays.equals(owner, octets(gardee.poignee()))) {
            LOG.warn("Passkey {} answers for another account than its own", cle.id());
            return Outcome.refused(CodeRefus.CLE_REFUSEE);
        }
        try {
            manager.verify(
                    data,
                    new AuthenticationParameters(
                            server(site, defi), record(gardee), List.of(octets(cle.id())), true, true));
            return Outcome.done(data.getAuthenticatorData().getSignCount());
        } catch (RuntimeException e) {
            LOG.info("Passkey {} is refused: {}", cle.id(), e.toString());
            return Outcome.refused(CodeRefus.CLE_REFUSEE);
        }
    }

    /** The key for the library; it counts from nothing, since counts are compared where they are kept. */
    private CredentialRecord record(Gardee gardee) {
        return new CredentialRecordImpl(
                null, true, gardee.copiable(), null, 0, keys.convert(gardee.cle()), null, null, null, gardee.voies());
    }

    @Override
    public String poignee(Cle cle) {
        return Gardee.of(cle).poignee();
    }

    private static ServerProperty server(Site site, String defi) {
        return ServerProperty.builder()
                .origin(Origin.create(site.origine()))
                .rpId(site.domaine())
                .challenge(new DefaultChallenge(octets(defi)))
                .build();
    }

    private static boolean isPlausible(String reponse) {
        return reponse != null && !reponse.isBlank() && reponse.length() <= REPONSE_MAXIMALE;
    }

    private static byte[] octets(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
