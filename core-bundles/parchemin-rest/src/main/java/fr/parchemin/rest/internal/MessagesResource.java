package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Role;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Message;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The messages on a file, between those who follow it. */
@Path("/candidatures/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Échanges")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class MessagesResource {

    private final Echanges echanges;

    MessagesResource(Echanges echanges) {
        this.echanges = echanges;
    }

    /** A message or a note. */
    public record MessageVue(
            UUID id,
            Long rang,
            Cercle cercle,
            String auteur,
            Role qualite,
            String nom,
            @Schema(
                            description =
                                    "Texte simple, lignes séparées par \\n ; « effacé » ou « masqué » quand il n’est plus")
                    String texte,
            Instant ecritLe,
            @Schema(description = "Quand une note a été retirée par son auteur") Instant retireLe) {
        static MessageVue of(Message m) {
            return new MessageVue(
                    m.id(),
                    m.rang(),
                    m.cercle(),
                    m.auteur(),
                    m.qualite(),
                    m.nom().texte(),
                    m.texte().texte(),
                    m.ecritLe(),
                    m.retrait().map(Message.Retrait::le).orElse(null));
        }
    }

    /** A page of messages; {@code suivant} is the {@code avant} of the next one. */
    public record PageMessages(
            List<MessageVue> elements,
            Long suivant,
            @Schema(description = "Messages des autres, arrivés depuis la dernière lecture") long nonLus,
            @Schema(description = "À qui le compte peut écrire") List<Cercle> ouverts) {}

    /** What to write to whom. */
    public record NouveauMessage(
            Cercle cercle, @Schema(description = "2000 caractères au plus, lignes comprises") String texte) {}

    /** Up to which message was read. */
    public record Lu(@Schema(description = "Rang du dernier message vu") Long jusqua) {}

    @GET
    @Exige(Droit.MESSAGES_LIRE)
    @Operation(operationId = "listerMessages", summary = "Les messages du dossier adressés au compte")
    @ApiResponse(responseCode = "200", description = "Du plus récent au plus ancien", useReturnTypeSchema = true)
    public PageMessages messages(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = "Rang avant lequel continuer") @QueryParam("avant") String avant,
            @QueryParam("limite") String limite) {
        Echanges.Conversation page = RefusException.orThrow(echanges.messages(
                Identification.acteur(security),
                Identifiant.of(id),
                Parametres.rang("avant", avant),
                Parametres.limite(limite)));
        return new PageMessages(
                page.messages().stream().map(MessageVue::of).toList(),
                page.suivant().orElse(null),
                page.nonLus(),
                List.copyOf(page.ouverts()));
    }

    @POST
    @Exige(Droit.MESSAGE_ECRIRE)
    @Operation(
            operationId = "ecrireMessage",
            summary = "Écrit un message à ceux qui suivent le dossier, ou à certains d’entre eux",
            description = "La branche lit tous les messages. Un message envoyé ne se modifie ni ne se retire.")
    @ApiResponse(
            responseCode = "201",
            description = "Envoyé",
            content = @Content(schema = @Schema(implementation = MessageVue.class)))
    public Response send(@Context SecurityContext security, @PathParam("id") String id, NouveauMessage nouveau) {
        Acteur by = Identification.acteur(security);
        return created(
                id,
                "messages",
                RefusException.orThrow(echanges.send(by, Identifiant.of(id), nouveau.cercle(), nouveau.texte())));
    }

    static Response created(String id, String where, Message message) {
        return Response.created(URI.create("candidatures/" + id + "/" + where))
                .entity(MessageVue.of(message))
                .build();
    }

    @POST
    @Path("/lecture")
    @Exige(Droit.MESSAGES_LIRE)
    @Operation(operationId = "marquerMessagesLus", summary = "Note jusqu’à quel message le compte a lu")
    @ApiResponse(responseCode = "204", description = "Noté")
    public void markRead(@Context SecurityContext security, @PathParam("id") String id, Lu lu) {
        RefusException.orThrow(echanges.markRead(
                Identification.acteur(security), Identifiant.of(id), RefusException.required("jusqua", lu.jusqua())));
    }
}
