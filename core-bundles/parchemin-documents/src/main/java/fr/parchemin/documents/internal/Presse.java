package fr.parchemin.documents.internal;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PageSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * From XHTML to PDF: tagged for screen readers (PDF/UA-1), made to be kept (PDF/A-3a, fonts and colour profile inside),
 * and the same bytes for the same XHTML. It reads nothing but what it is given: no file, no address.
 */
final class Presse {

    private static final String PRODUCTEUR = "Parchemin";
    private static final Pattern XMP_DATE = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    private final FSCacheEx<String, FSCacheValue> metriques = new FSDefaultCacheStore();
    private final byte[] profil;

    Presse() {
        profil = Ressources.octets("/icc/sRGB.icc");
        XRLog.setLoggerImpl(new JournalXhtml());
    }

    /** Heights, in points, of the elements that have an id, and how many pages there are. */
    record Mesures(Map<String, Double> hauteurs, int pages) {
        double hauteur(String id) {
            return hauteurs.get(id);
        }
    }

    /** Lays the text out without drawing it. */
    Mesures mesure(Casse casse, String xhtml, Page page, String... ids) {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer rendu = rendu(casse, xhtml, page, document)) {
            rendu.layout();
            Map<String, Double> hauteurs = new HashMap<>();
            for (String id : ids) {
                Box boite = rendu.getSharedContext().getBoxById(id);
                hauteurs.put(id, boite.getHeight() / (double) rendu.getDotsPerPoint());
            }
            return new Mesures(
                    Map.copyOf(hauteurs),
                    rendu.getRootBox().getLayer().getPages().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The PDF.
     *
     * @param date date that the document bears in its metadata
     */
    byte[] tire(Casse casse, String xhtml, Page page, LocalDate date) {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer rendu = rendu(casse, xhtml, page, document)) {
            rendu.createPDFWithoutClosing();
            fige(document, xhtml, date);
            ByteArrayOutputStream octets = new ByteArrayOutputStream(1 << 17);
            document.save(octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfBoxRenderer rendu(Casse casse, String xhtml, Page page, PDDocument document) {
        PdfRendererBuilder fabrique = new PdfRendererBuilder()
                .useColorProfile(profil)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .usePDDocument(document)
                .withProducer(PRODUCTEUR)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metriques)
                .usePageSupplier(pages(page))
                .useUnicodeLineBreaker(new Coupures())
                .useExternalResourceAccessControl(
                        (adresse, genre) -> adresse != null && adresse.startsWith("data:image/png;"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(xhtml, null);
        for (Police police : Police.values()) {
            fabrique.useFont(
                    new PoliceParesseuse(document, casse, police),
                    police.famille(),
                    police.graisse(),
                    police.style(),
                    true);
        }
        return fabrique.buildPdfRenderer();
    }

    private static PageSupplier pages(Page page) {
        return (document, largeur, hauteur, numero, ombre) -> {
            PDPage feuille = new PDPage(page.format());
            document.addPage(feuille);
            try (PDPageContentStream flux = new PDPageContentStream(document, feuille)) {
                flux.beginMarkedContent(COSName.ARTIFACT);
                page.decor().dessine(document, flux);
                flux.endMarkedContent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return feuille;
        };
    }

    /** Takes out what would make two prints differ: the clock, and what the Java runtime writes into colour profiles. */
    private void fige(PDDocument document, String xhtml, LocalDate date) throws IOException {
        Calendar jour = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        jour.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        document.getDocumentInformation().setCreationDate(jour);
        PDMetadata xmp = document.getDocumentCatalog().getMetadata();
        String texte = new String(xmp.toByteArray(), StandardCharsets.UTF_8);
        texte = XMP_DATE.matcher(texte).replaceFirst("$1" + date + "T00:00:00Z$2");
        xmp.importXMPMetadata(texte.getBytes(StandardCharsets.UTF_8));
        for (PDOutputIntent intention : document.getDocumentCatalog().getOutputIntents()) {
            COSStream flux = (COSStream) intention.getDestOutputIntent();
            try (OutputStream octets = flux.createOutputStream(COSName.FLATE_DECODE)) {
                octets.write(profil);
            }
        }
        document.setDocumentId(empreinte(xhtml));
    }

    private static long empreinte(String texte) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Puts a face into the document when it is first set in, so that a document holds only what it uses. */
    private static final class PoliceParesseuse extends PDFontSupplier {

        private final PDDocument document;
        private final Casse casse;
        private final Police police;

        PoliceParesseuse(PDDocument document, Casse casse, Police police) {
            super(null);
            this.document = document;
            this.casse = casse;
            this.police = police;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, casse.police(police), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
