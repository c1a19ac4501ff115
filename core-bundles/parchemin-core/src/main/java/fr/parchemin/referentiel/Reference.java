package fr.parchemin.referentiel;

/**
 * What a person holds or may claim: a certification, one of its blocs, or one compétence of a bloc.
 *
 * @param branche code of the branch, {@code null} for the one whose definition says it
 * @param version version of the référentiel, {@code null} for all of them
 * @param bloc {@code null} for the whole certification
 * @param competence {@code null} for the whole bloc
 */
public record Reference(String branche, String certification, String version, String bloc, String competence) {

    /** The same with the branch that the definition leaves unsaid. */
    public Reference in(String code) {
        return branche == null ? new Reference(code, certification, version, bloc, competence) : this;
    }

    /** The whole that it is a part of. */
    public Reference whole() {
        return new Reference(branche, certification, version, null, null);
    }

    /** Whether holding this one is to hold that one; both say their branch. */
    public boolean covers(Reference other) {
        return branche.equals(other.branche)
                && certification.equals(other.certification)
                && (version == null || other.version == null || version.equals(other.version))
                && (bloc == null || bloc.equals(other.bloc))
                && (competence == null || competence.equals(other.competence));
    }

    /** « branche/CERTIFICATION 1.0.0 bloc B1 compétence C1 », as people read it. */
    public String libelle() {
        return (branche == null ? "" : branche + "/")
                + certification
                + (version == null ? "" : " " + version)
                + (bloc == null ? "" : " bloc " + bloc)
                + (competence == null ? "" : " compétence " + competence);
    }
}
