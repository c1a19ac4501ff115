package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.ContexteView;
import fr.parchemin.web.internal.view.Form;
import java.time.Clock;
import java.time.LocalDate;
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
        router.get("/certificats/{numero}", Droit.CERTIFICAT_LIRE, this::show);
        router.get("/certificats/{numero}/certificat.pdf", Droit.CERTIFICAT_LIRE, this::certificatPdf);
        router.get("/certificats/{numero}/releve.pdf", Droit.CERTIFICAT_LIRE, this::relevePdf);
    }

    private Answer show(Exchange exchange) {
        return delivrances
                .find(exchange.acteur(), exchange.variable("numero"))
                .fold(certificat -> show(exchange, certificat), refus -> errors.refused(exchange, refus));
    }

    private Answer show(Exchange exchange, Certificat certificat) {
        Fields fields = new Fields(exchange);
        ContexteEmploi contexte = ContexteFields.read(exchange, fields, LocalDate.now(clock));
        Form form = (exchange.param("le") == null ? Form.none() : exchange.form("effet")).withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return page(exchange, ErrorPages.status(refus), refus, certificat, form, Optional.empty());
        }
        return delivrances
                .effet(exchange.acteur(), certificat.numero(), contexte)
                .fold(
                        effet -> page(exchange, 200, null, certificat, form, Optional.of(effet)),
                        refus -> page(exchange, 200, refus, certificat, form, Optional.empty()));
    }

    private Answer page(
            Exchange exchange, int status, Refus refus, Certificat certificat, Form form, Optional<Effet> effet) {
        return Answer.page(
                status, templates.certificat(exchange.context(refus), certificat, effet, contexte(certificat, form)));
    }

    /** What is asked, while the branch is known. */
    private Optional<ContexteView> contexte(Certificat certificat, Form form) {
        return catalogue
                .certification(certificat.branche(), certificat.certification(), certificat.version())
                .fold(
                        found -> Optional.of(ContexteView.of(
                                found.referentiel(),
                                found.branche().classifications(),
                                LocalDate.now(clock),
                                form,
                                true)),
                        refus -> Optional.empty());
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
