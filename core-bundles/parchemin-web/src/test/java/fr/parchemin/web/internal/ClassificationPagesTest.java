package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationPagesTest extends PagesFixture {

    @BeforeEach
    void addTheShapes() {
        Formes.addTo(demo.catalogue, demo.world.clock.instant());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services/commune|65 à 90|Deux positions",
                "services/centres-appels|Deux positions pour le total 155|Syntec",
                "bureaux-etudes/ic-2022|115 à partir de 26 ans|Critères",
                "bureaux-etudes/etam-2023|1 831 € brut par mois|Deux positions",
                "bureaux-etudes/etam-2023|Prend la suite de ETAM|Deux positions",
                "services/immobilier-2022|hors grille : négociateur VRP|Critères",
                "services/immobilier-2022|au moins 1 450 € brut par mois|Critères",
                "domicile/aide-domicile-2021|Pas de position pour catégorie Employé, degré 3|Critères",
                "domicile/lien-social-2024|Salaire minimum = 22 100 + total des points × 55|Positions",
                "domicile/lien-social-2024|pesée 68, 25 840 € brut par an|Positions",
                "domicile/particuliers-2020|Garde d’enfants A|Critères",
                "metallurgie/metallurgie-2024|Groupe|Hors de la grille"
            })
    void aGridIsLaidOutInItsShape(String grid, String shown, String absent) {
        Browser.Page page = anonymous().get("/classifications/" + grid);

        assertThat(page.status()).isEqualTo(200);
        assertThat(plain(page)).contains(shown).doesNotContain(absent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accords/ACC-ANP|exigeParEmployeur|name=\"age\"",
                "bureaux-etudes/BET-ARC|name=\"age\"|niveauExige",
                "services/SRV-CRC|name=\"secteur\"|name=\"age\"",
                "services/SRV-CRC|name=\"option\"|exigeParEmployeur",
                "accords/ACC-CEI|name=\"obtenuLe\"|name=\"option\"",
                "accords/ACC-BOIS|name=\"etape\"|name=\"obtenuLe\"",
                "accords/ACC-APS|name=\"ancienneteMois\"|name=\"etape\"",
                "metallurgie/MET-OMI|name=\"niveauExige\"|name=\"emploi\"",
                "domicile/DOM-GAR|name=\"emploi\"|name=\"coefficientActuel\""
            })
    void onlyTheFieldsThatMatterAreAsked(String certification, String asked, String left) {
        assertThat(anonymous()
                        .get("/certifications/" + certification + "/effet")
                        .body())
                .contains(asked)
                .doesNotContain(left);
    }

    /** sanitaire-social.md §2.1: no class for the person, 3 % on 10,52 €. */
    @Test
    void everyEffectInForceIsShownWithItsArticle() {
        assertThat(plain(
                        anonymous().get("/certifications/domicile/DOM-GAR/effet?le=2021-03-01&emploi=garde-enfants-a")))
                .contains("Aucun effet par elle-même", "accord de classification, art. 1 et 2")
                .contains("Majoration de 3 %", "10,84 au lieu de 10,52", "avenant S42");
    }

    @Test
    void whatIsTypedWrongIsSaidBesideItsField() {
        Browser.Page page = anonymous().get("/certifications/bureaux-etudes/BET-ARC/effet?le=2026-03-01&age=douze");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Écrivez un nombre entier.");
    }

    @Test
    void theFormKeepsWhatWasTyped() {
        assertThat(anonymous()
                        .get("/certifications/bureaux-etudes/BET-ARC/effet?le=2026-03-01&age=25")
                        .body())
                .contains("value=\"25\"")
                .contains("coefficient 105");
    }

    @Test
    void theRulesOfEachKindAreInWords() {
        assertThat(plain(anonymous().get("/certifications/accords/ACC-BOIS")))
                .contains("Pendant le parcours Coefficient 110")
                .contains("avec l’option CONSEIL");
        assertThat(plain(anonymous().get("/certifications/accords/ACC-EVS")))
                .contains("Ajoute 25 points si l’emploi n’est pas tenu");
        assertThat(plain(anonymous().get("/certifications/domicile/DOM-GAR")))
                .contains("Majore le salaire minimum de 3 %")
                .contains("tant qu’elle est enregistrée (RNCP)");
    }

    @Test
    void aCoefficientThatTheLabelSaysIsNotSaidTwice() {
        assertThat(plain(anonymous().get("/certifications/services/SRV-ACC/effet?le=2026-03-01&emploi=charge-accueil")))
                .contains("Niveau II, coefficient 150")
                .doesNotContain("coefficient 150, coefficient 150");
    }

    @Test
    void anUnknownGridIsNotFound() {
        assertThat(anonymous().get("/classifications/nulle-part/grille").status())
                .isEqualTo(404);
    }

    private static String plain(Browser.Page page) {
        return page.text().replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
