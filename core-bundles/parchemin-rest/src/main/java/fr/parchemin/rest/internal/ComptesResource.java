package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.rest.internal.Vues.CompteVue;
import fr.parchemin.rest.internal.Vues.RoleVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
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

    private final GestionComptes comptes;

    ComptesResource(GestionComptes comptes) {
        this.comptes = comptes;
    }

    /** An account to create. */
    public record NouveauCompte(String identifiant, String nom, String motDePasse, List<RoleVue> roles) {}

    /** The roles that an account is to have, in place of those it has. */
    public record Roles(List<RoleVue> roles) {}

    @GET
    @Path("/moi")
    @Operation(operationId = "moi", summary = "Le compte identifié et ses rôles")
    @ApiResponse(responseCode = "200", description = "Le compte", useReturnTypeSchema = true)
    public CompteVue me(@Context SecurityContext security) {
        return CompteVue.of(Identification.acteur(security));
    }

    @GET
    @Path("/comptes")
    @Operation(operationId = "listerComptes", summary = "Les comptes de la plateforme")
    @ApiResponse(responseCode = "200", description = "Les comptes", useReturnTypeSchema = true)
    public List<CompteVue> list(@Context SecurityContext security) {
        return RefusException.orThrow(comptes.list(Identification.acteur(security))).stream()
                .map(CompteVue::of)
                .toList();
    }

    @POST
    @Path("/comptes")
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
    @Operation(operationId = "modifierRoles", summary = "Remplace les rôles d’un compte")
    @ApiResponse(responseCode = "200", description = "Le compte avec ses nouveaux rôles", useReturnTypeSchema = true)
    public CompteVue setRoles(
            @Context SecurityContext security, @PathParam("identifiant") String identifiant, Roles roles) {
        return CompteVue.of(RefusException.orThrow(
                comptes.setHabilitations(Identification.acteur(security), identifiant, habilitations(roles.roles()))));
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
