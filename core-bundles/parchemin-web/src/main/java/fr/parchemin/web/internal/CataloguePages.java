package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.ReferentielCourant;
import fr.parchemin.classification.CalculEffet;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.regle.Regles;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.CatalogueView;
import fr.parchemin.web.internal.view.CertificationView;
import fr.parchemin.web.internal.view.ClassificationView;
import fr.parchemin.web.internal.view.ContexteView;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What everybody may see of the branches and their certifications. */
final class CataloguePages {
    private final Catalogue catalogue;
    private final Regles regles;
    private final ParametresBranche parametres;
    private final Handler home;
    private final Templates templates;
    private final ErrorPages errors;
    private final Clock clock;

    CataloguePages(
            Catalogue catalogue,
            Regles regles,
            ParametresBranche parametres,
            Handler home,
            Templates templates,
            ErrorPages errors,
            Clock clock) {
        this.catalogue = catalogue;
        this.regles = regles;
        this.parametres = parametres;
        this.home = home;
        this.templates = templates;
        this.errors = errors;
        this.clock = clock;
    }

    void register(Router router) {
        router.get("/", Droit.CATALOGUE_LIRE, this::root);
        router.get("/catalogue", Droit.CATALOGUE_LIRE, this::catalogue);
        router.get("/catalogue/fragment", Droit.CATALOGUE_LIRE, this::fragment);
        router.get("/certifications/{branche}/{code}", Droit.CATALOGUE_LIRE, this::certification);
        router.get("/certifications/{branche}/{code}/effet", Droit.CATALOGUE_LIRE, this::effet);
        router.get("/classifications/{branche}/{code}", Droit.CATALOGUE_LIRE, this::classification);
    }

    /** What awaits who is signed in; the catalogue for everybody else, and for a search that was kept as a bookmark. */
    private Answer root(Exchange exchange) {
        if (exchange.visitor().identite().isEmpty() || exchange.param("texte") != null) {
            return catalogue(exchange);
        }
        return exchange.identite().secondFacteurAttendu() ? Answer.seeOther("/compte") : home.handle(exchange);
    }

    private Answer catalogue(Exchange exchange) {
        return Answer.page(templates.catalogue(exchange.context(), view(exchange)));
    }

    /** What changes of the catalogue, for the pages that are open: nothing when they have seen it. */
    private Answer fragment(Exchange exchange) {
        CatalogueView view = view(exchange);
        return view.seen().equals(exchange.param("vu"))
                ? new Answer.NoContent()
                : Answer.page(templates.catalogueFragment(view, exchange.branchesCss(), true));
    }

    private CatalogueView view(Exchange exchange) {
        String texte = exchange.param("texte") == null ? "" : exchange.param("texte");
        List<VueBranche> branches = catalogue.branches();
        List<CatalogueView.Entry> entries = texte.isEmpty()
                ? branches.stream()
                        .map(b -> new CatalogueView.Entry(b, b.referentiels()))
                        .toList()
                : found(texte);
        return new CatalogueView(texte, seen(texte, branches), openFirst(entries));
    }

    /** What is open comes before what is in error or gone; by name otherwise, as the catalogue gives them. */
    private static List<CatalogueView.Entry> openFirst(List<CatalogueView.Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(e -> !e.branche().isActive()))
                .toList();
    }

    private List<CatalogueView.Entry> found(String texte) {
        Map<VueBranche, List<ReferentielCourant>> byBranche = catalogue.certifications(texte).stream()
                .collect(Collectors.groupingBy(
                        Catalogue.Fiche::branche,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                f -> new ReferentielCourant(f.referentiel(), f.empreinte()), Collectors.toList())));
        return byBranche.entrySet().stream()
                .map(e -> new CatalogueView.Entry(e.getKey(), e.getValue()))
                .toList();
    }

    /**
     * A short name of what the catalogue shows. Made of the content, not of the counter of the node: behind a proxy the
     * next question may go to another node.
     */
    private static String seen(String texte, List<VueBranche> branches) {
        StringBuilder content = new StringBuilder(texte);
        for (VueBranche branche : branches) {
            content.append('|').append(branche.code()).append(branche.etat().code());
            for (ReferentielCourant courant : branche.referentiels()) {
                content.append(courant.empreinte());
            }
            for (MotifErreur motif : Wording.motifs(branche.etat())) {
                content.append(motif.phrase());
            }
        }
        return Long.toHexString(fingerprint(content));
    }

    private static long fingerprint(CharSequence content) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < content.length(); i++) {
            hash = (hash ^ content.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private Answer certification(Exchange exchange) {
        return catalogue
                .certification(exchange.variable("branche"), exchange.variable("code"), exchange.param("version"))
                .map(this::adjusted)
                .fold(
                        version -> Answer.page(templates.certification(
                                exchange.context(),
                                new CertificationView(
                                        version,
                                        LocalDate.now(clock),
                                        mayApply(exchange, version),
                                        catalogue.equivalences(
                                                version.branche().code(),
                                                version.referentiel()
                                                        .certification()
                                                        .code())))),
                        refus -> errors.refused(exchange, refus));
    }

    /** With what the secretariat has put in force in place of the definition. */
    private Catalogue.Version adjusted(Catalogue.Version version) {
        return new Catalogue.Version(
                parametres.today(version.branche()), version.referentiel(), version.empreinte(), version.versions());
    }

    private Answer effet(Exchange exchange) {
        return catalogue
                .certification(exchange.variable("branche"), exchange.variable("code"), exchange.param("version"))
                .fold(version -> effet(exchange, version), refus -> errors.refused(exchange, refus));
    }

    /** What the certification is worth in the employment described; before one is, in none. */
    private Answer effet(Exchange exchange, Catalogue.Version version) {
        LocalDate today = LocalDate.now(clock);
        Fields fields = new Fields(exchange);
        ContexteEmploi contexte = ContexteFields.read(exchange, fields, today);
        Form form = (exchange.param("le") == null ? Form.none() : exchange.form("effet")).withErrors(fields.errors());
        Map<String, Classification> grids = version.branche().classifications();
        Refus refus = fields.areRight() ? null : fields.refus();
        return Answer.page(
                refus == null ? 200 : ErrorPages.status(refus),
                templates.effet(
                        exchange.context(refus),
                        new CertificationView(version, today, false, List.of()),
                        ContexteView.of(version.referentiel(), grids, today, form, false),
                        refus == null
                                ? Optional.of(CalculEffet.of(
                                        version.referentiel(),
                                        grids,
                                        contexte,
                                        regles.of(version.branche().code())))
                                : Optional.empty()));
    }

    private Answer classification(Exchange exchange) {
        String code = exchange.variable("branche");
        return catalogue
                .classification(code, exchange.variable("code"))
                .then(grid -> catalogue
                        .branche(code)
                        .map(branche -> new ClassificationView(branche, grid, LocalDate.now(clock))))
                .fold(
                        view -> Answer.page(templates.classification(exchange.context(), view)),
                        refus -> errors.refused(exchange, refus));
    }

    private boolean mayApply(Exchange exchange, Catalogue.Version version) {
        return version.branche().opens(version.referentiel(), LocalDate.now(clock))
                && exchange.visitor()
                        .acteur()
                        .map(acteur -> acteur.may(
                                Droit.CANDIDATURE_DEPOSER,
                                Objet.branche(version.branche().code())))
                        .orElse(false);
    }
}
