package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.MotsDePasse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Choosing a password by a link, without being signed in. */
@Path("/mots-de-passe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@ProblemesPossibles
public final class MotsDePasseResource {

    private final MotsDePasse motsDePasse;

    MotsDePasseResource(MotsDePasse motsDePasse) {
        this.motsDePasse = motsDePasse;
    }

    /** Whose password is forgotten. */
    public record Oubli(@Schema(description = "Identifiant ou adresse de courriel") String identifiant) {}

    /** A password chosen by a link. */
    public record Choix(@Schema(description = "Fin de l’adresse reçue") String lien, String motDePasse) {}

    @POST
    @Path("/oubli")
    @Exige(Droit.ACCES_DEMANDER)
    @Operation(
            operationId = "demanderMotDePasse",
            summary = "Demande un lien pour un nouveau mot de passe (même réponse, que le compte existe ou non)")
    @ApiResponse(responseCode = "204", description = "Demande entendue")
    public void request(Oubli oubli) {
        motsDePasse.request(RefusException.required("identifiant", oubli.identifiant()));
    }

    @POST
    @Path("/choix")
    @Exige(Droit.ACCES_DEMANDER)
    @Operation(operationId = "choisirMotDePasse", summary = "Choisit un mot de passe par un lien reçu")
    @ApiResponse(responseCode = "204", description = "Mot de passe choisi, sessions fermées")
    public void choose(Choix choix) {
        RefusException.orThrow(motsDePasse.choose(
                RefusException.required("lien", choix.lien()),
                RefusException.required("motDePasse", choix.motDePasse())));
    }
}
