package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApercuTest {
    @Test
    void apercus() throws IOException {
        Path d = Files.createDirectories(Path.of("target/apercus"));
        PdfDocuments docs = new PdfDocuments();
        Files.write(d.resolve("transmis.pdf"), docs.certificat(new Exemples().document()));
        Exemples e = new Exemples();
        e.enregistrement = Exemples.RNCP;
        e.couleur = "#7a1f3d";
        Files.write(d.resolve("rncp.pdf"), docs.certificat(e.document()));
        Files.write(d.resolve("releve.pdf"), docs.releve(e.document()));
        Files.write(
                d.resolve("partiel.pdf"), docs.releve(new Exemples().partiel().document()));
        e = new Exemples();
        e.titulaire = "Marie-Antoinette Élisabeth Żółtowska-Łęcka de Saint-Germain-en-Laye épouse Ştefănescu-Ğünaydın";
        e.intitule =
                "Conducteur(trice) d'équipements industriels automatisés et technicien(ne) en maintenance préventive, corrective et améliorative des systèmes de production pluritechniques de l'aéronautique, du spatial et de la défense";
        e.enregistrement = Exemples.RNCP;
        Files.write(d.resolve("long.pdf"), docs.certificat(e.document()));
        Files.write(d.resolve("longreleve.pdf"), docs.releve(e.document()));
        assertThat(docs).isNotNull();
    }
}
