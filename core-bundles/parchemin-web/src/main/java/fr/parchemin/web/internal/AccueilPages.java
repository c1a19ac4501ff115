package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.attente.Attentes;
import fr.parchemin.brouillon.Brouillons;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.AccueilView;
import fr.parchemin.web.internal.view.Guide;
import fr.parchemin.web.internal.view.Terme;
import fr.parchemin.web.internal.view.Vives;
import java.util.Comparator;
import java.util.List;

/** What somebody finds on coming in, the help, and what pages that stay open ask of the branches. */
final class AccueilPages {
    private final Attentes attentes;
    private final Brouillons brouillons;
    private final Templates templates;

    AccueilPages(Attentes attentes, Brouillons brouillons, Templates templates) {
        this.attentes = attentes;
        this.brouillons = brouillons;
        this.templates = templates;
    }

    void register(Router router) {
        router.get("/accueil", Droit.ATTENTES_LIRE, this::home);
        router.get("/vives", Droit.CATALOGUE_LIRE, this::vives);
        router.get("/aide", Droit.AIDE_LIRE, this::help);
        router.get("/aide/glossaire", Droit.AIDE_LIRE, this::glossary);
    }

    Answer home(Exchange exchange) {
        Acteur by = exchange.acteur();
        Vives vives = exchange.vives();
        List<Vives.Vive> branches = by.branches().stream()
                .map(code -> vives.of(code).orElseGet(() -> new Vives.Vive(code, code, "ABSENTE", "absente", "")))
                .sorted(Comparator.comparing(Vives.Vive::nom))
                .toList();
        return Answer.page(templates.accueil(
                exchange.context(), new AccueilView(by.nom(), attentes.of(by), brouillons.list(by), branches)));
    }

    /** The branches as they stand, for the pages that are open: nothing when they have seen it. */
    private Answer vives(Exchange exchange) {
        Vives vives = exchange.vives();
        return vives.vu().equals(exchange.param("vu"))
                ? new Answer.NoContent()
                : Answer.page(templates.vives(vives, exchange.branchesCss()));
    }

    private Answer help(Exchange exchange) {
        return Answer.page(templates.aide(exchange.context(), Guide.forReader(exchange.context())));
    }

    private Answer glossary(Exchange exchange) {
        String texte = exchange.param("texte") == null ? "" : exchange.param("texte");
        return Answer.page(templates.glossaire(exchange.context(), texte, Terme.search(texte)));
    }
}
