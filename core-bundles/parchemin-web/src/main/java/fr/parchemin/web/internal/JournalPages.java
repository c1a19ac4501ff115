package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.journal.Journaux;
import fr.parchemin.journal.Verification;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.JournalView;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal of acts: its lines by filter and page, and on one click whether its chain holds. */
final class JournalPages {

    private static final int LIGNES = 50;

    private final Catalogue catalogue;
    private final Journaux journaux;
    private final Templates templates;
    private final ErrorPages errors;

    JournalPages(Catalogue catalogue, Journaux journaux, Templates templates, ErrorPages errors) {
        this.catalogue = catalogue;
        this.journaux = journaux;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get("/administration/journal", Droit.JOURNAL_LIRE, exchange -> list(exchange, Optional.empty()));
        router.post("/administration/journal/verification", Droit.JOURNAL_VERIFIER, this::verify);
    }

    private Answer verify(Exchange exchange) {
        return journaux.verify(exchange.acteur())
                .fold(found -> list(exchange, Optional.of(found)), refus -> errors.refused(exchange, refus));
    }

    private Answer list(Exchange exchange, Optional<Verification> verification) {
        Fields fields = new Fields(exchange);
        LocalDate du = fields.date("du", "Du");
        LocalDate au = fields.date("au", "Au");
        Long avant = rang(exchange.param("avant"), fields);
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return page(
                    exchange,
                    ErrorPages.status(refus),
                    refus,
                    new Journaux.Page(List.of(), Optional.empty()),
                    verification,
                    exchange.param("avant") != null);
        }
        return journaux.list(
                        exchange.acteur(),
                        new Journaux.Demande(
                                exchange.param("branche"),
                                exchange.param("objet"),
                                exchange.param("acteur"),
                                du,
                                au,
                                avant,
                                LIGNES))
                .fold(
                        page -> page(exchange, 200, null, page, verification, avant != null),
                        refus -> errors.refused(exchange, refus));
    }

    private static Long rang(String text, Fields fields) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            fields.wrong("avant", "Page", "Cette page n’existe pas : repartez des lignes les plus récentes.");
            return null;
        }
        return Long.valueOf(text);
    }

    private Answer page(
            Exchange exchange,
            int status,
            Refus refus,
            Journaux.Page page,
            Optional<Verification> verification,
            boolean suite) {
        Map<String, String> filtres = new LinkedHashMap<>();
        for (String name : List.of("branche", "objet", "acteur", "du", "au")) {
            String value = exchange.param(name);
            filtres.put(name, value == null ? "" : value);
        }
        Map<String, String> branches = new LinkedHashMap<>();
        catalogue.branches().stream()
                .filter(b -> JournalView.reads(exchange.acteur(), b.code()))
                .forEach(b -> branches.put(b.code(), b.nom()));
        return Answer.page(
                status,
                templates.journal(
                        exchange.context(refus),
                        new JournalView(page, filtres, branches, verification, suite, exchange.acteur())));
    }
}
