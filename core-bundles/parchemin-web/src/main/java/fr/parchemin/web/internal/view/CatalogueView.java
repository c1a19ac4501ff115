package fr.parchemin.web.internal.view;

import static fr.parchemin.web.internal.view.Wording.count;

import fr.parchemin.branche.VueBranche;
import java.util.ArrayList;
import java.util.List;

/**
 * The public catalogue.
 *
 * @param texte what is searched for, empty for everything
 * @param seen changes whenever the page would look different
 */
public record CatalogueView(String texte, String seen, List<Entry> entries) {
    /** A branch with those of its certifications that are shown. */
    public record Entry(VueBranche branche, List<VueBranche.ReferentielCourant> certifications) {}

    public CatalogueView {
        entries = List.copyOf(entries);
    }

    public boolean isSearch() {
        return !texte.isEmpty();
    }

    /** One sentence for who cannot see the page change. */
    public String summary() {
        int certifications =
                entries.stream().mapToInt(e -> e.certifications().size()).sum();
        if (isSearch()) {
            return certifications == 0
                    ? "Aucune certification ne correspond."
                    : count(certifications, "certification correspond.", "certifications correspondent.");
        }
        List<String> parts = new ArrayList<>();
        add(parts, "ACTIVE", "branche active", "branches actives");
        add(parts, "EN_ERREUR", "en erreur", "en erreur");
        add(parts, "ABSENTE", "absente", "absentes");
        return parts.isEmpty()
                ? "Aucune branche n’est installée."
                : String.join(", ", parts) + " · " + count(certifications, "certification", "certifications");
    }

    private void add(List<String> parts, String etat, String singular, String plural) {
        int n = (int) entries.stream()
                .filter(e -> e.branche().etat().code().equals(etat))
                .count();
        if (n > 0) {
            parts.add(count(n, singular, plural));
        }
    }
}
