package fr.parchemin.web.internal;

import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The delivered certificates: what they say, their papers, and what they do for a classification. */
final class CertificatPages {
    private final Catalogue catalogue;
    private final Delivrances delivrances;
    private final Templates templates;
    private final ErrorPages errors;
    private final Clock clock;

    CertificatPages(Catalogue catalogue, Delivrances delivrances, Templates templates, ErrorPages errors, Clock clock) {
        this.catalogue = catalogue;
        this.delivrances = delivrances;
        this.templates = templates;
        this.errors = errors;
        this.clock = clock;
    }

    void register(Router router) {
        router.get("/certificats/{numero}", Access.SIGNED_IN, this::show);
        router.get("/certificats/{numero}/certificat.pdf", Access.SIGNED_IN, this::certificatPdf);
        router.get("/certificats/{numero}/releve.pdf", Access.SIGNED_IN, this::relevePdf);
    }

    private Answer show(Exchange exchange) {
        return delivrances
                .find(exchange.acteur(), exchange.variable("numero"))
                .fold(certificat -> show(exchange, certificat), refus -> errors.refused(exchange, refus));
    }

    private Answer show(Exchange exchange, Certificat certificat) {
        Fields fields = new Fields(exchange);
        LocalDate le = fields.date("le", "Date");
        Integer niveau = fields.integer("niveauExige", "Niveau exigé par l’offre");
        Integer coefficient = fields.integer("coefficientActuel", "Coefficient déjà détenu");
        Form form = (exchange.param("le") == null ? Form.none() : exchange.form("effet")).withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return page(exchange, ErrorPages.status(refus), refus, certificat, form, Optional.empty());
        }
        ContexteEmploi contexte = new ContexteEmploi(
                le == null ? LocalDate.now(clock) : le, niveau, exchange.params("emploi"), coefficient);
        return delivrances
                .effet(exchange.acteur(), certificat.numero(), contexte)
                .fold(
                        effet -> page(exchange, 200, null, certificat, form, Optional.of(effet)),
                        refus -> page(exchange, 200, refus, certificat, form, Optional.empty()));
    }

    private Answer page(
            Exchange exchange, int status, Refus refus, Certificat certificat, Form form, Optional<Effet> effet) {
        return Answer.page(
                status,
                templates.certificat(
                        exchange.context(refus),
                        certificat,
                        effet,
                        emplois(certificat),
                        LocalDate.now(clock).toString(),
                        form));
    }

    /** The jobs that the grids of the branch name, while the branch is known. */
    private List<EmploiRepere> emplois(Certificat certificat) {
        return catalogue
                .branche(certificat.branche())
                .fold(
                        branche -> branche.classifications().values().stream()
                                .flatMap(grid -> grid.emplois().stream())
                                .sorted(Comparator.comparing(EmploiRepere::intitule))
                                .toList(),
                        refus -> List.of());
    }

    private Answer certificatPdf(Exchange exchange) {
        String numero = exchange.variable("numero");
        return delivrances
                .certificatPdf(exchange.acteur(), numero)
                .fold(
                        pdf -> new Answer.Pdf("certificat-" + numero + ".pdf", pdf),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer relevePdf(Exchange exchange) {
        String numero = exchange.variable("numero");
        return delivrances
                .relevePdf(exchange.acteur(), numero)
                .fold(
                        pdf -> new Answer.Pdf("releve-" + numero + ".pdf", pdf),
                        refus -> errors.refused(exchange, refus));
    }
}
