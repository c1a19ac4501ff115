package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.CodeVerification;
import fr.parchemin.delivrance.Verifications;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The public check of a certificate: genuine, revoked or unknown, and nothing more. */
final class VerificationPages {
    private final Verifications verifications;
    private final Templates templates;

    VerificationPages(Verifications verifications, Templates templates) {
        this.verifications = verifications;
        this.templates = templates;
    }

    void register(Router router) {
        router.get("/verification", Droit.CERTIFICAT_VERIFIER, this::form);
        router.post("/verification", Droit.CERTIFICAT_VERIFIER, this::matches);
        router.get("/v/{code}", Droit.CERTIFICAT_VERIFIER, this::byCode);
    }

    private Answer form(Exchange exchange) {
        String code = CodeVerification.normalize(exchange.param("code") == null ? "" : exchange.param("code"));
        return code.isEmpty()
                ? page(exchange, 200, Form.none(), Optional.empty())
                : Answer.seeOther(Urls.path("v", code));
    }

    private Answer byCode(Exchange exchange) {
        Optional<Certificat> found = verifications.byCode(exchange.variable("code"));
        return Answer.page(
                found.isPresent() ? 200 : 404,
                templates.verificationResultat(exchange.context(), exchange.variable("code"), found));
    }

    /** Sent by POST: a name does not belong in an address, which browsers and proxies keep. */
    private Answer matches(Exchange exchange) {
        Map<String, String> wrong = new LinkedHashMap<>();
        String numero = exchange.param("numero");
        String nom = exchange.param("nom");
        if (numero == null) {
            wrong.put("numero", "Recopiez le numéro imprimé sur le certificat.");
        }
        if (nom == null) {
            wrong.put("nom", "Indiquez le nom de naissance ou d’usage du titulaire.");
        }
        Form form = exchange.form("nom").withErrors(wrong);
        return wrong.isEmpty()
                ? page(exchange, 200, form, Optional.of(verifications.matches(numero, nom)))
                : page(exchange, 422, form, Optional.empty());
    }

    private Answer page(Exchange exchange, int status, Form form, Optional<Boolean> matches) {
        return Answer.page(status, templates.verification(exchange.publicFormContext(null), form, matches));
    }
}
