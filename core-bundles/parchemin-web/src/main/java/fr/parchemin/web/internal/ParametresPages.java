package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.Financement;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.parametre.Cle;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.parametre.ParametresBranche.Demande;
import fr.parchemin.parametre.ParametresBranche.Saisie;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.ParametresView;
import fr.parchemin.web.internal.view.Urls;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page of a branch, and that on which its secretariat adjusts what a definition need not be published for. */
final class ParametresPages {

    /** What each field is called on the page, by the name under which it is sent. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("qualite", "Qualité"),
            Map.entry("nom", "Nom"),
            Map.entry("courriel", "Courriel"),
            Map.entry("telephone", "Téléphone"),
            Map.entry("site", "Site"),
            Map.entry("adresse", "Adresse postale"),
            Map.entry("certification", "Certification"),
            Map.entry("libelle", "Libellé"),
            Map.entry("montant", "Montant"),
            Map.entry("unite", "Pour"),
            Map.entry("fichier", "Fichier"),
            Map.entry("du", "Premier jour"),
            Map.entry("au", "Dernier jour"),
            Map.entry("motif", "Motif"));

    private static final int LONGEST_NUMBER = 20;

    private final Catalogue catalogue;
    private final ParametresBranche parametres;
    private final Templates templates;
    private final ErrorPages errors;
    private final Clock clock;

    ParametresPages(
            Catalogue catalogue, ParametresBranche parametres, Templates templates, ErrorPages errors, Clock clock) {
        this.catalogue = catalogue;
        this.parametres = parametres;
        this.templates = templates;
        this.errors = errors;
        this.clock = clock;
    }

    void register(Router router) {
        router.get("/branches", Droit.PARAMETRE_LIRE, this::choice);
        router.get("/branches/{branche}", Droit.CATALOGUE_LIRE, this::branche);
        router.get("/branches/{branche}/parametres", Droit.PARAMETRE_LIRE, this::show);
        router.postWithFile("/branches/{branche}/parametres", Droit.PARAMETRE_DECIDER, this::decide);
        router.post("/branches/{branche}/parametres/{id}/annulation", Droit.PARAMETRE_DECIDER, this::cancel);
    }

    /** The branches whose parameters the account reads; straight to the only one. */
    private Answer choice(Exchange exchange) {
        List<VueBranche> mine = catalogue.branches().stream()
                .filter(vue -> reads(exchange.acteur(), vue.code()))
                .toList();
        return mine.size() == 1
                ? Answer.seeOther(address(mine.get(0).code()))
                : Answer.page(templates.parametresChoix(exchange.context(), mine));
    }

    private static boolean reads(Acteur acteur, String branche) {
        return acteur.may(Droit.PARAMETRE_LIRE, Objet.branche(branche));
    }

    private Answer branche(Exchange exchange) {
        return catalogue
                .branche(exchange.variable("branche"))
                .map(parametres::today)
                .fold(
                        vue -> Answer.page(templates.branche(
                                exchange.context(),
                                vue,
                                exchange.visitor()
                                        .acteur()
                                        .map(acteur -> reads(acteur, vue.code()))
                                        .orElse(false))),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer show(Exchange exchange) {
        Fields fields = new Fields(exchange);
        LocalDate le = fields.date("le", "Jour");
        if (fields.areRight()) {
            return page(exchange, 200, null, le, Form.none());
        }
        Refus refus = fields.refus();
        return page(
                exchange,
                ErrorPages.status(refus),
                refus,
                null,
                exchange.form("jour").withErrors(fields.errors()));
    }

    /** The page on that day, on today when none is chosen. */
    private Answer page(Exchange exchange, int status, Refus refus, LocalDate le, Form form) {
        Acteur by = exchange.acteur();
        String code = exchange.variable("branche");
        LocalDate today = LocalDate.now(clock);
        return catalogue
                .branche(code)
                .then(vue -> parametres
                        .history(by, code)
                        .map(history -> new ParametresView(
                                vue,
                                today,
                                le == null ? today : le,
                                history,
                                by.may(Droit.PARAMETRE_DECIDER, Objet.branche(code)),
                                form)))
                .fold(
                        view -> Answer.page(status, templates.parametres(exchange.context(refus), view)),
                        unable -> errors.refused(exchange, unable));
    }

    private Answer decide(Exchange exchange) {
        Fields fields = new Fields(exchange);
        String cle = exchange.param("cle");
        LocalDate du = fields.requiredDate("du", LABELS.get("du"));
        LocalDate au = fields.date("au", LABELS.get("au"));
        String motif = fields.required("motif", LABELS.get("motif"));
        Saisie saisie =
                Cle.of(cle).map(known -> saisie(exchange, fields, known)).orElse(null);
        Form form = exchange.form(cle == null ? "inconnu" : cle).withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return page(exchange, ErrorPages.status(refus), refus, null, form);
        }
        return parametres
                .decide(
                        exchange.acteur(),
                        exchange.variable("branche"),
                        new Demande(cle == null ? "" : cle, saisie, du, au, motif))
                .fold(done -> back(exchange, Announcement.PARAMETRE_DECIDE), refus -> refused(exchange, refus, form));
    }

    /** What was filled of the fields of that key, and of no other. */
    private static Saisie saisie(Exchange exchange, Fields fields, Cle cle) {
        return switch (cle) {
            case SIGNATAIRE ->
                new Saisie(
                        fields.required("qualite", LABELS.get("qualite")),
                        fields.optional("nom"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case CONTACT ->
                new Saisie(
                        null,
                        null,
                        fields.optional("courriel"),
                        fields.optional("telephone"),
                        fields.optional("site"),
                        fields.optional("adresse"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case TARIF ->
                new Saisie(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        fields.optional("certification"),
                        fields.required("libelle", LABELS.get("libelle")),
                        montant(fields),
                        fields.choice("unite", LABELS.get("unite"), Financement.Unite.class),
                        null,
                        null);
            case LOGO -> {
                Optional<Exchange.Fichier> fichier = exchange.file("fichier");
                if (fichier.isEmpty()) {
                    fields.wrong("fichier", LABELS.get("fichier"), "Choisissez un fichier.");
                }
                yield new Saisie(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        fichier.map(Exchange.Fichier::nom).orElse(null),
                        fichier.map(Exchange.Fichier::contenu).orElse(null));
            }
        };
    }

    /** An amount as it is written in French, « 1 250,50 », with or without its sign. */
    private static BigDecimal montant(Fields fields) {
        String typed = fields.required("montant", LABELS.get("montant"));
        if (typed == null) {
            return null;
        }
        String plain = typed.replaceAll("[\\s\u00a0\u202f€]", "").replace(',', '.');
        if (plain.length() > LONGEST_NUMBER || !plain.matches("-?[0-9]+(\\.[0-9]+)?")) {
            fields.wrong("montant", LABELS.get("montant"), "Écrivez un nombre, par exemple 1250,50.");
            return null;
        }
        return new BigDecimal(plain);
    }

    private Answer cancel(Exchange exchange) {
        UUID id = exchange.id("id");
        Form form = exchange.form(ParametresView.cancellation(id));
        return parametres
                .cancel(exchange.acteur(), exchange.variable("branche"), id, exchange.param("motif"))
                .fold(done -> back(exchange, Announcement.PARAMETRE_ANNULE), refus -> refused(exchange, refus, form));
    }

    /** The page again, with what was typed and the refusal beside the field that it is about. */
    private Answer refused(Exchange exchange, Refus refus, Form form) {
        if (refus.code() == CodeRefus.ACCES_REFUSE || refus.code() == CodeRefus.BRANCHE_INCONNUE) {
            return errors.refused(exchange, refus);
        }
        String champ = champ(refus);
        if (champ == null) {
            return page(exchange, ErrorPages.status(refus), refus, null, form);
        }
        String label = LABELS.getOrDefault(champ, champ);
        String detail = refus.champ() == null
                ? refus.detail()
                : refus.detail().replace("«\u00a0" + refus.champ() + "\u00a0»", "«\u00a0" + label + "\u00a0»");
        Map<String, String> wrong = new LinkedHashMap<>(form.errors());
        wrong.put(champ, detail);
        return page(
                exchange,
                ErrorPages.status(refus),
                new Refus(refus.code(), detail, champ),
                null,
                form.withErrors(wrong));
    }

    /** The field of the page that the refusal is about, {@code null} when it is about none. */
    private static String champ(Refus refus) {
        return switch (refus.code()) {
            case MOTIF_REQUIS -> "motif";
            case CERTIFICATION_INCONNUE -> "certification";
            default -> "image".equals(refus.champ()) ? "fichier" : refus.champ();
        };
    }

    private static Answer back(Exchange exchange, Announcement announcement) {
        return Answer.seeOther(Urls.done(address(exchange.variable("branche")), announcement));
    }

    private static String address(String branche) {
        return Urls.path("branches", branche, "parametres");
    }
}
