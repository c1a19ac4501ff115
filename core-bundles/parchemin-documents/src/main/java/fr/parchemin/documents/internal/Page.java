package fr.parchemin.documents.internal;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A format of page and what is engraved on it.
 *
 * @param decor drawn first, as an artifact
 */
record Page(PDRectangle format, Decor decor) {

    /** What is drawn under the text. */
    interface Decor {
        void dessine(PDDocument document, PDPageContentStream flux) throws IOException;
    }
}
