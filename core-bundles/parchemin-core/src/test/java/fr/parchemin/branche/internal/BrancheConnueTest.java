package fr.parchemin.branche.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.enmemoire.Plateforme;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrancheConnueTest {

    @ParameterizedTest
    @ValueSource(strings = {"essai", "temoin"})
    void whatIsRememberedOfABranchReadsAsItWas(String branche) {
        DefinitionBranche definition =
                ((Lecture.Valide) new YamlDefinitionReader().read(Plateforme.definition(branche))).definition();

        BrancheConnue connue = MemoireBranche.of(definition, null).written(Instant.EPOCH);
        MemoireBranche read = MemoireBranche.read(connue);

        assertThat(read.identite()).isEqualTo(definition.branche());
        assertThat(read.classifications()).isEqualTo(definition.classifications());
        assertThat(read.versions())
                .extracting(MemoireBranche.VersionConnue::version)
                .containsExactly("1.0.0");
        assertThat(connue.code()).isEqualTo(branche);
        assertThat(connue.absenteDepuis()).isNull();
    }
}
