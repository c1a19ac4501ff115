package fr.parchemin.mention.internal;

import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decision.DecisionBloc;
import fr.parchemin.mention.SituationMention;
import fr.parchemin.referentiel.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the platform knows of a person by one file. */
final class Situations {
    private Situations() {}

    /**
     * @param decision the final one, empty while there is none
     * @param obtained whether the certificate of the file is theirs
     */
    static SituationMention of(
            Candidature candidature, Optional<Decision> decision, boolean obtained, Catalogue catalogue, LocalDate le) {
        Set<String> blocs = decision.stream()
                .flatMap(d -> d.blocs().stream())
                .filter(b -> b.decision() == DecisionBloc.Resultat.VALIDE)
                .map(DecisionBloc::code)
                .collect(Collectors.toSet());
        return new SituationMention(
                candidature.branche(),
                le,
                obtained
                        ? List.of(new Reference(
                                candidature.branche(), candidature.certification(), candidature.version(), null, null))
                        : List.of(),
                blocs,
                candidature.attestationsOn(le),
                Set.of(),
                0,
                List.of(),
                catalogue
                        .branche(candidature.branche())
                        .orElseThrow()
                        .identite()
                        .orElseThrow()
                        .accreditations(le));
    }
}
