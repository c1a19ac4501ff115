package fr.parchemin.personne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Identite;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Inscriptions.Ressemblance;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.personne.internal.TransactionalMonParcours;
import fr.parchemin.referentiel.Voie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RattachementsTest {

    private final Plateforme p = new Plateforme();

    private static Candidat born(String nom, String prenoms, int year) {
        return new Candidat(nom, null, prenoms, Candidat.Sexe.F, LocalDate.of(year, 4, 2), "Lens", null);
    }

    private Candidature here(Candidat candidat, String certification) {
        Inscriptions.Depot d = p.depot(candidat);
        return p.inscriptions
                .submit(
                        p.secretariat,
                        new Inscriptions.Depot(
                                d.branche(),
                                certification,
                                null,
                                d.voie(),
                                candidat,
                                d.organisme(),
                                d.entreprise(),
                                d.formateurs()))
                .orElseThrow();
    }

    private Candidature there(Candidat candidat) {
        String certification = p.catalogue.branche(Plateforme.TEMOIN).orElseThrow().referentiels().stream()
                .map(r -> r.referentiel().certification().code())
                .findFirst()
                .orElseThrow();
        Voie voie = p.catalogue
                .certification(Plateforme.TEMOIN, certification, null)
                .orElseThrow()
                .referentiel()
                .certification()
                .voies()
                .iterator()
                .next();
        return p.inscriptions
                .submit(
                        p.etranger,
                        new Inscriptions.Depot(
                                Plateforme.TEMOIN, certification, null, voie, candidat, null, null, List.of()))
                .orElseThrow();
    }

    private static Acteur person(Candidature... files) {
        return new Acteur(
                "personne",
                "La personne",
                Arrays.stream(files)
                        .map(file -> new Habilitation(Role.CANDIDAT, new Portee.DeDossier(file.branche(), file.id())))
                        .collect(Collectors.toSet()));
    }

    private MonParcours.Parcours parcours(Candidature... files) {
        return new TransactionalMonParcours(p.base, p.candidatures, p.decisions, p.certificats, p.personnes)
                .of(person(files))
                .orElseThrow();
    }

    private List<Lien> liens() {
        return p.base.read(Base.TOUT, p.personnes::liens);
    }

    private static CodeRefus code(Outcome<?> outcome) {
        return outcome.reason().map(Refus::code).orElseThrow();
    }

    @Test
    void anApplicationElsewhereChangesNothingOfTheAnswer() {
        Candidature first = there(born("Aubry", "Inès", 1994));
        Candidature known = here(born("Aubry", "Inès", 1994), "ESS-OPE");
        Candidature unknown = here(born("Lebrun", "Inès", 1991), "ESS-OPE");

        assertThat(known.personne()).isNotEqualTo(first.personne());
        assertThat(known.etat()).isEqualTo(unknown.etat());
        assertThat(p.inscriptions.alike(p.secretariat, known.id()).orElseThrow())
                .isEmpty();
        // One question is kept for each application, asked of nobody when nobody is known.
        assertThat(liens()).extracting(Lien::personne).contains(known.personne(), unknown.personne());
        assertThat(liens()).filteredOn(l -> l.connue() != null).singleElement().satisfies(l -> {
            assertThat(l.personne()).isEqualTo(known.personne());
            assertThat(l.connue()).isEqualTo(first.personne());
        });
        assertThat(p.jetons).hasSize(1);
    }

    @Test
    void theSecretariatSeesWhoResemblesInItsOwnBranch() {
        there(born("Aubry", "Inès Marie", 1994));
        Candidature near = here(born("Aubry", "Inès Marie", 1994), "ESS-OPE");
        Candidature file = here(born("AUBRY-", "Inés", 1994), "ESS-OPE");
        here(born("Aubry", "Inès", 1993), "ESS-OPE");

        assertThat(p.inscriptions.alike(p.secretariat, file.id()).orElseThrow())
                .containsExactly(new Ressemblance(near.id(), near.numero(), Identite.PROCHE));
        assertThat(code(p.inscriptions.alike(p.organisme, file.id())))
                .isIn(CodeRefus.RESSOURCE_INCONNUE, CodeRefus.ACCES_REFUSE);
        assertThat(code(p.inscriptions.alike(p.etranger, file.id()))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void onlyTheTokenOfThePersonLinksAndOnlyOnce() {
        Candidature first = there(born("Aubry", "Inès", 1994));
        Candidature second = here(born("Aubry", "Inès", 1994), "ESS-OPE");
        String jeton = p.jetons.get(0);

        assertThat(code(p.rattachements.confirm("faux"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.rattachements.confirm(null))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(p.rattachements.confirm(jeton).isDone()).isTrue();
        assertThat(p.<List<UUID>>sees(() -> p.personnes.linkedTo(first.personne())))
                .containsExactlyInAnyOrder(first.personne(), second.personne());
        assertThat(code(p.rattachements.confirm(jeton))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        // The files go on naming who they named: no branch can tell.
        assertThat(p.find(second.id())).isEqualTo(second);
    }

    @Test
    void whoIsTheCandidateOfBothFilesIsAskedAndNobodyElse() {
        Candidature first = there(born("Aubry", "Inès", 1994));
        Candidature second = here(born("Aubry", "Inès", 1994), "ESS-OPE");

        // A branch gives accounts its own files: by those alone nobody learns that there is another.
        assertThat(parcours(first).questions()).isEmpty();
        assertThat(parcours(second).questions()).isEmpty();
        MonParcours.Question question = parcours(first, second).questions().get(0);
        assertThat(question.nouvelle()).isEqualTo(second);
        assertThat(question.connue()).isEqualTo(first);
        assertThat(code(p.rattachements.answer(person(second), question.id(), true)))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.rattachements.answer(p.secretariat, question.id(), true)))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);

        p.rattachements.answer(person(first, second), question.id(), true).orElseThrow();
        assertThat(p.<List<UUID>>sees(() -> p.personnes.linkedTo(first.personne())))
                .containsExactlyInAnyOrder(first.personne(), second.personne());
        assertThat(parcours(first, second).questions()).isEmpty();
        assertThat(code(p.rattachements.answer(person(first, second), question.id(), false)))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.rattachements.confirm(p.jetons.get(0)))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void whoSaysNoIsNotAskedAgainAndStaysApart() {
        Candidature first = there(born("Aubry", "Inès", 1994));
        Candidature second = here(born("Aubry", "Inès", 1994), "ESS-OPE");
        String question = parcours(first, second).questions().get(0).id();

        p.rattachements.answer(person(first, second), question, false).orElseThrow();
        assertThat(p.<List<UUID>>sees(() -> p.personnes.linkedTo(first.personne())))
                .containsExactly(first.personne());
        assertThat(parcours(first, second).questions()).isEmpty();
        assertThat(code(p.rattachements.confirm(p.jetons.get(0)))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void theSecretariatHasAPersonAskedAboutTwoOfItsFiles() {
        Candidature near = here(born("Aubry", "Inès Marie", 1994), "ESS-OPE");
        Candidature file = here(born("Aubry", "Inès", 1994), "ESS-OPE");
        Candidature other = here(born("Lebrun", "Zoé", 1991), "ESS-OPE");
        int before = p.jetons.size();

        p.rattachements.ask(p.secretariat, file.id(), near.id()).orElseThrow();
        p.rattachements.ask(p.secretariat, file.id(), near.id()).orElseThrow();
        assertThat(p.jetons).hasSize(before + 1);
        assertThat(parcours(file, near).questions()).hasSize(1);
        assertThat(code(p.rattachements.ask(p.secretariat, file.id(), other.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.rattachements.ask(p.secretariat, file.id(), file.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.rattachements.ask(p.etranger, file.id(), near.id()))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.rattachements.ask(p.certificateur, file.id(), near.id())))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
    }

    @Test
    void aFileOfAnotherBranchIsNotAskedAbout() {
        Candidature first = there(born("Aubry", "Inès", 1994));
        Candidature second = here(born("Aubry", "Inès", 1994), "ESS-OPE");

        assertThat(code(p.rattachements.ask(p.secretariat, second.id(), first.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void aPersonSeesTheirTitlesAndWhatTheyShareOfThem() {
        Candidature decided = p.decidee("Aubry", true, true);
        Certificat certificat =
                p.delivrances.deliver(p.certificateur, decided.id(), "Lille").orElseThrow();
        Candidature there = there(Plateforme.candidat("Aubry"));
        p.rattachements
                .share(person(decided), decided.id(), Plateforme.TEMOIN, null, null)
                .orElseThrow();

        MonParcours.Parcours own = parcours(decided);
        assertThat(own.inscriptions()).singleElement().satisfies(i -> {
            assertThat(i.certificat()).contains(certificat);
            assertThat(i.decision()).isPresent();
        });
        assertThat(own.partages()).singleElement().satisfies(s -> assertThat(s.candidature())
                .isEqualTo(decided.id()));
        assertThat(parcours(there).ailleurs()).isEmpty();
        assertThat(parcours(there).partages()).isEmpty();

        p.jetons.forEach(jeton -> p.rattachements.confirm(jeton));
        assertThat(parcours(there).ailleurs()).containsExactly(TitreAilleurs.of(certificat));
        assertThat(parcours(there, decided).ailleurs()).isEmpty();
    }

    @Test
    void whoIsTheCandidateOfNothingHasNoWayToFollow() {
        assertThat(code(new TransactionalMonParcours(p.base, p.candidatures, p.decisions, p.certificats, p.personnes)
                        .of(p.secretariat)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
    }

    @Test
    void aTokenLapses() {
        there(born("Aubry", "Inès", 1994));
        here(born("Aubry", "Inès", 1994), "ESS-OPE");
        p.clock.advance(Duration.ofDays(30));

        assertThat(code(p.rattachements.confirm(p.jetons.get(0)))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void aTitleOfAnotherBranchIsSeenOnlyWhileThePersonSharesIt() {
        Candidature decided = p.decidee("Aubry", true, true);
        Certificat certificat =
                p.delivrances.deliver(p.certificateur, decided.id(), "Lille").orElseThrow();
        Candidature there = there(Plateforme.candidat("Aubry"));
        p.jetons.forEach(jeton -> p.rattachements.confirm(jeton));
        Acteur person = person(there);

        assertThat(elsewhere(there)).isEmpty();
        assertThat(code(p.rattachements.share(p.etranger, there.id(), Plateforme.TEMOIN, null, null)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.rattachements.share(person, there.id(), Plateforme.TEMOIN, "N-INCONNU", null)))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);

        Partage partage = p.rattachements
                .share(
                        person,
                        there.id(),
                        Plateforme.TEMOIN,
                        certificat.numero(),
                        p.clock.today().plusDays(10))
                .orElseThrow();
        assertThat(elsewhere(there)).singleElement().satisfies(t -> {
            assertThat(t.intitule()).isEqualTo(certificat.document().intitule());
            assertThat(t.blocs()).hasSize(2);
            assertThat(t.date()).isEqualTo(certificat.delivreLe());
            assertThat(t.statut()).isEqualTo(Certificat.Statut.VALIDE);
        });
        assertThat(code(p.rattachements.elsewhere(p.secretariat, there.id()))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);

        p.rattachements.withdraw(person, there.id(), partage.id()).orElseThrow();
        assertThat(elsewhere(there)).isEmpty();
        assertThat(p.rattachements.shared(person, there.id()).orElseThrow()).hasSize(1);
    }

    private List<TitreAilleurs> elsewhere(Candidature there) {
        return p.rattachements.elsewhere(p.etranger, there.id()).orElseThrow();
    }

    @Test
    void aCqpiFileThatNamesBothBranchesLetsThemKnow() {
        Candidature decided = p.decidee("Aubry", true, true);
        List<Certificat> held = List.of(
                p.delivrances.deliver(p.certificateur, decided.id(), "Lille").orElseThrow());
        LocalDate today = p.clock.today();

        assertThat(TitreAilleurs.visible("temoin", today, held, List.of(), List.of()))
                .isEmpty();
        assertThat(TitreAilleurs.visible("temoin", today, held, List.of(), List.of(Set.of("essai", "autre"))))
                .isEmpty();
        assertThat(TitreAilleurs.visible("temoin", today, held, List.of(), List.of(Set.of("essai", "temoin"))))
                .hasSize(1);
        assertThat(TitreAilleurs.visible("essai", today, held, List.of(), List.of(Set.of("essai", "temoin"))))
                .isEmpty();
    }

    @Test
    void aShareHoldsForOneBranchUntilItsLastDay() {
        Partage partage = new Partage(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "temoin",
                null,
                LocalDate.of(2026, 6, 20),
                p.clock.instant(),
                null);

        assertThat(partage.standsOn(LocalDate.of(2026, 6, 20))).isTrue();
        assertThat(partage.standsOn(LocalDate.of(2026, 6, 21))).isFalse();
        assertThat(partage.withdrawn(p.clock.instant()).standsOn(LocalDate.of(2026, 6, 20)))
                .isFalse();
    }
}
