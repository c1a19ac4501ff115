package fr.parchemin.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells whether the platform serves. */
@Path("/sante")
@Produces(MediaType.APPLICATION_JSON)
public final class SanteResource {

    /** @param statut {@code OK} when everything that the platform needs is there */
    public record Sante(String statut) {}

    @GET
    @Operation(operationId = "sante", summary = "État de santé de la plateforme", tags = "Exploitation")
    public Sante sante() {
        return new Sante("OK");
    }
}
