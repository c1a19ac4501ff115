package fr.parchemin.migration;

import static fr.parchemin.exemple.Exemple.absence;
import static fr.parchemin.exemple.Exemple.acquises;
import static fr.parchemin.exemple.Exemple.binaire;
import static fr.parchemin.exemple.Exemple.bloc;
import static fr.parchemin.exemple.Exemple.competence;
import static fr.parchemin.exemple.Exemple.epreuve;
import static fr.parchemin.exemple.Exemple.points;
import static fr.parchemin.exemple.Exemple.referentiel;
import static fr.parchemin.exemple.Exemple.saisie;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Transition;
import fr.parchemin.referentiel.Transition.Correspondance;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageVersionTest {

    private static final BlocCompetences APART = bloc(
            "B",
            acquises(),
            List.of(competence("C1", binaire("a")), competence("C2", binaire("b"))),
            List.of(epreuve("E1", 1, "C1"), epreuve("E2", 1, "C2")));
    private static final BlocCompetences TOGETHER = bloc(
            "B",
            acquises(),
            List.of(competence("C1", binaire("a")), competence("C2", binaire("b"))),
            List.of(epreuve("E", 1, "C1", "C2")));

    private static Correspondance to(String de, String... vers) {
        return new Correspondance(de, List.of(vers), null, null);
    }

    private static PassageVersion step(BlocCompetences before, BlocCompetences after, Correspondance... epreuves) {
        Referentiel r = referentiel(after);
        Transition transition =
                new Transition("1.0.0", null, List.of(to("B", "B")), List.of(), List.of(), List.of(epreuves), null);
        return new PassageVersion(
                referentiel(before),
                new Referentiel(
                        r.certification(),
                        "2.0.0",
                        null,
                        r.enVigueurDu(),
                        null,
                        List.of(),
                        r.blocs(),
                        r.regle(),
                        r.concordance(),
                        r.jury(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(transition),
                        null));
    }

    @Test
    void twoGridsJoinWhenEachCriterionHasItsMark() {
        PassageVersion joined = step(APART, TOGETHER, to("E1", "E"), to("E2", "E"));
        Saisie a = saisie("E1", "e1", "a=ACQUIS");
        Saisie b = saisie("E2", "e1", "b=NON_ACQUIS");

        assertThat(joined.move(List.of(a, b)).reprises())
                .containsExactly(saisie("E", "e1", "a=ACQUIS", "b=NON_ACQUIS"));
        assertThat(joined.move(List.of(a, b)).misesDeCote()).isEmpty();
        assertThat(joined.move(List.of(a)).reprises()).isEmpty();
        assertThat(joined.move(List.of(a)).misesDeCote())
                .extracting(Apercu.MiseDeCote::motif)
                .containsExactly("l’épreuve « E » demande de noter aussi b");
    }

    @Test
    void anAbsenceFromOnePartIsNoAbsenceFromTheWhole() {
        PassageVersion joined = step(APART, TOGETHER, to("E1", "E"), to("E2", "E"));
        Saisie first = absence("E1", "e1", Presence.ABSENT);

        assertThat(joined.move(List.of(first)).reprises()).isEmpty();
        assertThat(joined.move(List.of(first, absence("E2", "e1", Presence.ABSENT)))
                        .reprises())
                .containsExactly(absence("E", "e1", Presence.ABSENT));
    }

    @Test
    void oneGridIsSharedOut() {
        PassageVersion split = step(TOGETHER, APART, to("E", "E1", "E2"));

        PassageVersion.Grilles moved = split.move(List.of(saisie("E", "e1", "a=ACQUIS", "b=NON_ACQUIS")));

        assertThat(moved.reprises())
                .containsExactly(saisie("E1", "e1", "a=ACQUIS"), saisie("E2", "e1", "b=NON_ACQUIS"));
        assertThat(moved.misesDeCote()).isEmpty();
    }

    @Test
    void aMarkDoesNotPassToAnotherScale() {
        BlocCompetences inPoints = bloc(
                "B",
                acquises(),
                List.of(competence("C1", points("a", "20")), competence("C2", binaire("b"))),
                List.of(epreuve("E1", 1, "C1"), epreuve("E2", 1, "C2")));

        PassageVersion.Grilles moved =
                step(APART, inPoints).move(List.of(saisie("E1", "e1", "a=ACQUIS"), saisie("E2", "e1", "b=ACQUIS")));

        assertThat(moved.reprises()).containsExactly(saisie("E2", "e1", "b=ACQUIS"));
        assertThat(moved.misesDeCote()).extracting(m -> m.saisie().epreuve()).containsExactly("E1");
    }
}
