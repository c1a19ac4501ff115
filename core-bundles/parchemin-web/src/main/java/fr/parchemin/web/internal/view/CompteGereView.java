package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An account as who administers it sees it.
 *
 * @param branches names by code
 * @param courriels whether links go by mail
 */
public record CompteGereView(
        AdministrationComptes.Fiche fiche,
        Identite reader,
        Map<String, String> branches,
        LocalDate today,
        boolean courriels) {

    public Compte compte() {
        return fiche.trouve().compte();
    }

    public String address() {
        return Urls.path("administration", "comptes", compte().identifiant());
    }

    /** Whether it is the account of who looks at it. */
    public boolean isOwn() {
        return compte().identifiant().equals(reader.acteur().identifiant());
    }

    public List<Attribution> inForce() {
        return having(a -> a.isInForceOn(today));
    }

    public List<Attribution> toCome() {
        return having(a -> a.retrait().isEmpty() && a.du().isAfter(today));
    }

    public List<Attribution> ended() {
        return having(a -> !a.isInForceOn(today) && !(a.retrait().isEmpty() && a.du().isAfter(today)));
    }

    private List<Attribution> having(Predicate<Attribution> wanted) {
        return fiche.attributions().stream().filter(wanted).toList();
    }

    public String role(Attribution attribution) {
        return Wording.habilitation(attribution.habilitation(), branches);
    }

    /** Whether the reader may take the role back; whoever sent the form all the same is refused. */
    public boolean mayWithdraw(Attribution attribution) {
        Acteur by = reader.acteur();
        Role role = attribution.habilitation().role();
        if (isOwn() && role == Role.ADMINISTRATEUR) {
            return false;
        }
        return by.may(Droit.COMPTES_GERER, Objet.PLATEFORME)
                || role.isGivenByTheBranch()
                        && by.may(
                                Droit.ROLES_ATTRIBUER,
                                Objet.branche(attribution.habilitation().branche()));
    }
}
