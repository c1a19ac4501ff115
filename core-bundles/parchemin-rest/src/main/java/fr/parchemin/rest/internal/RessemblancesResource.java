package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.candidature.Identite;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.personne.Rattachements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;

/** Files of the branch whose candidate may be the same person. */
@Path("/candidatures/{id}/ressemblances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personnes")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class RessemblancesResource {

    private final Inscriptions inscriptions;
    private final Rattachements rattachements;

    RessemblancesResource(Inscriptions inscriptions, Rattachements rattachements) {
        this.inscriptions = inscriptions;
        this.rattachements = rattachements;
    }

    /** A file that resembles, and how much. */
    public record RessemblanceVue(UUID candidature, String numero, Identite identite) {}

    /** Newest first. */
    public record RessemblancesVue(List<RessemblanceVue> ressemblances) {}

    @GET
    @Exige(Droit.RESSEMBLANCES_LIRE)
    @Operation(
            operationId = "listerRessemblances",
            summary = "Les autres dossiers de la branche dont l’identité est la même ou s’en approche")
    @ApiResponse(responseCode = "200", description = "Du plus récent au plus ancien", useReturnTypeSchema = true)
    public RessemblancesVue list(@Context SecurityContext security, @PathParam("id") String id) {
        return new RessemblancesVue(
                RefusException.orThrow(inscriptions.alike(Identification.acteur(security), Identifiant.of(id))).stream()
                        .map(r -> new RessemblanceVue(r.candidature(), r.numero(), r.identite()))
                        .toList());
    }

    @POST
    @Path("/{autre}/demande")
    @Exige(Droit.RATTACHEMENT_DEMANDER)
    @Operation(
            operationId = "demanderRattachement",
            summary = "Demande à la personne si les deux inscriptions sont les siennes",
            description =
                    "La personne répond dans son parcours, ou par le lien qu’elle reçoit. La branche n’apprend pas sa"
                            + " réponse ; demandé deux fois, c’est une seule question.")
    @ApiResponse(responseCode = "204", description = "La question est posée")
    public void ask(@Context SecurityContext security, @PathParam("id") String id, @PathParam("autre") String autre) {
        RefusException.orThrow(
                rattachements.ask(Identification.acteur(security), Identifiant.of(id), Identifiant.of(autre)));
    }
}
