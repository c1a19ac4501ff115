package fr.parchemin.mention;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.delivrance.internal.TransactionalDelivrances;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decision.DecisionBloc;
import fr.parchemin.mention.internal.OptionsConstitutives;
import fr.parchemin.referentiel.Referentiel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No certificate without an option that is part of it: the group TERRAIN of the example asks for one. */
class OptionsConstitutivesTest {

    private final Plateforme p = new Plateforme();
    private final Candidature file = p.decidee("Durand", true, true);

    private final Referentiel guide = ((Lecture.Valide)
                    DefinitionReader.standalone().read(Plateforme.definition("complete")))
            .definition()
            .referentiel("CPL-GUI", "2.0.0")
            .orElseThrow()
            .referentiel();

    private List<String> manques(String... blocs) {
        Decision decided = p.sees(() -> p.decisions.lastOf(file.id()).orElseThrow());
        Decision decision = new Decision(
                decided.id(),
                decided.candidature(),
                decided.jury(),
                decided.date(),
                Decision.Issue.VALIDATION_TOTALE,
                Arrays.stream(blocs)
                        .map(bloc -> new DecisionBloc(bloc, bloc, DecisionBloc.Resultat.VALIDE, 4, 0, 0))
                        .toList(),
                decided.presents(),
                decided.votes(),
                decided.proposition(),
                null,
                decided.par(),
                decided.decideLe());
        return new OptionsConstitutives(p.catalogue, (branche, certification, version) -> guide, p.garde)
                .manques(file, decision, p.clock.today());
    }

    @Test
    void oneOptionOfTheGroupIsEnough() {
        assertThat(manques("GUI-B1", "GUI-B2")).isEmpty();
        assertThat(manques("GUI-OPT")).isEmpty();
    }

    @Test
    void withoutAnyTheGroupThatLacksItIsNamed() {
        assertThat(manques("GUI-B2"))
                .singleElement()
                .asString()
                .contains("au moins 1 mention", "Terrains", "0 possible");
    }

    @Test
    void theDeliveryIsRefusedAndTheFileStaysAsItWas() {
        List<String> manques = manques("GUI-B2");
        TransactionalDelivrances delivrances = new TransactionalDelivrances(
                "https://certificats.exemple.fr/",
                p.base,
                p.certificats,
                p.candidatures,
                p.decisions,
                p.journal,
                p.lectures,
                p.catalogue,
                p.referentiels,
                p.documents,
                p.garde,
                (candidature, decision, le) -> manques,
                p.decides,
                p.clock);

        var refused = delivrances.deliver(p.certificateur, file.id(), "Lille");
        assertThat(code(refused)).isEqualTo(CodeRefus.OPTION_CONSTITUTIVE_ABSENTE);
        assertThat(detail(refused)).contains(file.numero(), "Terrains");
        assertThat(p.find(file.id())).isEqualTo(file);
    }
}
