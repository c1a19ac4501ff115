package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.echange.Fil;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** The story of a file. */
@Path("/candidatures/{id}/fil")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Échanges")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class FilResource {

    private final Fil fil;

    FilResource(Fil fil) {
        this.fil = fil;
    }

    /** Something that happened to the file. */
    public record EvenementVue(
            long rang,
            Instant le,
            Acte.Nature nature,
            String phrase,
            @Schema(description = "Nom de qui l’a fait") String acteur,
            @Schema(description = "Au nom de qui, absent quand c’est en son propre nom") String auNomDe) {
        static EvenementVue of(Fil.Evenement e) {
            return new EvenementVue(
                    e.rang(),
                    e.le(),
                    e.nature(),
                    e.phrase(),
                    e.nom(),
                    e.auNomDe().orElse(null));
        }
    }

    /** A page of the story; {@code suivant} is the {@code avant} of the next one. */
    public record PageFil(List<EvenementVue> elements, Long suivant) {}

    @GET
    @Exige(Droit.CANDIDATURE_JOURNAL_LIRE)
    @Operation(
            operationId = "lireFil",
            summary = "Ce qui est arrivé au dossier, le plus récent d’abord",
            description = "Tiré du journal ; chacun n’y lit que ce que ses droits lui laissent lire.")
    @ApiResponse(responseCode = "200", description = "Une page du fil", useReturnTypeSchema = true)
    public PageFil fil(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = "Rang avant lequel continuer") @QueryParam("avant") String avant,
            @QueryParam("limite") String limite) {
        Fil.Page page = RefusException.orThrow(fil.read(
                Identification.acteur(security),
                Identifiant.of(id),
                Parametres.rang("avant", avant),
                Parametres.limite(limite)));
        return new PageFil(
                page.evenements().stream().map(EvenementVue::of).toList(),
                page.suivant().orElse(null));
    }
}
