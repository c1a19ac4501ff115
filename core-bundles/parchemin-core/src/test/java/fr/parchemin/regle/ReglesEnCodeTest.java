package fr.parchemin.regle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.jury.Jury;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.mention.MentionsPossibles.Explication;
import fr.parchemin.mention.MentionsPossibles.Verdict;
import fr.parchemin.spi.Avis;
import fr.parchemin.spi.BlocEvalue;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.spi.Conclusion;
import fr.parchemin.spi.DossierDepose;
import fr.parchemin.spi.EffetPropose;
import fr.parchemin.spi.EmploiExamine;
import fr.parchemin.spi.MembreEtCandidat;
import fr.parchemin.spi.MentionDemandee;
import fr.parchemin.spi.NumeroDemande;
import fr.parchemin.spi.PiecePresentee;
import fr.parchemin.spi.RegleAttribution;
import fr.parchemin.spi.RegleClassification;
import fr.parchemin.spi.RegleEnCode;
import fr.parchemin.spi.RegleIncompatibilite;
import fr.parchemin.spi.RegleMention;
import fr.parchemin.spi.RegleNumerotation;
import fr.parchemin.spi.ReglePrerequis;
import fr.parchemin.spi.RegleProposition;
import fr.parchemin.spi.RegleRecevabilite;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of rule in code does to a file, and what its failure does. */
class ReglesEnCodeTest {

    private static final String REFERENTIEL = "referentiels/ope-1.0.0.yaml";

    @TempDir
    private Path folder;

    private final Plateforme platform = new Plateforme();
    private Copie copie;
    private long service;
    private long services = 100;

    /** The rules as they stand; admission sees them sound, a test then makes one fail. */
    private Function<DossierDepose, Avis> anciennete = dossier -> Avis.favorable();

    private Function<PiecePresentee, Avis> cle = piece -> Avis.favorable();
    private Function<BlocEvalue, Conclusion> assiduite = bloc -> new Conclusion.Satisfaite("assidu");
    private Function<EmploiExamine, EffetPropose> effet = emploi -> new EffetPropose.Minimum("C3", "L’usage le veut.");
    private Function<NumeroDemande, String> numero = n -> n.prefixe() + "-" + n.rang() + "-X";
    private Function<MembreEtCandidat, Avis> parente = membre -> Avis.favorable();

    private Function<MentionDemandee, Avis> tutorat = demande -> Avis.favorable();

    private static <T> T broken() {
        throw new IllegalStateException("broken");
    }

    private List<RegleEnCode> rules() {
        return List.of(
                RegleRecevabilite.of("anciennete", d -> anciennete.apply(d)),
                ReglePrerequis.of("cle", p -> cle.apply(p)),
                RegleProposition.of("assiduite", b -> assiduite.apply(b)),
                RegleClassification.of("usage", e -> effet.apply(e)),
                RegleNumerotation.of("suite", n -> numero.apply(n)),
                RegleIncompatibilite.of("parente", m -> parente.apply(m)),
                RegleMention.of("tutorat", d -> tutorat.apply(d)));
    }

    @BeforeEach
    void theBranchNamesARuleOfEachKind() {
        platform.depart(1);
        copie = Copie.of("essai", folder)
                .replace(REFERENTIEL, "version: \"1.0.0\"", "version: \"1.1.0\"")
                .replace("golden/ope.yaml", "version: \"1.0.0\"", "version: \"1.1.0\"")
                .replace(
                        REFERENTIEL,
                        "    - { code: SEC,",
                        "    - { code: ANC, intitule: Ancienneté, type: CODE, obligatoire: true, regle: anciennete }\n    - { code: SEC,")
                .replace(REFERENTIEL, "      validiteMois: 6\n", "      validiteMois: 6\n      regle: cle\n")
                .replace(
                        REFERENTIEL,
                        "    regle: { type: COMPETENCES_ACQUISES }",
                        "    regle: { type: TOUTES, regles: [ { type: COMPETENCES_ACQUISES }, { type: CODE, nom: assiduite } ] }")
                .replace(
                        REFERENTIEL,
                        "    - { type: PERSONNEL_ORGANISME_FORMATION, effet: EXCLU }",
                        "    - { type: CODE, nom: parente, effet: EXCLU }")
                .replace(
                        REFERENTIEL,
                        "  - type: PLANCHER_SI_NIVEAU_EXIGE\n    classification: essai-2024\n    niveaux: { \"5\": C3 }",
                        "  - type: CODE\n    nom: usage\n    classification: essai-2024")
                .replace(
                        REFERENTIEL,
                        "effets:\n",
                        "mentions:\n  - { code: TUT, intitule: Tuteur, type: SPECIALITE, blocs: [OPE-B1], prerequis: [AUT], regle: tutorat }\n  - { code: NUIT, intitule: Nuit, type: SPECIALITE, blocs: [OPE-B2] }\neffets:\n")
                .replace("golden/ope.yaml", "{ type: PLANCHER, position: C3", "{ type: MINIMUM, position: C3")
                .replace("branche.yaml", "{ prefixe: ESS }", "{ prefixe: ESS, regle: suite }");
        service = arrive(this::rules);
        assertThat(platform.catalogue.active("essai").reason()).isEmpty();
    }

    private long arrive(Supplier<List<RegleEnCode>> given) {
        long id = ++services;
        platform.registre.arrive(id, "essai", new BranchePlugin() {
            @Override
            public URL definition() {
                return copie.url();
            }

            @Override
            public List<RegleEnCode> regles() {
                return given.get();
            }
        });
        platform.executeur.runAll();
        return id;
    }

    private Proposition proposition(Candidature file) {
        return platform.evaluations.proposition(platform.secretariat, file.id()).orElseThrow();
    }

    private static List<String> lines(Proposition proposition) {
        return proposition.bloc("OPE-B1").orElseThrow().explications().stream()
                .filter(e -> e.regle().equals("CODE"))
                .map(Proposition.Explication::libelle)
                .toList();
    }

    private List<String> journal(Candidature file) {
        return platform.inscriptions.journal(platform.secretariat, file.id()).orElseThrow().stream()
                .filter(a -> a.nature() == Acte.Nature.REGLE_EN_ECHEC)
                .map(Acte::detail)
                .toList();
    }

    private Outcome<Candidature> establish(Acteur by, Candidature file, String prerequis, boolean met) {
        return platform.inscriptions.establishPrerequis(
                by,
                file.id(),
                prerequis,
                new Inscriptions.Constat(
                        met, prerequis.equals("AUT") ? "AUT-1234" : null, platform.clock.today(), null, null));
    }

    private static CodeRefus code(Outcome<?> outcome) {
        return outcome.reason().orElseThrow().code();
    }

    // ---- proposal

    @Test
    void theExplanationNamesTheRuleAndItsReason() {
        List<BlocEvalue> seen = new ArrayList<>();
        assiduite = bloc -> {
            seen.add(bloc);
            return new Conclusion.NonSatisfaite("deux absences");
        };

        Proposition proposition = proposition(platform.evaluee("Un", true, true));

        assertThat(proposition.bloc("OPE-B1").orElseThrow().resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        assertThat(lines(proposition)).containsExactly("Règle «\u00a0assiduite\u00a0»\u00a0: deux absences");
        BlocEvalue bloc = seen.get(seen.size() - 1);
        assertThat(bloc.bloc()).isEqualTo("OPE-B1");
        assertThat(bloc.grilles()).extracting(BlocEvalue.Grille::evaluateur).containsExactly(1, 2);
        assertThat(bloc.grilles().get(0).notes()).containsEntry("C1.1-a", "ACQUIS");
        assertThat(bloc.attestations()).containsExactly("AGE", "ANC", "AUT");
    }

    @Test
    void aFailureIsAnExplainedAbsenceOfProposalThatTheJuryMayOverride() {
        assiduite = bloc -> broken();
        Candidature file = platform.evaluee("Un", true, true);

        Proposition proposition = proposition(file);

        assertThat(proposition.proposition()).isEqualTo(Proposition.Resultat.INCOMPLETE);
        assertThat(proposition.bloc("OPE-B1").orElseThrow().resultat()).isEqualTo(ResultatBloc.INDETERMINE);
        assertThat(proposition.bloc("OPE-B2").orElseThrow().resultat()).isEqualTo(ResultatBloc.VALIDE);
        assertThat(lines(proposition))
                .containsExactly(
                        "Pas de proposition\u00a0: la règle «\u00a0assiduite\u00a0» de l’extension a échoué (exception)");
        assertThat(proposition.manques()).isEmpty();
        Jury jury = platform.juryParitaire();
        platform.deliberations
                .present(platform.secretariat, jury.id(), Set.of(file.id()))
                .orElseThrow();
        Map<String, Boolean> all = Map.of("OPE-B1", true, "OPE-B2", true);
        assertThat(code(platform.decide(jury, file.id(), all, null))).isEqualTo(CodeRefus.MOTIF_REQUIS);
        assertThat(platform.decide(jury, file.id(), all, "Assiduité vérifiée en séance")
                        .isDone())
                .isTrue();
    }

    @Test
    void aFailureAwaitsTheMarksThatAreNotInAndNothingElse() {
        assiduite = bloc -> broken();
        Candidature file = platform.enEvaluation("Un");

        assertThat(proposition(file).bloc("OPE-B1").orElseThrow().manques()).containsExactly("B1-A");
    }

    @Test
    void aVerdictThatAwaitsAnEpreuveOfAnotherBlocIsNoAnswer() {
        assiduite = bloc -> new Conclusion.Indeterminee("on verra", Set.of("B2-QCM"));

        assertThat(lines(proposition(platform.evaluee("Un", true, true))))
                .singleElement()
                .asString()
                .contains("réponse inexploitable");
    }

    @Test
    void whatAnotherRuleSettlesIsProposedWhateverTheFailure() {
        assiduite = bloc -> broken();

        assertThat(proposition(platform.evaluee("Un", false, true))
                        .bloc("OPE-B1")
                        .orElseThrow()
                        .resultat())
                .isEqualTo(ResultatBloc.NON_VALIDE);
    }

    @Test
    void whileThePluginIsAwayItsRulesSaySo() {
        Candidature file = platform.evaluee("Un", true, true);
        platform.depart(service);

        assertThat(lines(proposition(file))).singleElement().asString().contains("l’extension est absente");

        arrive(this::rules);
        assertThat(proposition(file).proposition()).isEqualTo(Proposition.Resultat.TOTALE);
    }

    // ---- access

    @Test
    void aRuleMakesAFileAdmissibleOrNot() {
        anciennete = dossier -> Avis.defavorable("moins d’un an");
        Candidature file = platform.deposee("Un");

        assertThat(file.etat().code()).isEqualTo("IRRECEVABLE");
        assertThat(file.constats().get("ANC").observation()).isEqualTo("moins d’un an");
        assertThat(code(establish(platform.secretariat, file, "ANC", true))).isEqualTo(CodeRefus.PREREQUIS_INVALIDE);

        anciennete = dossier -> Avis.favorable();
        assertThat(establish(platform.secretariat, file, "ANC", true).isDone()).isTrue();
    }

    @Test
    void aFileWhoseRuleFailsIsAcceptedAndLeftToBeChecked() {
        anciennete = dossier -> broken();
        Candidature file = platform.deposee("Un");
        establish(platform.secretariat, file, "AUT", true).orElseThrow();

        assertThat(platform.find(file.id()).etat().code()).isEqualTo("DEPOSEE");
        assertThat(journal(file))
                .singleElement()
                .asString()
                .contains("«\u00a0Ancienneté\u00a0»", "À vérifier", "exception");
        assertThat(code(establish(platform.organisme, file, "ANC", true))).isEqualTo(CodeRefus.REGLE_SANS_REPONSE);

        Candidature checked = establish(platform.secretariat, file, "ANC", true).orElseThrow();

        assertThat(checked.etat().code()).isEqualTo("RECEVABLE");
        assertThat(checked.constats().get("ANC").par()).isEqualTo("secretariat");
        assertThat(checked.constats().get("ANC").observation()).startsWith("À vérifier\u00a0: la règle");
    }

    @Test
    void aRuleLooksAtADocument() {
        cle = piece -> piece.numero().filter("AUT-1234"::equals).isPresent()
                ? Avis.defavorable("la clé du numéro est fausse")
                : Avis.favorable();
        Outcome<Candidature> refused = establish(platform.secretariat, platform.deposee("Un"), "AUT", true);

        assertThat(code(refused)).isEqualTo(CodeRefus.PREREQUIS_INVALIDE);
        assertThat(refused.reason().orElseThrow().detail()).contains("la clé du numéro est fausse");
    }

    @Test
    void aDocumentWhoseRuleFailsIsKeptAndMarked() {
        cle = piece -> broken();
        Candidature file = establish(platform.secretariat, platform.deposee("Un"), "AUT", true)
                .orElseThrow();

        assertThat(file.etat().code()).isEqualTo("RECEVABLE");
        assertThat(file.constats().get("AUT").observation()).startsWith("À vérifier");
        assertThat(journal(file)).hasSize(1);
    }

    // ---- mention

    private MentionsPossibles.Resultat tuteur(Candidature file) {
        return platform.mentions
                .ofCandidature(platform.secretariat, file.id())
                .orElseThrow()
                .mention("TUT")
                .orElseThrow();
    }

    private static List<String> unmet(MentionsPossibles.Resultat mention) {
        return mention.explications().stream()
                .filter(e -> !e.satisfaite())
                .map(Explication::libelle)
                .map(Exemple::plain)
                .toList();
    }

    @Test
    void aRuleGrantsAMentionOrSaysWhyNot() {
        List<MentionDemandee> seen = new ArrayList<>();
        tutorat = demande -> {
            seen.add(demande);
            return Avis.defavorable("tuteur d’une seule personne, deux au moins");
        };
        Candidature file = platform.decidee("Un", true, false);

        assertThat(tuteur(file).verdict()).isEqualTo(Verdict.NON_ACCORDABLE);
        assertThat(unmet(tuteur(file)))
                .containsExactly("règle « tutorat » : tuteur d’une seule personne, deux au moins");
        MentionDemandee asked = seen.get(0);
        assertThat(asked.mention()).isEqualTo("TUT");
        assertThat(asked.version()).isEqualTo("1.1.0");
        assertThat(asked.blocs()).containsExactly("OPE-B1");
        assertThat(asked.certificats()).isEmpty();
        assertThat(asked.prerequis()).contains("AUT");

        tutorat = demande -> Avis.favorable();
        assertThat(tuteur(file).verdict()).isEqualTo(Verdict.ACCORDABLE);
    }

    @Test
    void aMentionRuleIsShownTheCertificateThatTheJuryGave() {
        List<MentionDemandee> seen = new ArrayList<>();
        tutorat = demande -> {
            seen.add(demande);
            return Avis.favorable();
        };

        tuteur(platform.decidee("Un", true, true));

        assertThat(seen.get(0).certificats()).containsExactly("ESS-OPE");
    }

    @Test
    void aMentionWhoseRuleFailsIsNotCalculatedAndNothingIsRefused() {
        Candidature file = platform.decidee("Un", true, true);
        tutorat = demande -> broken();

        MentionsPossibles possibles =
                platform.mentions.ofCandidature(platform.secretariat, file.id()).orElseThrow();

        assertThat(tuteur(file).verdict()).isEqualTo(Verdict.NON_CALCULEE);
        assertThat(unmet(tuteur(file)))
                .containsExactly("mention non calculée : la règle « tutorat » de l’extension a échoué (exception)");
        assertThat(possibles.mention("NUIT").orElseThrow().verdict()).isEqualTo(Verdict.ACCORDABLE);
        assertThat(platform.delivrances
                        .deliver(platform.certificateur, file.id(), "Lens")
                        .isDone())
                .isTrue();
    }

    @Test
    void aMentionRuleThatAnswersNonsenseGaveNoAnswer() {
        Candidature file = platform.decidee("Un", true, true);
        tutorat = demande -> Avis.defavorable(" ");

        assertThat(tuteur(file).verdict()).isEqualTo(Verdict.NON_CALCULEE);
        assertThat(unmet(tuteur(file))).singleElement().asString().contains("réponse inexploitable");
    }

    @Test
    void aMentionRuleIsNotAskedWhenTheDefinitionAlreadySaysNo() {
        List<MentionDemandee> seen = new ArrayList<>();
        tutorat = demande -> {
            seen.add(demande);
            return Avis.favorable();
        };

        MentionsPossibles.Resultat refused = tuteur(platform.decidee("Un", false, true));

        assertThat(refused.verdict()).isEqualTo(Verdict.NON_ACCORDABLE);
        assertThat(unmet(refused)).containsExactly("bloc validé : Conduire un essai (OPE-B1)");
        assertThat(seen).isEmpty();
    }

    @Test
    void theMentionsOfAFileAreForThoseWhoSeeIt() {
        Candidature file = platform.decidee("Un", true, true);

        assertThat(code(platform.mentions.ofCandidature(platform.etranger, file.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    // ---- jury

    @Test
    void aRuleKeepsAMemberOut() {
        Jury jury = platform.juryParitaire();
        parente = membre -> membre.nom().equals("Membre salaries 1") ? Avis.defavorable("un parent") : Avis.favorable();
        Candidature file = platform.presentee("Un", jury, true, true);

        Outcome<?> decided = platform.decide(jury, file.id(), Map.of("OPE-B1", true, "OPE-B2", true), null);

        assertThat(code(decided)).isEqualTo(CodeRefus.JURY_INCOMPATIBILITE);
        assertThat(decided.reason().orElseThrow().detail()).contains("Membre salaries 1", "un parent");
    }

    @Test
    void aJuryThatCannotBeCheckedDoesNotDecide() {
        Jury jury = platform.juryParitaire();
        Candidature file = platform.presentee("Un", jury, true, true);
        parente = membre -> broken();
        Map<String, Boolean> all = Map.of("OPE-B1", true, "OPE-B2", true);

        assertThat(code(platform.decide(jury, file.id(), all, null))).isEqualTo(CodeRefus.REGLE_SANS_REPONSE);

        parente = membre -> Avis.favorable();
        assertThat(platform.decide(jury, file.id(), all, null).isDone()).isTrue();
    }

    // ---- delivery

    private Outcome<Certificat> deliver(UUID file) {
        return platform.delivrances.deliver(platform.certificateur, file, "Lille");
    }

    @Test
    void aRuleMakesTheNumber() {
        assertThat(deliver(platform.decidee("Un", true, true).id())
                        .orElseThrow()
                        .numero())
                .isEqualTo("ESS-1-X");
    }

    @Test
    void withoutANumberNothingIsDeliveredAndTheRankIsNotLost() {
        Candidature file = platform.decidee("Un", true, true);
        List<Function<NumeroDemande, String>> unusable =
                List.of(n -> broken(), n -> "ESS-" + "1".repeat(40), n -> "AUTRE-1", n -> "ESS-é", n -> null);
        for (Function<NumeroDemande, String> next : unusable) {
            numero = next;
            Outcome<Certificat> delivered = deliver(file.id());
            assertThat(code(delivered)).isEqualTo(CodeRefus.NUMEROTATION_IMPOSSIBLE);
            platform.depart(service);
            numero = n -> n.prefixe() + "-" + n.rang() + "-X";
            service = arrive(this::rules); // a plugin that comes again starts with a clean slate
        }

        assertThat(platform.find(file.id()).etat().code()).isEqualTo("DECIDEE");
        assertThat(deliver(file.id()).orElseThrow().numero()).isEqualTo("ESS-1-X");
    }

    @Test
    void aNumberAlreadyTakenIsNotGivenTwice() {
        numero = n -> "ESS-TOUJOURS-LE-MEME";
        deliver(platform.decidee("Un", true, true).id()).orElseThrow();

        Outcome<Certificat> second =
                deliver(platform.decidee("Deux", true, true).id());

        assertThat(code(second)).isEqualTo(CodeRefus.NUMEROTATION_IMPOSSIBLE);
        assertThat(second.reason().orElseThrow().detail()).contains("déjà pris");
    }

    // ---- classification

    @Test
    void aRuleGivesTheEffectOrItIsSaidNotToBeComputed() {
        String delivered =
                deliver(platform.decidee("Un", true, true).id()).orElseThrow().numero();
        ContexteEmploi job = ContexteEmploi.on(platform.clock.today());

        Effet given = platform.delivrances
                .effet(platform.certificateur, delivered, job)
                .orElseThrow();
        assertThat(given.type()).isEqualTo(Effet.Type.MINIMUM);
        assertThat(given.position()).isEqualTo("C3");

        effet = emploi -> new EffetPropose.Minimum("C99", "Une position inventée.");
        Effet failed = platform.delivrances
                .effet(platform.certificateur, delivered, job)
                .orElseThrow();
        assertThat(failed.type()).isEqualTo(Effet.Type.AUCUN);
        assertThat(failed.libelle()).isEqualTo("Effet non calculé");
        assertThat(failed.article()).isEqualTo("art. 12");
        assertThat(failed.explication()).contains("«\u00a0usage\u00a0»", "la position n’existe pas");
    }

    // ---- admission

    private List<String> objections(List<RegleEnCode> given) {
        platform.depart(service);
        service = arrive(() -> given);
        EtatBranche etat = platform.catalogue.branche("essai").orElseThrow().etat();
        return ((EtatBranche.EnErreur) etat)
                .motifs().stream().map(MotifErreur::phrase).toList();
    }

    @Test
    void aNameWithoutARuleIsRefusedWithItsPlace() {
        List<RegleEnCode> fewer =
                rules().stream().filter(r -> !r.nom().equals("assiduite")).toList();

        assertThat(objections(fewer))
                .singleElement()
                .asString()
                .startsWith(REFERENTIEL + ", ligne ")
                .contains(
                        "blocs[0].regle.regles[1].nom",
                        "l’extension n’apporte pas de RegleProposition «\u00a0assiduite\u00a0»");
    }

    @Test
    void aMentionThatNamesARuleNobodyBringsIsRefusedWithItsPlace() {
        List<RegleEnCode> fewer =
                rules().stream().filter(r -> !r.nom().equals("tutorat")).toList();

        assertThat(objections(fewer))
                .singleElement()
                .asString()
                .startsWith(REFERENTIEL + ", ligne ")
                .contains("mentions[0].regle", "l’extension n’apporte pas de RegleMention «\u00a0tutorat\u00a0»");
    }

    @Test
    void aRuleOfMentionThatNothingNamesIsRefused() {
        List<RegleEnCode> more = new ArrayList<>(rules());
        more.add(RegleMention.of("oubliee", demande -> Avis.favorable()));

        assertThat(objections(more))
                .singleElement()
                .asString()
                .contains("branche.yaml", "RegleMention «\u00a0oubliee\u00a0»", "nommée nulle part");
    }

    @Test
    void aRuleWithoutANameInTheDefinitionIsRefused() {
        List<RegleEnCode> more = new ArrayList<>(rules());
        more.add(RegleAttribution.of("oubliee", blocs -> null));

        assertThat(objections(more))
                .singleElement()
                .asString()
                .contains("branche.yaml", "RegleAttribution «\u00a0oubliee\u00a0»", "nommée nulle part");
    }

    @Test
    void aRuleThatFailsAGoldenCaseKeepsTheBranchOut() {
        assiduite = bloc -> broken();

        assertThat(objections(rules()))
                .anySatisfy(o -> assertThat(o).contains("tout est acquis", "Pas de proposition", "assiduite"));
    }
}
