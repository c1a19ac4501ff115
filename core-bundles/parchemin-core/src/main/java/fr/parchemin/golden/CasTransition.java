package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.migration.PassageVersion;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What an earlier version becomes in this one, as a migration reckons it, and whether it is still awarded on a day. */
final class CasTransition implements EspeceDeCas {

    record Situation(String depuis, LocalDate le) {}

    /** Codes of the earlier version to those that follow; what is left out is not checked. */
    record Attendu(
            Delivrance delivrance,
            Map<String, List<String>> blocs,
            Map<String, List<String>> competences,
            Map<String, List<String>> criteres,
            Map<String, List<String>> epreuves) {}

    /** Whether a decision of that day leads to a certificate of the earlier version. */
    enum Delivrance {
        OUVERTE,
        FERMEE
    }

    @Override
    public String cle() {
        return "transition";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        Situation asked = DefinitionJson.read(situation, Situation.class);
        Attendu expected = DefinitionJson.read(attendu, Attendu.class);
        Optional<Referentiel> before = definition
                .referentiel(referentiel.certification().code(), asked.depuis())
                .map(VersionDefinie::referentiel);
        if (before.isEmpty() || referentiel.transitionFrom(asked.depuis()).isEmpty()) {
            return Optional.of("cette version ne déclare pas de transition depuis la version " + asked.depuis());
        }
        PassageVersion step = new PassageVersion(before.get(), referentiel);
        List<String> differences = new ArrayList<>();
        if (expected.delivrance() != null) {
            Delivrance obtained = step.transition().allowsAwardOn(asked.le()) ? Delivrance.OUVERTE : Delivrance.FERMEE;
            EspeceDeCas.compared("délivrance attendue", expected.delivrance().name(), obtained.name())
                    .ifPresent(differences::add);
        }
        compare("bloc", expected.blocs(), code -> step.bloc(code).vers(), differences);
        compare("compétence", expected.competences(), step::competence, differences);
        compare("critère", expected.criteres(), step::critere, differences);
        compare("épreuve", expected.epreuves(), code -> step.epreuve(code).vers(), differences);
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ; ", differences));
    }

    private static void compare(
            String what,
            Map<String, List<String>> expected,
            Function<String, List<String>> obtained,
            List<String> differences) {
        if (expected != null) {
            new TreeMap<>(expected).forEach((code, vers) -> EspeceDeCas.compared(
                            what + " " + code + " : suite attendue", told(vers), told(obtained.apply(code)))
                    .ifPresent(differences::add));
        }
    }

    private static String told(List<String> codes) {
        return codes.isEmpty() ? "aucune" : String.join(", ", new TreeSet<>(codes));
    }
}
