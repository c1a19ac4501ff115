package fr.parchemin.golden;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.golden.internal.GoldenPreuve;
import fr.parchemin.regle.ReglesBranche;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case that does not come out as expected says what was expected and what came. */
class GoldenCasesTest {

    private static final String CAS = "golden/ope.yaml";

    @TempDir
    private Path folder;

    private List<MotifErreur> motifs(Copie copie) {
        Lecture lecture = DefinitionReader.standalone().read(copie.url());
        assertThat(lecture).isInstanceOf(Lecture.Valide.class);
        return new GoldenPreuve().prove(((Lecture.Valide) lecture).definition(), ReglesBranche.absentes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proposition: TOTALE|proposition: REFUS|tout est acquis|proposition attendue REFUS, obtenue TOTALE",
                "OPE-B1: VALIDE, OPE-B2: VALIDE|OPE-B1: NON_VALIDE, OPE-B2: VALIDE|tout est acquis|bloc OPE-B1 attendu NON_VALIDE, obtenu VALIDE (Toutes les compétences acquises : 1 sur 1 → SATISFAITE",
                "C2.1-q: 12|C2.1-q: 21|tout est acquis|la grille de l’épreuve B2-QCM est refusée",
                "C2.1-q: 12|C2.1-q: 11.99|tout est acquis|la grille de l’épreuve B2-MSP est refusée",
                "jury: JURY_COLLEGE_INCOMPLET|jury: CONFORME|jury sans salarié|jury attendu CONFORME, obtenu JURY_COLLEGE_INCOMPLET",
                "type: PLANCHER, position: C3|type: PLANCHER, position: A1|offre qui exige le niveau 5|effet attendu PLANCHER en position A1, art. 12, obtenu PLANCHER en position C3, art. 12",
                "article: art. 12 }|article: art. 13 }|offre qui exige le niveau 5|obtenu PLANCHER en position C3, art. 12"
            })
    void saysWhatWasExpectedAndWhatCame(String before, String after, String cas, String difference) {
        Copie copie = Copie.of("essai", folder).replace(CAS, before, after);

        assertThat(motifs(copie)).singleElement().satisfies(motif -> {
            assertThat(motif.code()).isEqualTo(MotifErreur.Code.CAS_GOLDEN_ECHOUE);
            assertThat(motif.ligne()).isEqualTo(copie.line(CAS, "nom: " + cas));
            assertThat(Exemple.plain(motif.message())).contains("cas « " + cas + " »", difference);
        });
    }

    @Test
    void aJuryIsHeldAgainstTheTiesOfTheCandidateByName() {
        Copie copie = Copie.of("essai", folder);
        copie.write(
                CAS,
                copie.text(CAS)
                        + """
                          - nom: évaluateur au jury
                            reference: incompatibilités
                            jury:
                              membres:
                                - { college: EMPLOYEURS, president: true }
                                - { nom: TIERS Élie, college: SALARIES }
                              candidat: { evaluateurs: [Élie Tiers] }
                            attendu: { jury: JURY_INCOMPATIBILITE }
                          - nom: collègue au jury, sans vote
                            reference: incompatibilités
                            jury:
                              membres:
                                - { college: EMPLOYEURS, president: true, employeur: Atelier }
                                - { college: SALARIES }
                              candidat: { entreprise: Atelier }
                              presidencePrecedente: SALARIES
                            attendu: { jury: CONFORME }
                          - nom: même présidence
                            reference: alternance
                            jury:
                              membres:
                                - { college: EMPLOYEURS, president: true }
                                - { college: SALARIES }
                              presidencePrecedente: EMPLOYEURS
                            attendu: { jury: JURY_PRESIDENCE }
                        """);

        assertThat(motifs(copie)).isEmpty();
    }

    @Test
    void anAttestationHoldsThroughItsLastDay() {
        String bloc =
                """
                regle:
                  type: AU_MOINS
                  nombre: 1
                  regles: [{ type: ATTESTATION, prerequis: SEC }, { type: COMPETENCES_ACQUISES }]
                """
                        .indent(4)
                        .stripTrailing();
        Copie copie = Copie.of("essai", folder)
                .replace("referentiels/ope-1.0.0.yaml", "    regle: { type: COMPETENCES_ACQUISES }", bloc);
        for (String[] last : new String[][] {{"2026-06-15", "VALIDE"}, {"2026-06-14", "INDETERMINE"}}) {
            copie.write(
                    CAS,
                    """
                    certification: ESS-OPE
                    version: "1.0.0"
                    cas:
                      - nom: attestation
                        reference: durée
                        attestations: [{ prerequis: SEC, valideJusquAu: %s }]
                        evaluations: []
                        attendu: { proposition: INCOMPLETE, blocs: { OPE-B1: %s, OPE-B2: INDETERMINE } }
                    """
                            .formatted(last[0], last[1]));

            assertThat(motifs(copie)).as(last[0]).isEmpty();
        }
    }
}
