package fr.parchemin.web.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.VueBranche;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The small branches on which the core proves every shape of grid and every kind of effect. */
final class Formes {

    private static final Path DEFINITIONS = Path.of("../parchemin-core/src/test/resources/definitions");

    private Formes() {}

    static void addTo(MemoryCatalogue catalogue, Instant since) {
        for (String name : List.of("accords", "bureaux-etudes", "domicile", "services")) {
            DefinitionBranche definition = read(name);
            catalogue.put(new VueBranche(
                    definition.branche().code(),
                    Optional.of(definition.branche()),
                    new EtatBranche.Active(since),
                    Optional.empty(),
                    definition.referentiels().stream()
                            .map(v -> new VueBranche.ReferentielCourant(v.referentiel(), v.empreinte()))
                            .toList(),
                    definition.classificationsByCode()));
        }
    }

    private static DefinitionBranche read(String name) {
        try {
            DefinitionReader.Lecture lecture = DefinitionReader.standalone()
                    .read(DEFINITIONS
                            .resolve(name)
                            .resolve("branche.yaml")
                            .toUri()
                            .toURL());
            if (lecture instanceof DefinitionReader.Lecture.Valide valide) {
                return valide.definition();
            }
            throw new IllegalStateException(lecture.toString());
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
