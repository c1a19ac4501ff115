package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.administration.Depots;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.rest.internal.Vues.BrancheVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** The branches with their states. */
@Path("/branches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@ProblemesPossibles
public final class BranchesResource {

    private final Catalogue catalogue;
    private final ParametresBranche parametres;
    private final Depots depots;

    BranchesResource(Catalogue catalogue, ParametresBranche parametres, Depots depots) {
        this.catalogue = catalogue;
        this.parametres = parametres;
        this.depots = depots;
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

    @POST
    @Exige(Droit.BRANCHE_DEPOSER)
    @SecurityRequirement(name = ApiServer.JETON)
    @Operation(
            operationId = "deposerBranche",
            summary = "Dépose une branche, ou remplace ce qui l’apporte, comme le ferait l’exploitant",
            description =
                    "Le fichier est mis dans le dossier des branches de ce nœud ; qu’il soit admis ou non se voit"
                            + " ensuite à l’état de la branche. Une extension (.jar) n’est reçue que si l’exploitant l’a permis.",
            requestBody =
                    @RequestBody(
                            description = "Le .zip de fichiers YAML, ou l’extension",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(
            responseCode = "202",
            description = "Déposée, pas encore examinée",
            content = @Content(schema = @Schema(implementation = DepotsVues.DeposeVue.class)))
    public Response drop(@Context SecurityContext security, byte[] fichier) {
        return Response.accepted(DepotsVues.DeposeVue.of(
                        RefusException.orThrow(depots.drop(Identification.identite(security), fichier))))
                .build();
    }

    @POST
    @Path("/verification")
    @Exige(Droit.BRANCHES_ADMINISTRER)
    @SecurityRequirement(name = ApiServer.JETON)
    @Operation(
            operationId = "verifierBranche",
            summary = "Dit ce que la plateforme penserait d’une branche, sans la déposer",
            requestBody =
                    @RequestBody(
                            description = "Le .zip de fichiers YAML, ou l’extension",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "200", description = "Le verdict, objections comprises", useReturnTypeSchema = true)
    public DepotsVues.VerdictVue verify(@Context SecurityContext security, byte[] fichier) {
        return DepotsVues.VerdictVue.of(
                RefusException.orThrow(depots.verify(Identification.identite(security), fichier)));
    }

    @GET
    @Path("/{branche}/depot")
    @Exige(Droit.BRANCHES_ADMINISTRER)
    @SecurityRequirement(name = ApiServer.JETON)
    @Operation(
            operationId = "lireDepotBranche",
            summary = "Ce qui apporte une branche, et les dossiers qui en dépendent")
    @ApiResponse(responseCode = "200", description = "La branche au dépôt", useReturnTypeSchema = true)
    public DepotsVues.FicheVue depot(@Context SecurityContext security, @PathParam("branche") String branche) {
        return DepotsVues.FicheVue.of(RefusException.orThrow(depots.find(Identification.acteur(security), branche)));
    }

    @POST
    @Path("/{branche}/cas")
    @Exige(Droit.BRANCHES_ADMINISTRER)
    @SecurityRequirement(name = ApiServer.JETON)
    @Operation(operationId = "rejouerCas", summary = "Rejoue les cas de référence de ce qui apporte une branche")
    @ApiResponse(responseCode = "200", description = "Le verdict, objections comprises", useReturnTypeSchema = true)
    public DepotsVues.VerdictVue prove(@Context SecurityContext security, @PathParam("branche") String branche) {
        return DepotsVues.VerdictVue.of(RefusException.orThrow(depots.prove(Identification.acteur(security), branche)));
    }

    @DELETE
    @Path("/{branche}")
    @Exige(Droit.BRANCHE_RETIRER)
    @SecurityRequirement(name = ApiServer.JETON)
    @Operation(
            operationId = "retirerBranche",
            summary = "Retire du dossier des branches ce qui apporte celle-ci ; gardé trente jours à part")
    @ApiResponse(responseCode = "200", description = "Ce qui a été retiré", useReturnTypeSchema = true)
    public DepotsVues.RetireVue remove(
            @Context SecurityContext security,
            @PathParam("branche") String branche,
            @Parameter(description = "Le code de la branche, écrit une seconde fois") @QueryParam("confirmation")
                    String confirmation) {
        return DepotsVues.RetireVue.of(RefusException.orThrow(
                depots.remove(Identification.acteur(security), branche, Parametres.text(confirmation))));
    }
}
