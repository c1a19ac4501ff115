package fr.parchemin.attente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Outcome;
import fr.parchemin.attente.Attente.Nature;
import fr.parchemin.attente.Attente.Urgence;
import fr.parchemin.attente.internal.TransactionalAttentes;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.courriel.BoiteEnvoi;
import fr.parchemin.enmemoire.AttendusEnMemoire;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.BoiteEnvoiEnMemoire;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.jury.Jury;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What awaits whom, on the files of a made-up branch. */
class AttentesTest {

    private final Plateforme p = new Plateforme();
    private final BoiteEnvoiEnMemoire courriels = new BoiteEnvoiEnMemoire(p.base);
    private final TransactionalAttentes attentes = with(Set.of());

    private TransactionalAttentes with(Set<Role> proteges) {
        return new TransactionalAttentes(
                p.base,
                new AttendusEnMemoire(p.candidatures, p.jurys, p.decisions, p.comptes),
                p.saisies,
                p.decisions,
                p.comptes,
                () -> proteges,
                courriels,
                p.catalogue,
                p.referentiels,
                p.garde,
                p.clock);
    }

    private List<Attente> of(Acteur acteur) {
        return attentes.of(acteur).attentes();
    }

    private static Acteur on(Role role, Candidature file) {
        return new Acteur(
                "suiveur",
                "Sol Suiveuse",
                Set.of(new Habilitation(role, new Portee.DeDossier(file.branche(), file.id()))));
    }

    @Test
    void nothingAwaitsWhoHasNothingToDo() {
        p.deposee("Aubry");
        assertThat(attentes.of(p.evaluateur1).isEmpty()).isTrue();
        assertThat(attentes.of(p.evaluateur1).comptes()).isEmpty();
    }

    @Test
    void aFileJustAppliedAwaitsTheSecretariatAndWhoSubmittedIt() {
        Candidature file = p.deposee("Aubry");
        for (Acteur acteur : List.of(p.secretariat, p.organisme)) {
            assertThat(of(acteur)).singleElement().satisfies(a -> {
                assertThat(a.nature()).isEqualTo(Nature.PREREQUIS_A_CONSTATER);
                assertThat(a.sujet())
                        .isEqualTo(new Attente.Sujet.Dossier(
                                file.id(), file.numero(), file.candidat().nomComplet(), file.intitule()));
                assertThat(a.motif()).startsWith("Reste à établir");
                assertThat(a.echeance()).isNull();
            });
        }
        assertThat(of(p.autreOrganisme)).isEmpty();
    }

    @Test
    void whatAwaitsInOneBranchAwaitsNobodyOfAnother() {
        p.deposee("Aubry");
        p.recevable("Berger");
        Jury jury = p.juryParitaire();
        p.presentee("Cros", jury, true, true);
        assertThat(of(p.etranger)).isEmpty();
    }

    @Test
    void aRefusedPrerequisiteMakesTheFileOneToComplete() {
        Candidature file = p.deposee("Aubry");
        p.inscriptions
                .establishPrerequis(
                        p.secretariat, file.id(), "AUT", new Inscriptions.Constat(false, null, null, null, null))
                .orElseThrow();
        assertThat(of(p.organisme)).extracting(Attente::nature).containsExactly(Nature.PREREQUIS_A_COMPLETER);
    }

    @Test
    void aFileWithoutEvaluateursAwaitsThemUntilItsAttestationLapses() {
        Candidature file = p.deposee("Aubry");
        LocalDate lapses = p.clock.today().plusDays(5);
        p.inscriptions
                .establishPrerequis(
                        p.secretariat,
                        file.id(),
                        "AUT",
                        new Inscriptions.Constat(
                                true, "AUT-1234", p.clock.today().minusDays(10), lapses, null))
                .orElseThrow();
        assertThat(of(p.secretariat))
                .extracting(Attente::nature, Attente::echeance, a -> a.urgence(p.clock.today()))
                .containsExactly(tuple(Nature.EVALUATEURS_A_DESIGNER, lapses, Urgence.PROCHE));
    }

    @Test
    void aGridAwaitsOnlyTheEvaluateurWhoHasNotFilledIt() {
        Candidature file = p.enEvaluation("Aubry");
        assertThat(of(p.evaluateur1)).extracting(Attente::nature).containsExactly(Nature.GRILLE_A_REMPLIR);
        p.mark(p.evaluateur1, file.id(), "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS")
                .orElseThrow();
        p.mark(p.evaluateur1, file.id(), "B2-QCM", "C2.1-q=15").orElseThrow();
        p.mark(p.evaluateur1, file.id(), "B2-MSP", "C2.2-m=14", "C2.2-d=ACQUIS").orElseThrow();
        assertThat(of(p.evaluateur1)).isEmpty();
        assertThat(of(p.evaluateur2)).singleElement().satisfies(a -> assertThat(a.motif())
                .contains("B1-A", "B2-MSP"));
        assertThat(of(p.evaluateur3)).isEmpty();
    }

    @Test
    void filesWhollyEvaluatedAwaitAJuryToBeComposedThenToBePutBeforeIt() {
        p.evaluee("Aubry", true, true);
        p.evaluee("Berger", true, false);
        assertThat(of(p.secretariat))
                .extracting(Attente::nature, Attente::nombre, Attente::echeance)
                .containsExactly(tuple(Nature.JURY_A_COMPOSER, 2, null));

        Jury jury = p.juryParitaire();

        assertThat(of(p.secretariat))
                .extracting(Attente::nature, Attente::nombre, Attente::echeance)
                .containsExactly(tuple(Nature.DOSSIERS_A_PRESENTER, 2, jury.date()));
    }

    @Test
    void aJuryAwaitsItsFilesOnItsDay() {
        Jury jury = p.juryParitaire();
        p.presentee("Aubry", jury, true, true);
        p.presentee("Berger", jury, true, true);
        assertThat(of(p.jury))
                .extracting(Attente::nature, Attente::nombre, Attente::echeance)
                .containsExactly(tuple(Nature.DOSSIERS_A_DELIBERER, 2, jury.date()));
        p.clock.advance(Duration.ofDays(1));
        assertThat(of(p.jury)).extracting(a -> a.urgence(p.clock.today())).containsExactly(Urgence.PASSEE);
    }

    @Test
    void onlyAFavourableDecisionAwaitsItsCertificate() {
        Candidature favorable = p.decidee("Aubry", true, true);
        p.decidee("Berger", true, false);
        assertThat(of(p.certificateur))
                .filteredOn(a -> a.nature() == Nature.CERTIFICAT_A_DELIVRER)
                .extracting(a -> ((Attente.Sujet.Dossier) a.sujet()).id())
                .containsExactly(favorable.id());
    }

    @Test
    void whoFollowsAFileIsToldWhatBecomesOfIt() {
        Jury jury = p.juryParitaire();
        Candidature file = p.presentee("Aubry", jury, true, true);
        for (Role role : List.of(Role.CANDIDAT, Role.EMPLOYEUR, Role.CONSEILLER)) {
            assertThat(of(on(role, file)))
                    .extracting(Attente::nature, Attente::echeance)
                    .containsExactly(tuple(Nature.DOSSIER_SUIVI, jury.date()));
        }
        p.deposee("Berger");
        assertThat(of(on(Role.CANDIDAT, file))).hasSize(1);
    }

    @Test
    void tellsTenOfAKindAndCountsTheOthers() {
        for (int i = 0; i < 12; i++) {
            p.deposee("Aubry" + (char) ('a' + i));
        }
        Attentes.Tableau tableau = attentes.of(p.secretariat);
        assertThat(tableau.attentes()).hasSize(Attentes.PAR_NATURE);
        assertThat(tableau.comptes()).containsEntry(Nature.PREREQUIS_A_CONSTATER, new Attentes.Compte(12, false));
    }

    @Test
    void whatHasADayComesBeforeWhatHasNone() {
        Jury jury = p.juryParitaire();
        p.deposee("Aubry");
        p.evaluee("Berger", true, true);
        assertThat(of(p.secretariat))
                .extracting(Attente::nature, Attente::echeance)
                .containsExactly(
                        tuple(Nature.DOSSIERS_A_PRESENTER, jury.date()), tuple(Nature.PREREQUIS_A_CONSTATER, null));
    }

    @Test
    void whoRunsThePlatformIsToldOfMailAndOfAccountsWithoutSecondFactor() {
        p.base.write(Base.TOUT, () -> {
                    courriels.add(new BoiteEnvoi.Envoi(
                            UUID.randomUUID(),
                            "alix@exemple.test",
                            null,
                            p.clock.instant(),
                            p.clock.instant(),
                            BoiteEnvoi.Etat.ABANDONNE,
                            9,
                            p.clock.instant(),
                            "refusé"));
                    return Outcome.done(null);
                })
                .orElseThrow();
        assertThat(with(Set.of(Role.SECRETARIAT)).of(p.admin).attentes())
                .extracting(Attente::nature, Attente::nombre)
                .containsExactlyInAnyOrder(
                        tuple(Nature.COURRIELS_NON_ENVOYES, 1), tuple(Nature.COMPTES_SANS_SECOND_FACTEUR, 2));
        assertThat(with(Set.of(Role.SECRETARIAT)).of(p.secretariat).attentes())
                .extracting(Attente::nature)
                .doesNotContain(Nature.COURRIELS_NON_ENVOYES, Nature.COMPTES_SANS_SECOND_FACTEUR);
    }
}
