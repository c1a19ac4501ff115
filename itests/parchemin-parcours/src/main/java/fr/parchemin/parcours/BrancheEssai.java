package fr.parchemin.parcours;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A branch made for tests, as small as a branch can be: one bloc, one épreuve, one évaluateur, one juror. Its class and
 * its manifest are those of a branch that ships; only the definition differs. Each test class gives it a code of its own, since
 * what the platform once admitted it never forgets.
 */
public final class BrancheEssai {
    public static final String CERTIFICATION = "ESS-UN";
    public static final String BLOC = "ESS-B1";
    public static final String EPREUVE = "ESS-B1-E";
    public static final String REFERENTIEL = "referentiels/ess-un-1.0.0.yaml";
    public static final String GOLDEN = "golden/ess-un.yaml";

    private static final String MODEL = "metallurgie";

    private BrancheEssai() {}

    /** With its référentiel at 1.0.0. */
    public static BrancheJar jar(String code, String prefixe) {
        return BrancheJar.shipped(MODEL)
                .header("Bundle-SymbolicName", symbolicName(code))
                .header("Bundle-Version", "1.0.0")
                .without(".yaml")
                .replace(".MetallurgieBranche.xml", "value=\"" + MODEL + "\"", "value=\"" + code + "\"")
                .with("branche.yaml", resource("branche.yaml"))
                .with(REFERENTIEL, resource(REFERENTIEL))
                .with(GOLDEN, resource(GOLDEN))
                .replace("branche.yaml", "code: essai", "code: " + code)
                .replace("branche.yaml", "prefixe: ESS", "prefixe: " + prefixe);
    }

    /** With its référentiel at 1.1.0, where a third criterion is looked at; 1.0.0 is no longer in the jar. */
    public static BrancheJar nextJar(String code, String prefixe) {
        String criterion = "          - { code: C1-c, intitule: L'essai est consigné, echelle: BINAIRE }\n";
        String next = resource(REFERENTIEL)
                .replace("version: \"1.0.0\"", "version: \"1.1.0\"")
                .replace("    epreuves:\n", criterion + "    epreuves:\n");
        return jar(code, prefixe)
                .header("Bundle-Version", "1.1.0")
                .without(REFERENTIEL)
                .with("referentiels/ess-un-1.1.0.yaml", next)
                .replace("branche.yaml", "ess-un-1.0.0.yaml", "ess-un-1.1.0.yaml")
                .replace(GOLDEN, "version: \"1.0.0\"", "version: \"1.1.0\"");
    }

    /** With its référentiel at 1.2.0, which says what becomes of 1.1.0; both are in the jar. */
    public static BrancheJar jarWithTransition(String code, String prefixe) {
        BrancheJar before = nextJar(code, prefixe);
        String next = before.text("referentiels/ess-un-1.1.0.yaml").replace("version: \"1.1.0\"", "version: \"1.2.0\"")
                + "\ntransitions: [{ depuis: \"1.1.0\", delivranceJusquAu: null, blocs: [{ de: " + BLOC + ", vers: ["
                + BLOC + "] }] }]\n";
        return before.header("Bundle-Version", "1.2.0")
                .with("referentiels/ess-un-1.2.0.yaml", next)
                .replace("branche.yaml", "ess-un-1.1.0.yaml", "ess-un-1.1.0.yaml, referentiels/ess-un-1.2.0.yaml");
    }

    public static String symbolicName(String code) {
        return "fr.parchemin.branche." + code;
    }

    private static String resource(String name) {
        try (InputStream in = BrancheEssai.class.getResourceAsStream("/essai/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
