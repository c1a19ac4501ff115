package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acces.Droit;
import fr.parchemin.attente.Attente;
import fr.parchemin.attente.Attente.Sujet;
import fr.parchemin.attente.Attentes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What awaits who asks, until when. */
@Path("/moi/attentes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accès")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class AttentesResource {

    private final Attentes attentes;

    AttentesResource(Attentes attentes) {
        this.attentes = attentes;
    }

    /** One thing that awaits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttenteVue(
            @Schema(description = "Ce qui est à faire") Attente.Nature nature,
            @Schema(description = "Code de la branche") String branche,
            @Schema(description = "Dossier, quand il s’agit d’un seul") UUID candidature,
            @Schema(description = "Jury dont il s’agit") UUID jury,
            @Schema(description = "Certification dont il s’agit") String certification,
            @Schema(description = "Numéro du dossier ou du jury") String numero,
            @Schema(description = "Nom de ce dont il s’agit") String sujet,
            @Schema(description = "Pourquoi, en une phrase") String motif,
            @Schema(description = "Nombre de dossiers, de comptes ou de courriels") int nombre,
            @Schema(description = "Jusqu’à quand, si les données le disent") LocalDate echeance,
            @Schema(description = "Depuis quand") LocalDate depuis,
            Attente.Urgence urgence) {

        static AttenteVue of(Attente attente, LocalDate jour) {
            Sujet sujet = attente.sujet();
            Sujet.Dossier dossier = sujet instanceof Sujet.Dossier d ? d : null;
            Sujet.Seance seance = sujet instanceof Sujet.Seance s ? s : null;
            return new AttenteVue(
                    attente.nature(),
                    attente.branche(),
                    dossier == null ? null : dossier.id(),
                    seance == null ? null : seance.id(),
                    sujet instanceof Sujet.Certification certification ? certification.code() : null,
                    dossier != null ? dossier.numero() : seance == null ? null : seance.numero(),
                    sujet.nom(),
                    attente.motif(),
                    attente.nombre(),
                    attente.echeance(),
                    attente.depuis(),
                    attente.urgence(jour));
        }
    }

    /** How many of a kind. */
    public record CompteVue(
            Attente.Nature nature,
            long nombre,
            @Schema(description = "Vrai quand il peut y en avoir davantage : seuls les plus anciens sont examinés")
                    boolean auMoins) {}

    /** What awaits, and how much of each kind. */
    public record AttentesVue(LocalDate jour, List<AttenteVue> attentes, List<CompteVue> comptes) {}

    @GET
    @Exige(Droit.ATTENTES_LIRE)
    @Operation(
            operationId = "lireAttentes",
            summary = "Ce qui attend le compte dans tous ses rôles, le plus urgent d’abord",
            description = "Au plus dix attentes de chaque nature ; les comptes disent combien il y en a en tout.")
    @ApiResponse(responseCode = "200", description = "Les attentes du jour", useReturnTypeSchema = true)
    public AttentesVue list(@Context SecurityContext security) {
        Attentes.Tableau tableau = attentes.of(Identification.acteur(security));
        return new AttentesVue(
                tableau.jour(),
                tableau.attentes().stream()
                        .map(a -> AttenteVue.of(a, tableau.jour()))
                        .toList(),
                tableau.comptes().entrySet().stream()
                        .map(c -> new CompteVue(
                                c.getKey(), c.getValue().nombre(), c.getValue().auMoins()))
                        .toList());
    }
}
