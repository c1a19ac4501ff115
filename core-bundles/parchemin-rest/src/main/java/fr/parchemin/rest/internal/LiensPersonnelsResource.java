package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.personne.Rattachements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Links that a person got and no branch knows of; the token in it is all the proof there is. */
@Path("/personnes/liens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personnes")
@ProblemesPossibles
public final class LiensPersonnelsResource {

    private final Rattachements rattachements;

    LiensPersonnelsResource(Rattachements rattachements) {
        this.rattachements = rattachements;
    }

    @POST
    @Path("/{jeton}")
    @Exige(Droit.PERSONNE_RATTACHER)
    @Operation(
            operationId = "confirmerRattachement",
            summary = "La personne confirme que la nouvelle inscription est la sienne")
    @ApiResponse(responseCode = "204", description = "Les deux inscriptions sont celles d’une même personne")
    public void confirm(@PathParam("jeton") String jeton) {
        rattachements.confirm(jeton).reason().ifPresent(refus -> {
            throw new RefusException(refus);
        });
    }
}
