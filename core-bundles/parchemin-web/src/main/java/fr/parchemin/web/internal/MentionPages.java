package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.mention.Mentions;
import fr.parchemin.web.internal.jte.Templates;
import java.util.UUID;

/** The mentions that the person of a file may be granted, each with its conditions. */
final class MentionPages {
    private final Inscriptions inscriptions;
    private final Mentions mentions;
    private final Templates templates;
    private final ErrorPages errors;

    MentionPages(Inscriptions inscriptions, Mentions mentions, Templates templates, ErrorPages errors) {
        this.inscriptions = inscriptions;
        this.mentions = mentions;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get("/candidatures/{id}/mentions", Droit.DECISION_LIRE, this::show);
    }

    private Answer show(Exchange exchange) {
        UUID id = exchange.id("id");
        return inscriptions
                .find(exchange.acteur(), id)
                .then(dossier -> mentions.ofCandidature(exchange.acteur(), id)
                        .map(possible -> templates.mentions(
                                exchange.context(), dossier.candidature(), dossier.referentiel(), possible)))
                .fold(Answer::page, refus -> errors.refused(exchange, refus));
    }
}
