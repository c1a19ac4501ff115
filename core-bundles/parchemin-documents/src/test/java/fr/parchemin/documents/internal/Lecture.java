package fr.parchemin.documents.internal;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF back, as somebody would who did not make it. */
final class Lecture {

    /** What reads one thing out of a document. */
    interface Regard<T> {
        T lit(PDDocument document) throws IOException;
    }

    private Lecture() {}

    /** The text of all pages, every run of spaces and line ends as one space. */
    static String texte(byte[] pdf) {
        return uniforme(ouvre(pdf, document -> new PDFTextStripper().getText(document)));
    }

    /** The same, page by page. */
    static List<String> pages(byte[] pdf) {
        return ouvre(pdf, document -> {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper lecteur = new PDFTextStripper();
                lecteur.setStartPage(page);
                lecteur.setEndPage(page);
                pages.add(uniforme(lecteur.getText(document)));
            }
            return pages;
        });
    }

    /** What a camera reads on the first page, if there is a QR code. */
    static Optional<String> codeQr(byte[] pdf) {
        BufferedImage image = ouvre(pdf, document -> new PDFRenderer(document).renderImageWithDPI(0, 150));
        int[] points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource lumiere = new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(lumiere)))
                    .getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (ReaderException e) {
            throw new IllegalStateException("QR code is there but cannot be read", e);
        }
    }

    /** How much of the first page has that colour, in square millimetres. */
    static double surface(byte[] pdf, int rgb) {
        BufferedImage image = ouvre(pdf, document -> new PDFRenderer(document).renderImageWithDPI(0, 100));
        int points = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                points += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return points * (25.4 / 100) * (25.4 / 100);
    }

    /** What is read out in place of images. */
    static List<String> remplacements(byte[] pdf) {
        return ouvre(pdf, document -> {
            List<String> textes = new ArrayList<>();
            ajoute(document.getDocumentCatalog().getStructureTreeRoot(), textes);
            return textes;
        });
    }

    private static void ajoute(PDStructureNode noeud, List<String> textes) {
        if (noeud instanceof PDStructureElement element && element.getAlternateDescription() != null) {
            textes.add(element.getAlternateDescription());
        }
        for (Object enfant : noeud.getKids()) {
            if (enfant instanceof PDStructureNode suite) {
                ajoute(suite, textes);
            }
        }
    }

    /** Every font that a page uses. */
    static List<PDFont> polices(PDDocument document) throws IOException {
        List<PDFont> polices = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            ajoute(page.getResources(), polices);
        }
        return polices;
    }

    private static void ajoute(PDResources ressources, List<PDFont> polices) throws IOException {
        for (COSName nom : ressources.getFontNames()) {
            polices.add(ressources.getFont(nom));
        }
        for (COSName nom : ressources.getXObjectNames()) {
            PDXObject objet = ressources.getXObject(nom);
            if (objet instanceof PDFormXObject) {
                ajoute(((PDFormXObject) objet).getResources(), polices);
            }
        }
    }

    private static String uniforme(String texte) {
        return texte.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    static <T> T ouvre(byte[] pdf, Regard<T> regard) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return regard.lit(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
