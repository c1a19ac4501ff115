package fr.parchemin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The journal for people: who reads what of it, what it says of acts, what is left of whom it forgot. */
class JournauxTest {

    private final Plateforme p = new Plateforme();

    private static Journaux.Demande all() {
        return new Journaux.Demande(null, null, null, null, null, null, 200);
    }

    private static Journaux.Demande about(String objet) {
        return new Journaux.Demande(null, objet, null, null, null, null, 200);
    }

    private Acte only(Acteur by, String objet, Acte.Nature nature) {
        List<Acte> found = p.journaux.list(by, about(objet)).orElseThrow().lignes().stream()
                .filter(a -> a.nature() == nature)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static CodeRefus code(Outcome<?> outcome) {
        return outcome.reason().map(Refus::code).orElseThrow();
    }

    @Test
    void saysWhatWasBeforeAndAfterInWhoseNameAndWhy() {
        Candidature file = p.decidee("Boréal", false, false);

        Acte decision = only(p.secretariat, file.objet(), Acte.Nature.DECISION_PRISE);

        assertThat(decision.acteur()).isEqualTo("jury");
        assertThat(decision.auNomDe()).startsWith("jury/J-2026-");
        assertThat(decision.avant().champs().get("etat").texte()).isEqualTo("PRESENTEE");
        assertThat(decision.apres().champs().get("etat").texte()).isEqualTo("DECIDEE");
        assertThat(decision.apres().champs().get("issue").texte()).isEqualTo("REFUS");
        assertThat(decision.apres().champs().get("blocs").texte()).isEqualTo("OPE-B1 NON_VALIDE, OPE-B2 NON_VALIDE");
        assertThat(decision.motif()).isEqualTo(new Valeur.Personnelle("Aucun bloc acquis"));
        assertThat(decision.personne()).isEqualTo(file.personne());
    }

    @Test
    void keepsEveryMarkThatWasChanged() {
        UUID id = p.enEvaluation("Boréal").id();
        p.mark(p.evaluateur1, id, "B2-QCM", "C2.1-q=9").orElseThrow();
        p.mark(p.evaluateur1, id, "B2-QCM", "C2.1-q=15").orElseThrow();

        Acte again = p.journaux.list(p.secretariat, about("candidature/" + id)).orElseThrow().lignes().stream()
                .filter(a -> a.nature() == Acte.Nature.EPREUVE_NOTEE)
                .findFirst()
                .orElseThrow();

        assertThat(again.avant().champs()).containsEntry("notes", new Valeur.Personnelle("C2.1-q 9"));
        assertThat(again.apres().champs()).containsEntry("notes", new Valeur.Personnelle("C2.1-q 15"));
    }

    @Test
    void showsPersonalValuesToTheSecretariatOfTheBranchAndNotToTheAdministrator() {
        Candidature file = p.recevable("Boréal");

        assertThat(only(p.secretariat, file.objet(), Acte.Nature.CANDIDATURE_DEPOSEE)
                        .apres()
                        .champs())
                .containsEntry("candidat", new Valeur.Personnelle("Alix Sam BORÉAL"));
        Acte seen = only(p.admin, file.objet(), Acte.Nature.CANDIDATURE_DEPOSEE);
        assertThat(seen.apres().champs()).containsEntry("candidat", new Valeur.Masquee());
        assertThat(seen.apres().champs().get("etat")).isEqualTo(new Valeur.Claire("DEPOSEE"));
        assertThat(only(p.admin, file.objet(), Acte.Nature.PREREQUIS_CONSTATE)
                        .apres()
                        .champs())
                .containsEntry("numero", new Valeur.Masquee());
    }

    @Test
    void isClosedToAllOthersAndToOtherBranches() {
        p.deposee("Boréal");

        for (Acteur other : List.of(p.organisme, p.evaluateur1, p.jury, p.certificateur)) {
            assertThat(code(p.journaux.list(other, all()))).isEqualTo(CodeRefus.ACCES_REFUSE);
            assertThat(code(p.journaux.verify(other))).isEqualTo(CodeRefus.ACCES_REFUSE);
        }
        assertThat(p.journaux.list(p.etranger, all()).orElseThrow().lignes())
                .extracting(Acte::branche)
                .containsOnly(Plateforme.TEMOIN);
        assertThat(code(p.journaux.list(
                        p.etranger, new Journaux.Demande(Plateforme.ESSAI, null, null, null, null, null, 10))))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(p.journaux
                        .list(p.secretariat, about("branche/" + Plateforme.TEMOIN))
                        .orElseThrow()
                        .lignes())
                .isEmpty();
        assertThat(code(p.journaux.verify(p.secretariat))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.journaux.erase(p.secretariat, UUID.randomUUID(), "Demande")))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
    }

    @Test
    void goesPageByPageWithoutLosingALineOrGivingItTwice() {
        for (int i = 0; i < 7; i++) {
            p.deposee("Nom " + (char) ('A' + i));
        }
        List<Acte> whole = p.journaux.list(p.admin, all()).orElseThrow().lignes();

        List<Acte> read = new java.util.ArrayList<>();
        Optional<Long> next = Optional.empty();
        do {
            Journaux.Page page = p.journaux
                    .list(p.admin, new Journaux.Demande(null, null, null, null, null, next.orElse(null), 3))
                    .orElseThrow();
            read.addAll(page.lignes());
            next = page.suivant();
        } while (next.isPresent());

        assertThat(read).isEqualTo(whole).hasSizeGreaterThan(7);
    }

    @Test
    void countsDaysInParisAndRefusesAPeriodThatEndsBeforeItBegins() {
        p.deposee("Hier");
        p.clock.advance(Duration.ofDays(1));
        p.deposee("Demain");

        assertThat(p.journaux
                        .list(
                                p.admin,
                                new Journaux.Demande(
                                        null, null, "organisme", p.clock.today(), p.clock.today(), null, 9))
                        .orElseThrow()
                        .lignes())
                .hasSize(1);
        assertThat(code(p.journaux.list(
                        p.admin,
                        new Journaux.Demande(
                                null,
                                null,
                                null,
                                p.clock.today(),
                                p.clock.today().minusDays(1),
                                null,
                                9))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void forgetsThePersonAndKeepsTheDecisionAndTheChain() {
        Candidature file = p.decidee("Boréal", false, false);
        Candidature other = p.deposee("Austral");

        p.journaux.erase(p.admin, file.personne(), "Demande d’effacement reçue").orElseThrow();

        Acte decision = only(p.secretariat, file.objet(), Acte.Nature.DECISION_PRISE);
        assertThat(decision.motif()).isEqualTo(new Valeur.Effacee());
        assertThat(decision.motif().texte()).isEqualTo("effacé");
        assertThat(decision.apres().champs().get("issue").texte()).isEqualTo("REFUS");
        assertThat(only(p.secretariat, file.objet(), Acte.Nature.CANDIDATURE_DEPOSEE)
                        .apres()
                        .champs())
                .containsEntry("candidat", new Valeur.Effacee());
        assertThat(only(p.secretariat, other.objet(), Acte.Nature.CANDIDATURE_DEPOSEE)
                        .apres()
                        .champs())
                .containsEntry("candidat", new Valeur.Personnelle("Alix Sam AUSTRAL"));
        assertThat(p.journaux.verify(p.admin).orElseThrow().isIntact()).isTrue();
        Acte erased = only(p.admin, "personne/" + file.personne(), Acte.Nature.CLE_DETRUITE);
        assertThat(erased.acteur()).isEqualTo("admin");
        assertThat(erased.motif()).isEqualTo(new Valeur.Claire("Demande d’effacement reçue"));
    }

    @Test
    void forgetsOnceWithAReasonAndOnlyWhomItKnows() {
        Candidature file = p.deposee("Boréal");

        assertThat(code(p.journaux.erase(p.admin, file.personne(), " "))).isEqualTo(CodeRefus.MOTIF_REQUIS);
        assertThat(code(p.journaux.erase(p.admin, UUID.randomUUID(), "Demande")))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        p.journaux.erase(p.admin, file.personne(), "Demande").orElseThrow();
        assertThat(code(p.journaux.erase(p.admin, file.personne(), "Demande"))).isEqualTo(CodeRefus.CLE_DEJA_DETRUITE);
    }

    @Test
    void tellsOnceADayThatPersonalValuesWereReadInIt() {
        p.deposee("Boréal");
        p.journaux.list(p.admin, all()).orElseThrow();
        assertThat(p.base.read(Base.TOUT, p.journal::readings)).isEmpty();

        p.journaux.list(p.secretariat, all()).orElseThrow();
        p.journaux.list(p.secretariat, all()).orElseThrow();
        p.clock.advance(Duration.ofDays(1));
        p.journaux.list(p.secretariat, all()).orElseThrow();

        assertThat(p.base.read(Base.TOUT, p.journal::readings))
                .extracting(Acte::nature, Acte::acteur, Acte::objet)
                .containsOnly(org.assertj.core.api.Assertions.tuple(
                        Acte.Nature.JOURNAL_CONSULTE, "secretariat", "branche/" + Plateforme.ESSAI))
                .hasSize(2);
    }
}
