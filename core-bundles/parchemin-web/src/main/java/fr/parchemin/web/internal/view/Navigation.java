package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Role;
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
                    "Mon parcours",
                    "/mon-parcours",
                    a -> !a.narrow(Droit.PARCOURS_LIRE).isEmpty(),
                    ctx -> ctx.isIn("/mon-parcours")),
            new Partie(
                    "Candidatures",
                    "/candidatures",
                    a -> reads(a, Droit.CANDIDATURE_LIRE),
                    ctx -> ctx.isIn("/candidatures") || ctx.isIn("/certificats")),
            new Partie("Jurys", "/jurys", a -> reads(a, Droit.JURY_LIRE), ctx -> ctx.isIn("/jurys")),
            new Partie(
                    "Paramètres",
                    "/branches",
                    a -> !a.branches(Droit.PARAMETRE_LIRE).isEmpty(),
                    PageContext::isParametres),
            new Partie(
                    "Administration",
                    "/administration/comptes",
                    a -> a.lacksAnywhere(Droit.COMPTES_LIRE).isEmpty(),
                    ctx -> ctx.isIn("/administration")),
            new Partie(
                    "Administration",
                    "/administration/branches",
                    a -> a.lacksAnywhere(Droit.COMPTES_LIRE).isPresent()
                            && a.may(Droit.BRANCHES_ADMINISTRER, Objet.PLATEFORME),
                    ctx -> ctx.isIn("/administration")));

    private static final List<Partie> PUBLIQUES = List.of(
            new Partie("Catalogue", "/catalogue", a -> true, PageContext::isCatalogue),
            new Partie("Vérification", "/verification", a -> true, ctx -> ctx.isIn("/verification") || ctx.isIn("/v")),
            new Partie("Aide", "/aide", a -> true, ctx -> ctx.isIn("/aide")));

    private Navigation() {}

    /** Whether lists of these are for the account: a candidate has « Mon parcours » instead. */
    private static boolean reads(Acteur acteur, Droit droit) {
        return acteur.habilitations().stream()
                .anyMatch(h -> h.role() != Role.CANDIDAT && droit.lien(h.role()).isPresent());
    }

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
