package fr.parchemin.branche.internal;

import fr.parchemin.branche.internal.YamlDocument.YamlInvalide;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/** Refuses a text nested so deep that composing it would exhaust the stack, and one that uses aliases. */
final class NestingGuard {

    private NestingGuard() {}

    static void check(LoadSettings settings, String text, int deepest) throws YamlInvalide {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias ->
                    throw new YamlInvalide("les alias YAML (*nom) ne sont pas admis, répétez la valeur", line(event));
                default -> {
                    // neither opens nor closes a level
                }
            }
            if (depth > deepest) {
                throw new YamlInvalide("plus de " + deepest + " niveaux imbriqués", line(event));
            }
        }
    }

    private static Integer line(Event event) {
        return event.getStartMark().map(m -> m.getLine() + 1).orElse(null);
    }
}
