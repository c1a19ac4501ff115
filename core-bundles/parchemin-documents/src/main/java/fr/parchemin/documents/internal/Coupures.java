package fr.parchemin.documents.internal;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a line may end: after a space, and after a slash in an address. Neither before a bracket nor after a hyphen:
 * « technicien(ne) » stays whole, and so do compound names and numbers.
 */
final class Coupures implements FSTextBreaker {

    private String texte = "";
    private int position;

    /** The text in pieces between which it may be broken. */
    static List<String> morceaux(String texte) {
        Coupures coupures = new Coupures();
        coupures.setText(texte);
        List<String> morceaux = new ArrayList<>();
        int de = 0;
        for (int a = coupures.next(); a > 0; a = coupures.next()) {
            morceaux.add(texte.substring(de, a));
            de = a;
        }
        return morceaux;
    }

    @Override
    public void setText(String nouveau) {
        texte = nouveau;
        position = 0;
    }

    /** The next place after which to break, the end of the text last, then -1. */
    @Override
    public int next() {
        if (position >= texte.length()) {
            return -1;
        }
        do {
            position++;
        } while (position < texte.length() && !coupeAvant(position));
        return position;
    }

    private boolean coupeAvant(int i) {
        char avant = texte.charAt(i - 1);
        char apres = texte.charAt(i);
        switch (avant) {
            case ' ':
                return apres != ' ';
            case '/':
                return apres != '/';
            default:
                return false;
        }
    }
}
