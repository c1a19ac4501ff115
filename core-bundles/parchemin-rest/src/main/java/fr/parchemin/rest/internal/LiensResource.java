package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.Role;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
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
import java.util.UUID;

/** Personal links to a file, for people without an account. */
@Path("/candidatures/{id}/liens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class LiensResource {

    private final Inscriptions inscriptions;
    private final GestionLiens liens;

    LiensResource(Inscriptions inscriptions, GestionLiens liens) {
        this.inscriptions = inscriptions;
        this.liens = liens;
    }

    /** A link to make. */
    public record NouveauLien(
            @Schema(description = "TUTEUR ou EVALUATEUR") Role role,
            String nom,
            @Schema(description = "Où l’envoyer ; sans adresse, le lien est rendu dans la réponse") String courriel,
            @Schema(description = "Durée en jours, 90 au plus") Integer jours) {}

    /**
     * A link.
     *
     * @param adresse the link itself, shown this once, when nobody could send it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LienPersonnelVue(
            UUID id,
            String nom,
            String courriel,
            Role role,
            String creePar,
            Instant creeLe,
            Instant expireLe,
            Instant retireLe,
            Instant ouvertLe,
            String adresse) {
        static LienPersonnelVue of(LienPersonnel lien, String adresse) {
            return new LienPersonnelVue(
                    lien.id(),
                    lien.nom(),
                    lien.courriel(),
                    lien.habilitation().role(),
                    lien.creePar(),
                    lien.creeLe(),
                    lien.expireLe(),
                    lien.retireLe(),
                    lien.ouvertLe(),
                    adresse);
        }
    }

    @POST
    @Exige(Droit.LIEN_PERSONNEL_DONNER)
    @Operation(operationId = "donnerLien", summary = "Donne un lien personnel sur le dossier, sans compte")
    @ApiResponse(
            responseCode = "201",
            description = "Lien donné",
            content = @Content(schema = @Schema(implementation = LienPersonnelVue.class)))
    public Response create(@Context SecurityContext security, @PathParam("id") String id, NouveauLien nouveau) {
        Candidature candidature = candidature(security, id);
        GestionLiens.Cree cree = RefusException.orThrow(liens.create(
                Identification.acteur(security),
                candidature.asObjet(),
                "le dossier " + candidature.numero(),
                RefusException.required("role", nouveau.role()),
                nouveau.nom(),
                nouveau.courriel(),
                RefusException.required("jours", nouveau.jours())));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(LienPersonnelVue.of(cree.lien(), cree.adresse()))
                .build();
    }

    @GET
    @Exige(Droit.LIEN_PERSONNEL_DONNER)
    @Operation(operationId = "listerLiens", summary = "Les liens personnels donnés sur le dossier")
    @ApiResponse(responseCode = "200", description = "Les liens", useReturnTypeSchema = true)
    public List<LienPersonnelVue> list(@Context SecurityContext security, @PathParam("id") String id) {
        return RefusException.orThrow(liens.list(
                        Identification.acteur(security),
                        candidature(security, id).asObjet()))
                .stream()
                .map(lien -> LienPersonnelVue.of(lien, null))
                .toList();
    }

    @DELETE
    @Path("/{lien}")
    @Exige(Droit.LIEN_PERSONNEL_DONNER)
    @Operation(operationId = "retirerLien", summary = "Retire un lien personnel")
    @ApiResponse(responseCode = "204", description = "Lien retiré")
    public void revoke(@Context SecurityContext security, @PathParam("id") String id, @PathParam("lien") String lien) {
        RefusException.orThrow(liens.revoke(
                Identification.acteur(security), candidature(security, id).asObjet(), Identifiant.of(lien)));
    }

    private Candidature candidature(SecurityContext security, String id) {
        return RefusException.orThrow(inscriptions.find(Identification.acteur(security), Identifiant.of(id)))
                .candidature();
    }
}
