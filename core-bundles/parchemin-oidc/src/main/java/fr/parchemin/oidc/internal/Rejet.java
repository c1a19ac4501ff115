package fr.parchemin.oidc.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;

/** What comes from a provider is not believed, or does not come. Becomes a refusal where the provider meets the core. */
final class Rejet extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refus refus;

    private Rejet(Refus refus, Throwable cause) {
        super(refus.code() + ": " + refus.detail(), cause);
        this.refus = refus;
    }

    /**
     * What the provider sent does not hold.
     *
     * @param pourquoi in French, without anything of what was sent
     */
    static Rejet invalide(String libelle, String pourquoi) {
        return new Rejet(Refus.of(CodeRefus.REPONSE_FOURNISSEUR_INVALIDE, libelle, pourquoi), null);
    }

    static Rejet indisponible(String libelle, Throwable cause) {
        return new Rejet(Refus.of(CodeRefus.FOURNISSEUR_INDISPONIBLE, libelle), cause);
    }

    static Rejet of(CodeRefus code, Object... arguments) {
        return new Rejet(Refus.of(code, arguments), null);
    }

    Refus refus() {
        return refus;
    }
}
