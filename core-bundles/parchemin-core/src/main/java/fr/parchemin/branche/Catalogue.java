package fr.parchemin.branche;

import fr.parchemin.acte.Outcome;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Equivalence;
import fr.parchemin.referentiel.Reference;
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

    /**
     * An equivalence as its branch says it, both ends naming their branch.
     *
     * @param resolue whether both ends are on the platform now
     */
    record EquivalenceDite(Equivalence equivalence, boolean resolue) {}

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

    /**
     * Whether what a reference names is on the platform now: its branch is there and, in the current version or in the one
     * that it names, so are its bloc and its compétence. A reference that names no branch is not resolved.
     */
    default boolean resolves(Reference reference) {
        if (reference.branche() == null) {
            return false;
        }
        return active(reference.branche())
                .then(vue -> certification(reference.branche(), reference.certification(), reference.version()))
                .fold(
                        version -> reference.bloc() == null
                                || version.referentiel()
                                        .bloc(reference.bloc())
                                        .filter(b -> reference.competence() == null
                                                || b.competences().stream()
                                                        .anyMatch(c -> c.code().equals(reference.competence())))
                                        .isPresent(),
                        refus -> false);
    }

    /** The equivalences of every branch, by name of the branch, both ends naming their branch. */
    default List<Equivalence> equivalences() {
        return branches().stream()
                .flatMap(vue -> vue.identite().stream())
                .flatMap(b -> b.equivalences().stream().map(e -> e.in(b.code())))
                .toList();
    }

    /** What any branch says of equivalences from or to a certification, by name of the branch. */
    default List<EquivalenceDite> equivalences(String branche, String certification) {
        Reference whole = new Reference(branche, certification, null, null, null);
        return equivalences().stream()
                .filter(e -> whole.covers(e.de()) || whole.covers(e.vers()))
                .map(e -> new EquivalenceDite(e, resolves(e.de()) && resolves(e.vers())))
                .toList();
    }

    /** Refused with BRANCHE_INCONNUE or RESSOURCE_INCONNUE. */
    Outcome<Classification> classification(String branche, String code);

    /** Grows by one each time any branch changes state, so that a page can tell whether it is stale. */
    long generation();
}
