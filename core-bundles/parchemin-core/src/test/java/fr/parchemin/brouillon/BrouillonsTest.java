package fr.parchemin.brouillon;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Coffre;
import fr.parchemin.brouillon.Brouillons.Esquisse;
import fr.parchemin.brouillon.internal.SealedBrouillons;
import fr.parchemin.enmemoire.BrouillonsEnMemoire;
import fr.parchemin.enmemoire.Plateforme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Drafts: one account's own, sealed, bounded and forgotten in time. */
class BrouillonsTest {

    private static final String FORMULAIRE = "/candidatures/nouvelle?branche=essai";

    /** Seals by turning a text into another that opens in its place only. */
    private static final Coffre COFFRE = new Coffre() {
        @Override
        public String seal(String place, String text) {
            return Base64.getEncoder().encodeToString((place + "\n" + text).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String open(String place, String sealed) {
            String opened = new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
            if (!opened.startsWith(place + "\n")) {
                throw new IllegalStateException("sealed elsewhere");
            }
            return opened.substring(place.length() + 1);
        }
    };

    private final Plateforme p = new Plateforme();
    private final BrouillonsEnMemoire gardes = new BrouillonsEnMemoire(p.base);
    private final Brouillons brouillons = new SealedBrouillons(p.base, gardes, COFFRE, p.clock);

    private void keep(Acteur by, String formulaire, String nom) {
        brouillons
                .keep(by, new Esquisse(formulaire, "Candidature", Map.of("nom", List.of(nom)), "v1"))
                .orElseThrow();
    }

    @Test
    void givesBackWhatWasWrittenToItsAuthorOnly() {
        keep(p.secretariat, FORMULAIRE, "Aubry");
        assertThat(brouillons.find(p.secretariat, FORMULAIRE)).hasValueSatisfying(b -> {
            assertThat(b.champs()).containsEntry("nom", List.of("Aubry"));
            assertThat(b.gardeLe()).isEqualTo(p.clock.instant());
        });
        assertThat(brouillons.find(p.organisme, FORMULAIRE)).isEmpty();
        assertThat(brouillons.list(p.organisme)).isEmpty();
    }

    @Test
    void liesSealedInTheStore() {
        keep(p.secretariat, FORMULAIRE, "Aubry");
        assertThat(p.sees(gardes::all)).singleElement().satisfies(g -> assertThat(g.contenu())
                .doesNotContain("Aubry"));
    }

    @Test
    void takesThePlaceOfTheOneBefore() {
        keep(p.secretariat, FORMULAIRE, "Aubry");
        keep(p.secretariat, FORMULAIRE, "Berger");
        assertThat(brouillons.list(p.secretariat)).hasSize(1);
        assertThat(brouillons.find(p.secretariat, FORMULAIRE).orElseThrow().champs())
                .containsEntry("nom", List.of("Berger"));
    }

    @Test
    void neverHoldsAPasswordACodeOrATokenOfAForm() {
        Map<String, List<String>> champs = Map.of(
                "nom", List.of("Aubry"),
                "motDePasse", List.of("s3cret"),
                "confirmation.motDePasse", List.of("s3cret"),
                "confirmation.code", List.of("123456"),
                "jeton", List.of("j"),
                "code", List.of("123456"),
                "nouveau", List.of("s3cret"));
        brouillons
                .keep(p.secretariat, new Esquisse(FORMULAIRE, "Candidature", champs, "v1"))
                .orElseThrow();
        assertThat(brouillons.find(p.secretariat, FORMULAIRE).orElseThrow().champs())
                .containsOnlyKeys("nom");
    }

    @Test
    void isForgottenAfterItsTime() {
        keep(p.secretariat, FORMULAIRE, "Aubry");
        p.clock.advance(Duration.ofDays(30));
        assertThat(brouillons.find(p.secretariat, FORMULAIRE)).isEmpty();
        assertThat(brouillons.list(p.secretariat)).isEmpty();
        keep(p.organisme, FORMULAIRE, "Berger");
        assertThat(p.sees(gardes::all)).hasSize(1);
    }

    @Test
    void isRefusedWhenItHoldsTooMuch() {
        Esquisse tooLong = new Esquisse(
                FORMULAIRE, "Candidature", Map.of("nom", List.of("x".repeat(Brouillons.TAILLE_MAXIMALE))), "v1");
        assertThat(code(brouillons.keep(p.secretariat, tooLong))).isEqualTo(CodeRefus.BROUILLON_TROP_LONG);
        assertThat(brouillons.list(p.secretariat)).isEmpty();
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        for (int i = 0; i <= Brouillons.NOMBRE_MAXIMAL; i++) {
            keep(p.secretariat, FORMULAIRE + i, "Aubry");
            p.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(brouillons.list(p.secretariat)).hasSize(Brouillons.NOMBRE_MAXIMAL);
        assertThat(brouillons.find(p.secretariat, FORMULAIRE + 0)).isEmpty();
    }

    @Test
    void tellsWhetherTheFormChangedSince() {
        keep(p.secretariat, FORMULAIRE, "Aubry");
        Brouillon kept = brouillons.find(p.secretariat, FORMULAIRE).orElseThrow();
        assertThat(kept.isAbout("v1")).isTrue();
        assertThat(kept.isAbout("v2")).isFalse();
    }

    @Test
    void isErasedAtWill() {
        keep(p.secretariat, FORMULAIRE, "Aubry");
        brouillons.erase(p.secretariat, FORMULAIRE);
        assertThat(brouillons.list(p.secretariat)).isEmpty();
    }

    @Test
    void anotherKeyOfThePlatformOpensNoDraftAndBreaksNoPage() {
        keep(p.secretariat, FORMULAIRE, "Aubry");
        Brouillons other = new SealedBrouillons(
                p.base,
                gardes,
                new Coffre() {
                    @Override
                    public String seal(String place, String text) {
                        throw new AssertionError("nothing is written");
                    }

                    @Override
                    public String open(String place, String sealed) {
                        throw new IllegalStateException("another key");
                    }
                },
                p.clock);
        assertThat(other.find(p.secretariat, FORMULAIRE)).isEmpty();
        assertThat(other.list(p.secretariat)).isEmpty();
    }
}
