package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.IdentitesExternes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What identity providers tell the platform. */
@Path("/fournisseurs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@ProblemesPossibles
public final class FournisseursResource {

    private final IdentitesExternes identites;

    FournisseursResource(IdentitesExternes identites) {
        this.identites = identites;
    }

    /** Back-channel logout: public, because what proves the sender is the signature of the notice. */
    @POST
    @Path("/{fournisseur}/deconnexion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Exige(Droit.FIN_DE_SESSION_ANNONCER)
    @Operation(
            operationId = "annoncerDeconnexion",
            summary = "Reçoit d’un fournisseur d’identité l’avis signé qu’une session a pris fin chez lui")
    @ApiResponse(responseCode = "204", description = "Sessions correspondantes fermées, s’il y en avait")
    public Response ended(@PathParam("fournisseur") String fournisseur, @FormParam("logout_token") String avis) {
        RefusException.orThrow(identites.ended(fournisseur, RefusException.required("logout_token", avis)));
        return Response.noContent().header("Cache-Control", "no-store").build();
    }
}
