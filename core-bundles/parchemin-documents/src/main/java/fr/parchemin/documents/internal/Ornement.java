package fr.parchemin.documents.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * The engraving of a page: guilloches as on a banknote, drawn as curves, so that they stay sharp at any size and blur in
 * a photocopy. The drawing holds no colour: each document draws it in the ink of its branch, as a page artifact that a
 * screen reader passes over.
 */
final class Ornement {

    private static final double MM = 72 / 25.4;

    /** Drawing operators, deflated. */
    private final byte[] trace;

    private final PDRectangle page;
    private final double part;
    private final double trait;

    private Ornement(PDRectangle page, double part, double trait, String operateurs) {
        this.page = page;
        this.part = part;
        this.trait = trait;
        this.trace = comprime(operateurs);
    }

    /** A frame of interlaced waves with a rosette in each corner. */
    static Ornement cadre(PDRectangle page) {
        Trace t = new Trace();
        double bord = 8.5 * MM;
        double bande = 7 * MM;
        double l = page.getWidth();
        double h = page.getHeight();
        double axe = bord + bande / 2;
        double amplitude = bande / 2 - 0.9 * MM;
        int enLargeur = (int) Math.round((l - 2 * bord - 2 * bande) / (7.5 * MM));
        int enHauteur = (int) Math.round((h - 2 * bord - 2 * bande) / (7.5 * MM));
        double de = bord + bande;
        t.bande(de, l - de, axe, amplitude, enLargeur, true);
        t.bande(de, l - de, h - axe, amplitude, enLargeur, true);
        t.bande(de, h - de, axe, amplitude, enHauteur, false);
        t.bande(de, h - de, l - axe, amplitude, enHauteur, false);
        for (double x : new double[] {axe, l - axe}) {
            for (double y : new double[] {axe, h - axe}) {
                t.rosette(x, y, amplitude * 0.62, amplitude * 0.38, 6, 5);
            }
        }
        return new Ornement(page, 0.62, 0.22, t.toString());
    }

    /** A large rosette behind the text, so pale that it never hinders reading. */
    static Ornement filigrane(PDRectangle page) {
        Trace t = new Trace();
        double x = page.getWidth() / 2;
        double y = page.getHeight() / 2;
        t.rosette(x, y, 58 * MM, 7 * MM, 24, 6);
        t.rosette(x, y, 43 * MM, 7 * MM, 18, 6);
        t.rosette(x, y, 28 * MM, 7 * MM, 12, 6);
        t.rosette(x, y, 13 * MM, 7 * MM, 8, 6);
        return new Ornement(page, 0.13, 0.3, t.toString());
    }

    /** A band of waves across the head of an upright page. */
    static Ornement bandeau(PDRectangle page) {
        Trace t = new Trace();
        double marge = 18 * MM;
        double axe = page.getHeight() - 13 * MM;
        t.bande(marge, page.getWidth() - marge, axe, 2.1 * MM, 27, true);
        return new Ornement(page, 0.62, 0.22, t.toString());
    }

    /** Draws it in that ink under what the page will hold. */
    void dessine(PDDocument document, PDPageContentStream flux, Couleur encre) throws IOException {
        PDFormXObject forme = new PDFormXObject(document);
        forme.setBBox(page);
        forme.setResources(new PDResources());
        forme.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
        try (OutputStream brut = forme.getCOSObject().createRawOutputStream()) {
            brut.write(trace);
        }
        Couleur teinte = encre.teinte(part);
        flux.saveGraphicsState();
        flux.setStrokingColor((float) teinte.rouge(), (float) teinte.vert(), (float) teinte.bleu());
        flux.setLineWidth((float) trait);
        flux.drawForm(forme);
        flux.restoreGraphicsState();
    }

    /** Two rules along the frame. */
    static void filets(PDPageContentStream flux, PDRectangle page, Couleur encre) throws IOException {
        flux.saveGraphicsState();
        flux.setStrokingColor((float) encre.rouge(), (float) encre.vert(), (float) encre.bleu());
        filet(flux, page, 8.5 * MM, 1.5);
        filet(flux, page, 15.5 * MM, 0.6);
        flux.restoreGraphicsState();
    }

    private static void filet(PDPageContentStream flux, PDRectangle page, double retrait, double epaisseur)
            throws IOException {
        flux.setLineWidth((float) epaisseur);
        flux.addRect((float) retrait, (float) retrait, (float) (page.getWidth() - 2 * retrait), (float)
                (page.getHeight() - 2 * retrait));
        flux.stroke();
    }

    private static byte[] comprime(String operateurs) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DeflaterOutputStream flux = new DeflaterOutputStream(octets, new Deflater(Deflater.BEST_COMPRESSION))) {
            flux.write(operateurs.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** Path operators of a content stream. */
    private static final class Trace {

        private static final int BRINS = 4;

        private final StringBuilder operateurs = new StringBuilder();

        /** Interlaced strands along a straight axis, the same at both ends. */
        void bande(double de, double a, double axe, double amplitude, int periodes, boolean horizontale) {
            for (int brin = 0; brin < BRINS; brin++) {
                double dephasage = Math.PI * brin / BRINS;
                for (int signe = -1; signe <= 1; signe += 2) {
                    double s = signe;
                    DoubleUnaryOperator le = u -> de + (a - de) * u;
                    DoubleUnaryOperator travers = u -> {
                        double phase = 2 * Math.PI * periodes * u;
                        double corps = 0.62 + 0.38 * Math.cos(phase);
                        return axe + s * amplitude * corps * Math.cos(phase / 2 + dephasage);
                    };
                    int segments = periodes * 5;
                    if (horizontale) {
                        courbe(le, travers, segments, false);
                    } else {
                        courbe(travers, le, segments, false);
                    }
                }
            }
        }

        /** Closed strands that wave around a circle. */
        void rosette(double x, double y, double rayon, double amplitude, int petales, int brins) {
            for (int brin = 0; brin < brins; brin++) {
                double dephasage = 2 * Math.PI * brin / brins;
                DoubleUnaryOperator r = u -> rayon + amplitude * Math.cos(2 * Math.PI * petales * u + dephasage);
                courbe(
                        u -> x + r.applyAsDouble(u) * Math.cos(2 * Math.PI * u),
                        u -> y + r.applyAsDouble(u) * Math.sin(2 * Math.PI * u),
                        petales * 4,
                        true);
            }
        }

        /** A parametric curve over [0, 1] as Bézier arcs that meet with the same tangent. */
        private void courbe(DoubleUnaryOperator x, DoubleUnaryOperator y, int segments, boolean fermee) {
            double pas = 1.0 / segments;
            point(x.applyAsDouble(0), y.applyAsDouble(0));
            operateurs.append("m\n");
            for (int i = 0; i < segments; i++) {
                double u0 = i * pas;
                double u1 = u0 + pas;
                double x0 = x.applyAsDouble(u0);
                double y0 = y.applyAsDouble(u0);
                double x1 = x.applyAsDouble(u1);
                double y1 = y.applyAsDouble(u1);
                point(x0 + pente(x, u0) * pas / 3, y0 + pente(y, u0) * pas / 3);
                point(x1 - pente(x, u1) * pas / 3, y1 - pente(y, u1) * pas / 3);
                point(x1, y1);
                operateurs.append("c\n");
            }
            operateurs.append(fermee ? "s\n" : "S\n");
        }

        private void point(double x, double y) {
            operateurs.append(String.format(Locale.ROOT, "%.2f %.2f ", x, y));
        }

        private static double pente(DoubleUnaryOperator f, double u) {
            double h = 1e-6;
            return (f.applyAsDouble(u + h) - f.applyAsDouble(u - h)) / (2 * h);
        }

        @Override
        public String toString() {
            return operateurs.toString();
        }
    }
}
