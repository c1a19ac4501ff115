package fr.parchemin.documents.internal;

/**
 * The picture at the head of a paper.
 *
 * @param description what is read out in its place
 * @param largeur on paper, in points
 * @param hauteur on paper, in points
 */
record Embleme(String adresse, String description, double largeur, double hauteur) {

    /** As large as the room allows. */
    static Embleme dans(double largeur, double hauteur, Logo logo, String description) {
        double haut = Math.min(hauteur, largeur / logo.proportion());
        return new Embleme(logo.adresse(), description, haut * logo.proportion(), haut);
    }
}
