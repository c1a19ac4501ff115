package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.rest.internal.Vues.BrancheVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The branches with their states. */
@Path("/branches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@ProblemesPossibles
public final class BranchesResource {

    private final Catalogue catalogue;
    private final ParametresBranche parametres;

    BranchesResource(Catalogue catalogue, ParametresBranche parametres) {
        this.catalogue = catalogue;
        this.parametres = parametres;
    }

    @GET
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(operationId = "listerBranches", summary = "Les branches et leur état")
    @ApiResponse(
            responseCode = "200",
            description = "Les branches, dans l’ordre de leurs noms",
            useReturnTypeSchema = true)
    public List<BrancheVue> list() {
        return catalogue.branches().stream().map(BrancheVue::of).toList();
    }

    @GET
    @Path("/{branche}")
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(operationId = "lireBranche", summary = "Une branche")
    @ApiResponse(responseCode = "200", description = "La branche", useReturnTypeSchema = true)
    public BrancheVue find(@PathParam("branche") String branche) {
        return BrancheVue.whole(parametres.today(RefusException.orThrow(catalogue.branche(branche))));
    }
}
