package fr.parchemin.branche;

import fr.parchemin.branche.internal.YamlDefinitionReader;
import java.net.URL;
import java.util.List;
import java.util.Optional;

/**
 * Reads a definition and says everything that is wrong with it. Used by the registry at admission and by the testkit at
 * build, so that an author hears at home what the platform would say.
 */
public interface DefinitionReader {

    /** Reads the definition whose main file is at that address. Never throws: what cannot be read is a reason. */
    Lecture read(URL definition);

    /** What reading a definition came to. */
    sealed interface Lecture {

        /** It is a valid definition. */
        record Valide(DefinitionBranche definition) implements Lecture {}

        /** It is not, for these reasons, in the order of the files. */
        record Invalide(List<MotifErreur> motifs) implements Lecture {
            public Invalide {
                motifs = List.copyOf(motifs);
            }
        }
    }

    /** The reader of the platform, outside a container. */
    static DefinitionReader standalone() {
        return new YamlDefinitionReader();
    }

    /** Opens a definition for a tool that changes its values in memory; empty when it is not valid. */
    static Optional<DefinitionOuverte> open(URL definition) {
        return new YamlDefinitionReader().open(definition);
    }
}
