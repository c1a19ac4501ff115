package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of accounts.
 *
 * @param filtres what was asked, by name of field, an empty text for what was not
 * @param branches names of those that may be asked for, by code
 * @param suite whether it is not the first page
 */
public record ComptesView(
        AdministrationComptes.Page page,
        Map<String, String> filtres,
        Map<String, String> branches,
        boolean suite,
        Acteur reader) {

    /** Whether the reader looks after all accounts. */
    public boolean seesAll() {
        return reader.may(Droit.COMPTES_GERER, Objet.PLATEFORME);
    }

    public boolean isFiltered() {
        return filtres.values().stream().anyMatch(v -> !v.isEmpty());
    }

    /** The roles of an account in words, those of the platform first. */
    public List<String> roles(Compte compte) {
        return compte.habilitations().stream()
                .map(h -> Wording.habilitation(h, branches))
                .sorted()
                .toList();
    }

    private String filter() {
        return filtres.entrySet().stream()
                .filter(f -> !f.getValue().isEmpty())
                .map(f -> f.getKey() + "=" + Urls.encode(f.getValue()) + "&")
                .collect(Collectors.joining());
    }

    /** The address of the first page of the same. */
    public String first() {
        return "/administration/comptes?" + filter();
    }

    /** The address of the page behind this one. */
    public String next() {
        return first() + "apres=" + Urls.encode(page.suivant().orElseThrow());
    }
}
