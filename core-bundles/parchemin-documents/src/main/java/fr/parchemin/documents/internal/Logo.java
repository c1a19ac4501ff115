package fr.parchemin.documents.internal;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import fr.parchemin.delivrance.DocumentImpossible;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.stream.XMLInputFactory;

/**
 * The picture of the branch as the papers print it.
 *
 * @param adresse the picture as a {@code data:} address of a PNG
 * @param proportion its width for a height of one
 */
record Logo(String adresse, double proportion) {

    private static final String PNG = "data:image/png;base64,";
    private static final String SVG = "data:image/svg+xml;base64,";

    /** Six hundred dots to the inch in the largest room that a paper gives it. */
    private static final int LARGEUR_MAXIMALE = 1200;

    private static final int HAUTEUR_MAXIMALE = 420;

    /** A drawing that asks for more is no picture but an attack: each shape counts as often as it is drawn. */
    private static final DocumentLimits LIMITES = new DocumentLimits(64, 8, 10_000);

    /**
     * Reads what {@link fr.parchemin.branche.Logo} admitted.
     *
     * @throws DocumentImpossible if it cannot be drawn
     */
    static Logo lit(String adresse) {
        try {
            if (adresse.startsWith(PNG)) {
                BufferedImage image = image(octets(adresse, PNG));
                return new Logo(adresse, image.getWidth() / (double) image.getHeight());
            }
            if (adresse.startsWith(SVG)) {
                return dessine(octets(adresse, SVG));
            }
        } catch (IOException | RuntimeException illisible) {
            throw impossible(illisible);
        }
        throw impossible(null);
    }

    private static DocumentImpossible impossible(Exception cause) {
        DocumentImpossible impossible = new DocumentImpossible(
                DocumentImpossible.DOCUMENT_NON_IMPRIMABLE, "le logo de la branche ne peut pas être dessiné");
        impossible.initCause(cause);
        return impossible;
    }

    private static byte[] octets(String adresse, String type) {
        return Base64.getDecoder().decode(adresse.substring(type.length()));
    }

    private static BufferedImage image(byte[] png) throws IOException {
        // In memory whatever the platform is set to; the reader closes it.
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        if (image == null) {
            throw new IOException("no reader knows this image");
        }
        return image;
    }

    /**
     * Drawn by the millimetre rather than kept as lines: a paper then holds an image like any other, which each reader of
     * PDF shows and tags the same way.
     */
    private static Logo dessine(byte[] svg) throws IOException {
        SVGDocument dessin = charge(svg);
        FloatSize taille = dessin.size();
        if (!(taille.width > 0 && taille.height > 0)) {
            throw new IOException("drawing without extent");
        }
        double echelle = Math.min(LARGEUR_MAXIMALE / taille.width, HAUTEUR_MAXIMALE / taille.height);
        int largeur = Math.max(1, (int) Math.round(taille.width * echelle));
        int hauteur = Math.max(1, (int) Math.round(taille.height * echelle));
        BufferedImage image = new BufferedImage(largeur, hauteur, BufferedImage.TYPE_INT_ARGB);
        Graphics2D crayon = image.createGraphics();
        try {
            crayon.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            crayon.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            dessin.render((Component) null, crayon, new ViewBox(largeur, hauteur));
        } finally {
            crayon.dispose();
        }
        return new Logo(Image.png(image), largeur / (double) hauteur);
    }

    private static SVGDocument charge(byte[] svg) throws IOException {
        // The parser of the JDK, whatever else is installed, and deaf to everything outside.
        XMLInputFactory lecteurs = XMLInputFactory.newDefaultFactory();
        lecteurs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        lecteurs.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        LoaderContext contexte = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(LIMITES)
                .build();
        try (InputStream flux = new ByteArrayInputStream(svg)) {
            SVGDocument dessin = new SVGLoader().load(() -> lecteurs.createXMLEventReader(flux), null, contexte);
            if (dessin == null) {
                throw new IOException("no drawing");
            }
            return dessin;
        }
    }
}
