package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.delivrance.DocumentCertificat.Certificateur;
import fr.parchemin.delivrance.DocumentCertificat.Enregistrement;
import fr.parchemin.delivrance.DocumentCertificat.Signataire;
import fr.parchemin.delivrance.DocumentCertificat.Statut;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcheminTest {

    private final PdfDocuments documents = new PdfDocuments();
    private final Exemples exemple = new Exemples();

    @Test
    void saysWhoHoldsWhatAndWhoGaveIt() {
        assertThat(texte())
                .contains("Certificat de qualification paritaire de la métallurgie")
                .contains("CQPM")
                .contains("MÉTALLURGIE")
                .contains("Opérateur(trice) en maintenance industrielle")
                .contains("délivré à Camille Desrosières")
                .contains("née le 1er mars 1998 au Mans")
                .contains("au vu de la délibération du jury du 12 novembre 2026, par")
                .contains("Union des industries et métiers de la métallurgie (UIMM) et CPNE de la métallurgie")
                .contains("Fait à Paris, le 25 novembre 2026")
                .contains("Le président de la CPNEFP");
    }

    @Test
    void theBirthAgreesWithTheHolder() {
        exemple.sexe = Candidat.Sexe.M;
        assertThat(texte()).contains("né le 1er mars 1998");
    }

    /** A duplicata of what was issued before it was kept. */
    @Test
    void theBirthIsWrittenBothWaysWhenNothingSaysWhich() {
        exemple.sexe = null;
        assertThat(texte()).contains("né(e) le 1er mars 1998");
    }

    @Test
    void saysTheMentionsOfTheBranch() {
        exemple.mentions = List.of("Certificat créé par la CPNE le 12 mars 2024", "Mention d’essai");
        assertThat(unePage()).contains("Certificat créé par la CPNE le 12 mars 2024 Mention d’essai délivré à");
    }

    @Test
    void aRegisteredCertificateSaysNoMentionButThoseOfTheLaw() {
        exemple.mentions = List.of("Mention d’essai");
        for (Enregistrement enregistrement : List.of(Exemples.RNCP, Exemples.RS)) {
            exemple.enregistrement = enregistrement;
            assertThat(texte()).doesNotContain("Mention d’essai");
        }
    }

    @Test
    void bearsItsNumberAndTheWayToCheckIt() {
        assertThat(texte())
                .contains("N° MET-2026-000001")
                .contains("Code de vérification : 7KQ2-M9XD-4RTB-ZC3H")
                .contains("https://parchemin.exemple.fr/v/7KQ2-M9XD-4RTB-ZC3H");
    }

    @Test
    void qrCodeLeadsToThePageOfVerification() {
        assertThat(Lecture.codeQr(pdf())).contains("https://parchemin.exemple.fr/v/7KQ2-M9XD-4RTB-ZC3H");
    }

    @Test
    void namesTheSignatoryWhenThereIsOne() {
        exemple.signataire = new Signataire("La présidente de la CPNEFP", "Dominique Exemple");
        assertThat(texte()).contains("La présidente de la CPNEFP").contains("Dominique Exemple");
    }

    @Test
    void doesWithoutASigle() {
        exemple.sigle = null;
        assertThat(texte()).doesNotContain("CQPM").contains("Opérateur(trice) en maintenance industrielle");
    }

    @Test
    void doesNotRepeatANatureThatIsItsOwnSigle() {
        exemple.nature = "CQP";
        exemple.sigle = "CQP";
        assertThat(texte()).containsOnlyOnce("CQP ");
    }

    @Test
    void keepsTheEffectOnTheClassificationForTheReleve() {
        assertThat(texte()).doesNotContain("62.5").doesNotContain("Aucun effet");
    }

    @Test
    void aTransmittedCertificationShowsNeitherLevelNorRegistration() {
        exemple.enregistrement = new Enregistrement(Statut.TRANSMIS, null, 3, null, List.of("250r"));
        assertThat(texte())
                .doesNotContainIgnoringCase("niveau")
                .doesNotContain("RNCP")
                .doesNotContain("NSF")
                .doesNotContain("250r")
                .doesNotContainIgnoringCase("enregistr")
                .doesNotContain("France compétences");
    }

    @Test
    void neverUsesTheWordsThatAreForbidden() {
        for (Enregistrement enregistrement : List.of(Exemples.TRANSMIS, Exemples.RNCP, Exemples.RS)) {
            exemple.enregistrement = enregistrement;
            assertThat(texte())
                    .doesNotContainPattern("(?i)bac ?\\+")
                    .doesNotContainIgnoringCase("sous réserve")
                    .doesNotContainIgnoringCase("en cours")
                    .doesNotContainIgnoringCase("titre professionnel");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ștefan Țepeș-Ğünaydın",
                "Łucja Żółtowska-Święcka",
                "Ÿolande L’Haÿ-Œuvray",
                "Åsa Ðorđević Þórsdóttir",
                "Nguyễn Thị Hường",
                "Ŧorbjørn Ŋálgu"
            })
    void printsEveryLatinScript(String nom) {
        exemple.titulaire = nom;
        assertThat(texte()).contains("délivré à " + nom + " née");
    }

    @Test
    void composesAccentsThatComeApart() {
        exemple.titulaire = "E\u0301lodie Ble\u0301riot";
        assertThat(texte()).contains("Élodie Blériot");
    }

    @Test
    void treatsMarkupInANameAsText() {
        exemple.titulaire = "<b>Ann</b> & \"Bob\" ]]> <!-- &amp; -->";
        exemple.intitule = "</style><script>alert(1)</script><img src=\"file:///etc/passwd\"/>";
        exemple.branche = "<?xml version=\"1.0\"?>";
        assertThat(texte())
                .contains("<b>Ann</b> & \"Bob\" ]]> <!-- &amp; -->")
                .contains("</style><script>alert(1)</script><img src=\"file:///etc/passwd\"/>")
                .contains("<?XML VERSION=\"1.0\"?>");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 90, 130, 180})
    void holdsOnOnePageWhateverTheName(int longueur) {
        exemple.titulaire = phrase("Marie-Antoinette Élisabeth de Saint-Germain-en-Laye ", longueur);
        assertThat(unePage()).contains(exemple.titulaire).contains("Le président de la CPNEFP");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 80, 140, 220, 300, 400})
    void holdsOnOnePageWhateverTheTitle(int longueur) {
        exemple.enregistrement = Exemples.RNCP;
        exemple.intitule =
                phrase("Conducteur(trice) d’équipements industriels automatisés et de maintenance ", longueur);
        assertThat(unePage()).contains(exemple.intitule).contains("Le président de la CPNEFP");
    }

    @Test
    void holdsOnOnePageWhenEverythingIsLong() {
        exemple.enregistrement = Exemples.RNCP;
        exemple.nature = phrase("Certificat de qualification paritaire interbranches des industries de process ", 160);
        exemple.intitule = phrase("Conducteur(trice) d’équipements industriels automatisés et de maintenance ", 260);
        exemple.titulaire = phrase("Marie-Antoinette Élisabeth de Saint-Germain-en-Laye ", 120);
        exemple.certificateurs = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> new Certificateur("Commission paritaire nationale de l’emploi numéro " + i, null, null))
                .collect(Collectors.toList());
        exemple.signataire = new Signataire(
                phrase("Le président de la commission paritaire nationale de l’emploi ", 140), "Dominique Exemple");
        assertThat(unePage())
                .contains(exemple.nature)
                .contains(exemple.intitule)
                .contains(exemple.titulaire)
                .contains("numéro 6")
                .contains("Dominique Exemple");
    }

    @Test
    void holdsAWordThatIsLongerThanTheLine() {
        exemple.titulaire = "Aaaaabbbbb".repeat(16);
        assertThat(unePage().replace(" ", "")).contains(exemple.titulaire);
    }

    private String unePage() {
        byte[] pdf = pdf();
        assertThat(Lecture.pages(pdf)).hasSize(1);
        return Lecture.texte(pdf);
    }

    private String texte() {
        return Lecture.texte(pdf());
    }

    private byte[] pdf() {
        return documents.certificat(exemple.document());
    }

    /** So many characters of that, ended with a whole word. */
    private static String phrase(String motif, int longueur) {
        return (motif.repeat(longueur / motif.length() + 1).substring(0, longueur) + "x").strip();
    }
}
