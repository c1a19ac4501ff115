package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.migration.Migrations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** The open files of a certification, counted by version of its référentiel. */
@Path("/certifications/{branche}/{certification}/dossiers-ouverts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Candidatures")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class DossiersOuvertsResource {

    private final Migrations migrations;

    DossiersOuvertsResource(Migrations migrations) {
        this.migrations = migrations;
    }

    @GET
    @Exige(Droit.DOSSIERS_DENOMBRER)
    @Operation(
            operationId = "denombrerDossiers",
            summary = "Combien de dossiers ouverts suivent chaque version d’une certification")
    @ApiResponse(responseCode = "200", description = "Une ligne par version", useReturnTypeSchema = true)
    public List<Migrations.Denombrement> census(
            @Context SecurityContext security,
            @PathParam("branche") String branche,
            @PathParam("certification") String certification) {
        return RefusException.orThrow(migrations.census(Identification.acteur(security), branche, certification));
    }
}
