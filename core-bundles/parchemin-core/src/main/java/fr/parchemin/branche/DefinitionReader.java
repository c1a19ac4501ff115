package fr.parchemin.branche;

import fr.parchemin.branche.internal.YamlDefinitionReader;
import fr.parchemin.regle.NomRegle;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a definition and says everything that is wrong with it. Used by the registry at admission and by the testkit at
 * build, so that an author hears at home what the platform would say.
 */
public interface DefinitionReader {

    /**
     * Reads the definition whose main file is at that address. Never throws: what cannot be read is a reason.
     *
     * @param regles the rules in code that come with it; the definition has to name each of them and no other
     */
    Lecture read(URL definition, Set<NomRegle> regles);

    /** Reads a definition that comes without code. */
    default Lecture read(URL definition) {
        return read(definition, Set.of());
    }

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

    /**
     * Opens a definition for a tool that changes its values in memory; empty when it is not valid.
     *
     * @param regles the rules in code that come with it
     */
    static Optional<DefinitionOuverte> open(URL definition, Set<NomRegle> regles) {
        return new YamlDefinitionReader().open(definition, regles);
    }
}
