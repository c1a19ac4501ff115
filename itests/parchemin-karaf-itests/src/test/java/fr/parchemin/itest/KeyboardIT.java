package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.itest.Browser.Screen;
import fr.parchemin.itest.Browser.Theme;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Profil;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From signing in to the first act without a mouse: the keys are Tab and Enter. */
@ExtendWith({KarafServer.class, BrowserSession.class})
@TestInstance(Lifecycle.PER_CLASS)
class KeyboardIT {
    private static final String BRANCHE = "metallurgie";

    private Karaf karaf;
    private Scene scene;

    @BeforeAll
    void prepare(Karaf running) {
        karaf = running;
        karaf.requireBranch(BRANCHE);
        scene = Scene.of(karaf, BRANCHE, "clavier");
    }

    private static Stream<Screen> screens() {
        return Stream.of(new Screen(1440, Theme.LIGHT), new Screen(390, Theme.DARK));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void anEvaluateurSignsInAndMarksAnEpreuve(Screen screen, Browser browser) {
        Dossier dossier = scene.parcours.submit(scene.demande("MET-OMI"), Profil.reussite());
        scene.parcours.settlePrerequis(dossier);
        scene.parcours.designateEvaluateurs(dossier);
        JsonNode epreuve = grille(dossier).path(0);
        Map<String, String> credentials = scene.credentials("evaluateur1");
        Keyboard keyboard = new Keyboard(browser);
        browser.show(screen);
        browser.open(home());

        keyboard.tabTo("Se connecter");
        keyboard.enterAndFollow();
        keyboard.tabTo("Identifiant");
        keyboard.type(credentials.get("identifiant"));
        keyboard.tabTo("Mot de passe");
        keyboard.type(credentials.get("motDePasse"));
        keyboard.tabTo("Se connecter");
        keyboard.enterAndFollow();

        keyboard.tabTo("Candidatures");
        keyboard.enterAndFollow();
        keyboard.tabTo(dossier.numero());
        keyboard.enterAndFollow();
        keyboard.tabTo("Noter " + epreuve.path("code").asText());
        keyboard.enterAndFollow();
        keyboard.tabTo("Tout acquis");
        keyboard.enter();
        keyboard.tabTo("Enregistrer ma grille");
        keyboard.enterAndFollow();

        assertThat(browser.run("return document.querySelector('main [role=status]').textContent"))
                .asString()
                .contains("enregistré");
        assertThat(grille(dossier).path(0).path("saisies"))
                .as("what %s entered", credentials.get("identifiant"))
                .hasSize(1);
    }

    @Test
    void theFirstStopOffersToSkipTheHeader(Browser browser) {
        browser.show(new Screen(768, Theme.LIGHT));
        browser.open(home());
        Keyboard keyboard = new Keyboard(browser);

        assertThat(keyboard.tab()).isEqualTo("Aller au contenu");
        keyboard.enter();

        browser.await("the focus in the content", () -> browser.run("return document.activeElement.id")
                .equals("contenu"));
    }

    private JsonNode grille(Dossier dossier) {
        return scene.secretariat()
                .get("/candidatures/" + dossier.id() + "/grille")
                .expect(200)
                .body()
                .path("epreuves");
    }

    private URI home() {
        return URI.create("http://127.0.0.1:" + karaf.httpPort() + "/");
    }
}
