package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Invitations;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.RechercheComptes.Situation;
import fr.parchemin.acces.Role;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.rest.internal.AccesVues.CompteEntier;
import fr.parchemin.rest.internal.AccesVues.CompteGere;
import fr.parchemin.rest.internal.AccesVues.LienVue;
import fr.parchemin.rest.internal.AccesVues.PageComptes;
import fr.parchemin.rest.internal.AccesVues.SessionsFermees;
import fr.parchemin.rest.internal.Vues.AttributionVue;
import fr.parchemin.rest.internal.Vues.CompteVue;
import fr.parchemin.rest.internal.Vues.RoleVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The accounts and their roles. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class ComptesResource {

    private final AdministrationComptes administration;
    private final GestionComptes comptes;
    private final Invitations invitations;
    private final SecondFacteur secondFacteur;

    ComptesResource(
            AdministrationComptes administration,
            GestionComptes comptes,
            Invitations invitations,
            SecondFacteur secondFacteur) {
        this.administration = administration;
        this.comptes = comptes;
        this.invitations = invitations;
        this.secondFacteur = secondFacteur;
    }

    /** An account whose owner is to choose the password. */
    public record Invitation(String identifiant, String nom, String courriel, List<RoleVue> roles) {}

    /** A mail address; left out, the account has none. */
    public record NouveauCourriel(String courriel) {}

    /** Whether an account is suspended. */
    public record Suspension(Boolean suspendu) {}

    /** An account to create. */
    public record NouveauCompte(String identifiant, String nom, String motDePasse, List<RoleVue> roles) {}

    /** The roles that an account is to have, in place of those it has. */
    public record Roles(List<RoleVue> roles) {}

    /** A role to give. */
    public record NouvelleAttribution(
            Role role,
            @Schema(description = "Jusqu’où va le rôle ; par défaut toute la branche, ou la plateforme")
                    Portee.Etendue etendue,
            String branche,
            @Schema(description = "SIRET de l’organisme, identifiant de la session, du jury ou du dossier")
                    String cible,
            @Schema(description = "Premier jour, par défaut aujourd’hui") LocalDate du,
            @Schema(description = "Dernier jour, absent quand il n’y en a pas") LocalDate au,
            String motif) {
        Habilitation habilitation() {
            RefusException.required("role", role);
            return RefusException.orThrow(Habilitation.asked(role, etendue, branche, cible));
        }
    }

    /** Why a role is taken back, and from when. */
    public record MotifRetrait(
            String motif,
            @Schema(description = "Dernier jour où il est encore tenu ; absent, il prend fin aussitôt")
                    LocalDate dernierJour) {}

    @GET
    @Path("/comptes")
    @Exige(Droit.COMPTES_LIRE)
    @Operation(
            operationId = "listerComptes",
            summary = "Les comptes à sa portée, dans l’ordre de leurs identifiants",
            description =
                    "L’administrateur les voit tous ; le secrétariat voit ceux qui tiennent ou ont tenu un rôle dans"
                            + " sa branche, avec ces rôles seulement.")
    @ApiResponse(responseCode = "200", description = "Une page de comptes", useReturnTypeSchema = true)
    public PageComptes list(
            @Context SecurityContext security,
            @Parameter(description = "Partie de l’identifiant, du nom ou de l’adresse") @QueryParam("texte")
                    String texte,
            @Parameter(description = "Rôle tenu aujourd’hui") @QueryParam("role") String role,
            @Parameter(description = "Branche où un rôle, ou ce rôle, est tenu aujourd’hui") @QueryParam("branche")
                    String branche,
            @QueryParam("situation") String situation,
            @Parameter(description = "Identifiant après lequel continuer") @QueryParam("apres") String apres,
            @QueryParam("limite") String limite) {
        return PageComptes.of(RefusException.orThrow(administration.search(
                Identification.acteur(security),
                new AdministrationComptes.Demandee(
                        Parametres.text(texte),
                        Parametres.choice("role", role, Role.class),
                        Parametres.text(branche),
                        Parametres.choice("situation", situation, Situation.class),
                        Parametres.text(apres),
                        Parametres.limite(limite)))));
    }

    @GET
    @Path("/comptes/{identifiant}")
    @Exige(Droit.COMPTES_LIRE)
    @Operation(
            operationId = "lireCompte",
            summary = "Un compte : son état, ses rôles passés, présents et à venir, ce qui l’ouvre")
    @ApiResponse(responseCode = "200", description = "Le compte", useReturnTypeSchema = true)
    public CompteEntier read(@Context SecurityContext security, @PathParam("identifiant") String identifiant) {
        return CompteEntier.of(
                RefusException.orThrow(administration.read(Identification.acteur(security), identifiant)));
    }

    @DELETE
    @Path("/comptes/{identifiant}/sessions")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "fermerSessionsDuCompte", summary = "Ferme toutes les sessions d’un compte")
    @ApiResponse(responseCode = "200", description = "Sessions fermées", useReturnTypeSchema = true)
    public SessionsFermees revokeSessions(
            @Context SecurityContext security, @PathParam("identifiant") String identifiant) {
        return new SessionsFermees(
                RefusException.orThrow(administration.revokeSessions(Identification.acteur(security), identifiant)));
    }

    @DELETE
    @Path("/comptes/{identifiant}/sessions/{session}")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "fermerSessionDuCompte", summary = "Ferme une session d’un compte")
    @ApiResponse(responseCode = "204", description = "Session fermée")
    public void revokeSession(
            @Context SecurityContext security,
            @PathParam("identifiant") String identifiant,
            @PathParam("session") String session) {
        RefusException.orThrow(
                administration.revokeSession(Identification.acteur(security), identifiant, Identifiant.of(session)));
    }

    @DELETE
    @Path("/comptes/{identifiant}/jetons/{jeton}")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "retirerJetonDuCompte", summary = "Retire un jeton d’interface d’un compte")
    @ApiResponse(responseCode = "204", description = "Jeton retiré")
    public void revokeToken(
            @Context SecurityContext security,
            @PathParam("identifiant") String identifiant,
            @PathParam("jeton") String jeton) {
        RefusException.orThrow(
                administration.revokeToken(Identification.acteur(security), identifiant, Identifiant.of(jeton)));
    }

    @DELETE
    @Path("/comptes/{identifiant}/verrou")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "deverrouillerCompte", summary = "Lève l’attente d’un compte après trop d’essais")
    @ApiResponse(responseCode = "204", description = "Attente levée")
    public void unlock(@Context SecurityContext security, @PathParam("identifiant") String identifiant) {
        RefusException.orThrow(administration.unlock(Identification.acteur(security), identifiant));
    }

    @DELETE
    @Path("/comptes/{identifiant}/invitation")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "retirerInvitation", summary = "Retire une invitation : son lien n’ouvre plus rien")
    @ApiResponse(responseCode = "204", description = "Invitation retirée")
    public void withdrawInvitation(@Context SecurityContext security, @PathParam("identifiant") String identifiant) {
        RefusException.orThrow(invitations.withdraw(Identification.acteur(security), identifiant));
    }

    @POST
    @Path("/comptes/invitations")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "inviter", summary = "Crée un compte dont la personne choisit elle-même le mot de passe")
    @ApiResponse(
            responseCode = "201",
            description = "Compte créé, lien envoyé ou remis",
            content = @Content(schema = @Schema(implementation = LienVue.class)))
    public Response invite(@Context SecurityContext security, Invitation invitation) {
        Invitations.LienUnique lien = RefusException.orThrow(invitations.invite(
                Identification.acteur(security),
                RefusException.required("identifiant", invitation.identifiant()),
                invitation.nom(),
                RefusException.required("courriel", invitation.courriel()),
                habilitations(invitation.roles())));
        return Response.created(URI.create("comptes/" + lien.identifiant()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(LienVue.of(lien))
                .build();
    }

    @POST
    @Path("/comptes/{identifiant}/lien")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "envoyerLien", summary = "Envoie un lien pour choisir le mot de passe d’un compte")
    @ApiResponse(responseCode = "200", description = "Lien envoyé ou remis", useReturnTypeSchema = true)
    public LienVue renew(@Context SecurityContext security, @PathParam("identifiant") String identifiant) {
        return LienVue.of(RefusException.orThrow(invitations.renew(Identification.acteur(security), identifiant)));
    }

    @PUT
    @Path("/comptes/{identifiant}/courriel")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "modifierCourriel", summary = "Change l’adresse de courriel d’un compte")
    @ApiResponse(responseCode = "200", description = "Le compte", useReturnTypeSchema = true)
    public CompteGere setCourriel(
            @Context SecurityContext security, @PathParam("identifiant") String identifiant, NouveauCourriel nouveau) {
        return CompteGere.of(RefusException.orThrow(
                invitations.setCourriel(Identification.acteur(security), identifiant, nouveau.courriel())));
    }

    @PUT
    @Path("/comptes/{identifiant}/suspension")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "suspendreCompte", summary = "Suspend un compte ou le reprend")
    @ApiResponse(responseCode = "200", description = "Le compte", useReturnTypeSchema = true)
    public CompteGere suspend(
            @Context SecurityContext security, @PathParam("identifiant") String identifiant, Suspension suspension) {
        return CompteGere.of(RefusException.orThrow(invitations.setSuspendu(
                Identification.acteur(security),
                identifiant,
                RefusException.required("suspendu", suspension.suspendu()))));
    }

    @DELETE
    @Path("/comptes/{identifiant}/second-facteur")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "retirerFacteurs", summary = "Retire les seconds facteurs d’un compte qui les a perdus")
    @ApiResponse(responseCode = "204", description = "Seconds facteurs retirés")
    public void reset(@Context SecurityContext security, @PathParam("identifiant") String identifiant) {
        RefusException.orThrow(secondFacteur.reset(Identification.acteur(security), identifiant));
    }

    @POST
    @Path("/comptes")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "creerCompte", summary = "Crée un compte")
    @ApiResponse(
            responseCode = "201",
            description = "Compte créé",
            content = @Content(schema = @Schema(implementation = CompteVue.class)))
    public Response create(@Context SecurityContext security, NouveauCompte compte) {
        Acteur created = RefusException.orThrow(comptes.create(
                Identification.acteur(security),
                RefusException.required("identifiant", compte.identifiant()),
                compte.nom(),
                RefusException.required("motDePasse", compte.motDePasse()),
                habilitations(compte.roles())));
        return Response.created(URI.create("comptes/" + created.identifiant()))
                .entity(CompteVue.of(created))
                .build();
    }

    @PUT
    @Path("/comptes/{identifiant}/roles")
    @Exige(Droit.COMPTES_GERER)
    @Operation(operationId = "modifierRoles", summary = "Remplace les rôles d’un compte")
    @ApiResponse(responseCode = "200", description = "Le compte avec ses nouveaux rôles", useReturnTypeSchema = true)
    public CompteVue setRoles(
            @Context SecurityContext security, @PathParam("identifiant") String identifiant, Roles roles) {
        return CompteVue.of(RefusException.orThrow(
                comptes.setHabilitations(Identification.acteur(security), identifiant, habilitations(roles.roles()))));
    }

    @GET
    @Path("/comptes/{identifiant}/attributions")
    @Exige(Droit.ROLES_ATTRIBUER)
    @Operation(
            operationId = "listerAttributions",
            summary = "Les rôles donnés à un compte, retirés et passés compris, récents d’abord")
    @ApiResponse(responseCode = "200", description = "Les attributions", useReturnTypeSchema = true)
    public List<AttributionVue> grants(
            @Context SecurityContext security, @PathParam("identifiant") String identifiant) {
        return RefusException.orThrow(comptes.attributions(Identification.acteur(security), identifiant)).stream()
                .map(AttributionVue::of)
                .toList();
    }

    @POST
    @Path("/comptes/{identifiant}/attributions")
    @Exige(Droit.ROLES_ATTRIBUER)
    @Operation(operationId = "attribuerRole", summary = "Donne un rôle à un compte, pour des jours")
    @ApiResponse(
            responseCode = "201",
            description = "Rôle donné",
            content = @Content(schema = @Schema(implementation = AttributionVue.class)))
    public Response grant(
            @Context SecurityContext security,
            @PathParam("identifiant") String identifiant,
            NouvelleAttribution attribution) {
        Attribution given = RefusException.orThrow(administration.grant(
                Identification.identite(security),
                identifiant,
                new GestionComptes.Demande(
                        attribution.habilitation(), attribution.du(), attribution.au(), attribution.motif())));
        return Response.status(Response.Status.CREATED)
                .entity(AttributionVue.of(given))
                .build();
    }

    @POST
    @Path("/attributions/{rang}/retrait")
    @Exige(Droit.ROLES_ATTRIBUER)
    @Operation(operationId = "retirerRole", summary = "Retire un rôle, aussitôt ou à une date")
    @ApiResponse(responseCode = "200", description = "Rôle retiré", useReturnTypeSchema = true)
    public AttributionVue withdraw(
            @Context SecurityContext security, @PathParam("rang") String rang, MotifRetrait motif) {
        return AttributionVue.of(RefusException.orThrow(administration.withdraw(
                Identification.identite(security),
                rang(rang),
                motif == null ? null : motif.dernierJour(),
                motif == null ? null : motif.motif())));
    }

    private static long rang(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw new RefusException(CodeRefus.RESSOURCE_INCONNUE, "attribution " + text);
        }
    }

    private static Set<Habilitation> habilitations(List<RoleVue> roles) {
        Set<Habilitation> habilitations = new HashSet<>();
        for (RoleVue role : RefusException.required("roles", roles)) {
            RefusException.required("roles.role", role.role());
            if (role.role().isOfPlatform() != (role.branche() == null)) {
                throw new RefusException(
                        CodeRefus.CHAMP_INVALIDE,
                        "roles.branche",
                        role.role().isOfPlatform()
                                ? "le rôle " + role.role() + " vaut pour la plateforme, il ne porte pas de branche"
                                : "le rôle " + role.role() + " demande le code d’une branche");
            }
            if (!role.role().isOfPlatform() && !role.role().reaches(Portee.Etendue.BRANCHE)) {
                throw new RefusException(
                        CodeRefus.CHAMP_INVALIDE,
                        "roles.role",
                        "le rôle " + role.role() + " ne se donne pas pour une branche entière");
            }
            habilitations.add(new Habilitation(role.role(), role.branche()));
        }
        return habilitations;
    }
}
