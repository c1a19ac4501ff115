package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.Vote;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Choice;
import fr.parchemin.web.internal.view.DeliberationView;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.JuryFormView;
import fr.parchemin.web.internal.view.SeanceView;
import fr.parchemin.web.internal.view.Urls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The juries: composing them, putting files before them, recording what they decide. */
final class JuryPages {
    private static final int MOST_SPARE_LINES = 10;

    private final Catalogue catalogue;
    private final Deliberations deliberations;
    private final Templates templates;
    private final ErrorPages errors;

    JuryPages(Catalogue catalogue, Deliberations deliberations, Templates templates, ErrorPages errors) {
        this.catalogue = catalogue;
        this.deliberations = deliberations;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get("/jurys/nouveau", Droit.JURY_COMPOSER, this::compositionForm);
        router.post("/jurys/nouveau", Droit.JURY_COMPOSER, this::compose);
        router.get("/jurys/{id}", Droit.JURY_LIRE, exchange -> show(exchange, 200, null, Form.none()));
        router.post("/jurys/{id}/validation", Droit.JURY_VALIDER, this::validate);
        router.post("/jurys/{id}/candidatures", Droit.JURY_PRESENTER, this::present);
        router.get(
                "/jurys/{id}/candidatures/{candidature}",
                Droit.JURY_LIRE,
                exchange -> deliberation(exchange, 200, null, Form.none()));
        router.post("/jurys/{id}/candidatures/{candidature}", Droit.JURY_DECIDER, this::decide);
    }

    private String brancheName(String code) {
        return catalogue.branche(code).fold(VueBranche::nom, refus -> code);
    }

    private List<Choice> choices(Acteur acteur) {
        Set<String> branches = acteur.branches(Droit.JURY_COMPOSER);
        return catalogue.branches().stream()
                .filter(VueBranche::isActive)
                .filter(b -> branches.contains(b.code()))
                .map(b -> new Choice(b, b.referentiels()))
                .toList();
    }

    private Answer compositionForm(Exchange exchange) {
        if (exchange.param("certification") == null || exchange.param("branche") == null) {
            return Answer.page(templates.juryChoix(exchange.context(), choices(exchange.acteur())));
        }
        return compositionForm(exchange, 200, null, Form.none());
    }

    private Answer compositionForm(Exchange exchange, int status, Refus refus, Form form) {
        return catalogue
                .certification(exchange.param("branche"), exchange.param("certification"), null)
                .fold(
                        version -> Answer.page(
                                status,
                                templates.juryNouveau(
                                        exchange.context(refus),
                                        new JuryFormView(
                                                version.branche(), version.referentiel(), spareLines(exchange), form))),
                        unknown -> errors.refused(exchange, unknown));
    }

    private static int spareLines(Exchange exchange) {
        String given = exchange.param("lignes");
        int lines = given != null && given.matches("\\d{1,2}") ? Integer.parseInt(given) : 1;
        return Math.min(exchange.param("ajouter") == null ? lines : lines + 1, MOST_SPARE_LINES);
    }

    private Answer compose(Exchange exchange) {
        if (exchange.param("certification") == null || exchange.param("branche") == null) {
            return Answer.seeOther("/jurys/nouveau");
        }
        if (exchange.param("ajouter") != null) {
            return compositionForm(exchange, 200, null, exchange.form("jury"));
        }
        return catalogue
                .certification(exchange.param("branche"), exchange.param("certification"), null)
                .fold(version -> compose(exchange, version), refus -> errors.refused(exchange, refus));
    }

    private Answer compose(Exchange exchange, Catalogue.Version version) {
        Fields fields = new Fields(exchange);
        LocalDate date = fields.requiredDate("date", "Date");
        String lieu = fields.required("lieu", "Lieu");
        List<Deliberations.Membre> membres = new ArrayList<>();
        for (JuryFormView.Row row : JuryFormView.rows(version.referentiel().jury(), spareLines(exchange))) {
            String nom = exchange.param(row.field("nom"));
            Integer pratique = fields.integer(row.field("pratique"), "Années de pratique");
            if (nom != null) {
                membres.add(new Deliberations.Membre(
                        nom,
                        row.college().code(),
                        exchange.param(row.field("identifiant")),
                        exchange.param(row.field("employeur")),
                        pratique,
                        String.valueOf(row.number()).equals(exchange.param("president"))));
            }
        }
        Form form = exchange.form("jury").withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return compositionForm(exchange, ErrorPages.status(refus), refus, form);
        }
        return deliberations
                .compose(
                        exchange.acteur(),
                        new Deliberations.Composition(
                                version.branche().code(),
                                version.referentiel().certification().code(),
                                date,
                                lieu,
                                membres))
                .fold(
                        jury -> Answer.seeOther(Urls.done(Urls.path("jurys", jury.id()), Announcement.JURY_COMPOSE)),
                        refus -> compositionForm(exchange, ErrorPages.status(refus), refus, form));
    }

    private Answer show(Exchange exchange, int status, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        return deliberations
                .find(by, exchange.id("id"))
                .fold(
                        seance -> Answer.page(
                                status,
                                templates.jury(
                                        exchange.context(refus),
                                        new SeanceView(
                                                seance,
                                                brancheName(seance.jury().branche()),
                                                deliberations
                                                        .presentables(
                                                                by,
                                                                seance.jury().id())
                                                        .fold(waiting -> waiting, notTheirs -> List.of()),
                                                by),
                                        form)),
                        unknown -> errors.refused(exchange, unknown));
    }

    private Answer validate(Exchange exchange) {
        return deliberations
                .validate(exchange.acteur(), exchange.id("id"))
                .fold(
                        done -> backToJury(exchange, Announcement.JURY_VALIDE),
                        refus -> show(exchange, ErrorPages.status(refus), refus, Form.none()));
    }

    private Answer present(Exchange exchange) {
        Form form = exchange.form("dossiers");
        Set<UUID> chosen = new LinkedHashSet<>();
        for (String id : exchange.params("candidature")) {
            chosen.add(uuid(id));
        }
        if (chosen.isEmpty()) {
            Refus none = new Refus(CodeRefus.CHAMP_MANQUANT, "Aucun dossier n’est coché. Cochez ceux à présenter.");
            return show(exchange, ErrorPages.status(none), none, form);
        }
        return deliberations
                .present(exchange.acteur(), exchange.id("id"), chosen)
                .fold(
                        done -> backToJury(exchange, Announcement.DOSSIERS_PRESENTES),
                        refus -> show(exchange, ErrorPages.status(refus), refus, form));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Exchange.Unreadable(e);
        }
    }

    private Answer deliberation(Exchange exchange, int status, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        UUID candidature = exchange.id("candidature");
        return deliberations
                .find(by, exchange.id("id"))
                .fold(
                        seance -> seance.dossiers().stream()
                                .filter(d -> d.candidature().id().equals(candidature))
                                .findFirst()
                                .map(dossier -> Answer.page(
                                        status,
                                        templates.deliberation(
                                                exchange.context(refus),
                                                new DeliberationView(
                                                        seance.jury(),
                                                        seance.referentiel(),
                                                        dossier,
                                                        by.may(
                                                                        Droit.JURY_DECIDER,
                                                                        seance.jury()
                                                                                .asObjet())
                                                                && dossier.candidature()
                                                                        .etat()
                                                                        .code()
                                                                        .equals("PRESENTEE"),
                                                        form))))
                                .orElseGet(() -> errors.notFound(exchange)),
                        unknown -> errors.refused(exchange, unknown));
    }

    private Answer decide(Exchange exchange) {
        Acteur by = exchange.acteur();
        UUID candidature = exchange.id("candidature");
        return deliberations
                .find(by, exchange.id("id"))
                .fold(
                        seance -> decide(exchange, by, seance, candidature),
                        unknown -> errors.refused(exchange, unknown));
    }

    private Answer decide(Exchange exchange, Acteur by, Deliberations.Seance seance, UUID candidature) {
        Fields fields = new Fields(exchange);
        Map<String, Boolean> unanime = new LinkedHashMap<>();
        Map<String, List<Vote>> votes = new LinkedHashMap<>();
        for (BlocCompetences bloc : seance.referentiel().blocs()) {
            String field = "bloc." + bloc.code();
            String said = exchange.param(field);
            if ("VALIDE".equals(said) || "NON_VALIDE".equals(said)) {
                unanime.put(bloc.code(), "VALIDE".equals(said));
            } else if ("VOTE".equals(said)) {
                votes.put(bloc.code(), votes(exchange, seance, bloc));
            } else {
                fields.wrong(field, "Bloc " + bloc.code(), "Indiquez ce que le jury a dit de ce bloc.");
            }
        }
        Form form = exchange.form("decision").withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return deliberation(exchange, ErrorPages.status(refus), refus, form);
        }
        Set<UUID> presents = new LinkedHashSet<>();
        for (String id : exchange.params("present")) {
            presents.add(uuid(id));
        }
        return deliberations
                .decide(
                        by,
                        seance.jury().id(),
                        candidature,
                        new Deliberations.Deliberation(presents, votes, unanime, exchange.param("motif")))
                .fold(
                        done -> Answer.seeOther(Urls.done(
                                Urls.path("jurys", seance.jury().id(), "candidatures", candidature),
                                Announcement.DECISION_PRISE)),
                        refus -> deliberation(exchange, ErrorPages.status(refus), refus, form));
    }

    /** The votes given for a bloc; whether they suffice is for the rule of the branch to say. */
    private static List<Vote> votes(Exchange exchange, Deliberations.Seance seance, BlocCompetences bloc) {
        List<Vote> votes = new ArrayList<>();
        for (MembreJury membre : seance.jury().membres()) {
            String given = exchange.param("vote." + bloc.code() + "." + membre.id());
            for (Vote.Sens sens : Vote.Sens.values()) {
                if (sens.name().equals(given)) {
                    votes.add(new Vote(membre.id(), sens));
                }
            }
        }
        return votes;
    }

    private static Answer backToJury(Exchange exchange, Announcement announcement) {
        return Answer.seeOther(Urls.done(Urls.path("jurys", exchange.id("id")), announcement));
    }
}
