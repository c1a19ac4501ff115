package fr.parchemin.depot;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.depot.internal.PluginDuJar;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.regle.NomRegle;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the platform would say of an artefact if it were dropped.
 *
 * @param definition what was read, empty when it is no valid definition
 * @param cas how many golden cases were run
 * @param motifs everything that is wrong; empty when it would be admitted, as far as the artefact alone can tell
 */
public record Validation(Optional<DefinitionBranche> definition, int cas, List<MotifErreur> motifs) {

    /** Reads an artefact, running its golden cases and, of a jar, its rules in code, guarded as at admission. */
    public static Validation of(Path artefact, DefinitionReader reader) throws IOException {
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
        if (!isJar(artefact)) {
            return of(reader, address, Set.of(), GoldenCases::run);
        }
        try (PluginDuJar plugin = new PluginDuJar(artefact)) {
            if (!plugin.bringsCode()) {
                return of(reader, address, Set.of(), GoldenCases::run);
            }
            try (GardeRegles.Essai essai =
                    GardeRegles.standalone().examine(artefact.getFileName().toString(), plugin)) {
                if (!essai.objections().isEmpty()) {
                    List<MotifErreur> motifs = essai.objections().stream()
                            .map(o -> MotifErreur.of(MotifErreur.Code.EXTENSION_DEFAILLANTE, o))
                            .toList();
                    return new Validation(Optional.empty(), 0, motifs);
                }
                return of(reader, address, essai.noms(), read -> GoldenCases.run(read, essai.regles()));
            }
        }
    }

    private static Validation of(
            DefinitionReader reader,
            URL address,
            Set<NomRegle> regles,
            Function<DefinitionBranche, List<GoldenCases.Resultat>> cases) {
        DefinitionReader.Lecture lecture = reader.read(address, regles);
        if (lecture instanceof DefinitionReader.Lecture.Invalide invalide) {
            return new Validation(Optional.empty(), 0, invalide.motifs());
        }
        DefinitionBranche definition = ((DefinitionReader.Lecture.Valide) lecture).definition();
        List<GoldenCases.Resultat> cas = cases.apply(definition);
        return new Validation(
                Optional.of(definition),
                cas.size(),
                cas.stream().flatMap(c -> c.motif().stream()).toList());
    }

    private static boolean isJar(Path artefact) {
        return artefact.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(artefact);
    }

    private static boolean isYaml(Path artefact) {
        String name = artefact.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
