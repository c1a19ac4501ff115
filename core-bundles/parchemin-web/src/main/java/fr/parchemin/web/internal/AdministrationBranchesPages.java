package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.administration.Depots;
import fr.parchemin.administration.Depots.Verdict;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.BranchesGereesView;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;
import java.util.Optional;
import java.util.function.Function;

/** What brings the branches: dropping it, looking at it, taking it out. */
final class AdministrationBranchesPages {
    private static final String BRANCHES = "/administration/branches";

    private final Depots depots;
    private final Elevations elevations;
    private final Templates templates;
    private final ErrorPages errors;

    AdministrationBranchesPages(Depots depots, Elevations elevations, Templates templates, ErrorPages errors) {
        this.depots = depots;
        this.elevations = elevations;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get(BRANCHES, Droit.BRANCHES_ADMINISTRER, exchange -> list(exchange, 200, null, null));
        router.postWithFile(BRANCHES + "/verification", Droit.BRANCHES_ADMINISTRER, this::verify);
        router.postWithFile(BRANCHES + "/depot", Droit.BRANCHE_DEPOSER, this::drop);
        router.get(
                BRANCHES + "/{branche}",
                Droit.BRANCHES_ADMINISTRER,
                exchange -> one(exchange, 200, Form.none(), null, null));
        router.post(BRANCHES + "/{branche}/cas", Droit.BRANCHES_ADMINISTRER, this::prove);
        router.post(BRANCHES + "/{branche}/retrait", Droit.BRANCHE_RETIRER, this::remove);
        router.post(BRANCHES + "/retires/{retrait}", Droit.BRANCHE_RETIRER, this::restore);
    }

    private Answer list(Exchange exchange, int status, Verdict verdict, Refus refus) {
        return depots.state(exchange.acteur())
                .fold(
                        etat -> Answer.page(
                                status,
                                templates.administrationBranches(
                                        exchange.context(refus),
                                        new BranchesGereesView(
                                                etat,
                                                verdict,
                                                asksProof(exchange),
                                                exchange.identite().secondFacteur()))),
                        unable -> errors.refused(exchange, unable));
    }

    /** Whether to drop would ask first who one is: asked beside the file, which the browser would not send again. */
    private boolean asksProof(Exchange exchange) {
        return elevations
                .lacks(exchange.identite(), Droit.BRANCHE_DEPOSER)
                .filter(refus -> refus.code() == CodeRefus.ELEVATION_REQUISE)
                .isPresent();
    }

    private Answer withFile(Exchange exchange, Function<byte[], Answer> act) {
        Optional<Exchange.Fichier> fichier = exchange.file("fichier");
        return fichier.isPresent()
                ? act.apply(fichier.get().contenu())
                : list(exchange, 422, null, Refus.of(CodeRefus.CHAMP_MANQUANT, "fichier"));
    }

    private Answer refusedHere(Exchange exchange, Refus refus) {
        return refus.code() == CodeRefus.ELEVATION_REQUISE
                ? errors.refused(exchange, refus)
                : list(exchange, ErrorPages.status(refus), null, refus);
    }

    private Answer verify(Exchange exchange) {
        return withFile(exchange, contenu -> depots.verify(exchange.identite(), contenu)
                .fold(verdict -> list(exchange, 200, verdict, null), refus -> refusedHere(exchange, refus)));
    }

    private Answer drop(Exchange exchange) {
        return withFile(exchange, contenu -> depots.drop(exchange.identite(), contenu)
                .fold(
                        depose -> Answer.seeOther(Urls.done(BRANCHES, Announcement.BRANCHE_DEPOSEE)),
                        refus -> refusedHere(exchange, refus)));
    }

    private Answer one(Exchange exchange, int status, Form form, Verdict verdict, Refus refus) {
        return depots.find(exchange.acteur(), exchange.variable("branche"))
                .fold(
                        fiche -> Answer.page(
                                status, templates.administrationBranche(exchange.context(refus), fiche, verdict, form)),
                        unknown -> errors.refused(exchange, unknown));
    }

    private Answer prove(Exchange exchange) {
        return depots.prove(exchange.acteur(), exchange.variable("branche"))
                .fold(
                        verdict -> one(exchange, 200, Form.none(), verdict, null),
                        refus -> one(exchange, ErrorPages.status(refus), Form.none(), null, refus));
    }

    private Answer remove(Exchange exchange) {
        return depots.remove(exchange.acteur(), exchange.variable("branche"), exchange.param("confirmation"))
                .fold(
                        retire -> Answer.seeOther(Urls.done(BRANCHES, Announcement.BRANCHE_RETIREE)),
                        refus -> one(exchange, ErrorPages.status(refus), exchange.form("retrait"), null, refus));
    }

    private Answer restore(Exchange exchange) {
        return depots.restore(exchange.acteur(), exchange.variable("retrait"))
                .fold(
                        retire -> Answer.seeOther(Urls.done(BRANCHES, Announcement.BRANCHE_REMISE)),
                        refus -> list(exchange, ErrorPages.status(refus), null, refus));
    }
}
