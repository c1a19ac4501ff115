package fr.parchemin.delivrance;

import java.util.Optional;

/** The public check. Works whether or not the branch is there; gives nothing to who only guesses. */
public interface Verifications {

    /** The certificate that bears the code, empty when none does. */
    Optional<Certificat> byCode(String codeVerification);

    /**
     * Whether a certificate of that number was delivered to a person of that name (birth name or name in use, accents
     * and case left aside). A wrong name and an unknown number give the same answer.
     */
    boolean matches(String numero, String nom);
}
