package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.SecondFacteur;
import java.util.List;

/**
 * One's own account.
 *
 * @param origine where passkeys are made, {@code null} where none are
 */
public record CompteView(
        Identite identite,
        List<Jeton> sessions,
        SecondFacteur.Situation facteurs,
        String origine,
        List<JetonApi> jetons) {

    public boolean isCurrent(Jeton jeton) {
        return jeton.id().equals(identite.session());
    }

    /** Whether the account has to register a second factor before a day, or already had to. */
    public boolean isAwaited() {
        return facteurs.attenduLe() != null && !identite.secondFacteur();
    }
}
