package fr.parchemin.console.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.depot.Artefacts;
import fr.parchemin.golden.GoldenCases;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the platform would say of an artefact if it were dropped.
 *
 * @param definition what was read, empty when it is no valid definition
 * @param cas how many golden cases were run
 * @param motifs everything that is wrong; empty when it would be admitted, as far as the artefact alone can tell
 */
record Validation(Optional<DefinitionBranche> definition, int cas, List<MotifErreur> motifs) {

    static Validation of(Path artefact, DefinitionReader reader) throws MalformedURLException {
        URL address;
        if (isYaml(artefact) && Files.isRegularFile(artefact)) {
            address = artefact.toUri().toURL();
        } else {
            Artefacts.Lecture lecture = Artefacts.read(artefact);
            if (lecture instanceof Artefacts.Lecture.Refusee refusee) {
                return new Validation(Optional.empty(), 0, refusee.motifs());
            }
            address = ((Artefacts.Lecture.Lue) lecture).definition();
        }
        DefinitionReader.Lecture lecture = reader.read(address);
        if (lecture instanceof DefinitionReader.Lecture.Invalide invalide) {
            return new Validation(Optional.empty(), 0, invalide.motifs());
        }
        DefinitionBranche definition = ((DefinitionReader.Lecture.Valide) lecture).definition();
        List<GoldenCases.Resultat> cas = GoldenCases.run(definition);
        return new Validation(
                Optional.of(definition),
                cas.size(),
                cas.stream().flatMap(c -> c.motif().stream()).toList());
    }

    private static boolean isYaml(Path artefact) {
        String name = artefact.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
