package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Cotation;
import fr.parchemin.classification.GrillesConvention;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The grids of the conventions collectives. */
@Path("/classifications/{branche}")
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
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(
            operationId = "listerClassifications",
            summary = "Les grilles en vigueur",
            description = "Une grille propre au secteur l’emporte sur la grille commune de la convention.")
    @ApiResponse(responseCode = "200", description = "Les grilles, par code", useReturnTypeSchema = true)
    public List<Classification> list(
            @PathParam("branche") String branche,
            @Parameter(description = "IDCC de la convention") @QueryParam("idcc") String idcc,
            @Parameter(description = "Code du secteur de l’employeur") @QueryParam("secteur") String secteur,
            @Parameter(description = "Jour considéré ; par défaut aujourd’hui") @QueryParam("le") String le) {
        LocalDate day = le == null ? LocalDate.now(HeureLegale.ZONE) : Parametres.date("le", le);
        return RefusException.orThrow(catalogue
                .branche(branche)
                .map(vue -> GrillesConvention.inForce(
                        vue.classifications().values(), Parametres.text(idcc), Parametres.text(secteur), day)));
    }

    @GET
    @Path("/{code}")
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(operationId = "lireClassification", summary = "Une grille de classification")
    @ApiResponse(responseCode = "200", description = "La grille de classification", useReturnTypeSchema = true)
    public Classification find(@PathParam("branche") String branche, @PathParam("code") String code) {
        return RefusException.orThrow(catalogue.classification(branche, code));
    }

    @POST
    @Path("/{code}/cotation")
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(operationId = "coterEmploi", summary = "Cote un emploi et le place dans la grille")
    @ApiResponse(responseCode = "200", description = "La cotation et la position", useReturnTypeSchema = true)
    public Cotation rate(@PathParam("branche") String branche, @PathParam("code") String code, Emploi emploi) {
        Map<String, Integer> degres = RefusException.required("degres", emploi.degres());
        return RefusException.orThrow(
                catalogue.classification(branche, code).then(grid -> Cotation.rate(grid, degres)));
    }
}
