package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.delivrance.DocumentCertificat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every paper, whatever it says. */
class FabricationTest {

    private static final PdfDocuments DOCUMENTS = new PdfDocuments();

    static Stream<byte[]> papers() {
        Exemples registered = new Exemples();
        registered.enregistrement = Exemples.RNCP;
        return Stream.of(
                DOCUMENTS.certificat(new Exemples().document()),
                DOCUMENTS.certificat(registered.document()),
                DOCUMENTS.releve(registered.document()),
                DOCUMENTS.releve(new Exemples().partiel().document()));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void everyFontIsInside(byte[] pdf) {
        Lecture.ouvre(pdf, document -> {
            assertThat(Lecture.polices(document)).isNotEmpty().allSatisfy(police -> assertThat(police.isEmbedded())
                    .as(police.getName())
                    .isTrue());
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("papers")
    void saysOfItselfWhatItIsAndInWhichLanguage(byte[] pdf) {
        Lecture.ouvre(pdf, document -> {
            PDDocumentInformation infos = document.getDocumentInformation();
            assertThat(infos.getTitle())
                    .contains("Opérateur(trice) en maintenance industrielle")
                    .contains("Camille Desrosières");
            assertThat(infos.getAuthor())
                    .isEqualTo("Union des industries et métiers de la métallurgie (UIMM) et CPNE de la métallurgie");
            assertThat(infos.getSubject()).isNotBlank();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("papers")
    void isTaggedAndMadeToBeKept(byte[] pdf) {
        Lecture.ouvre(pdf, document -> {
            PDDocumentCatalog catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot()).isNotNull();
            assertThat(catalogue.getOutputIntents()).hasSize(1);
            assertThat(new String(catalogue.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>3</pdfaid:part>")
                    .contains("<pdfaid:conformance>A</pdfaid:conformance>")
                    .contains("<pdfuaid:part>1</pdfuaid:part>");
            return null;
        });
    }

    @Test
    void sameDataGiveTheSameBytes() {
        DocumentCertificat d = new Exemples().document();
        PdfDocuments other = new PdfDocuments();
        assertThat(other.certificat(d)).isEqualTo(DOCUMENTS.certificat(d));
        assertThat(other.releve(d)).isEqualTo(DOCUMENTS.releve(d));
    }

    @Test
    void manyThreadsDoNotMixTheirPapers() throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> papiers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Exemples exemple = new Exemples();
                exemple.numero = "MET-2026-" + String.format("%06d", i);
                exemple.titulaire = "Titulaire du certificat numéro " + i + "x";
                DocumentCertificat d = exemple.document();
                boolean parchemin = i % 2 == 0;
                papiers.add(fils.submit(() -> parchemin ? DOCUMENTS.certificat(d) : DOCUMENTS.releve(d)));
            }
            for (int i = 0; i < papiers.size(); i++) {
                assertThat(Lecture.texte(papiers.get(i).get()))
                        .contains("MET-2026-" + String.format("%06d", i))
                        .contains("Titulaire du certificat numéro " + i + "x");
            }
        } finally {
            fils.shutdownNow();
        }
    }

    @Test
    void canBeStoppedWhetherOrNotItHasPrinted() {
        new PdfDocuments().ferme();
        PdfDocuments used = new PdfDocuments();
        used.certificat(new Exemples().document());
        used.ferme();
    }

    @Test
    void theBundleExportsNothingAndImportsNothingOptionally() throws Exception {
        Attributes bundle;
        try (var flux = Files.newInputStream(Path.of("target", "classes", "META-INF", "MANIFEST.MF"))) {
            bundle = new Manifest(flux).getMainAttributes();
        }
        assertThat(bundle.getValue("Export-Package")).isNull();
        assertThat(bundle.getValue("Import-Package"))
                .doesNotContain("resolution:=optional")
                .doesNotContain("com.openhtmltopdf")
                .doesNotContain("org.apache.pdfbox")
                .doesNotContain("com.google.zxing")
                .doesNotContain("com.github.weisj")
                .doesNotContain("gg.jte");
    }
}
