package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionJetonsApi;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Limites;
import fr.parchemin.acces.MotsDePasse;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acces.SessionsOuvertes;
import fr.parchemin.rest.internal.AccesVues.FacteursVue;
import fr.parchemin.rest.internal.AccesVues.JetonVue;
import fr.parchemin.rest.internal.AccesVues.SessionVue;
import fr.parchemin.rest.internal.AccesVues.SessionsFermees;
import fr.parchemin.rest.internal.Vues.CompteVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.List;
import java.util.Set;

/** What the owner of an account sees to: sessions, password, second factors, tokens for programs. */
@Path("/moi")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class MoiResource {

    private final SessionsOuvertes sessions;
    private final SecondFacteur secondFacteur;
    private final MotsDePasse motsDePasse;
    private final GestionJetonsApi jetons;

    MoiResource(
            SessionsOuvertes sessions, SecondFacteur secondFacteur, MotsDePasse motsDePasse, GestionJetonsApi jetons) {
        this.sessions = sessions;
        this.secondFacteur = secondFacteur;
        this.motsDePasse = motsDePasse;
        this.jetons = jetons;
    }

    /** A password in place of another. */
    public record ChangementMotDePasse(String ancien, String nouveau) {}

    /** An application of codes to register: by its QR code, or by typing the secret. */
    public record InscriptionVue(String secret, String uri) {}

    /** The first code of the application. */
    public record PremierCode(String code) {}

    /** Recovery codes, shown this once. */
    public record CodesSecours(List<String> codes) {}

    /** A token for a program, to make. */
    public record NouveauJeton(
            String nom,
            @Schema(description = "Durée en jours, 365 au plus") Integer jours,
            @Schema(description = "Ne change rien ; non quand rien n’est dit") Boolean lectureSeule,
            @Schema(description = "Actes pour lesquels il est fait ; tous, sauf ceux qui signent, quand rien n’est dit")
                    Set<String> droits,
            @Schema(description = "Seule branche pour laquelle il est fait") String branche) {}

    @GET
    @Exige(Droit.COMPTE_PROPRE_LIRE)
    @Operation(operationId = "moi", summary = "Le compte identifié et ses rôles")
    @ApiResponse(responseCode = "200", description = "Le compte", useReturnTypeSchema = true)
    public CompteVue me(@Context SecurityContext security) {
        return CompteVue.of(Identification.acteur(security));
    }

    @GET
    @Path("/sessions")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "listerSessions", summary = "Les sessions ouvertes du compte")
    @ApiResponse(responseCode = "200", description = "Les sessions", useReturnTypeSchema = true)
    public List<SessionVue> sessions(@Context SecurityContext security) {
        Identite by = Identification.identite(security);
        return sessions.list(by.acteur()).stream()
                .map(jeton -> SessionVue.of(jeton, by.session()))
                .toList();
    }

    @DELETE
    @Path("/sessions/{id}")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "fermerSession", summary = "Ferme une session du compte")
    @ApiResponse(responseCode = "204", description = "Session fermée")
    public void revoke(@Context SecurityContext security, @PathParam("id") String id) {
        RefusException.orThrow(sessions.revoke(Identification.acteur(security), Identifiant.of(id)));
    }

    @DELETE
    @Path("/sessions")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "fermerAutresSessions", summary = "Ferme toutes les sessions du compte sauf celle-ci")
    @ApiResponse(responseCode = "200", description = "Sessions fermées", useReturnTypeSchema = true)
    public SessionsFermees revokeOthers(@Context SecurityContext security) {
        return new SessionsFermees(RefusException.orThrow(sessions.revokeOthers(Identification.identite(security))));
    }

    @PUT
    @Path("/mot-de-passe")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "changerMotDePasse", summary = "Change le mot de passe et ferme les autres sessions")
    @ApiResponse(responseCode = "204", description = "Mot de passe changé")
    public void changePassword(
            @Context SecurityContext security, @Context HttpServletRequest request, ChangementMotDePasse changement) {
        RefusException.orThrow(motsDePasse.change(
                Identification.identite(security),
                RefusException.required("ancien", changement.ancien()),
                RefusException.required("nouveau", changement.nouveau()),
                JetonsResource.origine(request)));
    }

    @GET
    @Path("/second-facteur")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "lireSecondFacteur", summary = "Les seconds facteurs du compte")
    @ApiResponse(responseCode = "200", description = "Les seconds facteurs", useReturnTypeSchema = true)
    public FacteursVue factors(@Context SecurityContext security) {
        return FacteursVue.of(secondFacteur.read(Identification.acteur(security)));
    }

    @POST
    @Path("/second-facteur/application")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "commencerApplication", summary = "Commence l’enregistrement d’une application de codes")
    @ApiResponse(responseCode = "200", description = "Secret à donner à l’application", useReturnTypeSchema = true)
    public InscriptionVue beginApplication(@Context SecurityContext security) {
        SecondFacteur.Inscription inscription =
                RefusException.orThrow(secondFacteur.beginApplication(Identification.identite(security)));
        return new InscriptionVue(inscription.secret(), inscription.uri());
    }

    @PUT
    @Path("/second-facteur/application")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "enregistrerApplication", summary = "Enregistre l’application par son premier code")
    @ApiResponse(responseCode = "200", description = "Application enregistrée", useReturnTypeSchema = true)
    public CodesSecours confirmApplication(@Context SecurityContext security, PremierCode code) {
        return new CodesSecours(RefusException.orThrow(secondFacteur.confirmApplication(
                Identification.identite(security), RefusException.required("code", code.code()))));
    }

    @DELETE
    @Path("/second-facteur/application")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "retirerApplication", summary = "Retire l’application de codes")
    @ApiResponse(responseCode = "204", description = "Application retirée")
    public void removeApplication(@Context SecurityContext security) {
        RefusException.orThrow(secondFacteur.removeApplication(Identification.identite(security)));
    }

    @POST
    @Path("/second-facteur/secours")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "renouvelerSecours", summary = "Donne dix nouveaux codes de secours")
    @ApiResponse(responseCode = "200", description = "Les codes", useReturnTypeSchema = true)
    public CodesSecours renewSecours(@Context SecurityContext security) {
        return new CodesSecours(RefusException.orThrow(secondFacteur.renewSecours(Identification.identite(security))));
    }

    @GET
    @Path("/jetons")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "listerJetons", summary = "Les jetons d’interface du compte")
    @ApiResponse(responseCode = "200", description = "Les jetons", useReturnTypeSchema = true)
    public List<JetonVue> tokens(@Context SecurityContext security) {
        return jetons.list(Identification.acteur(security)).stream()
                .map(jeton -> JetonVue.of(jeton, null))
                .toList();
    }

    @POST
    @Path("/jetons")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "creerJeton", summary = "Crée un jeton pour un programme")
    @ApiResponse(
            responseCode = "201",
            description = "Jeton créé, montré cette fois seulement",
            content = @Content(schema = @Schema(implementation = JetonVue.class)))
    public Response createToken(@Context SecurityContext security, NouveauJeton nouveau) {
        GestionJetonsApi.Cree cree = RefusException.orThrow(jetons.create(
                Identification.identite(security),
                nouveau.nom(),
                new Limites(
                        Boolean.TRUE.equals(nouveau.lectureSeule()),
                        nouveau.droits() == null ? Set.of() : nouveau.droits(),
                        nouveau.branche()),
                RefusException.required("jours", nouveau.jours())));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(JetonVue.of(cree.description(), cree.jeton()))
                .build();
    }

    @DELETE
    @Path("/jetons/{id}")
    @Exige(Droit.COMPTE_PROPRE_GERER)
    @Operation(operationId = "retirerJeton", summary = "Retire un jeton d’interface")
    @ApiResponse(responseCode = "204", description = "Jeton retiré")
    public void revokeToken(@Context SecurityContext security, @PathParam("id") String id) {
        RefusException.orThrow(jetons.revoke(Identification.acteur(security), Identifiant.of(id)));
    }
}
