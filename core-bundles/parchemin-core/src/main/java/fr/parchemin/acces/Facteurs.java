package fr.parchemin.acces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the second factors of the accounts. */
public interface Facteurs {

    /**
     * The shared secret of an application that makes codes.
     *
     * @param secret under the key of the platform
     * @param dernierPas the last step of time whose code was used; no code of that step or an earlier one is taken again
     */
    record Application(String identifiant, String secret, Instant depuis, long dernierPas) {}

    /**
     * A passkey.
     *
     * @param id what the authenticator calls it, base64url
     * @param donnees what verifies its signatures, in the form of who does so
     * @param compteur the highest count it signed, 0 for those that do not count
     * @param utiliseeLe {@code null} when never
     */
    record Cle(
            String id,
            String identifiant,
            String nom,
            String donnees,
            long compteur,
            Instant creeeLe,
            Instant utiliseeLe) {}

    Optional<Application> application(String identifiant);

    /** Adds it or puts it in place of the one before. */
    void putApplication(Application application);

    void removeApplication(String identifiant);

    /** Notes that the code of a step was used; {@code false} when that one or a later one was before. One update. */
    boolean usePas(String identifiant, long pas);

    /** Puts the hashes of new recovery codes in place of all before. */
    void setSecours(String identifiant, List<String> empreintes);

    /** Uses up a recovery code; {@code false} when there is none of that hash left. One update. */
    boolean useSecours(String identifiant, String empreinte);

    /** How many recovery codes are left. */
    int countSecours(String identifiant);

    List<Cle> cles(String identifiant);

    Optional<Cle> cle(String id);

    void addCle(Cle cle);

    /**
     * Notes that a passkey signed; {@code false} when it is gone, or its count did not rise, which only those that never
     * count may do. One update: of two answers with the same count, one is noted.
     */
    boolean useCle(String id, long compteur, Instant now);

    /** Gives it another name; {@code false} when that account has none of that id. */
    boolean renameCle(String identifiant, String id, String nom);

    /** {@code false} when that account has none of that id. */
    boolean removeCle(String identifiant, String id);
}
