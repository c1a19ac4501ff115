package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.delivrance.DocumentCertificat.EffetLigne;
import fr.parchemin.delivrance.DocumentCertificat.LigneBloc;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleveTest {

    private final PdfDocuments documents = new PdfDocuments();
    private final Exemples exemple = new Exemples();

    @Test
    void listsTheBlocsWithTheirCompetencesAndTheirValidity() {
        assertThat(texte())
                .contains("Relevé de blocs de compétences")
                .contains("Validation totale : 2 blocs validés sur 2")
                .contains("OMI-B1 Maintenance corrective")
                .contains("Établir un pré-diagnostic de panne")
                .contains("Remettre en état par échange de pièces ou d’ensembles")
                .contains("12 novembre 2026 12 novembre 2031")
                .contains("12 novembre 2026 sans limite")
                .contains("Ce relevé accompagne le certificat et n’en tient pas lieu.");
    }

    @Test
    void identifiesTheHolderAndTheCertificate() {
        assertThat(texte())
                .contains("Camille Desrosières")
                .contains("Née le 1er mars 1998 au Mans")
                .contains("Certificateurs : Union des industries et métiers de la métallurgie (UIMM) et CPNE")
                .contains("Certificat n° MET-2026-000001")
                .contains("Fait à Paris, le 25 novembre 2026");
    }

    @Test
    void givesTheEffectOnTheClassificationWithItsArticle() {
        assertThat(texte())
                .contains("Effet sur le classement conventionnel")
                .contains("Aucun effet par lui-même")
                .contains("Art. 62.5 – Convention collective nationale de la métallurgie du 7 février 2022");
    }

    @Test
    void anEffectMayHaveNoSource() {
        exemple.effet = new EffetLigne("Coefficient 120 au moins", null, " ");
        assertThat(texte()).contains("Coefficient 120 au moins").doesNotContain("62.5");
    }

    @Test
    void saysOnWhichSnapshotItStands() {
        assertThat(texte()).contains("Référentiel version 1.0.0, empreinte " + exemple.empreinte);
    }

    @Test
    void qrCodeLeadsToThePageOfVerification() {
        assertThat(Lecture.codeQr(pdf())).contains(exemple.adresseVerification);
    }

    @Test
    void afterAPartialValidationItIsNoCertificate() {
        exemple.partiel();
        assertThat(texte())
                .contains("Validation partielle : 1 bloc validé sur 2")
                .contains("il ne tient pas lieu de certificat")
                .contains("Non validé")
                .contains("Délibéré le 12 novembre 2026")
                .doesNotContain("MET-2026")
                .doesNotContain("Code de vérification")
                .doesNotContain("Effet sur le classement");
        assertThat(Lecture.codeQr(pdf())).isEmpty();
    }

    @Test
    void allBlocsWithoutACertificateIsNotCalledPartial() {
        List<LigneBloc> tous = exemple.blocs;
        exemple.partiel().blocs = tous;
        assertThat(texte())
                .contains("2 blocs validés sur 2")
                .contains("il ne tient pas lieu de certificat")
                .doesNotContain("Validation");
    }

    @Test
    void runsOverAsManyPagesAsTheBlocsNeed() {
        exemple.blocs = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> new LigneBloc(
                        "OMI-B" + i,
                        "Bloc numéro " + i,
                        true,
                        LocalDate.of(2026, 11, 12),
                        null,
                        List.of("Première compétence du bloc", "Seconde compétence du bloc")))
                .collect(Collectors.toList());
        List<String> pages = Lecture.pages(pdf());
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages).allSatisfy(page -> assertThat(page)
                .contains("Relevé de blocs de compétences – certificat n° MET-2026-000001 – Camille Desrosières")
                .contains(" sur " + pages.size()));
        assertThat(pages.get(1)).contains("Valable jusqu’au").contains("Page 2 sur");
        assertThat(String.join(" ", pages)).contains("Bloc numéro 30").contains("Le président de la CPNEFP");
    }

    @Test
    void treatsMarkupAsText() {
        exemple.titulaire = "<i>Zoé</i>";
        exemple.effet = new EffetLigne("<script>", "art. <1>", "&eacute;");
        assertThat(texte()).contains("<i>Zoé</i>").contains("<script>").contains("Art. <1> – &eacute;");
    }

    private String texte() {
        return Lecture.texte(pdf());
    }

    private byte[] pdf() {
        return documents.releve(exemple.document());
    }
}
