package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.personne.Rattachements;
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
import java.time.LocalDate;
import java.util.List;

/** What the branch of a file may know of the person's titles in other branches. */
@Path("/candidatures/{id}/titres-ailleurs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personnes")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class TitresAilleursResource {

    private final Rattachements rattachements;

    TitresAilleursResource(Rattachements rattachements) {
        this.rattachements = rattachements;
    }

    /** A title of another branch: what the person shares and nothing beside. */
    public record TitreAilleursVue(String intitule, List<String> blocs, LocalDate date, Certificat.Statut statut) {}

    /** The titles shared, in the order of their delivery. */
    public record TitresAilleursVue(List<TitreAilleursVue> titres) {}

    @GET
    @Exige(Droit.TITRES_AILLEURS_LIRE)
    @Operation(
            operationId = "listerTitresAilleurs",
            summary = "Les titres que la personne a obtenus dans d’autres branches et qu’elle partage avec celle-ci")
    @ApiResponse(responseCode = "200", description = "Aucun quand rien n’est partagé", useReturnTypeSchema = true)
    public TitresAilleursVue list(@Context SecurityContext security, @PathParam("id") String id) {
        return new TitresAilleursVue(
                RefusException.orThrow(rattachements.elsewhere(Identification.acteur(security), Identifiant.of(id)))
                        .stream()
                        .map(t -> new TitreAilleursVue(t.intitule(), t.blocs(), t.date(), t.statut()))
                        .toList());
    }
}
