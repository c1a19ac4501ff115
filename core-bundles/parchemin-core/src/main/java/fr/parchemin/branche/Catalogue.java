package fr.parchemin.branche;

import fr.parchemin.acte.Outcome;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Referentiel;
import java.util.List;

/** The branches and their certifications, for everybody. Answers from memory, except for versions of the past. */
public interface Catalogue {

    /**
     * A certification in the catalogue.
     *
     * @param disponible whether new files may be opened
     */
    record Fiche(VueBranche branche, Referentiel referentiel, String empreinte, boolean disponible) {}

    /** One version of a certification with the versions there are. */
    record Version(VueBranche branche, Referentiel referentiel, String empreinte, List<String> versions) {}

    /** All branches, by name. */
    List<VueBranche> branches();

    /** Refused with BRANCHE_INCONNUE. */
    Outcome<VueBranche> branche(String code);

    /** The branch, if new files may be opened in it; refused with BRANCHE_INCONNUE, BRANCHE_ABSENTE or BRANCHE_EN_ERREUR. */
    Outcome<VueBranche> active(String code);

    /**
     * The certifications whose title, alias, code, branch or emploi holds every word of the text, accents and case left
     * aside; all of them when it is blank. Sorted by branch then title.
     */
    List<Fiche> certifications(String texte);

    /**
     * A version of a certification, the current one when {@code version} is {@code null}.
     *
     * <p>Refused with BRANCHE_INCONNUE, CERTIFICATION_INCONNUE or VERSION_INCONNUE.
     */
    Outcome<Version> certification(String branche, String certification, String version);

    /** Refused with BRANCHE_INCONNUE or RESSOURCE_INCONNUE. */
    Outcome<Classification> classification(String branche, String code);

    /** Grows by one each time any branch changes state, so that a page can tell whether it is stale. */
    long generation();
}
