package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.delivrance.Verifications;
import fr.parchemin.rest.internal.Vues.VerificationVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Whether a certificate is genuine, for whoever holds it in hand. */
@Path("/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Vérification")
@ProblemesPossibles
public final class VerificationResource {

    private final Verifications verifications;

    VerificationResource(Verifications verifications) {
        this.verifications = verifications;
    }

    /** The answer to a number and a name: nothing more than whether they go together. */
    public record Correspondance(Resultat resultat) {

        /** An unknown number and a wrong name give the same. */
        public enum Resultat {
            CORRESPOND,
            NE_CORRESPOND_PAS
        }
    }

    @GET
    @Exige(Droit.CERTIFICAT_VERIFIER)
    @Operation(operationId = "verifierNumero", summary = "Vérifie qu’un numéro et un nom vont ensemble")
    @ApiResponse(responseCode = "200", description = "Si le numéro et le nom vont ensemble", useReturnTypeSchema = true)
    public Correspondance match(@QueryParam("numero") String numero, @QueryParam("nom") String nom) {
        return new Correspondance(
                verifications.matches(RefusException.required("numero", numero), RefusException.required("nom", nom))
                        ? Correspondance.Resultat.CORRESPOND
                        : Correspondance.Resultat.NE_CORRESPOND_PAS);
    }

    @GET
    @Path("/{code}")
    @Exige(Droit.CERTIFICAT_VERIFIER)
    @Operation(operationId = "verifierCode", summary = "Vérifie le code imprimé sur un certificat")
    @ApiResponse(responseCode = "200", description = "Ce que vaut le code", useReturnTypeSchema = true)
    public VerificationVue check(@PathParam("code") String code) {
        return verifications.byCode(code).map(VerificationVue::of).orElse(VerificationVue.INCONNU);
    }
}
