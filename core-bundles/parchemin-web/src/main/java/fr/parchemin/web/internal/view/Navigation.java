package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The parts of the site that somebody may open, and no others. */
public final class Navigation {
    /**
     * A part of the site.
     *
     * @param courante whether the page that is shown belongs to it
     */
    public record Lien(String titre, String adresse, boolean courante) {}

    /** A part, for whom it is and which pages belong to it. */
    private record Partie(String titre, String adresse, Predicate<Acteur> pour, Predicate<PageContext> contient) {}

    private static final List<Partie> PARTIES = List.of(
            new Partie("Accueil", "/accueil", a -> true, ctx -> ctx.isHome()),
            new Partie(
                    "Candidatures",
                    "/candidatures",
                    a -> !a.branches(Droit.CANDIDATURE_LIRE).isEmpty(),
                    ctx -> ctx.isIn("/candidatures") || ctx.isIn("/certificats")),
            new Partie("Jurys", "/jurys", a -> !a.branches(Droit.JURY_LIRE).isEmpty(), ctx -> ctx.isIn("/jurys")),
            new Partie(
                    "Paramètres",
                    "/branches",
                    a -> !a.branches(Droit.PARAMETRE_LIRE).isEmpty(),
                    PageContext::isParametres),
            new Partie(
                    "Journal",
                    "/administration/journal",
                    a -> a.may(Droit.JOURNAL_LIRE, Objet.PLATEFORME)
                            || !a.branches(Droit.JOURNAL_LIRE).isEmpty(),
                    ctx -> ctx.isIn("/administration/journal")));

    private static final List<Partie> PUBLIQUES = List.of(
            new Partie("Catalogue", "/catalogue", a -> true, PageContext::isCatalogue),
            new Partie("Vérification", "/verification", a -> true, ctx -> ctx.isIn("/verification") || ctx.isIn("/v")),
            new Partie("Aide", "/aide", a -> true, ctx -> ctx.isIn("/aide")));

    private Navigation() {}

    static List<Lien> of(PageContext ctx) {
        Optional<Acteur> acteur = ctx.acteur();
        List<Lien> links = new ArrayList<>();
        PARTIES.stream().filter(p -> acteur.filter(p.pour()).isPresent()).forEach(p -> links.add(link(p, ctx)));
        PUBLIQUES.forEach(p -> links.add(link(p, ctx)));
        return List.copyOf(links);
    }

    private static Lien link(Partie partie, PageContext ctx) {
        // To who has not signed in the catalogue is the home.
        String address = partie.adresse().equals("/catalogue") && ctx.acteur().isEmpty() ? "/" : partie.adresse();
        return new Lien(partie.titre(), address, partie.contient().test(ctx));
    }
}
