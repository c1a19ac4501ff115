package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** The table of rights, to be read. */
@Path("/droits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class DroitsResource {

    /** A role that may; {@code lien} is what must tie it to the object, when something must. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OctroiVue(Role role, String lien) {}

    /** A row of the table; {@code roles} is empty for acts that ask for no role. */
    public record DroitLu(
            Droit code,
            String libelle,
            Droit.Nature nature,
            boolean pourTous,
            boolean pourTousLesConnectes,
            List<OctroiVue> roles) {
        static DroitLu of(Droit droit) {
            return new DroitLu(
                    droit,
                    droit.libelle(),
                    droit.nature(),
                    droit.isPublic(),
                    droit.isForEverybodySignedIn(),
                    droit.octrois().entrySet().stream()
                            .map(octroi -> new OctroiVue(
                                    octroi.getKey(),
                                    octroi.getValue().libelle().isEmpty()
                                            ? null
                                            : octroi.getValue().libelle()))
                            .toList());
        }
    }

    @GET
    @Exige(Droit.DROITS_LIRE)
    @Operation(operationId = "lireDroits", summary = "La table des droits : qui peut quoi, jusqu’où")
    @ApiResponse(responseCode = "200", description = "Une ligne par acte", useReturnTypeSchema = true)
    public List<DroitLu> table(@QueryParam("role") String role) {
        Role only = Parametres.choice("role", role, Role.class);
        return Arrays.stream(Droit.values())
                .filter(droit -> only == null
                        || droit.isForEverybodySignedIn()
                        || droit.lien(only).isPresent())
                .map(DroitLu::of)
                .toList();
    }
}
