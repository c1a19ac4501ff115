package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.administration.Depots;
import fr.parchemin.rest.internal.DepotsVues.DepotVue;
import fr.parchemin.rest.internal.DepotsVues.RetireVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The drop folder of this node: what lies there, and what was taken out of it. */
@Path("/depot")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exploitation")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class DepotResource {

    private final Depots depots;

    DepotResource(Depots depots) {
        this.depots = depots;
    }

    @GET
    @Exige(Droit.BRANCHES_ADMINISTRER)
    @Operation(operationId = "lireDepot", summary = "Les branches, ce qui les apporte, et ce qui a été retiré")
    @ApiResponse(responseCode = "200", description = "Le dossier des branches de ce nœud", useReturnTypeSchema = true)
    public DepotVue state(@Context SecurityContext security) {
        return DepotVue.of(RefusException.orThrow(depots.state(Identification.acteur(security))));
    }

    @POST
    @Path("/retires/{retrait}/remise")
    @Exige(Droit.BRANCHE_RETIRER)
    @Operation(operationId = "remettreBranche", summary = "Remet dans le dossier des branches ce qui en a été retiré")
    @ApiResponse(responseCode = "200", description = "Ce qui a été remis", useReturnTypeSchema = true)
    public RetireVue restore(@Context SecurityContext security, @PathParam("retrait") String retrait) {
        return RetireVue.of(RefusException.orThrow(depots.restore(Identification.acteur(security), retrait)));
    }
}
