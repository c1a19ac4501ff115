package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Role;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.DroitsView;
import java.util.Arrays;

/** The table of rights, to be read. */
final class DroitsPages {
    private final Templates templates;

    DroitsPages(Templates templates) {
        this.templates = templates;
    }

    void register(Router router) {
        router.get("/administration/droits", Droit.DROITS_LIRE, this::table);
    }

    /** A role that does not exist asks for none. */
    private Answer table(Exchange exchange) {
        String asked = exchange.param("role");
        Role only = Arrays.stream(Role.values())
                .filter(role -> role.name().equals(asked))
                .findFirst()
                .orElse(null);
        return Answer.page(templates.administrationDroits(exchange.context(), new DroitsView(only)));
    }
}
