package fr.parchemin.administration;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Identite;
import fr.parchemin.acte.Outcome;
import fr.parchemin.administration.DossierDepot.Artefact;
import fr.parchemin.administration.DossierDepot.Retire;
import fr.parchemin.administration.DossierDepot.Sorte;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.VueBranche;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The branches for who runs the platform: where they stand, what brings them, and dropping or taking out what does. To drop
 * is to put a file where an operator would put it; whether its branch is admitted is for the registry alone, and shows among
 * the branches some moments later.
 */
public interface Depots {

    /**
     * A branch with what brings it and what hangs on it.
     *
     * @param artefacts what brings it in the drop folder; empty when it is away or came otherwise, as a feature
     * @param dossiersOuverts how many files no jury has closed, by code of certification
     */
    record Fiche(VueBranche vue, List<Artefact> artefacts, Map<String, Long> dossiersOuverts) {
        public Fiche {
            artefacts = List.copyOf(artefacts);
            dossiersOuverts = Map.copyOf(dossiersOuverts);
        }

        public long ouverts() {
            return dossiersOuverts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * All of it.
     *
     * @param retires what was taken out and can be put back
     * @param archives whether zips may be dropped through the platform
     * @param extensions whether jars may
     */
    record Etat(List<Fiche> fiches, List<Retire> retires, boolean archives, boolean extensions) {}

    /**
     * What would become of an artefact.
     *
     * @param branche code of the branch it brings
     * @param certifications « code version » of each it brings; empty when the definition is not valid
     * @param cas how many golden cases were run
     * @param motifs why it would be in error, empty when it would be admitted
     */
    record Verdict(Sorte sorte, String branche, List<String> certifications, int cas, List<MotifErreur> motifs) {
        public Verdict {
            certifications = List.copyOf(certifications);
            motifs = List.copyOf(motifs);
        }
    }

    /**
     * What was dropped.
     *
     * @param artefact name of the file in the folder
     * @param empreinte SHA-256 of the file in hexadecimal
     * @param remplace what it took the place of, empty when nothing
     */
    record Depose(String artefact, Sorte sorte, String branche, String empreinte, Optional<String> remplace) {}

    /** Everything that is shown: one look at the folder, and one query. */
    Outcome<Etat> state(Acteur by);

    /** One branch, by its code or by the name under which an artefact is shown; BRANCHE_INCONNUE. */
    Outcome<Fiche> find(Acteur by, String branche);

    /**
     * What the platform would say of an artefact; nothing is dropped or kept.
     *
     * <p>Refused with CHAMP_INVALIDE when it is no artefact, and as {@link #drop} is when it is an extension, since its code
     * is run.
     */
    Outcome<Verdict> verify(Identite by, byte[] contenu);

    /** Runs again the golden cases of what lies in the folder for that branch; BRANCHE_HORS_DEPOT when nothing does. */
    Outcome<Verdict> prove(Acteur by, String branche);

    /**
     * Drops an artefact in place of what brings the branch now.
     *
     * <p>Refused with CHAMP_INVALIDE when it brings no branch, DEPOT_FERME when the operator lets none of its kind in, and
     * JETON_LIMITE or ELEVATION_REQUISE when who asks may drop data but not, as they are there, code.
     */
    Outcome<Depose> drop(Identite by, byte[] contenu);

    /**
     * Takes out what brings the branch; it is kept aside.
     *
     * @param confirmation the code of the branch, typed again
     */
    Outcome<Retire> remove(Acteur by, String branche, String confirmation);

    /** Puts back what was taken out; RESSOURCE_INCONNUE, or DEPOT_OCCUPE when something has its name by now. */
    Outcome<Retire> restore(Acteur by, String id);
}
