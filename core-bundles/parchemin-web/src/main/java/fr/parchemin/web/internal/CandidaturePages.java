package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.migration.Migration;
import fr.parchemin.migration.Migrations;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.CandidatureView;
import fr.parchemin.web.internal.view.Choice;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.GrilleView;
import fr.parchemin.web.internal.view.Urls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The files: their list, each of them, and what may be done with it. */
final class CandidaturePages {
    /** As much of the story of a file as stands beside it. */
    private static final int DERNIERS = 8;

    private final Catalogue catalogue;
    private final Inscriptions inscriptions;
    private final Evaluations evaluations;
    private final Deliberations deliberations;
    private final Delivrances delivrances;
    private final Migrations migrations;
    private final FrontServlet.Suivi suivi;
    private final Templates templates;
    private final ErrorPages errors;
    private final Clock clock;

    CandidaturePages(
            Catalogue catalogue,
            Inscriptions inscriptions,
            Evaluations evaluations,
            Deliberations deliberations,
            Delivrances delivrances,
            Migrations migrations,
            FrontServlet.Suivi suivi,
            Templates templates,
            ErrorPages errors,
            Clock clock) {
        this.catalogue = catalogue;
        this.inscriptions = inscriptions;
        this.evaluations = evaluations;
        this.deliberations = deliberations;
        this.delivrances = delivrances;
        this.migrations = migrations;
        this.suivi = suivi;
        this.templates = templates;
        this.errors = errors;
        this.clock = clock;
    }

    void register(Router router) {
        router.get("/candidatures/nouvelle", Droit.CANDIDATURE_DEPOSER, this::applicationForm);
        router.post("/candidatures/nouvelle", Droit.CANDIDATURE_DEPOSER, this::submit);
        router.get("/candidatures/{id}", Droit.CANDIDATURE_LIRE, exchange -> show(exchange, 200, null, Form.none()));
        router.post("/candidatures/{id}/prerequis/{code}", Droit.PREREQUIS_CONSTATER, this::establish);
        router.post("/candidatures/{id}/evaluateurs", Droit.EVALUATEURS_DESIGNER, this::designate);
        router.get(
                "/candidatures/{id}/epreuves/{epreuve}",
                Droit.GRILLE_LIRE,
                exchange -> grid(exchange, 200, null, Form.none()));
        router.post("/candidatures/{id}/epreuves/{epreuve}", Droit.EPREUVE_NOTER, this::mark);
        router.post("/candidatures/{id}/delivrance", Droit.CERTIFICAT_DELIVRER, this::deliver);
        router.get("/candidatures/{id}/releve.pdf", Droit.CERTIFICAT_LIRE, this::releve);
    }

    private String brancheName(String code) {
        return catalogue.branche(code).fold(VueBranche::nom, refus -> code);
    }

    /** The certifications for which the account may open files now. */
    private List<Choice> choices(Acteur acteur) {
        Set<String> branches = acteur.branches(Droit.CANDIDATURE_DEPOSER);
        return catalogue.branches().stream()
                .filter(VueBranche::isActive)
                .filter(b -> branches.contains(b.code()))
                .map(b -> new Choice(b, b.referentiels()))
                .toList();
    }

    private Answer applicationForm(Exchange exchange) {
        if (exchange.param("certification") == null || exchange.param("branche") == null) {
            return Answer.page(templates.candidatureChoix(exchange.context(), choices(exchange.acteur())));
        }
        return applicationForm(exchange, 200, null, Form.none());
    }

    private Answer applicationForm(Exchange exchange, int status, Refus refus, Form form) {
        return catalogue
                .certification(exchange.param("branche"), exchange.param("certification"), null)
                .fold(
                        version -> Answer.page(
                                status, templates.candidatureNouvelle(exchange.context(refus), version, form)),
                        unknown -> errors.refused(exchange, unknown));
    }

    private Answer submit(Exchange exchange) {
        if (exchange.param("certification") == null || exchange.param("branche") == null) {
            return Answer.seeOther("/candidatures/nouvelle");
        }
        Fields fields = new Fields(exchange);
        Voie voie = fields.choice("voie", "Voie d’accès", Voie.class);
        String nom = fields.required("nomNaissance", "Nom de naissance");
        String prenoms = fields.required("prenoms", "Prénoms");
        Candidat.Sexe sexe = fields.choice("sexe", "Sexe", Candidat.Sexe.class);
        LocalDate naissance = fields.requiredDate("dateNaissance", "Date de naissance");
        String lieu = fields.required("lieuNaissance", "Lieu de naissance");
        Tiers organisme = tiers(fields, "organisme", "Organisme de formation");
        Tiers entreprise = tiers(fields, "entreprise", "Entreprise");
        Form form = exchange.form("candidature").withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return applicationForm(exchange, ErrorPages.status(refus), refus, form);
        }
        Inscriptions.Depot depot = new Inscriptions.Depot(
                exchange.param("branche"),
                exchange.param("certification"),
                null,
                voie,
                new Candidat(
                        nom, fields.optional("nomUsage"), prenoms, sexe, naissance, lieu, fields.optional("courriel")),
                organisme,
                entreprise,
                lines(exchange.param("formateurs")));
        return inscriptions
                .submit(exchange.acteur(), depot)
                .fold(
                        candidature -> Answer.seeOther(Urls.done(
                                Urls.path("candidatures", candidature.id()), Announcement.CANDIDATURE_DEPOSEE)),
                        refus -> applicationForm(exchange, ErrorPages.status(refus), refus, form));
    }

    private static Tiers tiers(Fields fields, String prefix, String label) {
        String nom = fields.optional(prefix + "Nom");
        String siret = fields.optional(prefix + "Siret");
        if (nom == null && siret != null) {
            fields.wrong(prefix + "Nom", label, "Un numéro SIRET est donné : indiquez aussi le nom.");
        }
        return nom == null ? null : new Tiers(nom, siret == null ? null : siret.replaceAll("\\s", ""));
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private Answer show(Exchange exchange, int status, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        UUID id = exchange.id("id");
        return inscriptions
                .find(by, id)
                .fold(
                        dossier -> Answer.page(
                                status, templates.candidature(exchange.context(refus), view(by, dossier), form)),
                        unknown -> errors.refused(exchange, unknown));
    }

    /** Parts that the account may not read are left out: the use cases say which. */
    private CandidatureView view(Acteur by, Inscriptions.Dossier dossier) {
        UUID id = dossier.candidature().id();
        return new CandidatureView(
                dossier.candidature(),
                dossier.referentiel(),
                brancheName(dossier.candidature().branche()),
                evaluateurs(by, dossier.candidature().branche()),
                evaluations.grille(by, id).fold(g -> GrilleView.of(g, by.identifiant()), refus -> List.of()),
                evaluations.proposition(by, id).fold(Optional::of, refus -> Optional.empty()),
                deliberations.decision(by, id).fold(decision -> decision, refus -> Optional.empty()),
                delivrances.ofCandidature(by, id).fold(certificat -> certificat, refus -> Optional.empty()),
                suivi.fil().read(by, id, null, DERNIERS).fold(Optional::of, refus -> Optional.empty()),
                suivi.echanges().messages(by, id, null, 1).fold(Optional::of, refus -> Optional.empty()),
                by.may(Droit.MIGRATION_CONDUIRE, dossier.candidature().asObjet())
                        ? migrations.preview(by, id, null).fold(Optional::of, refus -> Optional.empty())
                        : Optional.empty(),
                annulable(by, id),
                by,
                LocalDate.now(clock));
    }

    private Optional<Migration> annulable(Acteur by, UUID id) {
        return migrations
                .history(by, id)
                .fold(
                        done -> done.nonAnnulable().isPresent()
                                ? Optional.empty()
                                : done.faites().stream()
                                        .filter(m -> !m.isAnnulee())
                                        .reduce((before, after) -> after),
                        refus -> Optional.empty());
    }

    private Map<String, String> evaluateurs(Acteur by, String branche) {
        Map<String, String> names = new LinkedHashMap<>();
        inscriptions
                .evaluateurs(by, branche)
                .fold(found -> found, refus -> List.<Acteur>of())
                .forEach(evaluateur -> names.put(evaluateur.identifiant(), evaluateur.nom()));
        return names;
    }

    private Answer establish(Exchange exchange) {
        String code = exchange.variable("code");
        Fields fields = new Fields(exchange);
        boolean satisfied = "oui".equals(fields.required("satisfait", "Constat"));
        Inscriptions.Constat constat = new Inscriptions.Constat(
                satisfied,
                fields.optional("numero"),
                fields.date("delivreLe", "Délivré le"),
                fields.date("valideJusquAu", "Valide jusqu’au"),
                fields.optional("observation"));
        Form form = exchange.form("prerequis:" + code).withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return show(exchange, ErrorPages.status(refus), refus, form);
        }
        return inscriptions
                .establishPrerequis(exchange.acteur(), exchange.id("id"), code, constat)
                .fold(
                        done -> backToFile(exchange, Announcement.PREREQUIS_CONSTATE),
                        refus -> show(exchange, ErrorPages.status(refus), refus, form));
    }

    private Answer designate(Exchange exchange) {
        Set<String> designated = new LinkedHashSet<>(exchange.params("evaluateur"));
        return inscriptions
                .designateEvaluateurs(exchange.acteur(), exchange.id("id"), designated)
                .fold(
                        done -> backToFile(exchange, Announcement.EVALUATEURS_DESIGNES),
                        refus -> show(exchange, ErrorPages.status(refus), refus, exchange.form("evaluateurs")));
    }

    private Answer grid(Exchange exchange, int status, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        return evaluations
                .grille(by, exchange.id("id"))
                .fold(
                        grille -> GrilleView.of(grille, by.identifiant()).stream()
                                .filter(g -> g.epreuve().code().equals(exchange.variable("epreuve")))
                                .findFirst()
                                .map(g -> Answer.page(
                                        status,
                                        templates.epreuve(
                                                exchange.context(refus),
                                                grille.candidature(),
                                                g,
                                                mayMark(by, grille),
                                                form)))
                                .orElseGet(() -> errors.notFound(exchange)),
                        unknown -> errors.refused(exchange, unknown));
    }

    private static boolean mayMark(Acteur by, Evaluations.Grille grille) {
        return by.may(Droit.EPREUVE_NOTER, grille.candidature().asObjet())
                && grille.candidature().marksClosed().isEmpty();
    }

    private Answer mark(Exchange exchange) {
        Acteur by = exchange.acteur();
        UUID id = exchange.id("id");
        Fields fields = new Fields(exchange);
        Presence presence = fields.choice("presence", "Présence", Presence.class);
        Form form = exchange.form("notes").withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return grid(exchange, ErrorPages.status(refus), refus, form);
        }
        return evaluations
                .grille(by, id)
                .then(grille -> evaluations.mark(
                        by,
                        id,
                        exchange.variable("epreuve"),
                        new Evaluations.Entree(
                                presence,
                                notes(exchange, presence, grille),
                                fields.optional("observation"),
                                passage(exchange))))
                .fold(
                        done -> backToFile(exchange, Announcement.EPREUVE_NOTEE),
                        refus -> grid(exchange, ErrorPages.status(refus), refus, form));
    }

    /** The passage of the form: the first where there is but one, 0 where what was typed is no number. */
    private static int passage(Exchange exchange) {
        String given = exchange.param("passage");
        if (given == null) {
            return 1;
        }
        return given.matches("\\d{1,2}") ? Integer.parseInt(given) : 0;
    }

    /** What was given for the criteria of the épreuve; who was not there has no marks. */
    private static Map<String, String> notes(Exchange exchange, Presence presence, Evaluations.Grille grille) {
        Map<String, String> notes = new LinkedHashMap<>();
        if (presence != Presence.PRESENT) {
            return notes;
        }
        String epreuve = exchange.variable("epreuve");
        grille.referentiel().blocOfEpreuve(epreuve).ifPresent(bloc -> {
            for (Critere critere :
                    bloc.criteres(bloc.epreuve(epreuve).orElseThrow()).values()) {
                String given = exchange.param("note." + critere.code());
                if (given != null) {
                    notes.put(critere.code(), given.replace(',', '.'));
                }
            }
        });
        return notes;
    }

    private Answer deliver(Exchange exchange) {
        String lieu = exchange.param("lieu");
        Form form = exchange.form("delivrance");
        if (lieu == null) {
            Fields fields = new Fields(exchange);
            fields.required("lieu", "Lieu de délivrance");
            Refus refus = fields.refus();
            return show(exchange, ErrorPages.status(refus), refus, form.withErrors(fields.errors()));
        }
        return delivrances
                .deliver(exchange.acteur(), exchange.id("id"), lieu)
                .fold(
                        done -> backToFile(exchange, Announcement.CERTIFICAT_DELIVRE),
                        refus -> show(exchange, ErrorPages.status(refus), refus, form));
    }

    private Answer releve(Exchange exchange) {
        UUID id = exchange.id("id");
        return delivrances
                .releveOfCandidature(exchange.acteur(), id)
                .fold(pdf -> new Answer.Pdf("releve-" + id + ".pdf", pdf), refus -> errors.refused(exchange, refus));
    }

    private static Answer backToFile(Exchange exchange, Announcement announcement) {
        return Answer.seeOther(Urls.done(Urls.path("candidatures", exchange.id("id")), announcement));
    }
}
