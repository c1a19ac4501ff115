package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.AdministrationComptes.Demandee;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionComptes.Demande;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Invitations;
import fr.parchemin.acces.Invitations.LienUnique;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Portee.Etendue;
import fr.parchemin.acces.RechercheComptes.Situation;
import fr.parchemin.acces.Role;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.AttributionFormView;
import fr.parchemin.web.internal.view.CompteGereView;
import fr.parchemin.web.internal.view.ComptesView;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The accounts, by who administers the platform or a branch: who may do what, from when until when, and what opens them. */
final class AdministrationComptesPages {
    private static final String COMPTES = "/administration/comptes";
    private static final String ATTRIBUTION = "/administration/attribution";
    private static final String INVITATION = "/administration/invitation";
    private static final int COMPTES_PAR_PAGE = 50;

    /** People paste the address of the page of a file or a jury, where its identifier is. */
    private static final Pattern IDENTIFIANT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Catalogue catalogue;
    private final AdministrationComptes comptes;
    private final Invitations invitations;
    private final SecondFacteur secondFacteur;
    private final Templates templates;
    private final ErrorPages errors;
    private final Clock clock;

    AdministrationComptesPages(
            Catalogue catalogue,
            AdministrationComptes comptes,
            Invitations invitations,
            SecondFacteur secondFacteur,
            Templates templates,
            ErrorPages errors,
            Clock clock) {
        this.catalogue = catalogue;
        this.comptes = comptes;
        this.invitations = invitations;
        this.secondFacteur = secondFacteur;
        this.templates = templates;
        this.errors = errors;
        this.clock = clock;
    }

    void register(Router router) {
        String compte = COMPTES + "/{compte}";
        router.get(COMPTES, Droit.COMPTES_LIRE, this::list);
        router.get(compte, Droit.COMPTES_LIRE, exchange -> one(exchange, 200, Form.none(), null));
        router.post(compte + "/courriel", Droit.COMPTES_GERER, this::setCourriel);
        router.post(compte + "/suspension", Droit.COMPTES_GERER, this::suspend);
        router.post(compte + "/lien", Droit.COMPTES_GERER, this::sendLink);
        router.post(compte + "/invitation", Droit.COMPTES_GERER, this::withdrawInvitation);
        router.post(compte + "/verrou", Droit.COMPTES_GERER, this::unlock);
        router.post(compte + "/facteurs", Droit.COMPTES_GERER, this::resetFactors);
        router.post(compte + "/sessions", Droit.COMPTES_GERER, this::revokeSessions);
        router.post(compte + "/sessions/{session}", Droit.COMPTES_GERER, this::revokeSession);
        router.post(compte + "/jetons/{jeton}", Droit.COMPTES_GERER, this::revokeToken);
        router.post(compte + "/attributions/{rang}", Droit.ROLES_ATTRIBUER, this::withdraw);
        router.get(INVITATION, Droit.COMPTES_GERER, exchange -> invitation(exchange, 200, Form.none(), null));
        router.post(INVITATION, Droit.COMPTES_GERER, this::invite);
        router.get(ATTRIBUTION, Droit.ROLES_ATTRIBUER, exchange -> attribution(exchange, 200, Form.none(), null));
        router.post(ATTRIBUTION, Droit.ROLES_ATTRIBUER, this::grant);
    }

    /** The names of the branches by code, as far as that account looks after accounts there. */
    private Map<String, String> branches(Acteur by, Droit droit) {
        Map<String, String> branches = new LinkedHashMap<>();
        boolean all = by.may(droit, Objet.PLATEFORME);
        catalogue.branches().stream()
                .filter(b ->
                        b.identite().isPresent() && (all || by.branches(droit).contains(b.code())))
                .forEach(b -> branches.put(b.code(), b.nom()));
        return branches;
    }

    // ---- the list

    private Answer list(Exchange exchange) {
        Map<String, String> filtres = new LinkedHashMap<>();
        for (String name : List.of("texte", "role", "branche", "situation")) {
            String value = exchange.param(name);
            filtres.put(name, value == null ? "" : value);
        }
        String apres = exchange.param("apres");
        return comptes.search(
                        exchange.acteur(),
                        new Demandee(
                                exchange.param("texte"),
                                named(Role.values(), filtres.get("role")),
                                exchange.param("branche"),
                                named(Situation.values(), filtres.get("situation")),
                                apres,
                                COMPTES_PAR_PAGE))
                .fold(
                        page -> Answer.page(templates.administrationComptes(
                                exchange.context(),
                                new ComptesView(
                                        page,
                                        filtres,
                                        branches(exchange.acteur(), Droit.COMPTES_LIRE),
                                        apres != null,
                                        exchange.acteur()))),
                        refus -> errors.refused(exchange, refus));
    }

    /** The one of that name; a filter that names none filters nothing. */
    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    // ---- one account

    private static String address(Exchange exchange) {
        return Urls.path("administration", "comptes", exchange.variable("compte"));
    }

    private Answer one(Exchange exchange, int status, Form form, Refus refus) {
        return comptes.read(exchange.acteur(), exchange.variable("compte"))
                .fold(
                        fiche -> Answer.page(
                                status,
                                templates.administrationCompte(
                                        exchange.context(refus),
                                        new CompteGereView(
                                                fiche,
                                                exchange.identite(),
                                                branches(exchange.acteur(), Droit.COMPTES_LIRE),
                                                LocalDate.now(clock),
                                                invitations.sendsMail()),
                                        form)),
                        unknown -> errors.refused(exchange, unknown));
    }

    /** What follows an act: the account again with what was done, the question who one is, or the reason why not. */
    private <T> Answer after(Exchange exchange, String form, Outcome<T> outcome, Function<? super T, Answer> whenDone) {
        return outcome.fold(
                whenDone,
                refus -> refus.code() == CodeRefus.ELEVATION_REQUISE
                        ? errors.refused(exchange, refus)
                        : one(exchange, ErrorPages.status(refus), exchange.form(form), refus));
    }

    private <T> Answer after(Exchange exchange, String form, Outcome<T> outcome, Announcement announcement) {
        return after(exchange, form, outcome, done -> Answer.seeOther(Urls.done(address(exchange), announcement)));
    }

    private Answer setCourriel(Exchange exchange) {
        return after(
                exchange,
                "courriel",
                invitations.setCourriel(exchange.acteur(), exchange.variable("compte"), exchange.param("courriel")),
                Announcement.COURRIEL_MODIFIE);
    }

    private Answer suspend(Exchange exchange) {
        boolean suspendu = "oui".equals(exchange.param("suspendu"));
        return after(
                exchange,
                "suspension",
                invitations.setSuspendu(exchange.acteur(), exchange.variable("compte"), suspendu),
                suspendu ? Announcement.COMPTE_SUSPENDU : Announcement.COMPTE_REPRIS);
    }

    private Answer sendLink(Exchange exchange) {
        return after(
                exchange,
                "lien",
                invitations.renew(exchange.acteur(), exchange.variable("compte")),
                lien -> handedOver(exchange, lien, Announcement.LIEN_ENVOYE));
    }

    /** What was mailed is announced; what was not is shown, this once. */
    private Answer handedOver(Exchange exchange, LienUnique lien, Announcement mailed) {
        String compte = Urls.path("administration", "comptes", lien.identifiant());
        return lien.adresse() == null
                ? Answer.seeOther(Urls.done(compte, mailed))
                : Answer.page(templates.lienRemis(
                        exchange.context(), "Lien de " + lien.identifiant(), lien.adresse(), lien.expireLe(), compte));
    }

    private Answer withdrawInvitation(Exchange exchange) {
        return after(
                exchange,
                "invitation",
                invitations.withdraw(exchange.acteur(), exchange.variable("compte")),
                Announcement.INVITATION_RETIREE);
    }

    private Answer unlock(Exchange exchange) {
        return after(
                exchange,
                "verrou",
                comptes.unlock(exchange.acteur(), exchange.variable("compte")),
                Announcement.COMPTE_DEVERROUILLE);
    }

    private Answer resetFactors(Exchange exchange) {
        return after(
                exchange,
                "facteurs",
                secondFacteur.reset(exchange.acteur(), exchange.variable("compte")),
                Announcement.FACTEURS_RETIRES);
    }

    private Answer revokeSessions(Exchange exchange) {
        return after(
                exchange,
                "sessions",
                comptes.revokeSessions(exchange.acteur(), exchange.variable("compte")),
                Announcement.SESSIONS_FERMEES);
    }

    private Answer revokeSession(Exchange exchange) {
        return after(
                exchange,
                "sessions",
                comptes.revokeSession(exchange.acteur(), exchange.variable("compte"), exchange.id("session")),
                Announcement.SESSIONS_FERMEES);
    }

    private Answer revokeToken(Exchange exchange) {
        return after(
                exchange,
                "jetons",
                comptes.revokeToken(exchange.acteur(), exchange.variable("compte"), exchange.id("jeton")),
                Announcement.JETON_RETIRE);
    }

    private Answer withdraw(Exchange exchange) {
        String rang = exchange.variable("rang");
        if (!rang.matches("\\d{1,18}")) {
            throw new Exchange.NotFound();
        }
        String form = "retrait-" + rang;
        Fields fields = new Fields(exchange);
        LocalDate dernierJour = fields.date("dernierJour", "Dernier jour");
        String motif = fields.required("motif", "Motif");
        if (!fields.areRight()) {
            return one(exchange, 422, exchange.form(form).withErrors(fields.errors()), fields.refus());
        }
        return after(
                exchange,
                form,
                comptes.withdraw(exchange.identite(), Long.parseLong(rang), dernierJour, motif),
                Announcement.ROLE_RETIRE);
    }

    // ---- a new account

    private Answer invitation(Exchange exchange, int status, Form form, Refus refus) {
        return Answer.page(
                status, templates.administrationInvitation(exchange.context(refus), invitations.sendsMail(), form));
    }

    private Answer invite(Exchange exchange) {
        Fields fields = new Fields(exchange);
        String identifiant = fields.required("identifiant", "Identifiant");
        String nom = fields.required("nom", "Nom");
        String courriel = fields.required("courriel", "Adresse de courriel");
        if (!fields.areRight()) {
            return invitation(exchange, 422, exchange.form("invitation").withErrors(fields.errors()), fields.refus());
        }
        return invitations
                .invite(exchange.acteur(), identifiant, nom, courriel, Set.of())
                .fold(
                        lien -> handedOver(exchange, lien, Announcement.INVITATION_ENVOYEE),
                        refus -> invitation(exchange, ErrorPages.status(refus), exchange.form("invitation"), refus));
    }

    // ---- a role to give

    private Answer attribution(Exchange exchange, int status, Form form, Refus refus) {
        Acteur by = exchange.acteur();
        boolean all = by.may(Droit.COMPTES_GERER, Objet.PLATEFORME);
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> all || role.isGivenByTheBranch())
                .toList();
        String compte = exchange.param("compte");
        return Answer.page(
                status,
                templates.administrationAttribution(
                        exchange.context(refus),
                        new AttributionFormView(
                                roles, branches(by, Droit.ROLES_ATTRIBUER), compte == null ? "" : compte, all),
                        form));
    }

    private Answer grant(Exchange exchange) {
        Fields fields = new Fields(exchange);
        String compte = fields.required("compte", "Compte");
        Role role = fields.choice("role", "Rôle", Role.class);
        LocalDate du = fields.date("du", "Premier jour");
        LocalDate au = fields.date("au", "Dernier jour");
        Optional<Etendue> etendue = Optional.ofNullable(named(Etendue.values(), exchange.param("etendue")));
        String cible = target(etendue.orElse(null), exchange.param("cible"));
        if (!fields.areRight()) {
            return attribution(exchange, 422, exchange.form("attribution").withErrors(fields.errors()), fields.refus());
        }
        return Habilitation.asked(role, etendue.orElse(null), exchange.param("branche"), cible)
                .then(asked ->
                        comptes.grant(exchange.identite(), compte, new Demande(asked, du, au, exchange.param("motif"))))
                .fold(
                        given -> Answer.seeOther(Urls.done(
                                Urls.path("administration", "comptes", given.identifiant()), Announcement.ROLE_DONNE)),
                        refus -> refus.code() == CodeRefus.ELEVATION_REQUISE
                                ? errors.refused(exchange, refus)
                                : attribution(exchange, ErrorPages.status(refus), exchange.form("attribution"), refus));
    }

    /** A SIRET without the spaces it is read with; of an address, the identifier in it. */
    private static String target(Etendue etendue, String typed) {
        if (typed == null || etendue == null || etendue == Etendue.BRANCHE || etendue == Etendue.PLATEFORME) {
            return null;
        }
        if (etendue == Etendue.ORGANISME_SEUL) {
            return typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        }
        Matcher found = IDENTIFIANT.matcher(typed);
        return found.find() ? found.group() : typed;
    }
}
