package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Invitations;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.RechercheComptes.Situation;
import fr.parchemin.acces.RechercheComptes.Trouve;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.rest.internal.Vues.AttributionVue;
import fr.parchemin.rest.internal.Vues.CompteVue;
import fr.parchemin.rest.internal.Vues.RoleVue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How accounts and what opens them are told, to their owners and to who administers them. */
final class AccesVues {

    private AccesVues() {}

    /** A session that still opens something. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SessionVue(
            UUID id,
            Moyen moyen,
            String agent,
            Instant ouverteLe,
            Instant activeLe,
            Instant expireLe,
            boolean courante) {
        static SessionVue of(Jeton jeton, UUID own) {
            return new SessionVue(
                    jeton.id(),
                    jeton.moyen(),
                    jeton.agent(),
                    jeton.ouvertLe(),
                    jeton.activeLe(),
                    jeton.expireLe(),
                    jeton.id().equals(own));
        }
    }

    /** How many sessions were ended. */
    public record SessionsFermees(int nombre) {}

    /** The second factors of an account. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FacteursVue(
            boolean application, int codesSecours, List<ClesResource.CleVue> cles, Instant attenduLe) {
        static FacteursVue of(SecondFacteur.Situation situation) {
            return new FacteursVue(
                    situation.application(),
                    situation.secours(),
                    situation.cles().stream().map(ClesResource.CleVue::of).toList(),
                    situation.attenduLe());
        }
    }

    /**
     * A token for a program.
     *
     * @param jeton the token itself, shown this once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JetonVue(
            UUID id,
            String nom,
            boolean lectureSeule,
            Set<String> droits,
            String branche,
            Instant creeLe,
            Instant expireLe,
            LocalDate serviLe,
            String jeton) {
        static JetonVue of(JetonApi jeton, String secret) {
            return new JetonVue(
                    jeton.id(),
                    jeton.nom(),
                    jeton.limites().lectureSeule(),
                    jeton.limites().droits(),
                    jeton.limites().branche(),
                    jeton.creeLe(),
                    jeton.expireLe(),
                    jeton.serviLe(),
                    secret);
        }
    }

    /**
     * A link that was made.
     *
     * @param courriel where it was sent
     * @param adresse the link itself, shown this once, when nobody could send it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LienVue(String identifiant, Instant expireLe, String courriel, String adresse) {
        static LienVue of(Invitations.LienUnique lien) {
            return new LienVue(lien.identifiant(), lien.expireLe(), lien.courriel(), lien.adresse());
        }
    }

    /** An account as who administers it sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompteGere(
            String identifiant,
            String nom,
            String courriel,
            Compte.Etat etat,
            boolean secondFacteur,
            List<RoleVue> roles) {
        static CompteGere of(Compte compte) {
            return new CompteGere(
                    compte.identifiant(),
                    compte.nom(),
                    compte.courriel(),
                    compte.etat(),
                    compte.secondFacteur(),
                    CompteVue.of(compte.acteur()).roles());
        }
    }

    /** An account in a list. */
    public record CompteTrouve(CompteGere compte, Situation situation) {
        static CompteTrouve of(Trouve trouve) {
            return new CompteTrouve(CompteGere.of(trouve.compte()), trouve.situation());
        }
    }

    /** A page of accounts; {@code suivant} is the {@code apres} of the next one. */
    public record PageComptes(List<CompteTrouve> elements, String suivant) {
        static PageComptes of(AdministrationComptes.Page page) {
            return new PageComptes(
                    page.comptes().stream().map(CompteTrouve::of).toList(),
                    page.suivant().orElse(null));
        }
    }

    /**
     * How an account is got into.
     *
     * @param verrouJusqua until when it has to wait
     * @param invitationJusqua until when its invitation serves
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntreesVue(
            Instant derniereConnexion,
            Instant verrouJusqua,
            Instant invitationJusqua,
            FacteursVue secondFacteur,
            List<SessionVue> sessions,
            List<JetonVue> jetons) {
        static EntreesVue of(AdministrationComptes.Entrees entrees) {
            return new EntreesVue(
                    entrees.derniereConnexion().orElse(null),
                    entrees.verrouJusqua(),
                    entrees.invitationJusqua(),
                    FacteursVue.of(entrees.facteurs()),
                    entrees.sessions().stream()
                            .map(jeton -> SessionVue.of(jeton, null))
                            .toList(),
                    entrees.jetons().stream()
                            .map(jeton -> JetonVue.of(jeton, null))
                            .toList());
        }
    }

    /** One account; {@code entrees} for the administrator of the platform only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompteEntier(
            CompteGere compte, Situation situation, List<AttributionVue> attributions, EntreesVue entrees) {
        static CompteEntier of(AdministrationComptes.Fiche fiche) {
            return new CompteEntier(
                    CompteGere.of(fiche.trouve().compte()),
                    fiche.trouve().situation(),
                    fiche.attributions().stream().map(AttributionVue::of).toList(),
                    fiche.entrees().map(EntreesVue::of).orElse(null));
        }
    }
}
