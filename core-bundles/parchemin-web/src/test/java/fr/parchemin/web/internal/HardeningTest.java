package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Cadences;
import fr.parchemin.acces.Cadences.Cadence;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acces.Origine;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HardeningTest extends PagesFixture {
    private static final Pattern STATIC = Pattern.compile("(?:href|src)=\"(/statique/[^\"]+)\"");

    private static final Cadences NO_LIMIT = (cadence, cle) -> Optional.empty();

    private Map<String, Acteur> pages() {
        String file = "/candidatures/";
        Map<String, Acteur> pages = new LinkedHashMap<>();
        pages.put("/candidatures", demo.secretariat);
        pages.put("/candidatures/nouvelle", demo.secretariat);
        pages.put("/candidatures/nouvelle?branche=metallurgie&certification=MET-OMI", demo.secretariat);
        pages.put(file + demo.deposee.id(), demo.secretariat);
        pages.put(file + demo.hostile.id(), demo.secretariat);
        pages.put(file + demo.enEvaluation.id(), demo.evaluateur1);
        pages.put(file + demo.enEvaluation.id() + "/epreuves/OMI-B1-A", demo.evaluateur2);
        pages.put(file + demo.decidee.id(), demo.certificateur);
        pages.put(file + demo.partielle.id(), demo.jury);
        pages.put(file + demo.delivree.id(), demo.secretariat);
        pages.put("/certificats/" + demo.certificat.numero(), demo.secretariat);
        pages.put("/branches", demo.secretariat);
        pages.put("/branches/metallurgie/parametres", demo.secretariat);
        pages.put("/branches/metallurgie/parametres?le=2026-01-01", demo.certificateur);
        pages.put("/jurys", demo.jury);
        pages.put("/compte/identites", demo.jury);
        pages.put("/jurys/nouveau", demo.secretariat);
        pages.put("/jurys/nouveau?branche=securite-privee&certification=APS", demo.secretariat);
        pages.put("/jurys/" + demo.juryMet.id(), demo.secretariat);
        pages.put("/jurys/" + demo.jurySec.id(), demo.certificateur);
        pages.put("/jurys/" + demo.juryMet.id() + "/candidatures/" + demo.presentee.id(), demo.jury);
        return pages;
    }

    private static List<String> publicPages() {
        return List.of(
                "/",
                "/certifications/metallurgie/MET-OMI",
                "/branches/metallurgie",
                "/certifications/securite-privee/APS",
                "/verification",
                "/v/0000",
                "/connexion",
                "/nulle-part");
    }

    @Test
    void noPageHoldsAStyleOrAScriptOfItsOwn() {
        publicPages().forEach(path -> check(path, anonymous().get(path)));
        pages().forEach((path, reader) -> check(path, as(reader).get(path)));
    }

    private static void check(String path, Browser.Page page) {
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .as(path)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(page.header("Referrer-Policy")).as(path).contains("same-origin");
        // Its own address stands where keys are offered; nothing is fetched from it.
        assertThat(page.body().replace(MemoryCles.ORIGINE, ""))
                .as(path)
                .doesNotContainPattern("<[^>]+\\sstyle=")
                .doesNotContainPattern("<style")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("<[a-zA-Z][^>\"]*(\"[^\"]*\"[^>\"]*)*\\son[a-z]+=")
                .doesNotContain("http://", "https://");
        assertThat(page.body()).as(path).contains("<html lang=\"fr\">").contains("<h1");
    }

    @Test
    void everyPageRendersForItsReader() {
        pages().forEach((path, reader) ->
                assertThat(as(reader).get(path).status()).as(path).isEqualTo(200));
    }

    @Test
    void privatePagesAreNeverKept() {
        assertThat(as(demo.secretariat).get("/candidatures").header("Cache-Control"))
                .contains("no-store");
        assertThat(as(demo.secretariat).get("/").header("Cache-Control")).contains("no-store");
        assertThat(anonymous().get("/candidatures").header("Cache-Control")).contains("no-store");
        assertThat(anonymous().get("/").header("Cache-Control")).contains("no-cache");
    }

    @Test
    void aHostileNameIsOnlyAName() {
        Browser browser = as(demo.secretariat);
        for (String path : List.of("/candidatures", "/candidatures/" + demo.hostile.id())) {
            Browser.Page page = browser.get(path);
            assertThat(page.text()).contains("<SCRIPT>ALERT(1)</SCRIPT>");
            assertThat(page.body()).doesNotContainIgnoringCase("<script>alert");
            check(path, page);
        }
        assertThat(anonymous()
                        .get("/?texte=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script>alert");
        assertThat(anonymous().get("/v/%3Cb%3E").body()).doesNotContain("<b>");
    }

    @Test
    void nobodyPutsWordsOfTheirOwnOnAPage() {
        assertThat(anonymous().get("/?fait=Votre+compte+est+bloqu%C3%A9").text())
                .doesNotContain("bloqué");
        assertThat(anonymous().get("/?fait=DECONNECTE").text()).contains("Vous avez quitté votre session.");
    }

    @Test
    void staticFilesAreNamedByTheirContentAndKept() {
        Browser browser = anonymous();
        Matcher found = STATIC.matcher(browser.get("/").body());
        int files = 0;
        while (found.find()) {
            files++;
            Browser.Page file = browser.get(found.group(1));
            assertThat(file.status()).as(found.group(1)).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("public, max-age=31536000, immutable");
            String etag = file.header("ETag").orElseThrow();
            assertThat(browser.get(found.group(1), "If-None-Match", etag).status())
                    .isEqualTo(304);
            assertThat(browser.get(found.group(1), "Accept-Encoding", "gzip").header("Content-Encoding"))
                    .contains("gzip");
        }
        assertThat(files).isEqualTo(6);
    }

    @Test
    void theStylesheetNamesItsFontsByTheirContentToo() {
        Browser browser = anonymous();
        String css = STATIC.matcher(browser.get("/").body())
                .results()
                .map(r -> r.group(1))
                .filter(url -> url.endsWith("/parchemin.css"))
                .findFirst()
                .orElseThrow();
        Matcher font = Pattern.compile("url\\(\"\\.\\.(/[0-9a-f]{16}/[a-z0-9-]+\\.woff2)\"\\)")
                .matcher(browser.get(css).body());
        assertThat(font.find()).isTrue();
        Browser.Page served = browser.get("/statique" + font.group(1));
        assertThat(served.header("Content-Type")).contains("font/woff2");
        assertThat(served.header("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void aStaleAddressGetsWhatThereIsWithoutKeepingIt() {
        Browser.Page file = anonymous().get("/statique/0000000000000000/parchemin.css");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("no-cache");
    }

    @Test
    void nothingButTheKnownFilesIsServed() {
        assertThat(anonymous().get("/statique/0/inconnu.css").status()).isEqualTo(404);
        assertThat(anonymous().get("/statique/0/FrontServlet.class").status()).isEqualTo(404);
        assertThat(anonymous().get("/statique/polices/EBGaramond-OFL.txt").status())
                .isEqualTo(404);
    }

    @Test
    void theColoursOfTheBranchesAreAStylesheet() {
        Browser browser = anonymous();
        assertThat(browser.get("/statique/0/branches.css").body())
                .contains(".branche-metallurgie{--branche:#1f4e79}")
                .contains(".branche-securite-privee{--branche:#7a1e2c}");
    }

    @Test
    void whatCannotBeReadIsAnErrorOfTheSender() {
        Browser browser = as(demo.secretariat);
        String[] tooMany = new String[2 * 1200];
        for (int i = 0; i < tooMany.length; i += 2) {
            tooMany[i] = "champ" + i;
            tooMany[i + 1] = "x";
        }
        Browser.Page page = browser.post("/candidatures/nouvelle", tooMany);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("Exception");
    }

    @Test
    void aFailureShowsAReferenceAndNothingElse() throws Exception {
        Connexions broken = new Connexions() {
            @Override
            public Outcome<Etape> begin(String identifiant, String motDePasse, Origine origine) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public Outcome<Session> openExternal(IdentiteExterne identite, String agent) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public Outcome<Session> finish(String billet, String code, Origine origine) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public Outcome<Session> open(String identifiant, String motDePasse, String code, Origine origine) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public Optional<Identite> recognize(String jeton) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public void close(String jeton) {
                throw new IllegalStateException("secret detail");
            }
        };
        FrontServlet servlet = new FrontServlet(demo.useCases(broken), demo.world.clock, false, NO_LIMIT);
        try (WebServer server = new WebServer(servlet, 0)) {
            Browser.Page page = new Browser(server.address()).get("/candidatures", "Cookie", "parchemin_session=x");
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.text()).contains("Erreur interne").containsPattern("référence [0-9a-f]{8}");
            assertThat(page.body()).doesNotContain("secret detail", "Exception", "at fr.parchemin");
        }
    }

    /** A library that is missing from the bundle, for instance, shows when the pages are made. */
    @Test
    void pagesThatCannotBeMadeAreAnErrorOfOursAndAreTriedAgain() throws Exception {
        FrontServlet whole = new FrontServlet(demo.useCases(demo.connexions), demo.world.clock, false, NO_LIMIT);
        AtomicBoolean mended = new AtomicBoolean();
        FrontServlet servlet = new FrontServlet(
                () -> {
                    if (!mended.get()) {
                        throw new NoClassDefFoundError("secret detail");
                    }
                    return whole.site();
                },
                NO_LIMIT);
        try (WebServer server = new WebServer(servlet, 0)) {
            Browser browser = new Browser(server.address());
            Browser.Page page = browser.get("/");
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.header("Content-Type")).contains("text/plain;charset=utf-8");
            assertThat(page.body()).contains("Erreur interne").containsPattern("référence [0-9a-f]{8}");
            assertThat(page.body()).doesNotContain("secret detail", "Error", "fr.parchemin");

            mended.set(true);
            assertThat(browser.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndEachIsCountedByWhatIsAsked() throws Exception {
        List<String> drawn = new ArrayList<>();
        Cadences none = (cadence, cle) -> {
            drawn.add(cadence + " " + cle);
            return Optional.of(Duration.ofMillis(2_500));
        };
        try (WebServer server =
                new WebServer(new FrontServlet(demo.useCases(demo.connexions), demo.world.clock, false, none), 0)) {
            Browser browser = new Browser(server.address());
            Browser.Page page = browser.get("/");
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.header("Retry-After")).contains("3");
            assertThat(page.text()).contains("Trop de demandes", "Attendez 3 seconde(s)");
            browser.post("/connexion");
            browser.get("/v/0000");
            // What a page is made of is no request of its own.
            assertThat(browser.get("/statique/0/parchemin.css").status()).isEqualTo(200);
        }
        assertThat(drawn)
                .containsExactly(
                        Cadence.PUBLIQUE + " 127.0.0.1",
                        Cadence.CONNEXION + " 127.0.0.1",
                        Cadence.VERIFICATION + " 127.0.0.1");
    }

    @Test
    void aHeadHasTheHeadersAndNoBody() {
        Browser.Page head = anonymous().head("/");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Security-Policy")).isPresent();
    }
}
