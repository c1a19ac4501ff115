package fr.parchemin.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of rights as people read it in the documentation is the one that the platform applies. */
class DroitsDocTest {

    private static final Path DOC = Path.of("..", "..", "docs", "droits.md");

    private static String table() {
        StringBuilder page = new StringBuilder(
                """
                # Table des droits

                Qui peut quoi : une ligne par acte, telle que la plateforme l’applique (`Droit`). Ce qui n’est pas dit n’est pas permis. Un rôle
                vaut jusqu’où il a été donné ; entre parenthèses, ce qui doit en plus le lier à l’objet. Un acte « qui engage » demande une preuve
                d’identité fraîche. Page écrite par un test ; ne la corrigez pas à la main.

                | Acte | Code | Sorte | Qui |
                |---|---|---|---|
                """);
        for (Droit droit : Droit.values()) {
            page.append("| ")
                    .append(droit.libelle().substring(0, 1).toUpperCase(Locale.FRENCH))
                    .append(droit.libelle().substring(1))
                    .append(" | `")
                    .append(droit.name())
                    .append("` | ")
                    .append(nature(droit.nature()))
                    .append(" | ")
                    .append(who(droit))
                    .append(" |\n");
        }
        page.append("\n| Rôle | Se donne pour | Donné par |\n|---|---|---|\n");
        for (Role role : Role.values()) {
            page.append("| ")
                    .append(role.libelle())
                    .append(" | ")
                    .append(Arrays.stream(Portee.Etendue.values())
                            .filter(role::reaches)
                            .map(Portee.Etendue::libelle)
                            .collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(
                            role.isGivenByTheBranch()
                                    ? "le secrétariat de la branche, ou l’administrateur"
                                    : "l’administrateur, identité confirmée")
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String nature(Droit.Nature nature) {
        return switch (nature) {
            case LECTURE -> "lecture";
            case LECTURE_SENSIBLE -> "lecture inscrite au journal";
            case ACTE -> "acte";
            case SIGNATURE -> "acte qui engage";
        };
    }

    private static String who(Droit droit) {
        if (droit.isPublic()) {
            return "tout le monde";
        }
        if (droit.isForEverybodySignedIn()) {
            return "toute personne connectée";
        }
        return droit.octrois().entrySet().stream()
                .map(octroi -> octroi.getKey().libelle()
                        + (octroi.getValue().libelle().isEmpty()
                                ? ""
                                : " (" + octroi.getValue().libelle() + ")"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void theDocumentationSaysWhatTheTableSays() throws IOException {
        if (Boolean.getBoolean("droits.ecrire")) {
            Files.writeString(DOC, table());
        }

        assertThat(Files.readString(DOC))
                .as("docs/droits.md differs from the table of rights. Write it again with"
                        + " mvn -o -pl core-bundles/parchemin-core -am test -Dtest=DroitsDocTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Ddroits.ecrire=true")
                .isEqualTo(table());
    }
}
