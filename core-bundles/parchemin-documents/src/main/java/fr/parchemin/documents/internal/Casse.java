package fr.parchemin.documents.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One parsed set of the fonts, for one document at a time: FontBox reads tables and glyphs from a stream with a moving
 * position, which two threads must not share.
 */
final class Casse implements Closeable {

    private final Map<Police, TrueTypeFont> polices = new EnumMap<>(Police.class);

    Casse() {
        for (Police police : Police.values()) {
            try {
                TrueTypeFont ttf =
                        new TTFParser().parse(new RandomAccessReadBuffer(Ressources.octets(police.ressource())));
                // PDFBox would draw ligatures, but gives them no way back to their letters: the text could not be read
                ttf.setEnableGsub(false);
                polices.put(police, ttf);
            } catch (IOException e) {
                throw new UncheckedIOException("font cannot be read: " + police.ressource(), e);
            }
        }
    }

    TrueTypeFont police(Police police) {
        return polices.get(police);
    }

    /** Whether that face has a glyph for the character. */
    boolean sait(Police police, int caractere) {
        return table(police).getGlyphId(caractere) != 0;
    }

    /** Width of the text on one line, in points, for a body of that many points. */
    double largeur(Police police, String texte, double corps) {
        TrueTypeFont ttf = polices.get(police);
        CmapLookup table = table(police);
        try {
            double unites = 0;
            for (int c : texte.codePoints().toArray()) {
                unites += ttf.getAdvanceWidth(table.getGlyphId(c));
            }
            return unites * corps / ttf.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of lines that the text takes when it is broken where {@link Coupures} allows. */
    int lignes(Police police, String texte, double corps, double justification) {
        int lignes = 1;
        double plume = 0;
        for (String morceau : Coupures.morceaux(texte)) {
            double plein = largeur(police, morceau.stripTrailing(), corps);
            if (plume > 0 && plume + plein > justification) {
                lignes++;
                plume = 0;
            }
            // a word longer than the line is broken anywhere
            lignes += (int) (plein / justification);
            plume += largeur(police, morceau, corps) % justification;
        }
        return lignes;
    }

    /** The narrowest measure in which the text takes no more lines than in that one: lines of about the same length. */
    double justificationEgale(Police police, String texte, double corps, double justification) {
        int lignes = lignes(police, texte, corps, justification);
        double etroite = justification / (lignes + 1);
        double large = justification;
        while (large - etroite > 1) {
            double milieu = (etroite + large) / 2;
            if (lignes(police, texte, corps, milieu) <= lignes) {
                large = milieu;
            } else {
                etroite = milieu;
            }
        }
        // the renderer counts the space at the end of a line, and rounds each word
        return large * 1.005 + largeur(police, " ", corps);
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont police : polices.values()) {
            police.close();
        }
    }

    private CmapLookup table(Police police) {
        try {
            return polices.get(police).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
