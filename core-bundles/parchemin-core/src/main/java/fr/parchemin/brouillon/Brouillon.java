package fr.parchemin.brouillon;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What somebody began to write in a form.
 *
 * @param formulaire address of the form, with what tells it from others of its kind
 * @param titre what the author knows it by
 * @param champs what was written, by the name of the field
 * @param etat short name of what the form showed as it was opened, to tell whether that changed since
 */
public record Brouillon(
        String formulaire,
        String titre,
        Map<String, List<String>> champs,
        String etat,
        Instant gardeLe,
        Instant expireLe) {

    private static final Set<String> SECRETS = Set.of("jeton", "code", "ancien", "nouveau", "encore");

    public Brouillon {
        Objects.requireNonNull(formulaire);
        Objects.requireNonNull(titre);
        Objects.requireNonNull(etat);
        champs = withoutSecrets(champs);
    }

    /** Whether what the form shows today is what it showed then. */
    public boolean isAbout(String today) {
        return etat.equals(today);
    }

    /** A password, a code or the token of a form is never part of a draft, whatever form it comes from. */
    private static Map<String, List<String>> withoutSecrets(Map<String, List<String>> champs) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        champs.forEach((name, values) -> {
            String folded = name.toLowerCase(Locale.ROOT);
            if (!SECRETS.contains(folded) && !folded.contains("motdepasse") && !folded.startsWith("confirmation.")) {
                kept.put(name, List.copyOf(values));
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
