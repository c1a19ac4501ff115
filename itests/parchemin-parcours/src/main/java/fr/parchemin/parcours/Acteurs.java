package fr.parchemin.parcours;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Those who carry a file of one branch, each with an account of their own. */
public record Acteurs(
        String branche,
        ParcheminClient organisme,
        ParcheminClient secretariat,
        List<Evaluateur> evaluateurs,
        String identifiantJury,
        ParcheminClient jury,
        ParcheminClient certificateur) {

    /** An évaluateur is named in the file by the identifier of the account that signs the marks. */
    public record Evaluateur(String identifiant, ParcheminClient client) {}

    public Acteurs {
        evaluateurs = List.copyOf(evaluateurs);
    }

    /** The accounts that the demo profile of the server creates, all with the same password. */
    public static Acteurs ofDemo(ParcheminClient client, String branche, String motDePasse) {
        return named(client, branche, demoSuffix(branche), motDePasse);
    }

    /** Creates the accounts of one branch; {@code suffix} keeps them apart from others on the same server. */
    public static Acteurs register(ParcheminClient administrateur, String branche, String suffix, String motDePasse) {
        for (String identifiant : identifiants(suffix)) {
            String role = role(identifiant);
            administrateur
                    .post(
                            "/comptes",
                            Map.of(
                                    "identifiant",
                                    identifiant,
                                    "nom",
                                    "Compte " + identifiant,
                                    "motDePasse",
                                    motDePasse,
                                    "roles",
                                    List.of(Map.of("role", role, "branche", branche))))
                    .expectSuccess();
        }
        return named(administrateur, branche, suffix, motDePasse);
    }

    /** Identifiers of the demo accounts of a branch, in the order in which they act. */
    public static List<String> demoIdentifiants(String branche) {
        return identifiants(demoSuffix(branche));
    }

    private static Acteurs named(ParcheminClient client, String branche, String suffix, String motDePasse) {
        return new Acteurs(
                branche,
                client.as("organisme-" + suffix, motDePasse),
                client.as("secretariat-" + suffix, motDePasse),
                List.of(
                        evaluateur(client, "evaluateur1-" + suffix, motDePasse),
                        evaluateur(client, "evaluateur2-" + suffix, motDePasse)),
                "jury-" + suffix,
                client.as("jury-" + suffix, motDePasse),
                client.as("certificateur-" + suffix, motDePasse));
    }

    private static Evaluateur evaluateur(ParcheminClient client, String identifiant, String motDePasse) {
        return new Evaluateur(identifiant, client.as(identifiant, motDePasse));
    }

    private static List<String> identifiants(String suffix) {
        return List.of(
                "organisme-" + suffix,
                "secretariat-" + suffix,
                "evaluateur1-" + suffix,
                "evaluateur2-" + suffix,
                "jury-" + suffix,
                "certificateur-" + suffix);
    }

    /** {@code securite-privee} gives {@code secretariat-securite}: the demo accounts keep the first word only. */
    private static String demoSuffix(String branche) {
        return branche.split("-", 2)[0];
    }

    private static String role(String identifiant) {
        String first = identifiant.split("-", 2)[0];
        return first.startsWith("evaluateur") ? "EVALUATEUR" : first.toUpperCase(Locale.ROOT);
    }
}
