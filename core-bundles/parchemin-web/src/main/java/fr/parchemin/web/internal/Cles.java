package fr.parchemin.web.internal;

import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.ClesAcces.Defi;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.view.CleView;
import java.util.Optional;

/** What the pages ask of passkeys: the question in the page, its ticket in a cookie that no script reads. */
final class Cles {
    private final ClesAcces cles;

    Cles(ClesAcces cles) {
        this.cles = cles;
    }

    /** Where passkeys are made and used, empty where the platform offers none. */
    Optional<String> origine() {
        return cles.origine();
    }

    /** The question to make a key. */
    Outcome<CleView> creation(Exchange exchange) {
        return cles.beginRegistration(exchange.identite()).map(defi -> shown(exchange, defi, true));
    }

    /** The question to sign in. */
    Outcome<CleView> signIn(Exchange exchange) {
        return cles.beginSignIn().map(defi -> shown(exchange, defi, false));
    }

    /** The question after the password, empty when the account has no key. */
    Optional<CleView> secondStep(Exchange exchange, String billet) {
        return cles.origine().isEmpty() || billet == null
                ? Optional.empty()
                : shown(exchange, cles.beginSecondStep(billet));
    }

    /** The question that proves afresh who one is, empty when the account has no key. */
    Optional<CleView> elevation(Exchange exchange) {
        return cles.origine().isEmpty() || !exchange.identite().secondFacteur()
                ? Optional.empty()
                : shown(exchange, cles.beginElevation(exchange.identite()));
    }

    private Optional<CleView> shown(Exchange exchange, Outcome<Defi> defi) {
        return defi.fold(made -> Optional.of(shown(exchange, made, false)), refus -> Optional.empty());
    }

    private CleView shown(Exchange exchange, Defi defi, boolean creation) {
        exchange.visitor().keepDefi(defi.billet());
        return new CleView(defi.options(), cles.origine().orElse(""), creation);
    }

    /** Takes the answer that came with a form as a fresh proof; why it is none. */
    Optional<Refus> elevate(Exchange exchange, String reponse) {
        String billet = exchange.visitor().defi();
        exchange.visitor().forgetDefi();
        return cles.elevate(exchange.visitor().token(), billet, reponse, exchange.origine())
                .reason();
    }
}
