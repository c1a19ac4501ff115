package fr.parchemin.rest.internal;

import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.Origine;
import fr.parchemin.rest.internal.Vues.CompteVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
    private final Elevations elevations;

    JetonsResource(Connexions connexions, Elevations elevations) {
        this.connexions = connexions;
        this.elevations = elevations;
    }

    /** What a person signs in with. */
    public record Identifiants(
            String identifiant,
            String motDePasse,
            @Schema(description = "Code de l’application ou code de secours, pour un compte qui a un second facteur")
                    String code) {}

    /** What a person proves afresh who they are with. */
    public record Confirmation(
            String motDePasse,
            @Schema(description = "Code de l’application ou code de secours, pour un compte qui a un second facteur")
                    String code) {}

    /** Until when the proof counts. */
    public record Confirmee(Instant valableJusquA) {}

    /** An opened session; the token is shown this once. */
    public record JetonOuvert(String jeton, Instant expireLe, CompteVue compte) {}

    @POST
    @Exige(Droit.SESSION_OUVRIR)
    @Operation(operationId = "ouvrirJeton", summary = "S’identifie et obtient un jeton")
    @ApiResponse(
            responseCode = "201",
            description = "Jeton ouvert",
            content = @Content(schema = @Schema(implementation = JetonOuvert.class)))
    public Response open(@Context HttpServletRequest request, Identifiants identifiants) {
        Connexions.Session session = RefusException.orThrow(connexions.open(
                RefusException.required("identifiant", identifiants.identifiant()),
                RefusException.required("motDePasse", identifiants.motDePasse()),
                identifiants.code(),
                origine(request)));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new JetonOuvert(session.jeton(), session.expireLe(), CompteVue.of(session.acteur())))
                .build();
    }

    @POST
    @Path("/courant/confirmation")
    @SecurityRequirement(name = ApiServer.JETON)
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(
            operationId = "confirmerIdentite",
            summary = "Confirme qui porte le jeton, pour les actes qui engagent une signature")
    @ApiResponse(responseCode = "200", description = "Identité confirmée", useReturnTypeSchema = true)
    public Confirmee elevate(
            @Context HttpServletRequest request,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            Confirmation confirmation) {
        return new Confirmee(RefusException.orThrow(elevations.elevate(
                Identification.token(authorization).orElse(""),
                RefusException.required("motDePasse", confirmation.motDePasse()),
                confirmation.code(),
                origine(request))));
    }

    static Origine origine(HttpServletRequest request) {
        return new Origine(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }

    @DELETE
    @Path("/courant")
    @Exige(Droit.SESSION_FERMER)
    @SecurityRequirement(name = ApiServer.JETON)
    @Operation(operationId = "fermerJeton", summary = "Ferme le jeton présenté")
    @ApiResponse(responseCode = "204", description = "Jeton fermé")
    public void close(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Identification.token(authorization).ifPresent(connexions::close);
    }
}
