package fr.parchemin.web.internal.view;

import fr.parchemin.liste.MesVues;
import fr.parchemin.liste.VueEnregistree;
import java.util.List;
import java.util.Optional;

/** The views above a list, and the criteria that one more would keep. */
public record VuesView(Criteres criteres, List<VueEnregistree> vues, Form form) {

    /** The view that the list shows now. */
    public Optional<VueEnregistree> current() {
        return vues.stream().filter(vue -> Criteres.of(vue).isSameAs(criteres)).findFirst();
    }

    /** Whether there are criteria that no view keeps yet. */
    public boolean mayKeep() {
        return !criteres.isEmpty() && current().isEmpty() && vues.size() < MesVues.VUES_MAXIMUM;
    }
}
