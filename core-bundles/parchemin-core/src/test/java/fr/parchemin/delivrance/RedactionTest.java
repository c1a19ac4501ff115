package fr.parchemin.delivrance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.Branche;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.classification.Classification;
import fr.parchemin.delivrance.DocumentCertificat.LigneBloc;
import fr.parchemin.delivrance.DocumentCertificat.Statut;
import fr.parchemin.delivrance.Redaction.Livraison;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decision.DecisionBloc;
import fr.parchemin.jury.Decision.Issue;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.regle.ReglesBranche;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final LocalDate JURY = LocalDate.of(2026, 3, 31);
    private static final LocalDate LIVRE = LocalDate.of(2026, 6, 15);

    private static final Enregistrement RNCP = new Enregistrement(
            Enregistrement.Statut.RNCP,
            "RNCP35282",
            LocalDate.of(2025, 1, 15),
            LocalDate.of(2025, 2, 1),
            LocalDate.of(2026, 5, 31),
            null);
    private static final Enregistrement RS =
            new Enregistrement(Enregistrement.Statut.RS, "RS6339", LocalDate.of(2025, 1, 15), null, null, null);
    private static final Enregistrement TRANSMIS =
            new Enregistrement(Enregistrement.Statut.TRANSMIS, null, null, null, null, null);

    private static final VueBranche VUE = new VueBranche(
            "essai",
            Optional.of(new Branche(
                    "essai",
                    "Branche d’essai",
                    null,
                    null,
                    List.of(new Branche.Certificateur("Association des essais", "73282932000074", null)),
                    null,
                    "#204060",
                    null,
                    new Branche.Numerotation("ESS"),
                    new Branche.Signataire("La présidente", null))),
            new EtatBranche.Absente(Instant.EPOCH),
            Optional.empty(),
            List.of(),
            Map.of());

    private static BlocCompetences bloc(String code, Integer mois, Map<Enregistrement.Statut, Integer> parStatut) {
        return new BlocCompetences(
                code,
                "Bloc " + code,
                null,
                List.of(),
                mois,
                parStatut,
                null,
                List.of(Exemple.competence("C" + code, Exemple.binaire(code + "-a"))),
                List.of(),
                null,
                null,
                null);
    }

    private static Referentiel referentiel(Enregistrement enregistrement, BlocCompetences... blocs) {
        Certification model = Exemple.certification();
        return Exemple.withCertification(
                Exemple.referentiel(blocs),
                new Certification(
                        model.code(),
                        model.intitule(),
                        List.of(),
                        model.type(),
                        "CQPE",
                        "Certificat de qualification professionnelle de l’essai",
                        null,
                        null,
                        3,
                        List.of("250r"),
                        List.of(enregistrement),
                        model.voies(),
                        List.of(),
                        null));
    }

    private static final Candidature FILE = new Candidature(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "C-2026-000001",
            "essai",
            "ESSAI",
            "Essai",
            "1.0.0",
            "abc",
            Voie.FORMATION,
            new EtatCandidature.Decidee(new UUID(1, 1)),
            new Candidat("Durand", "Martin", "Alix", Candidat.Sexe.F, LocalDate.of(1990, 1, 1), "Lens", null),
            null,
            null,
            List.of(),
            Map.of(),
            Set.of(),
            "organisme",
            Instant.EPOCH,
            0);

    private static Decision decision(Issue issue, Map<String, Boolean> blocs) {
        return new Decision(
                UUID.randomUUID(),
                FILE.id(),
                new UUID(1, 1),
                JURY,
                issue,
                blocs.entrySet().stream()
                        .map(b -> new DecisionBloc(
                                b.getKey(),
                                "Bloc",
                                b.getValue() ? DecisionBloc.Resultat.VALIDE : DecisionBloc.Resultat.NON_VALIDE,
                                1,
                                0,
                                0))
                        .toList(),
                List.of(),
                Map.of(),
                new Proposition(Proposition.Resultat.TOTALE, List.of(), "", List.of()),
                null,
                "jury",
                Instant.EPOCH);
    }

    private static DocumentCertificat certificate(Referentiel referentiel) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        referentiel.blocs().forEach(b -> all.put(b.code(), true));
        return Redaction.draw(
                VUE,
                referentiel,
                FILE,
                decision(Issue.VALIDATION_TOTALE, all),
                Optional.of(new Livraison(
                        "ESS-2026-000001", "0123456789ABCDEFGHJKMNPQRS", "https://x/v/1", LIVRE, "Lille")),
                ReglesBranche.absentes());
    }

    private static DocumentCertificat partial(Referentiel referentiel, Map<String, Boolean> blocs) {
        return Redaction.draw(
                VUE,
                referentiel,
                FILE,
                decision(Issue.VALIDATION_PARTIELLE, blocs),
                Optional.empty(),
                ReglesBranche.absentes());
    }

    @Test
    void saysWhoWhatWhereWhenAndByWhom() {
        DocumentCertificat document = certificate(referentiel(TRANSMIS, bloc("B1", 60, null)));

        assertThat(document.numero()).isEqualTo("ESS-2026-000001");
        assertThat(document.titulaire()).isEqualTo("Alix DURAND (nom d’usage\u00a0: MARTIN)");
        assertThat(document.sexe()).isEqualTo(Candidat.Sexe.F);
        assertThat(document.natureCertificat()).isEqualTo("Certificat de qualification professionnelle de l’essai");
        assertThat(document.intitule()).isEqualTo("Essayeur d’exemples");
        assertThat(document.certificateurs())
                .extracting(DocumentCertificat.Certificateur::nom)
                .containsExactly("Association des essais");
        assertThat(document.delivreLe()).isEqualTo(LIVRE);
        assertThat(document.dateJury()).isEqualTo(JURY);
        assertThat(document.codeVerification()).isEqualTo("01234-56789-ABCDE-FGHJK-MNPQR-S");
        assertThat(document.empreinte()).isEqualTo("abc");
    }

    @Test
    void whatIsOnlyTransmittedShowsNeitherRegistrationNorLevel() {
        DocumentCertificat.Enregistrement shown =
                certificate(referentiel(TRANSMIS, bloc("B1", 60, null))).enregistrement();

        assertThat(shown)
                .isEqualTo(new DocumentCertificat.Enregistrement(Statut.TRANSMIS, null, null, null, List.of()));
    }

    @Test
    void whatIsOnlyTransmittedSaysTheMentionsOfTheBranch() {
        assertThat(certificate(withMentions(referentiel(TRANSMIS, bloc("B1", 60, null))))
                        .mentions())
                .containsExactly("Mention d’essai");
    }

    @Test
    void underARegistrationNothingIsSaidBesideWhatTheLawLaysDown() {
        assertThat(certificate(withMentions(referentiel(RS, bloc("B1", 60, null))))
                        .mentions())
                .isEmpty();
    }

    private static Referentiel withMentions(Referentiel r) {
        return new Referentiel(
                r.certification(),
                r.version(),
                r.decideLe(),
                r.enVigueurDu(),
                r.enVigueurAu(),
                r.activites(),
                r.blocs(),
                r.regle(),
                r.concordance(),
                r.jury(),
                r.effets(),
                new Referentiel.MentionsDocument(null, List.of("Mention d’essai"), List.of()),
                r.provenance());
    }

    @Test
    void whatIsInTheNationalRegisterShowsItsLevel() {
        DocumentCertificat.Enregistrement shown = partial(referentiel(RNCP, bloc("B1", 60, null)), Map.of("B1", true))
                .enregistrement();

        assertThat(shown)
                .isEqualTo(new DocumentCertificat.Enregistrement(
                        Statut.RNCP, "RNCP35282", 3, LocalDate.of(2025, 1, 15), List.of("250r")));
    }

    @Test
    void theSpecificRegisterKnowsNoLevel() {
        assertThat(certificate(referentiel(RS, bloc("B1", 60, null)))
                        .enregistrement()
                        .niveau())
                .isNull();
    }

    @Test
    void aRegistrationThatHasEndedByTheDeliveryIsNotShown() {
        assertThat(certificate(referentiel(RNCP, bloc("B1", 60, null)))
                        .enregistrement()
                        .statut())
                .isEqualTo(Statut.TRANSMIS);
    }

    @Test
    void aPartialReleveDatesEachBlocFromTheJury() {
        DocumentCertificat document = partial(
                referentiel(TRANSMIS, bloc("B1", 24, null), bloc("B2", 60, null), bloc("B3", null, null)),
                Map.of("B1", true, "B2", false, "B3", true));

        assertThat(document.numero()).isNull();
        assertThat(document.delivreLe()).isNull();
        assertThat(document.codeVerification()).isNull();
        assertThat(document.blocs())
                .containsExactly(
                        new LigneBloc("B1", "Bloc B1", true, JURY, LocalDate.of(2028, 3, 31), List.of("Savoir CB1")),
                        new LigneBloc("B2", "Bloc B2", false, null, null, List.of("Savoir CB2")),
                        new LigneBloc("B3", "Bloc B3", true, JURY, null, List.of("Savoir CB3")));
    }

    @Test
    void theValidityOfABlocMayHangOnTheRegistrationOnTheDayOfTheJury() {
        Map<Enregistrement.Statut, Integer> parStatut = new LinkedHashMap<>();
        parStatut.put(Enregistrement.Statut.TRANSMIS, 24);
        parStatut.put(Enregistrement.Statut.RNCP, null);
        BlocCompetences bloc = bloc("B1", 60, parStatut);

        assertThat(until(referentiel(TRANSMIS, bloc))).isEqualTo(LocalDate.of(2028, 3, 31));
        assertThat(until(referentiel(RNCP, bloc))).as("for life").isNull();
        assertThat(until(referentiel(RS, bloc))).isEqualTo(LocalDate.of(2031, 3, 31));
    }

    private static LocalDate until(Referentiel referentiel) {
        return partial(referentiel, Map.of("B1", true)).blocs().get(0).valideJusquAu();
    }

    @Test
    void onceTheWholeIsObtainedItsBlocsLapseNoMore() {
        assertThat(certificate(referentiel(TRANSMIS, bloc("B1", 24, null)))
                        .blocs()
                        .get(0)
                        .valideJusquAu())
                .isNull();
    }

    @Test
    void anEffectThatNamesNoGridIsPrintedWithItsArticle() {
        Referentiel none = Exemple.withEffets(
                referentiel(TRANSMIS, bloc("B1", 24, null)),
                new EffetCertification.Aucun(null, "art. 62.5", null, null, null));

        assertThat(certificate(none).effet())
                .isEqualTo(new DocumentCertificat.EffetLigne("Aucun effet par elle-même", "art. 62.5", null));
    }

    @Test
    void theTextThatIsCitedIsThatOfTheEffectInForce() {
        Referentiel both = Exemple.withEffets(
                referentiel(TRANSMIS, bloc("B1", 24, null)),
                new EffetCertification.Aucun("ancienne", "art. 1", null, LocalDate.of(2025, 12, 31), null),
                new EffetCertification.Aucun("nouvelle", "art. 2", LocalDate.of(2026, 1, 1), null, null));
        VueBranche vue = new VueBranche(
                "essai",
                VUE.identite(),
                VUE.etat(),
                Optional.empty(),
                List.of(),
                Map.of("ancienne", grid("ancienne"), "nouvelle", grid("nouvelle")));

        DocumentCertificat document = Redaction.draw(
                vue,
                both,
                FILE,
                decision(Issue.VALIDATION_TOTALE, Map.of("B1", true)),
                Optional.of(new Livraison("ESS-2026-000001", "0", "https://x/v/0", LIVRE, "Lille")),
                ReglesBranche.absentes());

        assertThat(document.effet().article()).isEqualTo("art. 2");
        assertThat(document.effet().reference()).isEqualTo("Grille nouvelle");
    }

    private static Classification grid(String code) {
        return new Classification(
                code,
                "Grille " + code,
                "9998",
                null,
                null,
                Classification.Forme.COEFFICIENTS,
                null,
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void isDrawnUpTheSameThoughTheBranchIsAbsent() {
        assertThat(certificate(referentiel(TRANSMIS, bloc("B1", 24, null))).branche())
                .isEqualTo("Branche d’essai");
    }
}
