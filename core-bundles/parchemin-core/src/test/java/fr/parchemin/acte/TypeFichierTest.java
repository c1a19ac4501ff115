package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TypeFichierTest {

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static byte[] picture(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> objection(String nom, byte[] content, TypeFichier... admis) {
        Set<TypeFichier> types =
                admis.length == 0 ? EnumSet.allOf(TypeFichier.class) : EnumSet.copyOf(Arrays.asList(admis));
        return TypeFichier.objection("piece", nom, content, 100 * 1024, types).map(Refus::detail);
    }

    @Test
    void aFileIsWhatItsContentSays() {
        assertThat(TypeFichier.of(PDF)).contains(TypeFichier.PDF);
        assertThat(TypeFichier.of(picture("png"))).contains(TypeFichier.PNG);
        assertThat(TypeFichier.of(picture("jpg"))).contains(TypeFichier.JPEG);
    }

    @Test
    void whatOnlyBeginsLikeAFileIsNone() {
        assertThat(TypeFichier.of("%PDF-1.7\n<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        byte[] png = picture("png");
        assertThat(TypeFichier.of(Arrays.copyOf(png, png.length - 12))).isEmpty();
        byte[] jpeg = picture("jpg");
        assertThat(TypeFichier.of(Arrays.copyOf(jpeg, jpeg.length / 2))).isEmpty();
        assertThat(TypeFichier.of(new byte[0])).isEmpty();
    }

    @Test
    void aPageOrAProgramIsTakenUnderNoName() {
        for (String content : new String[] {
            "<!doctype html><script>alert(1)</script>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "MZ\u0090\0",
            "PK\u0003\u0004",
            "  %PDF-1.7 %%EOF"
        }) {
            assertThat(objection("piece.pdf", content.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(content)
                    .hasValueSatisfying(detail -> assertThat(detail).contains("PDF, PNG, JPEG"));
        }
    }

    @Test
    void aTypeThatTheFieldDoesNotAskForIsRefused() {
        assertThat(objection("photo.png", picture("png"), TypeFichier.PDF)).isPresent();
        assertThat(objection("photo.png", picture("png"), TypeFichier.PNG)).isEmpty();
    }

    @Test
    void aNameThatContradictsTheContentIsRefused() {
        assertThat(objection("photo.JPEG", picture("jpg"))).isEmpty();
        assertThat(objection("photo.png", picture("jpg")))
                .hasValueSatisfying(d -> assertThat(d).contains("JPEG", ".jpg"));
        assertThat(objection("piece.pdf.html", PDF)).isPresent();
        assertThat(objection("piece", PDF)).isPresent();
    }

    @Test
    void whatIsEmptyOrTooLargeIsRefused() {
        assertThat(objection("piece.pdf", new byte[0])).isPresent();
        assertThat(objection("piece.pdf", new byte[100 * 1024 + 1]))
                .hasValueSatisfying(d -> assertThat(d).contains("100 Ko"));
    }
}
