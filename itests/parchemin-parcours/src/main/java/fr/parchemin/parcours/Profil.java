package fr.parchemin.parcours;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The story of one candidate: how the prerequisites, the évaluation and the jury go, and where the path stops. A bloc
 * that {@code prestations} does not name is done well.
 *
 * @param reconstituee the candidate has no workplace: takes the épreuves that stand for those sat at work
 * @param motif what the jury gives as its reason, empty when it needs none
 */
public record Profil(
        String libelle,
        Prerequis prerequis,
        Set<String> attestations,
        boolean reconstituee,
        Map<String, Prestation> prestations,
        Arret arret,
        Deliberation deliberation,
        String motif) {

    /** What becomes of the compulsory prerequisites. */
    public enum Prerequis {
        SATISFAITS,
        UN_REFUSE,
        EN_ATTENTE,
        /** The candidate is too young where a minimum age is asked. */
        MINEUR
    }

    /** The last step walked. */
    public enum Arret {
        DEPOT,
        RECEVABILITE,
        EVALUATION,
        JURY,
        DELIVRANCE
    }

    public Profil {
        attestations = Set.copyOf(attestations);
        prestations = Map.copyOf(prestations);
    }

    /** Everything done well, everything validated, the certificate delivered. */
    public static Profil reussite() {
        return new Profil(
                "réussite complète",
                Prerequis.SATISFAITS,
                Set.of(),
                false,
                Map.of(),
                Arret.DELIVRANCE,
                Deliberation.SUIT_LA_PROPOSITION,
                "");
    }

    public Profil named(String newLibelle) {
        return new Profil(newLibelle, prerequis, attestations, reconstituee, prestations, arret, deliberation, motif);
    }

    public Profil with(Prerequis outcome) {
        return new Profil(libelle, outcome, attestations, reconstituee, prestations, arret, deliberation, motif);
    }

    /** Holds an attestation that the branch accepts for a bloc: the épreuves of that bloc are not sat. */
    public Profil holding(String attestation, String bloc) {
        return new Profil(
                        libelle, prerequis, Set.of(attestation), reconstituee, prestations, arret, deliberation, motif)
                .with(Prestation.DISPENSEE, bloc);
    }

    public Profil withoutWorkplace() {
        return new Profil(libelle, prerequis, attestations, true, prestations, arret, deliberation, motif);
    }

    public Profil with(Prestation prestation, String... blocs) {
        Map<String, Prestation> changed = new LinkedHashMap<>(prestations);
        for (String bloc : blocs) {
            changed.put(bloc, prestation);
        }
        return new Profil(libelle, prerequis, attestations, reconstituee, changed, arret, deliberation, motif);
    }

    public Profil until(Arret last) {
        return new Profil(libelle, prerequis, attestations, reconstituee, prestations, last, deliberation, motif);
    }

    public Profil judged(Deliberation how, String why) {
        return new Profil(libelle, prerequis, attestations, reconstituee, prestations, arret, how, why);
    }

    public Prestation prestation(String bloc) {
        return prestations.getOrDefault(bloc, Prestation.REUSSIE);
    }

    public boolean sits(String bloc) {
        return !EnumSet.of(Prestation.NON_NOTEE, Prestation.DISPENSEE).contains(prestation(bloc));
    }

    public boolean reaches(Arret step) {
        return arret.compareTo(step) >= 0;
    }
}
