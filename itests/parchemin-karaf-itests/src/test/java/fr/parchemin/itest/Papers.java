package fr.parchemin.itest;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the papers as their holder does: the words, and what a camera sees in the square. */
final class Papers {
    private static final int[] DOTS_PER_INCH = {150, 200, 250, 300};

    private Papers() {}

    /** All that is written, any run of blanks as one space. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read out in place of images. */
    static List<String> descriptions(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> found = new ArrayList<>();
            describe(document.getDocumentCatalog().getStructureTreeRoot(), found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDStructureNode node, List<String> found) {
        if (node instanceof PDStructureElement element && element.getAlternateDescription() != null) {
            found.add(element.getAlternateDescription());
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureNode child) {
                describe(child, found);
            }
        }
    }

    /** What the QR code of the first page says. Held nearer when it does not read, as anybody would with a camera. */
    static String qr(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer page = new PDFRenderer(document);
            ReaderException unread = null;
            for (int dotsPerInch : DOTS_PER_INCH) {
                try {
                    return read(page.renderImageWithDPI(0, dotsPerInch));
                } catch (ReaderException e) {
                    unread = e;
                }
            }
            throw new AssertionError("No QR code can be read on the paper", unread);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(BufferedImage page) throws ReaderException {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
