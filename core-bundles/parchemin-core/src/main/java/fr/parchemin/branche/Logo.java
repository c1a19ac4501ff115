package fr.parchemin.branche;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The picture of a branch. Pages embed it, so it is only admitted when it is a picture and nothing else: no script, no
 * style sheet, nothing fetched from elsewhere, no entity. Papers draw it too, so it has no dashes either: a short text can
 * ask for billions of them.
 */
public final class Logo {

    /** Largest picture, in octets. */
    public static final int OCTETS_MAXIMUM = 64 * 1024;

    private static final int COTE_MAXIMAL = 2048;
    private static final int ELEMENTS_MAXIMUM = 5_000;
    private static final int PROFONDEUR_MAXIMALE = 60;
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final long SIGNATURE_PNG = 0x89504E470D0A1A0AL;
    private static final int EN_TETE_PNG = 33;
    private static final int IHDR = 0x49484452;

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "symbol",
            "use");

    private Logo() {}

    /** The address that holds the whole picture, for a page to show. */
    public static String address(String file, byte[] content) {
        String type = isPng(file) ? "image/png" : "image/svg+xml";
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    /** Why the file is no logo, in French; empty when it is one. */
    public static Optional<String> objection(String file, byte[] content) {
        if (content.length > OCTETS_MAXIMUM) {
            return Optional.of("le logo dépasse " + OCTETS_MAXIMUM / 1024 + " Ko");
        }
        return isPng(file) ? png(content) : svg(content);
    }

    private static boolean isPng(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private static Optional<String> png(byte[] content) {
        ByteBuffer header = ByteBuffer.wrap(content);
        if (content.length < EN_TETE_PNG || header.getLong() != SIGNATURE_PNG) {
            return Optional.of("le logo n’est pas une image PNG");
        }
        header.getInt();
        if (header.getInt() != IHDR) {
            return Optional.of("le logo n’est pas une image PNG");
        }
        long width = Integer.toUnsignedLong(header.getInt());
        long height = Integer.toUnsignedLong(header.getInt());
        return width < 1 || height < 1 || width > COTE_MAXIMAL || height > COTE_MAXIMAL
                ? Optional.of(
                        "le logo mesure " + width + " × " + height + " pixels, au plus " + COTE_MAXIMAL + " de côté")
                : isReadable(content) ? Optional.empty() : Optional.of("le logo est une image PNG abîmée");
    }

    /** Whether the whole picture is there: papers print it, and what cannot be printed is not delivered. */
    private static boolean isReadable(byte[] png) {
        try {
            // In memory whatever the platform is set to; the reader closes it.
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) != null;
        } catch (IOException | RuntimeException damaged) { // readers throw either on what they do not expect
            return false;
        }
    }

    private static Optional<String> svg(byte[] content) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance(); // that of the JDK, whatever is installed
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), new Picture());
            return Optional.empty();
        } catch (SuspiciousPicture suspicious) {
            return Optional.of(suspicious.getMessage());
        } catch (SAXParseException malformed) {
            return Optional.of("le logo n’est pas une image SVG lisible (ligne " + malformed.getLineNumber() + ")");
        } catch (SAXException | IOException unreadable) {
            return Optional.of("le logo n’est pas une image SVG lisible");
        } catch (ParserConfigurationException absent) {
            throw new IllegalStateException("every Java platform can refuse a doctype", absent);
        }
    }

    /** Something in a picture that is no picture. */
    private static final class SuspiciousPicture extends SAXException {
        private static final long serialVersionUID = 1L;

        SuspiciousPicture(String message) {
            super(message);
        }
    }

    private static final class Picture extends DefaultHandler {

        private int depth;
        private int elements;

        @Override
        public void startElement(String space, String name, String qualified, Attributes attributes)
                throws SAXException {
            if (depth == 0 && !name.equals("svg")) {
                throw new SuspiciousPicture("le logo n’est pas une image SVG : sa racine est « " + name + " »");
            }
            if (!space.equals(SVG) || !ELEMENTS.contains(name)) {
                throw new SuspiciousPicture("l’élément « " + name + " » n’est pas admis dans un logo");
            }
            if (++depth > PROFONDEUR_MAXIMALE || ++elements > ELEMENTS_MAXIMUM) {
                throw new SuspiciousPicture("le logo est trop compliqué : " + ELEMENTS_MAXIMUM + " éléments, "
                        + PROFONDEUR_MAXIMALE + " niveaux au plus");
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                check(attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i));
            }
        }

        private static void check(String space, String name, String value) throws SAXException {
            String tidy = value.replaceAll("[\\s\\\\]", "").toLowerCase(Locale.ROOT);
            boolean reference = name.equals("href") && (space.isEmpty() || space.equals(XLINK));
            boolean elsewhere = tidy.replace("url(#", "").contains("url(")
                    || tidy.contains("@import")
                    || tidy.contains("expression(")
                    || reference && !tidy.startsWith("#");
            boolean dashed = name.equals("stroke-dasharray") || tidy.contains("stroke-dasharray");
            if (name.toLowerCase(Locale.ROOT).startsWith("on") || tidy.contains("script:") || elsewhere || dashed) {
                throw new SuspiciousPicture("l’attribut « " + name + " » n’est pas admis ainsi dans un logo");
            }
        }

        @Override
        public void endElement(String space, String name, String qualified) {
            depth--;
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            throw new SuspiciousPicture("l’instruction « " + target + " » n’est pas admise dans un logo");
        }
    }
}
