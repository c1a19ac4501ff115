package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Role;
import fr.parchemin.web.internal.view.Guide;
import fr.parchemin.web.internal.view.Terme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the trade: each explained once, each found. */
class TermeTest {
    private static final Pattern USED = Pattern.compile("terme = Terme\\.([A-Z_]+)");

    private static Set<String> used() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            Set<String> found = new HashSet<>();
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher term = USED.matcher(Files.readString(template));
                while (term.find()) {
                    found.add(term.group(1));
                }
            }
            return found;
        }
    }

    @Test
    void everyTermThatATemplateUsesIsExplained() throws IOException {
        Set<String> explained = Arrays.stream(Terme.values()).map(Enum::name).collect(Collectors.toSet());
        assertThat(used()).isNotEmpty().isSubsetOf(explained);
    }

    @Test
    void everyTermIsListedOnceInTheOrderOfTheAlphabet() {
        List<Terme> listed = Terme.search("");
        assertThat(listed).containsExactlyInAnyOrder(Terme.values());
        assertThat(listed.get(0)).isEqualTo(Terme.AJOURNEMENT);
        assertThat(listed).extracting(Terme::ancre).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aDefinitionIsASentenceThatNamesItsSource(Terme terme) {
        assertThat(terme.definition()).matches("(?s)\\p{Lu}.*\\.").doesNotContain("'", " :", " ;");
        assertThat(terme.texte()).isNotBlank();
        assertThat(terme.ancre()).matches("[a-z][a-z-]*");
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleHasAGuide(Role role) {
        assertThat(Arrays.stream(Guide.values()).filter(g -> g.speaksTo(role))).hasSize(1);
    }
}
