package fr.parchemin.branche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.internal.YamlDefinitionReader;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    private static final String NS = "xmlns=\"http://www.w3.org/2000/svg\"";

    private static String objection(String file, String content) {
        return Logo.objection(file, content.getBytes(StandardCharsets.UTF_8))
                .map(Exemple::plain)
                .orElse(null);
    }

    private static byte[] png(int width, int height) {
        return ByteBuffer.allocate(40)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(width)
                .putInt(height)
                .array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg NS><script>alert(1)</script></svg>",
                "<svg NS onload=\"alert(1)\"/>",
                "<svg NS><foreignObject/></svg>",
                "<svg NS><image href=\"x.png\"/></svg>",
                "<svg NS><style>*{}</style></svg>",
                "<svg NS><use href=\"https://example.org/a.svg#b\"/></svg>",
                "<svg NS xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use xlink:href=\"data:text/html,x\"/></svg>",
                "<svg NS><rect fill=\"url( https://example.org/a )\"/></svg>",
                "<svg NS><rect style=\"fill:u\\rl(//example.org)\"/></svg>",
                "<svg NS><rect id=\"java script:x\"/></svg>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><svg NS><text>&a;</text></svg>",
                "<?xml-stylesheet href=\"a.css\"?><svg NS/>",
                "<svg NS><path stroke-dasharray=\"0.00001\" d=\"M0 0H1000\"/></svg>",
                "<svg NS><path style=\"stroke-dash\\array:0.00001\" d=\"M0 0H1000\"/></svg>",
                "<html NS/>",
                "<svg/>",
                "<svg NS><g>",
                "pas du XML"
            })
    void aPictureThatIsMoreThanAPictureIsRefused(String svg) {
        assertThat(objection("a.svg", svg.replace("NS", NS))).isNotNull();
    }

    @Test
    void whatIsDrawnIsAdmitted() {
        assertThat(objection(
                        "a.svg",
                        "<svg NS viewBox=\"0 0 8 8\"><defs><linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient></defs><rect fill=\"url(#g)\"/><use href=\"#g\"/></svg>"
                                .replace("NS", NS)))
                .isNull();
    }

    @Test
    void aWholePngIsAdmittedAndADamagedOneIsNot() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png", png);
        byte[] whole = png.toByteArray();
        assertThat(Logo.objection("a.png", whole)).isEmpty();
        assertThat(Logo.objection("a.png", Arrays.copyOf(whole, whole.length / 2)))
                .contains("le logo est une image PNG abîmée");
        assertThat(Logo.objection("a.png", png(64, 64))).contains("le logo est une image PNG abîmée");
    }

    @Test
    void aPictureTooLargeOrOfAnotherKindIsRefused() {
        assertThat(objection("a.png", "GIF89a")).isEqualTo("le logo n’est pas une image PNG");
        assertThat(Logo.objection("a.png", png(2049, 10)).map(Exemple::plain))
                .contains("le logo mesure 2049 × 10 pixels, au plus 2048 de côté");
        assertThat(Logo.objection("a.png", new byte[Logo.OCTETS_MAXIMUM + 1])).contains("le logo dépasse 64 Ko");
        assertThat(objection("a.svg", "<svg NS>".replace("NS", NS) + "<g>".repeat(60) + "</g>".repeat(60) + "</svg>"))
                .contains("trop compliqué");
    }

    @Test
    void theDefinitionHoldsThePictureOrSaysWhyNot(@TempDir Path folder) {
        Lecture read = new YamlDefinitionReader().read(Plateforme.definition("complete"));
        assertThat(((Lecture.Valide) read).definition().branche().logo()).startsWith("data:image/svg+xml;base64,");

        Copie hostile = Copie.of("complete", folder).write("logo.svg", "<svg " + NS + " onload=\"x()\"/>");
        assertThat(((Lecture.Invalide) new YamlDefinitionReader().read(hostile.url()))
                        .motifs().stream().map(MotifErreur::phrase).map(Exemple::plain))
                .containsExactly("branche.yaml, ligne " + hostile.line("branche.yaml", "logo:")
                        + ", logo : l’attribut « onload » n’est pas admis ainsi dans un logo");
        Copie absent = Copie.of("complete", folder).delete("logo.svg");
        assertThat(((Lecture.Invalide) new YamlDefinitionReader().read(absent.url())).motifs())
                .extracting(MotifErreur::code)
                .containsExactly(MotifErreur.Code.DEFINITION_INTROUVABLE);
    }
}
