package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Tranche;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Registre;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.RegistreJurys;
import fr.parchemin.liste.ActesEnLot;
import fr.parchemin.liste.Liste;
import fr.parchemin.liste.MesVues;
import fr.parchemin.liste.VueEnregistree;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.ActeEnLot;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Criteres;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.JurysView;
import fr.parchemin.web.internal.view.LotView;
import fr.parchemin.web.internal.view.RegistreView;
import fr.parchemin.web.internal.view.VuesView;
import fr.parchemin.web.internal.view.Wording;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The registers of files and of juries: filters, pages, views that people keep, acts on several files. */
final class ListePages {
    static final int PAGE_SIZE = 25;
    private static final int MOST_JURYS = 50;
    private static final String CHOSEN = "dossier";

    /** What the registers ask. */
    record UseCases(
            Catalogue catalogue,
            Registre registre,
            RegistreJurys jurys,
            Inscriptions inscriptions,
            MesVues vues,
            ActesEnLot lots) {}

    private final UseCases useCases;
    private final Templates templates;
    private final ErrorPages errors;

    ListePages(UseCases useCases, Templates templates, ErrorPages errors) {
        this.useCases = useCases;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get("/candidatures", Droit.CANDIDATURES_LISTER, this::candidatures);
        router.get("/candidatures/export.csv", Droit.CANDIDATURES_EXPORTER, this::export);
        router.get("/candidatures/lot", Droit.CANDIDATURES_LISTER, this::choose);
        router.post(
                ActeEnLot.EVALUATEURS.address(),
                ActeEnLot.EVALUATEURS.droit(),
                exchange -> act(exchange, ActeEnLot.EVALUATEURS));
        router.post(
                ActeEnLot.PRESENTATION.address(),
                ActeEnLot.PRESENTATION.droit(),
                exchange -> act(exchange, ActeEnLot.PRESENTATION));
        router.post(
                ActeEnLot.DELIVRANCE.address(),
                ActeEnLot.DELIVRANCE.droit(),
                exchange -> act(exchange, ActeEnLot.DELIVRANCE));
        router.get("/jurys", Droit.JURYS_LISTER, this::jurys);
        router.post("/vues", Droit.VUES_GERER, this::keep);
        router.post("/vues/{id}", Droit.VUES_GERER, this::change);
        router.post("/vues/{id}/suppression", Droit.VUES_GERER, this::remove);
    }

    // ---- what both lists have

    private static Criteres criteres(Exchange exchange, Liste liste) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        liste.criteres().forEach(name -> given.put(name, exchange.params(name)));
        return new Criteres(liste, given);
    }

    /** The view that an address which says nothing at all opens. */
    private Optional<VueEnregistree> opensWith(Exchange exchange, Criteres criteres) {
        return criteres.isEmpty() && exchange.singles().isEmpty()
                ? useCases.vues().list(exchange.acteur(), criteres.liste()).stream()
                        .filter(VueEnregistree::defaut)
                        .findFirst()
                : Optional.empty();
    }

    private static Tranche.Place place(Exchange exchange) {
        return new Tranche.Place(exchange.param("apres"), exchange.param("avant"), PAGE_SIZE);
    }

    private Map<String, String> brancheNames(Acteur acteur, Droit droit) {
        Map<String, String> names = new LinkedHashMap<>();
        new TreeSet<>(acteur.branches(droit)).forEach(code -> names.put(code, brancheName(code)));
        return names;
    }

    private String brancheName(String code) {
        return useCases.catalogue().branche(code).fold(VueBranche::nom, refus -> code);
    }

    /** The certifications of these branches, by code; one that is chosen is there even when its branch is away. */
    private Map<String, String> certifications(Set<String> branches, Criteres criteres) {
        Map<String, String> titles = new TreeMap<>();
        useCases.catalogue().branches().stream()
                .filter(branche -> branches.contains(branche.code()))
                .filter(branche -> criteres.value("branche").isEmpty()
                        || criteres.value("branche").equals(branche.code()))
                .flatMap(branche -> branche.referentiels().stream())
                .forEach(courant -> {
                    Certification certification = courant.referentiel().certification();
                    titles.put(certification.code(), Wording.fr(certification.intitule()));
                });
        String chosen = criteres.value("certification");
        if (!chosen.isEmpty()) {
            titles.putIfAbsent(chosen, chosen);
        }
        return titles;
    }

    private boolean mayOpen(Acteur acteur, Droit droit) {
        Set<String> branches = acteur.branches(droit);
        return useCases.catalogue().branches().stream()
                .anyMatch(b -> b.isActive()
                        && branches.contains(b.code())
                        && !b.referentiels().isEmpty());
    }

    // ---- files

    private Answer candidatures(Exchange exchange) {
        Criteres criteres = criteres(exchange, Liste.CANDIDATURES);
        return opensWith(exchange, criteres)
                .<Answer>map(vue -> Answer.seeOther(Criteres.of(vue).address()))
                .orElseGet(() -> candidatures(exchange, criteres, null, Form.none()));
    }

    /** @param refus why a view could not be kept or changed, {@code null} when nothing was asked */
    private Answer candidatures(Exchange exchange, Criteres criteres, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        Fields fields = new Fields(exchange);
        Filtre filtre = filtre(exchange, fields);
        if (!fields.areRight()) {
            Refus wrong = fields.refus();
            return registre(
                    exchange,
                    ErrorPages.status(wrong),
                    wrong,
                    new Tranche<>(List.of(), Optional.empty(), Optional.empty()),
                    null,
                    criteres,
                    form,
                    exchange.form("filtres").withErrors(fields.errors()));
        }
        return useCases.registre()
                .page(by, filtre, tri(criteres), place(exchange))
                .fold(
                        page -> registre(
                                exchange,
                                refus == null ? 200 : ErrorPages.status(refus),
                                refus,
                                page,
                                useCases.registre().count(by, filtre).fold(n -> n, unlikely -> null),
                                criteres,
                                form,
                                Form.none()),
                        unknown -> errors.refused(exchange, unknown));
    }

    private static Filtre.Tri tri(Criteres criteres) {
        return Arrays.stream(Filtre.Tri.values())
                .filter(tri -> tri.name().equals(criteres.value("tri")))
                .findFirst()
                .orElse(Filtre.Tri.RECENTES);
    }

    /** States that do not exist are left aside: an old address goes on showing its list. */
    private static Filtre filtre(Exchange exchange, Fields fields) {
        String jury = fields.optional("jury");
        Optional<UUID> devant = jury == null ? Optional.empty() : uuid(jury);
        if (jury != null && devant.isEmpty()) {
            fields.wrong("jury", "Jury", "Choisissez un jury de la liste.");
        }
        return new Filtre(
                fields.optional("branche"),
                fields.optional("certification"),
                fields.optional("version"),
                exchange.params("etat").stream()
                        .filter(Wording.ETATS::containsKey)
                        .collect(Collectors.toSet()),
                fields.optional("organisme"),
                fields.optional("employeur"),
                fields.optional("evaluateur"),
                devant.orElse(null),
                fields.date("du", "Déposée du"),
                fields.date("au", "au"),
                fields.optional("texte"),
                Set.of());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Answer registre(
            Exchange exchange,
            int status,
            Refus refus,
            Tranche<Candidature> page,
            Registre.Nombre nombre,
            Criteres criteres,
            Form form,
            Form erreurs) {
        Acteur by = exchange.acteur();
        Map<String, String> branches = brancheNames(by, Droit.CANDIDATURE_LIRE);
        RegistreView view = new RegistreView(
                page,
                nombre,
                new VuesView(criteres, useCases.vues().list(by, Liste.CANDIDATURES), form),
                erreurs,
                branches,
                certifications(branches.keySet(), criteres),
                evaluateurs(by, criteres, branches.keySet()),
                jurys(by, criteres),
                actes(by),
                "page".equals(exchange.param("cocher")),
                mayOpen(by, Droit.CANDIDATURE_DEPOSER));
        return Answer.page(status, templates.candidatures(exchange.context(refus), view, mayExport(by)));
    }

    private static boolean mayExport(Acteur by) {
        return by.lacksAnywhere(Droit.CANDIDATURES_EXPORTER).isEmpty();
    }

    private static Set<ActeEnLot> actes(Acteur by) {
        Set<ActeEnLot> actes = EnumSet.noneOf(ActeEnLot.class);
        for (ActeEnLot acte : ActeEnLot.values()) {
            if (by.lacksAnywhere(acte.droit()).isEmpty()) {
                actes.add(acte);
            }
        }
        return actes;
    }

    /** Of one branch: the one that is chosen, or the only one there is. */
    private Map<String, String> evaluateurs(Acteur by, Criteres criteres, Set<String> branches) {
        String chosen = criteres.value("branche");
        String branche =
                chosen.isEmpty() && branches.size() == 1 ? branches.iterator().next() : chosen;
        Map<String, String> names = branche.isEmpty() ? new LinkedHashMap<>() : evaluateurs(by, Set.of(branche));
        String designated = criteres.value("evaluateur");
        if (!designated.isEmpty()) {
            names.putIfAbsent(designated, designated);
        }
        return names;
    }

    private Map<String, String> evaluateurs(Acteur by, Set<String> branches) {
        Map<String, String> names = new LinkedHashMap<>();
        branches.stream()
                .filter(by.branches(Droit.EVALUATEURS_LISTER)::contains)
                .forEach(branche -> useCases.inscriptions()
                        .evaluateurs(by, branche)
                        .fold(found -> found, refus -> List.<Acteur>of())
                        .forEach(evaluateur -> names.put(evaluateur.identifiant(), evaluateur.nom())));
        return names;
    }

    /** Of the branch that is chosen, or of all: the last composed. */
    private List<Jury> jurys(Acteur by, Criteres criteres) {
        if (by.branches(Droit.JURY_LIRE).isEmpty()) {
            return List.of();
        }
        String branche = criteres.value("branche");
        return useCases.jurys()
                .page(
                        by,
                        FiltreJurys.none().inBranche(branche.isEmpty() ? null : branche),
                        Tranche.Place.first(MOST_JURYS))
                .fold(Tranche::elements, refus -> List.of());
    }

    private Answer export(Exchange exchange) {
        Fields fields = new Fields(exchange);
        Filtre filtre = filtre(exchange, fields);
        if (!fields.areRight()) {
            return errors.refused(exchange, fields.refus());
        }
        Set<UUID> chosen = chosen(exchange);
        if (chosen.isEmpty() && exchange.param("choisis") != null) {
            return errors.refused(exchange, nothingChosen());
        }
        return useCases.registre()
                .export(exchange.acteur(), filtre.among(chosen), tri(criteres(exchange, Liste.CANDIDATURES)))
                .fold(csv -> new Answer.Feuille("candidatures.csv", csv), refus -> errors.refused(exchange, refus));
    }

    // ---- acts on several files

    private static Set<UUID> chosen(Exchange exchange) {
        Set<UUID> chosen = new LinkedHashSet<>();
        for (String id : exchange.params(CHOSEN)) {
            chosen.add(uuid(id).orElseThrow(() -> new Exchange.Unreadable(new IllegalArgumentException(id))));
        }
        return chosen;
    }

    private static Refus nothingChosen() {
        return new Refus(
                CodeRefus.CHAMP_MANQUANT,
                "Aucun dossier n’est coché. Revenez à la liste et cochez ceux qui sont concernés.");
    }

    private Answer choose(Exchange exchange) {
        Optional<ActeEnLot> acte = ActeEnLot.of(exchange.param("acte"));
        if (acte.isEmpty()) {
            return Answer.seeOther("/candidatures");
        }
        Optional<Refus> never = exchange.acteur().lacksAnywhere(acte.get().droit());
        return never.isPresent()
                ? errors.refused(exchange, never.get())
                : choose(exchange, acte.get(), 200, null, Form.none());
    }

    private Answer choose(Exchange exchange, ActeEnLot acte, int status, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        Set<UUID> chosen = chosen(exchange);
        if (chosen.size() > ActesEnLot.LOT_MAXIMAL) {
            return errors.refused(exchange, Refus.of(CodeRefus.LOT_TROP_GRAND, ActesEnLot.LOT_MAXIMAL));
        }
        List<Candidature> files = useCases.registre().among(by, chosen);
        if (files.isEmpty()) {
            return errors.refused(exchange, nothingChosen());
        }
        Set<String> branches = files.stream().map(Candidature::branche).collect(Collectors.toCollection(TreeSet::new));
        return Answer.page(
                status,
                templates.lot(
                        exchange.context(refus),
                        new LotView(
                                acte,
                                files,
                                acte == ActeEnLot.EVALUATEURS ? evaluateurs(by, branches) : Map.of(),
                                acte == ActeEnLot.PRESENTATION ? jurysFor(by, files) : List.of(),
                                form)));
    }

    /** The juries of a certification that one of the files is for. */
    private List<Jury> jurysFor(Acteur by, List<Candidature> files) {
        Set<List<String>> wanted = files.stream()
                .map(file -> List.of(file.branche(), file.certification()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return wanted.stream()
                .flatMap(one -> useCases
                        .jurys()
                        .page(
                                by,
                                FiltreJurys.none().inBranche(one.get(0)).ofCertification(one.get(1)),
                                Tranche.Place.first(MOST_JURYS))
                        .fold(Tranche::elements, refus -> List.<Jury>of())
                        .stream())
                .toList();
    }

    private Answer act(Exchange exchange, ActeEnLot acte) {
        Fields fields = new Fields(exchange);
        Acteur by = exchange.acteur();
        Set<UUID> chosen = chosen(exchange);
        Outcome<ActesEnLot.Bilan> outcome =
                switch (acte) {
                    case EVALUATEURS -> {
                        fields.required("evaluateur", "Évaluateurs");
                        yield fields.areRight()
                                ? useCases.lots()
                                        .designateEvaluateurs(by, chosen, new TreeSet<>(exchange.params("evaluateur")))
                                : Outcome.refused(fields.refus());
                    }
                    case PRESENTATION -> {
                        String jury = fields.required("jury", "Jury");
                        yield fields.areRight()
                                ? uuid(jury)
                                        .map(id -> useCases.lots().present(by, id, chosen))
                                        .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "jury " + jury))
                                : Outcome.refused(fields.refus());
                    }
                    case DELIVRANCE -> {
                        String lieu = fields.required("lieu", "Lieu de délivrance");
                        yield fields.areRight()
                                ? useCases.lots().deliver(by, chosen, lieu)
                                : Outcome.refused(fields.refus());
                    }
                };
        return outcome.fold(
                bilan -> Answer.page(templates.lotBilan(exchange.context(), acte, bilan)),
                refus -> choose(
                        exchange,
                        acte,
                        ErrorPages.status(refus),
                        refus,
                        exchange.form("lot").withErrors(fields.errors())));
    }

    // ---- juries

    private Answer jurys(Exchange exchange) {
        Criteres criteres = criteres(exchange, Liste.JURYS);
        return opensWith(exchange, criteres)
                .<Answer>map(vue -> Answer.seeOther(Criteres.of(vue).address()))
                .orElseGet(() -> jurys(exchange, criteres, null, Form.none()));
    }

    private Answer jurys(Exchange exchange, Criteres criteres, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        Fields fields = new Fields(exchange);
        String etat = fields.optional("etat");
        FiltreJurys filtre = new FiltreJurys(
                fields.optional("branche"),
                fields.optional("certification"),
                "VALIDE".equals(etat) ? Boolean.TRUE : "COMPOSE".equals(etat) ? Boolean.FALSE : null,
                fields.date("du", "Siège du"),
                fields.date("au", "au"));
        if (!fields.areRight()) {
            return jurys(
                    exchange,
                    ErrorPages.status(fields.refus()),
                    fields.refus(),
                    new Tranche<>(List.of(), Optional.empty(), Optional.empty()),
                    criteres,
                    form,
                    exchange.form("filtres").withErrors(fields.errors()));
        }
        return useCases.jurys()
                .page(by, filtre, place(exchange))
                .fold(
                        page -> jurys(
                                exchange,
                                refus == null ? 200 : ErrorPages.status(refus),
                                refus,
                                page,
                                criteres,
                                form,
                                Form.none()),
                        unknown -> errors.refused(exchange, unknown));
    }

    private Answer jurys(
            Exchange exchange,
            int status,
            Refus refus,
            Tranche<Jury> page,
            Criteres criteres,
            Form form,
            Form erreurs) {
        Acteur by = exchange.acteur();
        Map<String, String> branches = brancheNames(by, Droit.JURY_LIRE);
        return Answer.page(
                status,
                templates.jurys(
                        exchange.context(refus),
                        new JurysView(
                                page,
                                new VuesView(criteres, useCases.vues().list(by, Liste.JURYS), form),
                                erreurs,
                                branches,
                                certifications(branches.keySet(), criteres),
                                mayOpen(by, Droit.JURY_COMPOSER))));
    }

    // ---- views

    private Answer keep(Exchange exchange) {
        Criteres criteres = criteres(exchange, liste(exchange));
        return useCases.vues()
                .keep(
                        exchange.acteur(),
                        new MesVues.Nouvelle(
                                criteres.liste(),
                                exchange.param("nom"),
                                criteres.valeurs(),
                                exchange.param("defaut") != null))
                .fold(
                        vue -> back(criteres, Announcement.VUE_GARDEE),
                        refus -> again(exchange, criteres, refus, exchange.form("vue")));
    }

    private Answer change(Exchange exchange) {
        Criteres criteres = criteres(exchange, liste(exchange));
        return useCases.vues()
                .change(
                        exchange.acteur(),
                        exchange.id("id"),
                        exchange.raw("nom") == null ? "" : exchange.raw("nom"),
                        exchange.param("defaut") != null)
                .fold(
                        vue -> back(criteres, Announcement.VUE_CHANGEE),
                        refus -> again(exchange, criteres, refus, exchange.form("vue:" + exchange.variable("id"))));
    }

    private Answer remove(Exchange exchange) {
        Criteres criteres = criteres(exchange, liste(exchange));
        return useCases.vues()
                .remove(exchange.acteur(), exchange.id("id"))
                .fold(
                        gone -> back(criteres, Announcement.VUE_SUPPRIMEE),
                        refus -> again(exchange, criteres, refus, Form.none()));
    }

    private static Liste liste(Exchange exchange) {
        return Liste.JURYS.name().equals(exchange.param("liste")) ? Liste.JURYS : Liste.CANDIDATURES;
    }

    private static Answer back(Criteres criteres, Announcement announcement) {
        return Answer.seeOther(criteres.address("fait", announcement.name()));
    }

    /** The list again, with what was wrong. */
    private Answer again(Exchange exchange, Criteres criteres, Refus refus, Form form) {
        if (refus.code() == CodeRefus.RESSOURCE_INCONNUE) {
            return errors.refused(exchange, refus);
        }
        return criteres.liste() == Liste.JURYS
                ? jurys(exchange, criteres, refus, form)
                : candidatures(exchange, criteres, refus, form);
    }
}
