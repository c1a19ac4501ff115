package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Refus;
import fr.parchemin.liste.ActesEnLot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One act on several files at once. */
@Path("/lots")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Candidatures")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class LotsResource {

    private static final String CHACUN =
            "Chaque dossier est un acte à part, sous les règles de l’acte simple : ce qui est refusé pour l’un ne change rien pour les autres. 100 dossiers au plus ; renvoyer la même demande ne refait pas ce qui est fait.";

    private final ActesEnLot lots;

    LotsResource(ActesEnLot lots) {
        this.lots = lots;
    }

    /** Files and the évaluateurs to designate for each. */
    public record LotDesignation(List<UUID> candidatures, List<String> evaluateurs) {}

    /** Files to put before a jury. */
    public record LotPresentation(UUID jury, List<UUID> candidatures) {}

    /** Files whose certificate to deliver. */
    public record LotDelivrance(List<UUID> candidatures, String lieu) {}

    /** Why not, as the single act would have said. */
    public record RefusVue(String code, String detail) {
        static RefusVue of(Refus refus) {
            return new RefusVue(refus.code().name(), refus.detail());
        }
    }

    /** What became of a file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultatVue(
            UUID candidature,
            @Schema(description = "Absent d’un dossier que le compte ne peut pas ouvrir") String numero,
            ActesEnLot.Issue issue,
            RefusVue refus) {
        static ResultatVue of(ActesEnLot.Resultat resultat) {
            return new ResultatVue(
                    resultat.candidature(),
                    resultat.numero().orElse(null),
                    resultat.issue(),
                    resultat.refus().map(RefusVue::of).orElse(null));
        }
    }

    /** What became of all of them. */
    public record BilanVue(long faits, long dejaFaits, long refuses, List<ResultatVue> resultats) {
        static BilanVue of(ActesEnLot.Bilan bilan) {
            return new BilanVue(
                    bilan.count(ActesEnLot.Issue.FAIT),
                    bilan.count(ActesEnLot.Issue.DEJA_FAIT),
                    bilan.count(ActesEnLot.Issue.REFUSE),
                    bilan.resultats().stream().map(ResultatVue::of).toList());
        }
    }

    @POST
    @Path("/evaluateurs")
    @Exige(Droit.EVALUATEURS_DESIGNER)
    @Operation(
            operationId = "designerEvaluateursEnLot",
            summary = "Désigne les mêmes évaluateurs pour plusieurs dossiers",
            description = CHACUN)
    @ApiResponse(responseCode = "200", description = "Ce qu’il en est de chaque dossier", useReturnTypeSchema = true)
    public BilanVue designate(@Context SecurityContext security, LotDesignation lot) {
        return BilanVue.of(RefusException.orThrow(lots.designateEvaluateurs(
                Identification.acteur(security),
                chosen(lot.candidatures()),
                new TreeSet<>(RefusException.required("evaluateurs", lot.evaluateurs())))));
    }

    @POST
    @Path("/presentation")
    @Exige(Droit.JURY_PRESENTER)
    @Operation(
            operationId = "presenterEnLot",
            summary = "Présente plusieurs dossiers à un jury, chacun pour soi",
            description = CHACUN)
    @ApiResponse(responseCode = "200", description = "Ce qu’il en est de chaque dossier", useReturnTypeSchema = true)
    public BilanVue present(@Context SecurityContext security, LotPresentation lot) {
        return BilanVue.of(RefusException.orThrow(lots.present(
                Identification.acteur(security),
                RefusException.required("jury", lot.jury()),
                chosen(lot.candidatures()))));
    }

    @POST
    @Path("/delivrance")
    @Exige(Droit.CERTIFICAT_DELIVRER)
    @Operation(
            operationId = "delivrerEnLot",
            summary = "Délivre le certificat de plusieurs dossiers, actes du certificateur",
            description = CHACUN)
    @ApiResponse(responseCode = "200", description = "Ce qu’il en est de chaque dossier", useReturnTypeSchema = true)
    public BilanVue deliver(@Context SecurityContext security, LotDelivrance lot) {
        return BilanVue.of(RefusException.orThrow(lots.deliver(
                Identification.acteur(security),
                chosen(lot.candidatures()),
                RefusException.required("lieu", lot.lieu()))));
    }

    private static Set<UUID> chosen(List<UUID> candidatures) {
        return new LinkedHashSet<>(RefusException.required("candidatures", candidatures));
    }
}
