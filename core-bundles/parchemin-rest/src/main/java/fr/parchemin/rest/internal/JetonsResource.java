package fr.parchemin.rest.internal;

import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.rest.internal.Vues.CompteVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Signing in and out. */
@Path("/jetons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@ProblemesPossibles
public final class JetonsResource {

    private final Connexions connexions;

    JetonsResource(Connexions connexions) {
        this.connexions = connexions;
    }

    /** What a person signs in with. */
    public record Identifiants(String identifiant, String motDePasse) {}

    /** An opened session; the token is shown this once. */
    public record JetonOuvert(String jeton, Instant expireLe, CompteVue compte) {}

    @POST
    @Exige(Droit.SESSION_OUVRIR)
    @Operation(operationId = "ouvrirJeton", summary = "S’identifie et obtient un jeton")
    @ApiResponse(
            responseCode = "201",
            description = "Jeton ouvert",
            content = @Content(schema = @Schema(implementation = JetonOuvert.class)))
    public Response open(Identifiants identifiants) {
        Connexions.Session session = RefusException.orThrow(connexions.open(
                RefusException.required("identifiant", identifiants.identifiant()),
                RefusException.required("motDePasse", identifiants.motDePasse())));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new JetonOuvert(session.jeton(), session.expireLe(), CompteVue.of(session.acteur())))
                .build();
    }

    @DELETE
    @Path("/courant")
    @SecurityRequirement(name = ApiServer.JETON)
    @Exige(Droit.SESSION_FERMER)
    @Operation(operationId = "fermerJeton", summary = "Ferme le jeton présenté")
    @ApiResponse(responseCode = "204", description = "Jeton fermé")
    public void close(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Identification.token(authorization).ifPresent(connexions::close);
    }
}
