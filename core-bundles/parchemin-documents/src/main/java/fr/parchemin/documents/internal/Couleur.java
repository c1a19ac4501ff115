package fr.parchemin.documents.internal;

import java.util.Locale;

/** A colour of the sRGB space, components between 0 and 1. */
record Couleur(double rouge, double vert, double bleu) {

    /** Ink of a branch that gives no colour. */
    static final Couleur DEFAUT = hexadecimale("#2b3a55");

    /** Contrast that WCAG 2 asks for text of normal size. */
    private static final double CONTRASTE_LISIBLE = 4.5;

    static Couleur hexadecimale(String rrggbb) {
        int v = Integer.parseInt(rrggbb.substring(1), 16);
        return new Couleur((v >> 16 & 0xff) / 255.0, (v >> 8 & 0xff) / 255.0, (v & 0xff) / 255.0);
    }

    /** This colour, darkened no more than it takes to be read on white. */
    Couleur lisible() {
        Couleur c = this;
        for (int i = 0; i < 100 && c.contrasteSurBlanc() < CONTRASTE_LISIBLE; i++) {
            c = new Couleur(c.rouge * 0.96, c.vert * 0.96, c.bleu * 0.96);
        }
        return c;
    }

    /** This colour thinned with white: 1 is the colour itself, 0 is white. */
    Couleur teinte(double part) {
        return new Couleur(1 - (1 - rouge) * part, 1 - (1 - vert) * part, 1 - (1 - bleu) * part);
    }

    double contrasteSurBlanc() {
        double luminance = 0.2126 * lineaire(rouge) + 0.7152 * lineaire(vert) + 0.0722 * lineaire(bleu);
        return 1.05 / (luminance + 0.05);
    }

    String css() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", octet(rouge), octet(vert), octet(bleu));
    }

    private static long octet(double v) {
        return Math.round(v * 255);
    }

    private static double lineaire(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
