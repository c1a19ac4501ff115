package fr.parchemin.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.rest.internal.JetonsResource.Confirmee;
import fr.parchemin.rest.internal.JetonsResource.JetonOuvert;
import fr.parchemin.rest.internal.Vues.CompteVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Signing in by a passkey, which stands for the password and the code, and proving afresh who one is by one. */
@Path("/connexion/cle")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@ProblemesPossibles
public final class ConnexionCleResource {

    private final ClesAcces cles;

    ConnexionCleResource(ClesAcces cles) {
        this.cles = cles;
    }

    /** What the passkey answered. */
    public record ReponseCle(
            String billet,
            @Schema(
                            type = "object",
                            implementation = Object.class,
                            description = "Ce que donne PublicKeyCredential.toJSON()")
                    JsonNode reponse) {
        String text() {
            return RefusException.required("reponse", reponse).toString();
        }

        String ticket() {
            return RefusException.required("billet", billet);
        }
    }

    @POST
    @Path("/defi")
    @Exige(Droit.SESSION_OUVRIR)
    @Operation(
            operationId = "commencerConnexionCle",
            summary = "Demande ce qu’une clé d’accès doit signer pour ouvrir une session")
    @ApiResponse(
            responseCode = "200",
            description = "Le défi",
            content = @Content(schema = @Schema(implementation = DefiVue.class)))
    public Response begin() {
        return DefiVue.answer(RefusException.orThrow(cles.beginSignIn()));
    }

    @POST
    @Exige(Droit.SESSION_OUVRIR)
    @Operation(
            operationId = "ouvrirJetonParCle",
            summary = "Ouvre une session par la réponse d’une clé d’accès, sans mot de passe")
    @ApiResponse(
            responseCode = "201",
            description = "Jeton ouvert",
            content = @Content(schema = @Schema(implementation = JetonOuvert.class)))
    public Response open(@Context HttpServletRequest request, ReponseCle reponse) {
        Connexions.Session session =
                RefusException.orThrow(cles.open(reponse.ticket(), reponse.text(), JetonsResource.origine(request)));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new JetonOuvert(session.jeton(), session.expireLe(), CompteVue.of(session.acteur())))
                .build();
    }

    @POST
    @Path("/confirmation/defi")
    @SecurityRequirement(name = ApiServer.JETON)
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(
            operationId = "commencerConfirmationCle",
            summary = "Demande ce qu’une clé d’accès du compte doit signer pour confirmer l’identité")
    @ApiResponse(
            responseCode = "200",
            description = "Le défi",
            content = @Content(schema = @Schema(implementation = DefiVue.class)))
    public Response beginElevation(@Context SecurityContext security) {
        return DefiVue.answer(RefusException.orThrow(cles.beginElevation(Identification.identite(security))));
    }

    @POST
    @Path("/confirmation")
    @SecurityRequirement(name = ApiServer.JETON)
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(
            operationId = "confirmerIdentiteParCle",
            summary = "Confirme par une clé d’accès qui porte le jeton, pour les actes qui engagent une signature")
    @ApiResponse(responseCode = "200", description = "Identité confirmée", useReturnTypeSchema = true)
    public Confirmee elevate(
            @Context HttpServletRequest request,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            ReponseCle reponse) {
        return new Confirmee(RefusException.orThrow(cles.elevate(
                Identification.token(authorization).orElse(""),
                reponse.ticket(),
                reponse.text(),
                JetonsResource.origine(request))));
    }
}
