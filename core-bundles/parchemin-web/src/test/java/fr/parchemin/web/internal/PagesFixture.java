package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A platform of its own for each test, behind a real server. */
abstract class PagesFixture {
    Demo demo;
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        demo = new Demo();
        server = new WebServer(demo.servlet(false), 0);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    Browser anonymous() {
        return new Browser(server.address());
    }

    Browser as(Acteur acteur) {
        return Browser.signedIn(server.address(), acteur.identifiant());
    }
}
