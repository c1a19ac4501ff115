package fr.parchemin.candidature;

import fr.parchemin.acte.Textes;

/** How far two identities are the same, however they were typed. */
public enum Identite {
    /** Birth name, first names and birth date are the same. */
    EGALE,
    /** The birth date is the same, and the birth name or the first of the first names. */
    PROCHE,
    AUTRE;

    public static Identite of(Candidat left, Candidat right) {
        if (!left.dateNaissance().equals(right.dateNaissance())) {
            return AUTRE;
        }
        boolean name = Textes.same(left.nomNaissance(), right.nomNaissance());
        if (name && Textes.same(left.prenoms(), right.prenoms())) {
            return EGALE;
        }
        return name || Textes.same(first(left), first(right)) ? PROCHE : AUTRE;
    }

    private static String first(Candidat candidat) {
        return candidat.prenoms().split("[\\s,]+", 2)[0];
    }
}
