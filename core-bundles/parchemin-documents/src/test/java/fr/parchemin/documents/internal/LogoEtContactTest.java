package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.delivrance.DocumentCertificat.Contact;
import fr.parchemin.delivrance.DocumentImpossible;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a paper bears of its branch beside its words. */
class LogoEtContactTest {

    private static final int VERT = 0x107040;
    private static final String DESSIN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\">"
            + "<rect width=\"60\" height=\"20\" fill=\"#107040\"/></svg>";

    private final PdfDocuments documents = new PdfDocuments();
    private final Exemples exemple = new Exemples();

    private static String svg(String contenu) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(contenu.getBytes(StandardCharsets.UTF_8));
    }

    private static String png() {
        BufferedImage image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, new Color(VERT).getRGB());
            }
        }
        return Image.png(image);
    }

    private List<byte[]> papers() {
        return List.of(documents.certificat(exemple.document()), documents.releve(exemple.document()));
    }

    static Stream<String> logos() {
        return Stream.of(svg(DESSIN), png());
    }

    @ParameterizedTest
    @MethodSource("logos")
    void theLogoIsPrintedOnEachPaper(String logo) {
        papers().forEach(pdf -> assertThat(Lecture.surface(pdf, VERT)).isZero());

        exemple.logo = logo;

        // Three times as wide as high, in the room that each paper has: 48 × 16 mm, then 46 × 15,3 mm.
        assertThat(Lecture.surface(papers().get(0), VERT)).isBetween(48 * 16 * 0.9, 48 * 16 * 1.1);
        assertThat(Lecture.surface(papers().get(1), VERT)).isBetween(46 * 15.3 * 0.9, 46 * 15.3 * 1.1);
    }

    @Test
    void theLogoIsReadOutToWhoDoesNotSeeIt() {
        exemple.logo = svg(DESSIN);
        for (byte[] pdf : papers()) {
            assertThat(Lecture.remplacements(pdf)).contains("Logo de la branche Métallurgie");
        }
    }

    @Test
    void aPaperWithoutLogoSpeaksOfNone() {
        for (byte[] pdf : papers()) {
            assertThat(Lecture.remplacements(pdf)).isNotEmpty().noneMatch(texte -> texte.contains("Logo"));
        }
    }

    @Test
    void theContactStandsAtTheFoot() {
        exemple.contact =
                new Contact("cpne@exemple.test", "01 23 45 67 89", "https://cpne.exemple.test/", "1 rue de l'Essai");
        for (byte[] pdf : papers()) {
            assertThat(Lecture.texte(pdf))
                    .contains("Contact : 1 rue de l’Essai · 01 23 45 67 89 · cpne@exemple.test ·"
                            + " https://cpne.exemple.test/");
        }
        assertThat(Lecture.texte(papers().get(0))).endsWith("https://cpne.exemple.test/");
    }

    @Test
    void aContactSaysOnlyWhatThereIs() {
        exemple.contact = new Contact("cpne@exemple.test", null, null, null);
        papers().forEach(pdf -> assertThat(Lecture.texte(pdf)).contains("Contact : cpne@exemple.test"));
        exemple.contact = new Contact(null, null, null, null);
        papers().forEach(pdf -> assertThat(Lecture.texte(pdf)).doesNotContain("Contact"));
    }

    @Test
    void theParcheminStaysOnePageWithAllOfThem() {
        exemple.logo = svg(DESSIN.replace("60", "10"));
        exemple.enregistrement = Exemples.RNCP;
        exemple.intitule = "Conducteur ou conductrice d’équipements industriels ".repeat(6);
        exemple.titulaire = "Marie-Antoinette Élisabeth de Saint-Germain-en-Laye ".repeat(2);
        exemple.contact =
                new Contact("c@exemple.test", "01", null, "Bâtiment des essais, 1 rue de l’Essai ".repeat(10));
        byte[] pdf = documents.certificat(exemple.document());
        assertThat(Lecture.pages(pdf)).hasSize(1);
        assertThat(Lecture.texte(pdf)).endsWith("c@exemple.test");
        assertThat(Lecture.codeQr(pdf)).isPresent();
    }

    @Test
    void sameLogoGivesTheSameBytes() {
        exemple.logo = svg(DESSIN);
        assertThat(new PdfDocuments().certificat(exemple.document()))
                .isEqualTo(documents.certificat(exemple.document()));
    }

    /** Ten times ten times ten … circles: no picture, whatever its size. */
    private static String bombe() {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><defs>")
                .append("<circle id=\"n0\" r=\"1\"/>");
        for (int i = 1; i < 9; i++) {
            svg.append("<g id=\"n").append(i).append("\">");
            svg.append(("<use href=\"#n" + (i - 1) + "\"/>").repeat(10)).append("</g>");
        }
        return svg.append("</defs><use href=\"#n8\"/></svg>").toString();
    }

    @Test
    void aDrawingThatMultipliesItselfIsNotDrawn() {
        exemple.logo = svg(bombe());
        assertThatThrownBy(() -> documents.certificat(exemple.document()))
                .isInstanceOf(DocumentImpossible.class)
                .hasMessageContaining("le logo de la branche ne peut pas être dessiné");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data:image/png;base64,AAAA", "data:image/svg+xml;base64,AAAA", "https://exemple.test/logo.png"})
    void aLogoThatCannotBeDrawnIsNamed(String logo) {
        exemple.logo = logo;
        assertThatThrownBy(() -> documents.certificat(exemple.document()))
                .isInstanceOf(DocumentImpossible.class)
                .hasMessageContaining("logo");
    }
}
