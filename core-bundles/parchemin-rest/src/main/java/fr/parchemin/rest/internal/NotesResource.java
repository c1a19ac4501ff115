package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.echange.Echanges;
import fr.parchemin.rest.internal.MessagesResource.MessageVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** The internal notes of the branch on a file. */
@Path("/candidatures/{id}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Échanges")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class NotesResource {

    private final Echanges echanges;

    NotesResource(Echanges echanges) {
        this.echanges = echanges;
    }

    /** A page of notes. */
    public record PageNotes(List<MessageVue> elements, Long suivant) {}

    /** What to note. */
    public record NouvelleNote(@Schema(description = "2000 caractères au plus, lignes comprises") String texte) {}

    @GET
    @Exige(Droit.NOTE_INTERNE_LIRE)
    @Operation(operationId = "listerNotes", summary = "Les notes internes de la branche sur le dossier")
    @ApiResponse(
            responseCode = "200",
            description = "De la plus récente à la plus ancienne",
            useReturnTypeSchema = true)
    public PageNotes notes(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = "Rang avant lequel continuer") @QueryParam("avant") String avant,
            @QueryParam("limite") String limite) {
        Echanges.Notes page = RefusException.orThrow(echanges.notes(
                Identification.acteur(security),
                Identifiant.of(id),
                Parametres.rang("avant", avant),
                Parametres.limite(limite)));
        return new PageNotes(
                page.notes().stream().map(MessageVue::of).toList(),
                page.suivant().orElse(null));
    }

    @POST
    @Exige(Droit.NOTE_INTERNE_ECRIRE)
    @Operation(
            operationId = "ecrireNote",
            summary = "Écrit une note interne, que seuls le secrétariat et le certificateur lisent")
    @ApiResponse(
            responseCode = "201",
            description = "Écrite",
            content = @Content(schema = @Schema(implementation = MessageVue.class)))
    public Response note(@Context SecurityContext security, @PathParam("id") String id, NouvelleNote nouvelle) {
        return MessagesResource.created(
                id,
                "notes",
                RefusException.orThrow(
                        echanges.addNote(Identification.acteur(security), Identifiant.of(id), nouvelle.texte())));
    }

    @POST
    @Path("/{note}/retrait")
    @Exige(Droit.NOTE_INTERNE_ECRIRE)
    @Operation(
            operationId = "retirerNote",
            summary = "Retire une note que l’on a écrite ; qu’elle a existé reste visible, son texte ne l’est plus")
    @ApiResponse(responseCode = "200", description = "La note retirée", useReturnTypeSchema = true)
    public MessageVue withdraw(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("note") String note) {
        return MessageVue.of(RefusException.orThrow(
                echanges.withdrawNote(Identification.acteur(security), Identifiant.of(id), Identifiant.of(note))));
    }
}
