package fr.parchemin.referentiel;

import java.util.List;

/**
 * What becomes of a certificate after its delivery.
 *
 * @param dureeMois months from the delivery, {@code null} when it is for life
 * @param preuves what is shown to renew it
 * @param profil17024 how the authority that certifies persons is organised, {@code null} when it does not claim to
 */
public record CycleDeVie(
        Type type,
        Integer dureeMois,
        List<String> preuves,
        List<Surveillance> surveillance,
        List<String> suspension,
        List<String> retrait,
        Profil17024 profil17024,
        Provenance provenance) {

    /** For life, or until its end. */
    public enum Type {
        PERMANENT,
        RENOUVELABLE
    }

    /** A check between two renewals. */
    public record Surveillance(String intitule, int tousLesMois, List<String> preuves, Provenance provenance) {
        public Surveillance {
            preuves = Listes.copy(preuves);
        }
    }

    /**
     * What an authority of certification of persons has to say.
     *
     * @param separation whether who trains does not examine and who examines does not decide
     * @param revisionMois months between two revisions of the scheme
     */
    public record Profil17024(
            String instance,
            boolean separation,
            int revisionMois,
            String codeDeontologie,
            String appel,
            String reclamation,
            String usageMarque,
            Provenance provenance) {}

    public CycleDeVie {
        preuves = Listes.copy(preuves);
        surveillance = Listes.copy(surveillance);
        suspension = Listes.copy(suspension);
        retrait = Listes.copy(retrait);
    }
}
