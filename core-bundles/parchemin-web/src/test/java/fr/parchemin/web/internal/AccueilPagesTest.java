package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.attente.Attente;
import fr.parchemin.attente.Attente.Nature;
import fr.parchemin.attente.Attente.Sujet;
import fr.parchemin.web.internal.view.AccueilView;
import fr.parchemin.web.internal.view.Echeance;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccueilPagesTest extends PagesFixture {

    private Attente deliberation(LocalDate day) {
        return new Attente(
                Nature.DOSSIERS_A_DELIBERER,
                Demo.MET,
                new Sujet.Seance(demo.juryMet.id(), demo.juryMet.numero(), demo.juryMet.intitule()),
                "3 dossiers sont présentés à ce jury.",
                3,
                day,
                null);
    }

    private LocalDate today() {
        return LocalDate.now(demo.world.clock);
    }

    @Test
    void whoIsSignedInComesHomeAndTheVisitorToTheCatalogue() {
        assertThat(as(demo.secretariat).get("/").text()).contains("Bonjour Nadège Colin", "Ce qui vous attend");
        assertThat(as(demo.secretariat).get("/accueil").text()).contains("Ce qui vous attend");
        assertThat(anonymous().get("/").text()).contains("Chercher une certification");
        assertThat(anonymous().get("/accueil").location()).startsWith("/connexion?retour=");
        assertThat(as(demo.secretariat).get("/catalogue").text()).contains("Chercher une certification");
        assertThat(as(demo.secretariat).get("/?texte=zzzz").text()).contains("Aucune certification ne correspond");
    }

    @Test
    void saysKindlyThatNothingAwaits() {
        assertThat(as(demo.organisme).get("/accueil").text()).contains("Rien ne vous attend aujourd’hui.");
    }

    @Test
    void saysWhatAwaitsWhyAndUntilWhenInWordsAndWithTheDate() {
        demo.attentes.add(demo.jury, deliberation(today().plusDays(3)));
        Browser.Page page = as(demo.jury).get("/accueil");
        assertThat(page.text())
                .contains(
                        "3 dossiers à délibérer",
                        "Délibérer",
                        "Jury " + demo.juryMet.numero(),
                        "3 dossiers sont présentés à ce jury.",
                        "dans 3 jours");
        assertThat(page.body())
                .contains("href=\"/jurys/" + demo.juryMet.id() + "\"", "datetime=\"" + today().plusDays(3) + "\"");
        assertThat(as(demo.organisme).get("/accueil").text()).doesNotContain("3 dossiers à délibérer");
    }

    @ParameterizedTest
    @CsvSource({
        "0, aujourd’hui",
        "1, demain",
        "3, dans 3 jours",
        "-1, depuis hier",
        "-4, depuis 4 jours",
        "90, dans 3 mois",
        "-61, depuis 2 mois"
    })
    void aDayIsSaidAsPeopleSayIt(int days, String phrase) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(Echeance.phrase(day.plusDays(days), day)).isEqualTo(phrase);
    }

    @Test
    void whatIsFollowedStandsApartFromWhatIsToBeDone() {
        demo.attentes.add(
                demo.organisme,
                new Attente(
                        Nature.DOSSIER_SUIVI,
                        Demo.MET,
                        new Sujet.Dossier(demo.deposee.id(), demo.deposee.numero(), "Issa Traoré", "Agent"),
                        "Le dossier est déposé.",
                        1,
                        null,
                        today()));
        assertThat(as(demo.organisme).get("/accueil").text())
                .contains("Rien ne vous attend aujourd’hui.", "Le dossier que vous suivez", "Le dossier est déposé.");
    }

    @ParameterizedTest
    @EnumSource
    void everyListThatACountLeadsToAnswers(Nature nature) {
        String list = AccueilView.liste(nature);
        if (list != null) {
            assertThat(as(demo.secretariat).get(list).status()).isEqualTo(200);
        }
    }

    @Test
    void whatAwaitsLeadsToAPageThatAnswers() {
        for (Sujet sujet : List.of(
                new Sujet.Dossier(demo.deposee.id(), "C", "Issa", "Agent"),
                new Sujet.Seance(demo.juryMet.id(), "J", "OMI"),
                new Sujet.Certification("MET-OMI", "OMI"),
                new Sujet.Extension(Demo.MET, "Métallurgie"),
                new Sujet.Compte(),
                new Sujet.Plateforme())) {
            Attente attente = new Attente(Nature.JURY_A_COMPOSER, Demo.MET, sujet, "Parce que.", 1, null, null);
            // Only who runs the platform is told of an extension that fails.
            Acteur reader = sujet instanceof Sujet.Extension ? demo.admin : demo.secretariat;
            assertThat(as(reader).get(AccueilView.adresse(attente)).status())
                    .as(sujet.toString())
                    .isEqualTo(200);
        }
    }

    @Test
    void theNavigationHoldsOnlyWhatOneMayOpenAndMarksWhereOneIs() {
        String secretariat = as(demo.secretariat).get("/candidatures").body();
        assertThat(secretariat)
                .contains("<a href=\"/candidatures\" aria-current=\"page\">", "<a href=\"/jurys\">")
                .containsPattern("href=\"/branches\"");
        String admin = as(demo.admin).get("/accueil").body();
        assertThat(admin)
                .contains("<a href=\"/accueil\" aria-current=\"page\">", "href=\"/administration/comptes\"")
                .doesNotContain("<a href=\"/candidatures\"", "<a href=\"/jurys\"");
        assertThat(anonymous().get("/").body())
                .contains("<a href=\"/\" aria-current=\"page\">Catalogue</a>")
                .doesNotContain("href=\"/accueil\"");
    }

    @Test
    void pagesThatStayOpenAreToldOfBranchesOnlyWhenSomethingChanged() {
        Browser.Page first = anonymous().get("/vives");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("data-branche=\"" + Demo.MET + "\"", "/branches.css");
        String seen = first.body().replaceAll("(?s).*data-vu=\"([^\"]+)\".*", "$1");
        assertThat(as(demo.secretariat).get("/accueil").body()).contains("data-vu=\"" + seen + "\"");
        assertThat(anonymous().get("/vives?vu=" + seen).status()).isEqualTo(204);

        demo.disturb();

        assertThat(anonymous().get("/vives?vu=" + seen).status()).isEqualTo(200);
    }

    @Test
    void helpIsOpenToAllAndBeginsWithOnesOwnRole() {
        assertThat(anonymous().get("/aide").status()).isEqualTo(200);
        String text = as(demo.certificateur).get("/aide").text();
        assertThat(text.indexOf("Vous êtes le certificateur")).isLessThan(text.indexOf("Vous êtes candidat"));
    }

    @Test
    void theGlossaryIsSearchedHoweverAWordIsTyped() {
        Browser.Page found = anonymous().get("/aide/glossaire?texte=RECEVABILITE");
        assertThat(found.text()).contains("Un dossier est recevable quand");
        assertThat(found.body()).contains("id=\"recevabilite\"").doesNotContain("id=\"cqp\"");
        assertThat(anonymous().get("/aide/glossaire?texte=zzzz").text()).contains("Aucun mot ne correspond");
    }

    @Test
    void anUnknownFileIsToldAsOneThatOneMayNotSee() {
        Browser.Page page = as(demo.organisme).get("/candidatures/" + UUID.randomUUID());
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Que faire", "Revenir à l’accueil");
    }
}
