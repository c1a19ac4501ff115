package fr.parchemin.rest.internal;

import fr.parchemin.branche.Catalogue;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Cotation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The grids of the conventions collectives. */
@Path("/classifications/{branche}/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Classification")
@ProblemesPossibles
public final class ClassificationsResource {

    private final Catalogue catalogue;

    ClassificationsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A job to rate: the degree held on each criterion of the grid. */
    public record Emploi(Map<String, Integer> degres) {}

    @GET
    @Publique
    @Operation(operationId = "lireClassification", summary = "Une grille de classification")
    @ApiResponse(responseCode = "200", description = "La grille de classification", useReturnTypeSchema = true)
    public Classification find(@PathParam("branche") String branche, @PathParam("code") String code) {
        return RefusException.orThrow(catalogue.classification(branche, code));
    }

    @POST
    @Path("/cotation")
    @Publique
    @Operation(operationId = "coterEmploi", summary = "Cote un emploi et le place dans la grille")
    @ApiResponse(responseCode = "200", description = "La cotation et la position", useReturnTypeSchema = true)
    public Cotation rate(@PathParam("branche") String branche, @PathParam("code") String code, Emploi emploi) {
        Map<String, Integer> degres = RefusException.required("degres", emploi.degres());
        return RefusException.orThrow(
                catalogue.classification(branche, code).then(grid -> Cotation.rate(grid, degres)));
    }
}
