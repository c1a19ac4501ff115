package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.delivrance.DocumentCertificat.Certificateur;
import fr.parchemin.delivrance.DocumentCertificat.Enregistrement;
import fr.parchemin.delivrance.DocumentCertificat.Signataire;
import fr.parchemin.delivrance.DocumentCertificat.Statut;
import fr.parchemin.delivrance.DocumentImpossible;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What France compétences asks of the parchemin of a registered certification. */
class MentionsObligatoiresTest {

    private final PdfDocuments documents = new PdfDocuments();

    @Nested
    class OnTheParcheminOfARegisteredCertification {

        private final String texte = certificat(e -> e.enregistrement = Exemples.RNCP);

        @Test
        void registrationWithTheDecision() {
            assertThat(texte)
                    .contains("Certification enregistrée au répertoire national des certifications professionnelles"
                            + " (RNCP) sous le code RNCP99001 par décision du directeur général de France compétences"
                            + " en date du 1er décembre 2024");
        }

        @Test
        void legalAndTradeNameOfTheCertificateur() {
            assertThat(texte).contains("Union des industries et métiers de la métallurgie (UIMM)");
        }

        @Test
        void exactTitle() {
            assertThat(texte).contains(" Opérateur(trice) en maintenance industrielle ");
        }

        @Test
        void nationalLevelAndEuropeanLevel() {
            assertThat(texte)
                    .contains("Niveau 3 du cadre national des certifications professionnelles,"
                            + " niveau 3 du cadre européen des certifications (CEC)");
        }

        @Test
        void nsfCodes() {
            assertThat(texte).contains("Codes NSF : 250r, 201s");
        }

        @Test
        void identityOfTheHolder() {
            assertThat(texte).contains("délivré à Camille Desrosières née le 1er mars 1998 au Mans");
        }

        @Test
        void dateAndPlaceOfDelivery() {
            assertThat(texte).contains("Fait à Paris, le 25 novembre 2026");
        }

        @Test
        void blockOfTheSignature() {
            assertThat(texte).contains("Le président de la CPNEFP");
        }

        @Test
        void theReleveBearsThemToo() {
            Exemples exemple = new Exemples().partiel();
            exemple.enregistrement = Exemples.RNCP;
            assertThat(Lecture.texte(documents.releve(exemple.document())))
                    .contains("sous le code RNCP99001")
                    .contains("décision du directeur général de France compétences en date du 1er décembre 2024")
                    .contains("niveau 3 du cadre européen")
                    .contains("Codes NSF : 250r, 201s");
        }
    }

    @Test
    void theRepertoireSpecifiqueHasNoLevel() {
        assertThat(certificat(e -> e.enregistrement = Exemples.RS))
                .contains("Certification enregistrée au répertoire spécifique (RS) sous le code RS9001")
                .contains("décision du directeur général de France compétences en date du 27 mars 2025")
                .contains("Code NSF : 344t")
                .doesNotContainIgnoringCase("niveau");
    }

    @Nested
    class RefusesToPrintWithout {

        @Test
        void theCodeOfTheRegistration() {
            refuse(
                    e -> e.enregistrement = rncp(null, 3, LocalDate.of(2024, 12, 1), List.of("250r")),
                    "le code de l’enregistrement");
        }

        @Test
        void theDateOfTheDecision() {
            refuse(e -> e.enregistrement = rncp("RNCP99001", 3, null, List.of("250r")), "la date de la décision");
        }

        @Test
        void theLevel() {
            refuse(
                    e -> e.enregistrement = rncp("RNCP99001", null, LocalDate.of(2024, 12, 1), List.of("250r")),
                    "le niveau de qualification");
        }

        @Test
        void theNsfCodes() {
            refuse(e -> e.enregistrement = rncp("RNCP99001", 3, LocalDate.of(2024, 12, 1), List.of()), "les codes NSF");
        }

        @Test
        void aCertificateur() {
            refuse(e -> e.certificateurs = List.of(), "le nom légal du certificateur");
            refuse(
                    e -> e.certificateurs = List.of(new Certificateur(" ", "UIMM", null)),
                    "le nom légal du certificateur");
        }

        @Test
        void theTitle() {
            refuse(e -> e.intitule = " ", "l’intitulé");
        }

        @Test
        void theHolder() {
            refuse(e -> e.titulaire = "", "le nom du titulaire");
        }

        @Test
        void thePlaceOfBirth() {
            refuse(e -> e.lieuNaissance = "", "le lieu de naissance");
        }

        @Test
        void theDateOfDelivery() {
            refuse(e -> e.delivreLe = null, "la date de délivrance");
        }

        @Test
        void thePlaceOfDelivery() {
            refuse(e -> e.lieu = null, "le lieu de délivrance");
        }

        @Test
        void theSignatory() {
            refuse(e -> e.signataire = new Signataire(" ", null), "la qualité du signataire");
        }

        @Test
        void theNumber() {
            refuse(e -> e.numero = null, "le numéro du certificat");
        }

        @Test
        void theWayToCheckIt() {
            refuse(e -> e.adresseVerification = null, "l’adresse de vérification");
            refuse(e -> e.codeVerification = null, "le code de vérification");
        }

        private void refuse(Consumer<Exemples> manque, String mention) {
            Exemples exemple = new Exemples();
            manque.accept(exemple);
            assertThatThrownBy(() -> documents.certificat(exemple.document()))
                    .hasMessageContaining(mention)
                    .asInstanceOf(InstanceOfAssertFactories.type(DocumentImpossible.class))
                    .returns("DOCUMENT_INCOMPLET", DocumentImpossible::code);
        }
    }

    @Test
    void refusalsNameEverythingThatIsMissing() {
        Exemples exemple = new Exemples();
        exemple.lieu = null;
        exemple.titulaire = " ";
        assertThatThrownBy(() -> documents.certificat(exemple.document()))
                .hasMessage("mentions manquantes\u00a0: le nom du titulaire, le lieu de délivrance");
    }

    @Test
    void aReleveWithoutBlocsIsRefused() {
        Exemples exemple = new Exemples();
        exemple.blocs = List.of();
        assertThatThrownBy(() -> documents.releve(exemple.document()))
                .isInstanceOf(DocumentImpossible.class)
                .hasMessageContaining("les blocs de compétences");
    }

    @Test
    void aCharacterThatCannotBePrintedIsRefusedRatherThanReplaced() {
        for (String nom : List.of("李小龍", "Владимир\u0000", "Zoé\u0007", "Jo\ud83d\ude00")) {
            Exemples exemple = new Exemples();
            exemple.titulaire = nom;
            assertThatThrownBy(() -> documents.certificat(exemple.document()))
                    .asInstanceOf(InstanceOfAssertFactories.type(DocumentImpossible.class))
                    .returns("DOCUMENT_NON_IMPRIMABLE", DocumentImpossible::code);
        }
    }

    @Test
    void aTextThatNoSizeMakesFitIsRefused() {
        Exemples exemple = new Exemples();
        exemple.intitule = "Conduite de ligne automatisée ".repeat(200);
        assertThatThrownBy(() -> documents.certificat(exemple.document()))
                .asInstanceOf(InstanceOfAssertFactories.type(DocumentImpossible.class))
                .returns("DOCUMENT_NON_IMPRIMABLE", DocumentImpossible::code);
    }

    private String certificat(Consumer<Exemples> changement) {
        Exemples exemple = new Exemples();
        changement.accept(exemple);
        return Lecture.texte(documents.certificat(exemple.document()));
    }

    private static Enregistrement rncp(String code, Integer niveau, LocalDate decision, List<String> nsf) {
        return new Enregistrement(Statut.RNCP, code, niveau, decision, nsf);
    }
}
