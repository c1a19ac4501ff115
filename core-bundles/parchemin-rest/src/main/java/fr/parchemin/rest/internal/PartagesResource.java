package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.personne.Partage;
import fr.parchemin.personne.Rattachements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the person of a file lets other branches know of its titles. */
@Path("/candidatures/{id}/partages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Personnes")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class PartagesResource {

    private final Rattachements rattachements;

    PartagesResource(Rattachements rattachements) {
        this.rattachements = rattachements;
    }

    /** What to share. */
    public record NouveauPartage(
            @Schema(description = "Code de la branche qui pourra savoir") String branche,
            @Schema(description = "Numéro du seul certificat partagé, absent pour tous") String certificat,
            @Schema(description = "Dernier jour, absent quand il n’y en a pas") LocalDate jusquAu) {}

    public record PartageVue(
            UUID id, String branche, String certificat, LocalDate jusquAu, Instant accordeLe, Instant retireLe) {
        static PartageVue of(Partage p) {
            return new PartageVue(p.id(), p.beneficiaire(), p.certificat(), p.jusquAu(), p.accordeLe(), p.retireLe());
        }
    }

    /** All that was ever shared, what was taken back included. */
    public record PartagesVue(List<PartageVue> partages) {}

    @GET
    @Exige(Droit.TITRE_PARTAGER)
    @Operation(operationId = "listerPartages", summary = "Ce que la personne partage, et ce qu’elle a retiré")
    @ApiResponse(responseCode = "200", description = "Du plus ancien au plus récent", useReturnTypeSchema = true)
    public PartagesVue list(@Context SecurityContext security, @PathParam("id") String id) {
        return new PartagesVue(
                RefusException.orThrow(rattachements.shared(Identification.acteur(security), Identifiant.of(id)))
                        .stream()
                        .map(PartageVue::of)
                        .toList());
    }

    @POST
    @Exige(Droit.TITRE_PARTAGER)
    @Operation(operationId = "partagerTitres", summary = "Laisse une branche connaître ses titres d’ailleurs")
    @ApiResponse(
            responseCode = "201",
            description = "Partagé : intitulé, blocs, date et statut, rien d’autre",
            content = @Content(schema = @Schema(implementation = PartageVue.class)))
    public Response share(@Context SecurityContext security, @PathParam("id") String id, NouveauPartage nouveau) {
        Partage partage = RefusException.orThrow(rattachements.share(
                Identification.acteur(security),
                Identifiant.of(id),
                RefusException.required("branche", nouveau.branche()),
                Parametres.text(nouveau.certificat()),
                nouveau.jusquAu()));
        return Response.created(URI.create("candidatures/" + id + "/partages"))
                .entity(PartageVue.of(partage))
                .build();
    }

    @POST
    @Path("/{partage}/retrait")
    @Exige(Droit.TITRE_PARTAGER)
    @Operation(operationId = "retirerPartage", summary = "Retire un partage, à effet immédiat")
    @ApiResponse(responseCode = "200", description = "Le partage retiré", useReturnTypeSchema = true)
    public PartageVue withdraw(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("partage") String partage) {
        return PartageVue.of(RefusException.orThrow(
                rattachements.withdraw(Identification.acteur(security), Identifiant.of(id), Identifiant.of(partage))));
    }
}
