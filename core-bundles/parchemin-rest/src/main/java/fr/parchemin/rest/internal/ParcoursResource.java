package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.jury.Decision;
import fr.parchemin.personne.MonParcours;
import fr.parchemin.personne.Rattachements;
import fr.parchemin.rest.internal.PartagesResource.PartageVue;
import fr.parchemin.rest.internal.TitresAilleursResource.TitreAilleursVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The way of a person through the branches where they are a candidate, as they see it themselves. */
@Path("/moi/parcours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Personnes")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class ParcoursResource {

    private final MonParcours parcours;
    private final Rattachements rattachements;

    ParcoursResource(MonParcours parcours, Rattachements rattachements) {
        this.parcours = parcours;
        this.rattachements = rattachements;
    }

    /** A file of one's own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InscriptionVue(
            UUID candidature,
            String numero,
            String branche,
            String certification,
            String intitule,
            String etat,
            Instant deposeeLe,
            @Schema(description = "Ce que le jury a décidé en dernier, absent tant qu’il n’a rien décidé")
                    Decision.Issue decision,
            LocalDate decideLe,
            @Schema(description = "Numéro du certificat, absent tant qu’il n’est pas délivré") String certificat,
            LocalDate delivreLe,
            Certificat.Statut statut) {
        static InscriptionVue of(MonParcours.Inscription inscription) {
            Candidature file = inscription.candidature();
            return new InscriptionVue(
                    file.id(),
                    file.numero(),
                    file.branche(),
                    file.certification(),
                    file.intitule(),
                    file.etat().code(),
                    file.deposeeLe(),
                    inscription.decision().map(Decision::issue).orElse(null),
                    inscription.decision().map(Decision::date).orElse(null),
                    inscription.certificat().map(Certificat::numero).orElse(null),
                    inscription.certificat().map(Certificat::delivreLe).orElse(null),
                    inscription.certificat().map(Certificat::statut).orElse(null));
        }
    }

    /** Whether two files are both one's own. */
    public record QuestionVue(String id, UUID nouvelle, UUID connue) {}

    /** A share, with the file by which it is withdrawn. */
    public record PartageAccordeVue(UUID candidature, PartageVue partage) {}

    /** All of it. */
    public record ParcoursVue(
            List<InscriptionVue> inscriptions,
            List<TitreAilleursVue> ailleurs,
            List<PartageAccordeVue> partages,
            List<QuestionVue> questions) {
        static ParcoursVue of(MonParcours.Parcours p) {
            return new ParcoursVue(
                    p.inscriptions().stream().map(InscriptionVue::of).toList(),
                    p.ailleurs().stream()
                            .map(t -> new TitreAilleursVue(t.intitule(), t.blocs(), t.date(), t.statut()))
                            .toList(),
                    p.partages().stream()
                            .map(s -> new PartageAccordeVue(s.candidature(), PartageVue.of(s.partage())))
                            .toList(),
                    p.questions().stream()
                            .map(q -> new QuestionVue(
                                    q.id(), q.nouvelle().id(), q.connue().id()))
                            .toList());
        }
    }

    /** What one answers. */
    public record Reponse(@Schema(description = "Vrai quand les deux inscriptions sont les miennes") Boolean miennes) {}

    @GET
    @Exige(Droit.PARCOURS_LIRE)
    @Operation(
            operationId = "lireParcours",
            summary = "Mes inscriptions, mes titres, ce que j’en partage et ce que l’on me demande")
    @ApiResponse(
            responseCode = "200",
            description = "Les inscriptions des plus récentes aux plus anciennes, le reste dans l’ordre inverse",
            useReturnTypeSchema = true)
    public ParcoursVue read(@Context SecurityContext security) {
        return ParcoursVue.of(RefusException.orThrow(parcours.of(Identification.acteur(security))));
    }

    @POST
    @Path("/questions/{question}")
    @Exige(Droit.RATTACHEMENT_REPONDRE)
    @Operation(
            operationId = "repondreRattachement",
            summary = "Dit si deux inscriptions sont les miennes",
            description = "Une réponse ne se reprend pas ; aucune branche ne l’apprend.")
    @ApiResponse(responseCode = "204", description = "La réponse est enregistrée")
    public void answer(@Context SecurityContext security, @PathParam("question") String question, Reponse reponse) {
        if (reponse == null || reponse.miennes() == null) {
            throw new RefusException(CodeRefus.CHAMP_MANQUANT, "miennes");
        }
        RefusException.orThrow(rattachements.answer(Identification.acteur(security), question, reponse.miennes()));
    }
}
