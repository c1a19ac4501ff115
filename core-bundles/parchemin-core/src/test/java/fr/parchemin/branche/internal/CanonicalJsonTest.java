package fr.parchemin.branche.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.referentiel.DefinitionJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static String canonical(String yaml) throws YamlDocument.YamlInvalide {
        return CanonicalJson.write(YamlDocument.parse("x", yaml).content());
    }

    @Test
    void sortsKeysAtEveryLevelAndKeepsTheOrderOfLists() throws Exception {
        assertThat(canonical("b: 1\na: [ { d: 2, c: 3 }, z, y ]"))
                .isEqualTo("{\"a\":[{\"c\":3,\"d\":2},\"z\",\"y\"],\"b\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.0", "12.00"})
    void writesANumberOneWay(String number) throws Exception {
        assertThat(canonical("seuil: " + number)).isEqualTo("{\"seuil\":12}");
    }

    @Test
    void keepsDecimalsThatSaySomething() throws Exception {
        assertThat(canonical("a: 7.50\nb: 0.010\nc: -0.0")).isEqualTo("{\"a\":7.5,\"b\":0.01,\"c\":0}");
    }

    @Test
    void aNumberIsNotTheTextOfIt() throws Exception {
        assertThat(canonical("v: 1")).isNotEqualTo(canonical("v: \"1\""));
    }

    @Test
    void whatIsNullIsWhatIsLeftOut() throws Exception {
        assertThat(canonical("a: 1\nb: null")).isEqualTo(canonical("a: 1"));
    }

    @Test
    void hashesTheUtf8OfTheText() {
        assertThat(CanonicalJson.sha256("é"))
                .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderInWhichKeysAreWrittenDoesNotChangeTheHash(
            @ForAll("documents") JsonNode document, @ForAll Random random) {
        assertThat(CanonicalJson.sha256(CanonicalJson.write(shuffled(document, random))))
                .isEqualTo(CanonicalJson.sha256(CanonicalJson.write(document)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void writingItAgainChangesNothing(@ForAll("documents") JsonNode document) {
        String once = CanonicalJson.write(document);

        assertThat(CanonicalJson.write(DefinitionJson.read(once, JsonNode.class)))
                .isEqualTo(once);
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            names.forEach(name -> object.set(name, shuffled(node.get(name), random)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(shuffled(item, random)));
            return array;
        }
        return node;
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        return Arbitraries.recursive(this::leaves, this::containers, 0, 3);
    }

    private Arbitrary<JsonNode> leaves() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(5).map(json::textNode),
                Arbitraries.integers().map(json::numberNode),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
                        .ofScale(2)
                        .map(json::numberNode),
                Arbitraries.of(true, false).map(json::booleanNode),
                Arbitraries.just(json.nullNode()));
    }

    private Arbitrary<JsonNode> containers(Arbitrary<JsonNode> parts) {
        return Arbitraries.oneOf(
                Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3), parts)
                        .ofMaxSize(4)
                        .map(map -> JsonNodeFactory.instance.objectNode().setAll(map)),
                parts.list()
                        .ofMaxSize(3)
                        .map(list -> JsonNodeFactory.instance.arrayNode().addAll(list)));
    }
}
