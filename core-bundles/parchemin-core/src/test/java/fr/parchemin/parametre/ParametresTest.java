package fr.parchemin.parametre;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.Branche;
import fr.parchemin.branche.Financement;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.parametre.ParametresBranche.Demande;
import fr.parchemin.parametre.ParametresBranche.Saisie;
import fr.parchemin.parametre.internal.TransactionalParametres;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametresTest {

    private final Plateforme p = new Plateforme();
    private final LocalDate today = p.clock.today();

    private static Saisie signataire(String qualite, String nom) {
        return new Saisie(qualite, nom, null, null, null, null, null, null, null, null, null, null);
    }

    private static Saisie tarif(String certification, String montant) {
        return new Saisie(
                null,
                null,
                null,
                null,
                null,
                null,
                certification,
                "Parcours complet",
                new BigDecimal(montant),
                Financement.Unite.PARCOURS,
                null,
                null);
    }

    private static Saisie logo(String fichier, String content) {
        return new Saisie(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                fichier,
                content.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome<Entree> decide(String cle, Saisie saisie, LocalDate du, LocalDate au) {
        return p.parametres.decide(
                p.secretariat, Plateforme.ESSAI, new Demande(cle, saisie, du, au, "Élection du bureau"));
    }

    private Outcome<Entree> decide(String cle, Saisie saisie) {
        return decide(cle, saisie, today, null);
    }

    private Certificat delivered(String nom) {
        return p.delivrances
                .deliver(p.certificateur, p.decidee(nom, true, true).id(), "Lille")
                .orElseThrow();
    }

    private Branche shown() {
        return p.parametres
                .today(p.catalogue.branche(Plateforme.ESSAI).orElseThrow())
                .identite()
                .orElseThrow();
    }

    @Test
    void publicPagesTellADecisionOfTheirNodeAtOnceAndOneOfAnotherNodeASecondLater() {
        ParametresBranche elsewhere = new TransactionalParametres(p.base, p.decides, p.journal, p.catalogue, p.clock);
        String defined = shown().signataire().nom();

        decide("signataire", signataire("Présidente", "Ada Ici")).orElseThrow();
        assertThat(shown().signataire().nom()).isEqualTo("Ada Ici");

        elsewhere
                .decide(
                        p.secretariat,
                        Plateforme.ESSAI,
                        new Demande("signataire", signataire("Présidente", "Ada Ailleurs"), today, null, "Élection"))
                .orElseThrow();
        assertThat(shown().signataire().nom()).isEqualTo("Ada Ici").isNotEqualTo(defined);
        p.clock.advance(Duration.ofSeconds(1));
        assertThat(shown().signataire().nom()).isEqualTo("Ada Ailleurs");
    }

    @Test
    void aCertificateBearsTheSignatoryOfTheDayOfItsDeliveryAndKeepsIt() {
        Branche.Signataire defined = shown().signataire();
        Entree entree = decide(
                        "signataire",
                        signataire("Présidente de la commission", "Ada Lointaine"),
                        today.plusDays(1),
                        null)
                .orElseThrow();
        Certificat before = delivered("Durand");
        p.clock.advance(Duration.ofDays(1));
        Certificat after = delivered("Martin");
        p.parametres
                .cancel(p.secretariat, Plateforme.ESSAI, entree.id(), "Élection annulée")
                .orElseThrow();
        Certificat restored = delivered("Petit");

        DocumentCertificat.Signataire ofDefinition =
                new DocumentCertificat.Signataire(defined.qualite(), defined.nom());
        assertThat(before.document().signataire()).isEqualTo(ofDefinition);
        assertThat(p.delivrances
                        .find(p.certificateur, after.numero())
                        .orElseThrow()
                        .document()
                        .signataire())
                .isEqualTo(new DocumentCertificat.Signataire("Présidente de la commission", "Ada Lointaine"));
        assertThat(restored.document().signataire()).isEqualTo(ofDefinition);
    }

    @Test
    void aCertificateBearsTheLogoAndTheContactOfTheDayOfItsDeliveryAndKeepsThem() {
        Certificat before = delivered("Durand");
        Entree logo = decide("logo", logo("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"))
                .orElseThrow();
        Entree contact = decide(
                        "contact",
                        new Saisie(
                                null, null, "cpne@exemple.test", null, null, null, null, null, null, null, null, null))
                .orElseThrow();
        Certificat after = delivered("Martin");
        for (Entree entree : List.of(logo, contact)) {
            p.parametres
                    .cancel(p.secretariat, Plateforme.ESSAI, entree.id(), "Reprise")
                    .orElseThrow();
        }

        DocumentCertificat kept = p.delivrances
                .find(p.certificateur, after.numero())
                .orElseThrow()
                .document();
        assertThat(kept.logo()).isEqualTo(((Valeur.Logo) logo.valeur()).image());
        assertThat(kept.contact()).isEqualTo(new DocumentCertificat.Contact("cpne@exemple.test", null, null, null));
        assertThat(before.document().logo()).isEqualTo(shown().logo()).isNotEqualTo(kept.logo());
        assertThat(before.document().contact()).isNotEqualTo(kept.contact());
    }

    @Test
    void aRefusalNamesTheFieldThatItIsAbout() {
        assertThat(decide("tarif", tarif(null, "-1")).reason().orElseThrow().champ())
                .isEqualTo("montant");
        assertThat(decide("signataire", signataire(null, "Ada"))
                        .reason()
                        .orElseThrow()
                        .champ())
                .isEqualTo("qualite");
        assertThat(decide("jury", signataire("Présidente", null))
                        .reason()
                        .orElseThrow()
                        .champ())
                .isNull();
    }

    @Test
    void aPriceIsShownWithItsDates() {
        decide("tarif", tarif("ESS-OPE", "1250.50"), today, today.plusDays(30)).orElseThrow();

        assertThat(shown().financement()).anySatisfy(line -> assertThat(line)
                .usingRecursiveComparison()
                .ignoringFields("code")
                .isEqualTo(new Financement(
                        null,
                        "ESS-OPE",
                        Financement.Nature.COUT,
                        "Parcours complet",
                        null,
                        new BigDecimal("1250.50"),
                        Financement.Unite.PARCOURS,
                        today,
                        today.plusDays(30),
                        List.of(),
                        null)));
        p.clock.advance(Duration.ofDays(31));
        assertThat(shown().financement()).noneMatch(line -> line.objet().equals("Parcours complet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"referentiel", "grille", "decision", "jury", "SIGNATAIRE", ""})
    void whatIsNoParameterIsRefusedWithTheWayToChangeIt(String cle) {
        Outcome<Entree> refused = decide(cle, signataire("Présidente", null));

        assertThat(code(refused)).isEqualTo(CodeRefus.PARAMETRE_NON_REGLABLE);
        assertThat(detail(refused)).contains("ne se règlent pas à l’écran", "publiez une nouvelle version");
    }

    @Test
    void datesOutOfOrderOrOutOfReachAreRefused() {
        Saisie saisie = signataire("Présidente", null);

        assertThat(detail(decide("signataire", saisie, today, today.minusDays(1))))
                .contains("« au »");
        assertThat(detail(decide("signataire", saisie, LocalDate.of(20260, 1, 1), null)))
                .contains("« du »");
        assertThat(code(decide("signataire", saisie, null, null))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(decide("signataire", saisie, today, today).isDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100000.01", "1.005", "1e999999", "1e-999999"})
    void anAbsurdPriceIsRefused(String montant) {
        Outcome<Entree> refused = decide("tarif", tarif(null, montant));

        assertThat(code(refused)).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(detail(refused)).contains("montant");
    }

    @Test
    void aPriceOfAnUnknownCertificationIsRefused() {
        assertThat(code(decide("tarif", tarif("RIEN", "10")))).isEqualTo(CodeRefus.CERTIFICATION_INCONNUE);
    }

    @Test
    void aLogoIsHeldToWhatADefinitionIsHeldTo() {
        assertThat(decide("logo", logo("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>"))
                        .isDone())
                .isTrue();
        assertThat(shown().logo()).startsWith("data:image/svg+xml;base64,");
        for (Saisie hostile : List.of(
                logo("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
                logo("logo.svg", " ".repeat(70_000)),
                logo("logo.png", "rien d’une image"),
                logo("logo.html", "<p>"))) {
            assertThat(code(decide("logo", hostile))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        }
    }

    @Test
    void aFieldOfAnotherKeyAndAMissingReasonAreRefused() {
        assertThat(code(decide("contact", signataire("Présidente", null)))).isEqualTo(CodeRefus.CHAMP_INCONNU);
        assertThat(code(p.parametres.decide(
                        p.secretariat,
                        Plateforme.ESSAI,
                        new Demande("signataire", signataire("Présidente", null), today, null, " "))))
                .isEqualTo(CodeRefus.MOTIF_REQUIS);
    }

    @Test
    void onlyTheSecretariatOfTheBranchDecides() {
        Demande demande = new Demande("signataire", signataire("Présidente", null), today, null, "Élection");

        assertThat(code(p.parametres.decide(p.certificateur, Plateforme.ESSAI, demande)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.parametres.decide(p.etranger, Plateforme.ESSAI, demande)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.parametres.history(p.jury, Plateforme.ESSAI))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(p.parametres.history(p.certificateur, Plateforme.ESSAI).orElseThrow())
                .isEmpty();
    }

    @Test
    void eachActIsJournaledAndAnEntryIsCancelledOnce() {
        Entree entree = decide("signataire", signataire("Présidente", "Ada")).orElseThrow();
        p.parametres
                .cancel(p.secretariat, Plateforme.ESSAI, entree.id(), "Erreur de nom")
                .orElseThrow();

        assertThat(code(p.parametres.cancel(p.secretariat, Plateforme.ESSAI, entree.id(), "Encore")))
                .isEqualTo(CodeRefus.PARAMETRE_DEJA_ANNULE);
        assertThat(code(p.parametres.cancel(p.secretariat, Plateforme.ESSAI, UUID.randomUUID(), "Rien")))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(p.base.read(Base.TOUT, () -> p.journal.about("branche/" + Plateforme.ESSAI, 100)))
                .extracting(Acte::nature)
                .containsSubsequence(Acte.Nature.PARAMETRE_DECIDE, Acte.Nature.PARAMETRE_ANNULE);
        assertThat(p.parametres
                        .history(p.secretariat, Plateforme.ESSAI)
                        .orElseThrow()
                        .get(0)
                        .annulation())
                .map(Entree.Annulation::motif)
                .contains("Erreur de nom");
    }
}
