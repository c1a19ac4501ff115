package fr.parchemin.branche.internal;

import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.MotifErreur.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is incoherent in a definition, each with its place in the file under the eye. */
final class Objections {

    private final List<MotifErreur> motifs = new ArrayList<>();
    private String file;
    private YamlDocument document;

    /** What follows is about that file. */
    void turnTo(String nextFile, YamlDocument nextDocument) {
        file = nextFile;
        document = nextDocument;
    }

    void add(String pointer, String message) {
        motifs.add(new MotifErreur(
                Code.INCOHERENCE, message, file, document.line(pointer), YamlDefinitionReader.path(pointer)));
    }

    /** So many parts asked for can be had. */
    void reachable(int nombre, List<?> parties, String at) {
        if (nombre > parties.size()) {
            add(at, nombre + " règles demandées sur " + parties.size());
        }
    }

    /** Objects to a code that is among those seen, or remembers it. */
    void unique(Set<String> seen, String code, String pointer, String what) {
        if (!seen.add(code)) {
            add(pointer, what + " « " + code + " » figure deux fois");
        }
    }

    List<MotifErreur> motifs() {
        return motifs;
    }
}
