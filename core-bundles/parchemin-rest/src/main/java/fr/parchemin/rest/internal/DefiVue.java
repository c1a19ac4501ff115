package fr.parchemin.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acces.ClesAcces.Defi;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What a passkey is asked; see {@link Defi}. */
public record DefiVue(
        @Schema(description = "À renvoyer avec la réponse ; sert une fois, dans les cinq minutes") String billet,
        @Schema(
                        type = "object",
                        implementation = Object.class,
                        description =
                                "Options pour PublicKeyCredential.parseCreationOptionsFromJSON ou parseRequestOptionsFromJSON")
                JsonNode options) {

    /** The answer: nobody but who asked may keep it. */
    static Response answer(Defi defi) {
        try {
            return Response.ok(new DefiVue(defi.billet(), Json.mapper().readTree(defi.options())))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options for passkeys are JSON", e);
        }
    }
}
