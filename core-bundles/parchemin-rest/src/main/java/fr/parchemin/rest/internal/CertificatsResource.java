package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.rest.internal.Vues.CertificatVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The delivered certificates, their papers and what they are worth. */
@Path("/certificats/{numero}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificats")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class CertificatsResource {

    private final Delivrances delivrances;

    CertificatsResource(Delivrances delivrances) {
        this.delivrances = delivrances;
    }

    @GET
    @Exige(Droit.CERTIFICAT_LIRE)
    @Operation(operationId = "lireCertificat", summary = "Un certificat")
    @ApiResponse(responseCode = "200", description = "Le certificat", useReturnTypeSchema = true)
    public CertificatVue find(@Context SecurityContext security, @PathParam("numero") String numero) {
        return CertificatVue.of(RefusException.orThrow(delivrances.find(Identification.acteur(security), numero)));
    }

    @GET
    @Path("/certificat.pdf")
    @Produces(Pdf.MEDIA_TYPE)
    @Exige(Droit.CERTIFICAT_LIRE)
    @Operation(operationId = "certificatPdf", summary = "Le parchemin")
    @ApiResponse(
            responseCode = "200",
            description = "Le parchemin",
            content = @Content(mediaType = Pdf.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")))
    public Response certificat(@Context SecurityContext security, @PathParam("numero") String numero) {
        return Pdf.response(
                RefusException.orThrow(delivrances.certificatPdf(Identification.acteur(security), numero)),
                "certificat-" + numero + ".pdf");
    }

    @GET
    @Path("/releve.pdf")
    @Produces(Pdf.MEDIA_TYPE)
    @Exige(Droit.CERTIFICAT_LIRE)
    @Operation(operationId = "relevePdf", summary = "Le relevé de blocs")
    @ApiResponse(
            responseCode = "200",
            description = "Le relevé de blocs",
            content = @Content(mediaType = Pdf.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")))
    public Response releve(@Context SecurityContext security, @PathParam("numero") String numero) {
        return Pdf.response(
                RefusException.orThrow(delivrances.relevePdf(Identification.acteur(security), numero)),
                "releve-" + numero + ".pdf");
    }

    @GET
    @Path("/effet")
    @Exige(Droit.CERTIFICAT_LIRE)
    @Operation(operationId = "effetCertificat", summary = "L’effet du certificat sur la classification, avec sa source")
    @ApiResponse(responseCode = "200", description = "L’effet, avec sa source", useReturnTypeSchema = true)
    public Effet effet(
            @Context SecurityContext security, @PathParam("numero") String numero, @BeanParam ParametresEffet emploi) {
        return RefusException.orThrow(delivrances.effet(Identification.acteur(security), numero, emploi.contexte()));
    }
}
