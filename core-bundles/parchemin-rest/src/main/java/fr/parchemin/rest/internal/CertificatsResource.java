package fr.parchemin.rest.internal;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.rest.internal.Vues.CertificatVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;

/** The delivered certificates, their papers and what they are worth. */
@Path("/certificats/{numero}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificats")
@ProblemesPossibles
public final class CertificatsResource {

    private final Delivrances delivrances;

    CertificatsResource(Delivrances delivrances) {
        this.delivrances = delivrances;
    }

    @GET
    @Operation(operationId = "lireCertificat", summary = "Un certificat")
    public CertificatVue find(@Context SecurityContext security, @PathParam("numero") String numero) {
        return CertificatVue.of(RefusException.orThrow(delivrances.find(Identification.acteur(security), numero)));
    }

    @GET
    @Path("/certificat.pdf")
    @Produces(Pdf.MEDIA_TYPE)
    @Operation(operationId = "certificatPdf", summary = "Le parchemin")
    public Response certificat(@Context SecurityContext security, @PathParam("numero") String numero) {
        return Pdf.response(
                RefusException.orThrow(delivrances.certificatPdf(Identification.acteur(security), numero)),
                "certificat-" + numero + ".pdf");
    }

    @GET
    @Path("/releve.pdf")
    @Produces(Pdf.MEDIA_TYPE)
    @Operation(operationId = "relevePdf", summary = "Le relevé de blocs")
    public Response releve(@Context SecurityContext security, @PathParam("numero") String numero) {
        return Pdf.response(
                RefusException.orThrow(delivrances.relevePdf(Identification.acteur(security), numero)),
                "releve-" + numero + ".pdf");
    }

    @GET
    @Path("/effet")
    @Operation(operationId = "effetCertificat", summary = "L’effet du certificat sur la classification, avec sa source")
    public Effet effet(
            @Context SecurityContext security,
            @PathParam("numero") String numero,
            @Parameter(description = "Jour considéré ; par défaut aujourd’hui") @QueryParam("le") String le,
            @Parameter(description = "Niveau national exigé par l’offre d’emploi elle-même") @QueryParam("niveauExige")
                    String niveauExige,
            @Parameter(description = "Emplois-repères tenus") @QueryParam("emploi") List<String> emplois,
            @QueryParam("coefficientActuel") String coefficientActuel) {
        return RefusException.orThrow(delivrances.effet(
                Identification.acteur(security),
                numero,
                new ContexteEmploi(
                        le == null ? LocalDate.now(HeureLegale.ZONE) : Parametres.date("le", le),
                        Parametres.integer("niveauExige", niveauExige),
                        emplois == null ? List.of() : emplois,
                        Parametres.integer("coefficientActuel", coefficientActuel))));
    }
}
