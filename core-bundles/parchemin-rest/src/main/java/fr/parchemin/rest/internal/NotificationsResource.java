package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.Notifications;
import fr.parchemin.notification.Sujet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The notifications of the account that asks, and how often it is written to about them. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class NotificationsResource {

    private final Notifications notifications;

    NotificationsResource(Notifications notifications) {
        this.notifications = notifications;
    }

    /** One notification; {@code objet} is what it is about, as the journal names it. */
    public record NotificationVue(
            long rang,
            Sujet sujet,
            String phrase,
            @Schema(description = "Si quelque chose est attendu du compte") boolean attendu,
            String branche,
            String objet,
            String reference,
            Instant le,
            Instant lueLe) {
        static NotificationVue of(Notification n) {
            return new NotificationVue(
                    n.rang(),
                    n.sujet(),
                    n.phrase(),
                    n.sujet().isAwaited(),
                    n.branche(),
                    n.objet(),
                    n.reference(),
                    n.le(),
                    n.lueLe());
        }
    }

    /** A page of notifications; {@code suivant} is the {@code avant} of the next one. */
    public record PageNotifications(
            List<NotificationVue> elements,
            Long suivant,
            @Schema(description = "Combien ne sont pas lues, 100 au plus") int nonLues) {}

    /** Up to which notification all were read. */
    public record Lues(@Schema(description = "Rang de la plus récente qui a été vue") Long jusqua) {}

    /** How often mail goes out about them. */
    public record PreferencesNotifications(
            @Schema(description = "IMMEDIATE, QUOTIDIENNE (un courriel le matin) ou AUCUNE") Frequence frequence) {}

    @GET
    @Exige(Droit.NOTIFICATIONS_LIRE)
    @Operation(operationId = "listerNotifications", summary = "Les notifications du compte, les plus récentes d’abord")
    @ApiResponse(responseCode = "200", description = "Une page de notifications", useReturnTypeSchema = true)
    public PageNotifications list(
            @Context SecurityContext security,
            @Parameter(description = "true pour laisser de côté celles qui sont lues") @QueryParam("nonLues")
                    String nonLues,
            @Parameter(description = "Rang avant lequel continuer") @QueryParam("avant") String avant,
            @QueryParam("limite") String limite) {
        Notifications.Page page = notifications.list(
                Identification.acteur(security),
                Optional.ofNullable(Parametres.bool("nonLues", nonLues)).orElse(false),
                Parametres.rang("avant", avant),
                Parametres.limite(limite));
        return new PageNotifications(
                page.notifications().stream().map(NotificationVue::of).toList(),
                page.suivant().orElse(null),
                page.nonLues());
    }

    @POST
    @Path("/{rang}/lecture")
    @Exige(Droit.NOTIFICATIONS_GERER)
    @Operation(operationId = "lireNotification", summary = "Marque une notification comme lue")
    @ApiResponse(responseCode = "204", description = "Marquée")
    public void read(@Context SecurityContext security, @PathParam("rang") String rang) {
        if (!rang.matches("\\d{1,18}")) {
            throw new RefusException(CodeRefus.RESSOURCE_INCONNUE, "notification " + rang);
        }
        RefusException.orThrow(notifications.read(Identification.acteur(security), Long.parseLong(rang)));
    }

    @POST
    @Path("/lecture")
    @Exige(Droit.NOTIFICATIONS_GERER)
    @Operation(
            operationId = "lireNotifications",
            summary = "Marque comme lues toutes les notifications jusqu’à celle que l’on a vue")
    @ApiResponse(responseCode = "204", description = "Marquées")
    public void readAll(@Context SecurityContext security, Lues lues) {
        RefusException.orThrow(notifications.readAll(
                Identification.acteur(security), RefusException.required("jusqua", lues.jusqua())));
    }

    @GET
    @Path("/preferences")
    @Exige(Droit.NOTIFICATIONS_LIRE)
    @Operation(operationId = "lirePreferencesNotifications", summary = "Quand le compte est prévenu par courriel")
    @ApiResponse(responseCode = "200", description = "Le réglage", useReturnTypeSchema = true)
    public PreferencesNotifications preferences(@Context SecurityContext security) {
        return new PreferencesNotifications(notifications.frequence(Identification.acteur(security)));
    }

    @PUT
    @Path("/preferences")
    @Exige(Droit.NOTIFICATIONS_GERER)
    @Operation(operationId = "choisirPreferencesNotifications", summary = "Choisit quand être prévenu par courriel")
    @ApiResponse(responseCode = "200", description = "Le réglage", useReturnTypeSchema = true)
    public PreferencesNotifications choose(@Context SecurityContext security, PreferencesNotifications preferences) {
        return new PreferencesNotifications(
                RefusException.orThrow(notifications.choose(Identification.acteur(security), preferences.frequence())));
    }
}
