package fr.parchemin.acces;

import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acte.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Port: speaks WebAuthn with the devices that hold passkeys. A service of a bundle of its own; where there is none, the
 * platform offers no passkeys. Keeps nothing; may be used by any thread.
 *
 * <p>The person must have been verified by the device each time: that is what lets a passkey stand for a password and a
 * second factor.
 */
public interface VerifieurCles {

    /**
     * The platform as devices know it.
     *
     * @param domaine what a key is made for (RP ID): the host of the address, or a domain above it
     * @param origine scheme, host and port of the pages, as browsers write them
     * @param nom what people call it
     */
    record Site(String domaine, String origine, String nom) {}

    /**
     * Who a key is made for.
     *
     * @param poignee what devices know the account by, base64url of random octets: says nothing of the person
     */
    record Titulaire(String poignee, String identifiant, String nom) {}

    /**
     * A key that was just made.
     *
     * @param id what the device calls it, base64url
     * @param donnees what verifies its signatures, the handle of its owner included; only the maker of this text reads it
     * @param compteur how often it signed, 0 for those that do not count
     */
    record Nouvelle(String id, String donnees, long compteur) {}

    /** What a device is asked to make, in JSON for {@code PublicKeyCredential.parseCreationOptionsFromJSON}. */
    String creation(Site site, Titulaire titulaire, String defi, List<Cle> exclues);

    /**
     * The key that a device made when asked so.
     *
     * <p>Refused with CLE_NON_ENREGISTREE and the reason.
     *
     * @param poignee the handle it was made for
     * @param reponse what {@code PublicKeyCredential.toJSON} gave, {@code null} or anything else when it is none
     */
    Outcome<Nouvelle> created(Site site, String defi, String poignee, String reponse);

    /**
     * What a device is asked to sign, in JSON for {@code PublicKeyCredential.parseRequestOptionsFromJSON}.
     *
     * @param admises the keys that will do; none for whichever the person chooses
     */
    String demande(Site site, String defi, List<Cle> admises);

    /** Which key an answer says it is signed with; says nothing of whether it is. */
    Optional<String> cle(String reponse);

    /**
     * The count that the key signed: 0 when it does not count. That it rose is for the caller to see to.
     *
     * <p>Refused with CLE_REFUSEE when this key did not sign this challenge for this site with its owner verified.
     */
    Outcome<Long> signed(Site site, String defi, Cle cle, String reponse);

    /** The handle of the owner of a key. */
    String poignee(Cle cle);
}
