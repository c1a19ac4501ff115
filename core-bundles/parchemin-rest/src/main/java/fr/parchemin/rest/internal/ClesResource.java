package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.SecondFacteur;
import io.swagger.v3.oas.annotations.Operation;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** The passkeys of one's own account. */
@Path("/moi/cles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class ClesResource {

    private final ClesAcces cles;
    private final SecondFacteur secondFacteur;

    ClesResource(ClesAcces cles, SecondFacteur secondFacteur) {
        this.cles = cles;
        this.secondFacteur = secondFacteur;
    }

    /** A passkey, without what verifies it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CleVue(String id, String nom, Instant creeeLe, Instant utiliseeLe) {
        static CleVue of(Cle cle) {
            return new CleVue(cle.id(), cle.nom(), cle.creeeLe(), cle.utiliseeLe());
        }
    }

    /** A passkey that was just made. */
    public record NouvelleCle(
            String billet,
            @Schema(description = "Comment son titulaire l’appelle, 60 caractères au plus") String nom,
            @Schema(
                            type = "object",
                            implementation = Object.class,
                            description = "Ce que donne PublicKeyCredential.toJSON()")
                    JsonNode reponse) {}

    /** The passkey with the recovery codes that came with it, if the account had none. */
    public record CleEnregistree(
            CleVue cle,
            @Schema(description = "Codes de secours, montrés cette fois seulement ; vide quand le compte en avait déjà")
                    List<String> codesSecours) {}

    /** Another name. */
    public record NomCle(String nom) {}

    @GET
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "listerCles", summary = "Les clés d’accès du compte, dix au plus")
    @ApiResponse(responseCode = "200", description = "Les clés d’accès", useReturnTypeSchema = true)
    public List<CleVue> list(@Context SecurityContext security) {
        return secondFacteur.read(Identification.acteur(security)).cles().stream()
                .map(CleVue::of)
                .toList();
    }

    @POST
    @Path("/defi")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(
            operationId = "commencerCle",
            summary = "Commence l’enregistrement d’une clé d’accès ; demande une preuve récente d’identité")
    @ApiResponse(
            responseCode = "200",
            description = "Le défi",
            content = @Content(schema = @Schema(implementation = DefiVue.class)))
    public Response begin(@Context SecurityContext security) {
        return DefiVue.answer(RefusException.orThrow(cles.beginRegistration(Identification.identite(security))));
    }

    @POST
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "enregistrerCle", summary = "Enregistre la clé d’accès que l’appareil vient de faire")
    @ApiResponse(
            responseCode = "201",
            description = "Clé enregistrée",
            content = @Content(schema = @Schema(implementation = CleEnregistree.class)))
    public Response register(@Context SecurityContext security, NouvelleCle nouvelle) {
        ClesAcces.Enregistree made = RefusException.orThrow(cles.register(
                Identification.identite(security),
                RefusException.required("billet", nouvelle.billet()),
                RefusException.required("nom", nouvelle.nom()),
                RefusException.required("reponse", nouvelle.reponse()).toString()));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new CleEnregistree(CleVue.of(made.cle()), made.secours()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "renommerCle", summary = "Renomme une clé d’accès")
    @ApiResponse(responseCode = "204", description = "Clé renommée")
    public void rename(@Context SecurityContext security, @PathParam("id") String id, NomCle nom) {
        RefusException.orThrow(
                cles.rename(Identification.identite(security), id, RefusException.required("nom", nom.nom())));
    }

    @DELETE
    @Path("/{id}")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "retirerCle", summary = "Retire une clé d’accès ; demande une preuve récente d’identité")
    @ApiResponse(responseCode = "204", description = "Clé retirée")
    public void remove(@Context SecurityContext security, @PathParam("id") String id) {
        RefusException.orThrow(secondFacteur.removeCle(Identification.identite(security), id));
    }
}
