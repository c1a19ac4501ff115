package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Droit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = new Router();

    RouterTest() {
        Handler nothing = exchange -> new Answer.NoContent();
        router.get("/", Droit.CATALOGUE_LIRE, nothing);
        router.get("/candidatures/nouvelle", Droit.CANDIDATURE_LIRE, nothing);
        router.get("/candidatures/{id}", Droit.CANDIDATURE_LIRE, nothing);
        router.post("/candidatures/{id}/evaluateurs", Droit.CANDIDATURE_LIRE, nothing);
    }

    @Test
    void namesInThePathStandForOneSegment() {
        assertThat(router.find("GET", "/candidatures/12").orElseThrow().variables())
                .isEqualTo(Map.of("id", "12"));
        assertThat(router.find("GET", "/candidatures/12/13")).isEmpty();
        assertThat(router.find("GET", "/candidatures/")).isEmpty();
    }

    @Test
    void theFirstRouteThatFitsIsTaken() {
        assertThat(router.find("GET", "/candidatures/nouvelle").orElseThrow().variables())
                .isEmpty();
    }

    @Test
    void aHeadIsAnsweredLikeAGet() {
        assertThat(router.find("HEAD", "/")).isPresent();
    }

    @Test
    void aPathKnowsItsMethods() {
        assertThat(router.methods("/")).containsExactly("GET", "HEAD");
        assertThat(router.methods("/candidatures/1/evaluateurs")).containsExactly("POST");
        assertThat(router.methods("/ailleurs")).isEmpty();
    }
}
