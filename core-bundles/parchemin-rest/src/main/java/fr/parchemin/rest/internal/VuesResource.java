package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.liste.Liste;
import fr.parchemin.liste.MesVues;
import fr.parchemin.liste.VueEnregistree;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The views that an account keeps of its lists. */
@Path("/moi/vues")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class VuesResource {

    private final MesVues vues;

    VuesResource(MesVues vues) {
        this.vues = vues;
    }

    /** A view to keep. */
    public record NouvelleVue(
            Liste liste,
            String nom,
            @Schema(description = "Valeurs de chaque filtre, sous le nom du paramètre de la liste")
                    Map<String, List<String>> criteres,
            @Schema(description = "Si la liste s’ouvre avec elle ; non quand rien n’est dit") Boolean defaut) {}

    /** What to change of a view; what is left out stays. */
    public record ChangementVue(String nom, Boolean defaut) {}

    /** A view. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VueVue(
            UUID id, Liste liste, String nom, Map<String, List<String>> criteres, boolean defaut, Instant creeeLe) {
        static VueVue of(VueEnregistree vue) {
            return new VueVue(vue.id(), vue.liste(), vue.nom(), vue.criteres(), vue.defaut(), vue.creeeLe());
        }
    }

    @GET
    @Exige(Droit.VUES_GERER)
    @Operation(operationId = "listerVues", summary = "Les vues que le compte garde d’une liste")
    @ApiResponse(responseCode = "200", description = "Les vues", useReturnTypeSchema = true)
    public List<VueVue> list(
            @Context SecurityContext security,
            @Parameter(description = "CANDIDATURES ou JURYS") @QueryParam("liste") String liste) {
        return vues
                .list(
                        Identification.acteur(security),
                        RefusException.required("liste", Parametres.choice("liste", liste, Liste.class)))
                .stream()
                .map(VueVue::of)
                .toList();
    }

    @POST
    @Exige(Droit.VUES_GERER)
    @Operation(
            operationId = "garderVue",
            summary = "Garde une vue d’une liste",
            description = "30 au plus par liste. Les vues d’un compte ne sont lues par personne d’autre.")
    @ApiResponse(
            responseCode = "201",
            description = "Vue gardée",
            content = @Content(schema = @Schema(implementation = VueVue.class)))
    public Response keep(@Context SecurityContext security, NouvelleVue nouvelle) {
        VueEnregistree kept = RefusException.orThrow(vues.keep(
                Identification.acteur(security),
                new MesVues.Nouvelle(
                        RefusException.required("liste", nouvelle.liste()),
                        nouvelle.nom(),
                        nouvelle.criteres() == null ? Map.of() : nouvelle.criteres(),
                        Boolean.TRUE.equals(nouvelle.defaut()))));
        return Response.created(URI.create("moi/vues/" + kept.id()))
                .entity(VueVue.of(kept))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Exige(Droit.VUES_GERER)
    @Operation(operationId = "changerVue", summary = "Renomme une vue, en fait la vue par défaut ou non")
    @ApiResponse(responseCode = "200", description = "La vue", useReturnTypeSchema = true)
    public VueVue change(@Context SecurityContext security, @PathParam("id") String id, ChangementVue changement) {
        Acteur by = Identification.acteur(security);
        UUID vue = Identifiant.of(id);
        return VueVue.of(RefusException.orThrow(vues.change(by, vue, changement.nom(), changement.defaut())));
    }

    @DELETE
    @Path("/{id}")
    @Exige(Droit.VUES_GERER)
    @Operation(operationId = "supprimerVue", summary = "Supprime une vue")
    @ApiResponse(responseCode = "204", description = "Vue supprimée")
    public void remove(@Context SecurityContext security, @PathParam("id") String id) {
        RefusException.orThrow(vues.remove(Identification.acteur(security), Identifiant.of(id)));
    }
}
