package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.candidature.Registre;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The register of candidatures as a table for spreadsheets. */
@Path("/candidatures.csv")
@Produces(RegistreResource.CSV)
@Tag(name = "Candidatures")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class RegistreResource {

    static final String CSV = "text/csv; charset=utf-8";

    private final Registre registre;

    RegistreResource(Registre registre) {
        this.registre = registre;
    }

    @GET
    @Exige(Droit.CANDIDATURES_EXPORTER)
    @Operation(
            operationId = "exporterCandidatures",
            summary = "Les candidatures filtrées, pour un tableur",
            description =
                    "CSV en UTF-8, séparé par des points-virgules ; aucune cellule n’est une formule. 2 000 dossiers au plus. Chaque export est inscrit au journal, avec les numéros des dossiers.")
    @ApiResponse(
            responseCode = "200",
            description = "Le tableau",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    public Response export(
            @Context SecurityContext security,
            @BeanParam ParametresFiltre parametres,
            @Parameter(description = "RECENTES (par défaut), ANCIENNES ou NOM") @QueryParam("tri") String tri) {
        return Response.ok(RefusException.orThrow(registre.export(
                        Identification.acteur(security), parametres.filtre(), ParametresFiltre.tri(tri))))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"candidatures.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
