package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.journal.Journaux;
import fr.parchemin.journal.Verification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page of the journal.
 *
 * @param filtres what was asked, by name of field, an empty text for what was not
 * @param branches names of those that may be asked for, by code
 * @param verification what the chain came to, when that was asked
 * @param suite whether there are newer lines than these
 */
public record JournalView(
        Journaux.Page page,
        Map<String, String> filtres,
        Map<String, String> branches,
        Optional<Verification> verification,
        boolean suite,
        Acteur reader) {

    /** What one field was and is. */
    public record Changement(String champ, Valeur avant, Valeur apres) {}

    public static boolean reads(Acteur acteur, String branche) {
        return acteur.may(Droit.JOURNAL_LIRE, Objet.branche(branche));
    }

    public boolean mayVerify() {
        return reader.may(Droit.JOURNAL_VERIFIER, Objet.PLATEFORME);
    }

    /** Whether the reader sees all lines, of the platform and of every branch. */
    public boolean seesAll() {
        return reader.may(Droit.JOURNAL_LIRE, Objet.PLATEFORME);
    }

    public boolean isFiltered() {
        return filtres.values().stream().anyMatch(v -> !v.isEmpty());
    }

    /** The fields of a line that have a value before or after. */
    public static List<Changement> changes(Valeurs avant, Valeurs apres) {
        Set<String> champs = new LinkedHashSet<>(avant.champs().keySet());
        champs.addAll(apres.champs().keySet());
        return champs.stream()
                .map(c ->
                        new Changement(c, avant.champs().get(c), apres.champs().get(c)))
                .toList();
    }

    /** The address of the page behind this one. */
    public String next() {
        return "/administration/journal?"
                + filtres.entrySet().stream()
                        .filter(f -> !f.getValue().isEmpty())
                        .map(f -> f.getKey() + "=" + Urls.encode(f.getValue()) + "&")
                        .collect(Collectors.joining())
                + "avant=" + page.suivant().orElseThrow();
    }
}
