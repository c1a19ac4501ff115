package fr.parchemin.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * A Chromium without a window, the one that the system's packages bring, driven through WebDriver. Width and theme are
 * emulated, so that one process serves the whole suite. Nothing is ever downloaded: browser and driver are named outright.
 */
final class Browser implements AutoCloseable {
    /** Which colours the person asked their system for. */
    enum Theme {
        LIGHT,
        DARK;

        private String feature() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A width in CSS pixels and a theme. */
    record Screen(int width, Theme theme) {
        @Override
        public String toString() {
            return width + " px " + theme.feature();
        }
    }

    private static final int HEIGHT = 900;

    // It misses the classes of Selenium that know this Chromium's protocol; nothing here uses them.
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private static final String PRESENT =
            "return document.readyState === 'complete' && document.fonts.status === 'loaded'";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        VERSIONS.setLevel(Level.OFF);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("PARCHEMIN_CHROMIUM", "/usr/bin/chromium").toFile());
        options.addArguments(
                "--headless=new",
                // The sandbox wants a user who is not root, or rights that containers withhold; only our own pages are
                // opened.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--accept-lang=fr",
                "--user-data-dir=" + profile());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("PARCHEMIN_CHROMEDRIVER", "/usr/bin/chromedriver")
                        .toFile())
                .usingAnyFreePort()
                .withLogFile(Path.of("target", "chromedriver.log").toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Platform.PATIENCE).scriptTimeout(Platform.PATIENCE);
        return new Browser(driver);
    }

    private static Path program(String variable, String usual) {
        String given = System.getenv(variable);
        Path program = Path.of(given == null || given.isBlank() ? usual : given);
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(program + " is not there. The browser tests need Chromium and its driver: "
                    + "apt-get install -y --no-install-recommends chromium chromium-driver, "
                    + "or name yours in PARCHEMIN_CHROMIUM and PARCHEMIN_CHROMEDRIVER.");
        }
        return program;
    }

    private static Path profile() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "chromium")).toAbsolutePath();
            return Files.createTempDirectory(folder, "profile-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As somebody who was never here. */
    void forget() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        console();
    }

    /** From now on pages are shown so; without transitions, or a contrast would be measured half way. */
    void show(Screen screen) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        screen.theme().feature()),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", screen.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        await("the page at " + screen, () -> run(
                        "return innerWidth === arguments[0] && matchMedia('(prefers-color-scheme: ' + arguments[1] + ')').matches",
                        screen.width(),
                        screen.theme().feature())
                .equals(true));
    }

    void open(URI address) {
        driver.get(address.toString());
        awaitPage();
    }

    /** Does what makes the browser leave this page, and waits for the next one. */
    void follow(Runnable act) {
        run("window.leaving = true");
        act.run();
        await("the next page after " + driver.getCurrentUrl(), () -> run("return window.leaving === undefined")
                .equals(true));
        awaitPage();
    }

    /** Fills these fields of a form and sends it as a browser without validation of its own would. */
    void submit(String form, Map<String, String> fields) {
        follow(() -> run(
                """
                const form = document.querySelector(arguments[0]);
                for (const [name, value] of Object.entries(arguments[1])) form.elements[name].value = value;
                form.submit();
                """,
                form,
                fields));
    }

    private void awaitPage() {
        await("the whole of " + driver.getCurrentUrl(), () -> run(PRESENT).equals(true));
    }

    /** Waits until it is so. */
    void await(String what, Supplier<Boolean> look) {
        Await.until(what, Platform.PATIENCE, () -> look.get() ? Boolean.TRUE : null);
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** The HTTP status of the page that is shown. */
    int status() {
        return ((Number) run("return performance.getEntriesByType('navigation')[0].responseStatus")).intValue();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** For a script whose last argument is to be called with the answer. */
    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Sets a cookie for the host of the page that is shown. */
    void keep(String name, String value) {
        driver.manage()
                .addCookie(new Cookie.Builder(name, value)
                        .path("/")
                        .isHttpOnly(true)
                        .build());
    }

    /** A device in this browser that keeps passkeys and recognises its owner at once, until it is closed. */
    Device device() {
        VirtualAuthenticator authenticator = driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
        return new Device(authenticator);
    }

    /** That device. */
    final class Device implements AutoCloseable {
        private final VirtualAuthenticator authenticator;

        private Device(VirtualAuthenticator authenticator) {
            this.authenticator = authenticator;
        }

        /** Whether it recognises who is before it as its owner. */
        void recognises(boolean owner) {
            authenticator.setUserVerified(owner);
        }

        int keys() {
            return authenticator.getCredentials().size();
        }

        @Override
        public void close() {
            driver.removeVirtualAuthenticator(authenticator);
        }
    }

    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    void type(String text) {
        new Actions(driver).sendKeys(text).perform();
    }

    /** The errors in the console since it was last asked: of scripts, refused resources, breaches of the content policy. */
    List<String> console() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The whole page as it is shown now, also what lies below the window. */
    void capture(Path file) {
        Object png = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode((String) png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
