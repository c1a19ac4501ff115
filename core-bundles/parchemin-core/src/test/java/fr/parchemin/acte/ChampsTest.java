package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChampsTest {

    private static CodeRefus code(Optional<Refus> refus) {
        return refus.map(Refus::code).orElse(null);
    }

    @Test
    void aLineMayBeLeftOutUnlessItIsRequired() {
        assertThat(Champs.line("nom", null)).isEmpty();
        assertThat(code(Champs.requiredLine("nom", null))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(code(Champs.requiredLine("nom", " "))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
    }

    @Test
    void aLineHasRoomForSoMuch() {
        assertThat(Champs.requiredLine("nom", "x".repeat(Champs.LIGNE))).isEmpty();
        assertThat(code(Champs.requiredLine("nom", "x".repeat(Champs.LIGNE + 1))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(Champs.requiredLine("lieu", "x".repeat(81), 80))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aLineIsOneLine() {
        assertThat(code(Champs.line("nom", "a\nb"))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(Champs.line("nom", "a\u0000b"))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(Champs.line("nom", "Ève-Lyne N’Guyên")).isEmpty();
    }

    @Test
    void aParagraphMayHaveLinesButNoOtherControl() {
        assertThat(Champs.paragraph("motif", "a\r\n\tb")).isEmpty();
        assertThat(Champs.paragraph("motif", null)).isEmpty();
        assertThat(code(Champs.paragraph("motif", "a\u0007"))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(Champs.paragraph("motif", "x".repeat(Champs.PARAGRAPHE + 1))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }
}
