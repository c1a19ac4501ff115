package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Refus;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.migration.Apercu;
import fr.parchemin.migration.Migration;
import fr.parchemin.migration.Migrations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An open file and the newer versions of its référentiel. */
@Path("/candidatures/{id}/migration")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Candidatures")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class MigrationsResource {

    private final Migrations migrations;

    MigrationsResource(Migrations migrations) {
        this.migrations = migrations;
    }

    /** Which version a file goes to. */
    public record NouvelleMigration(
            @Schema(description = "Version du référentiel, celle de l’aperçu") String version) {}

    /** A grid taken over or kept apart. */
    public record GrilleMigree(
            String epreuve, String evaluateur, int passage, String presence, Map<String, String> notes) {
        static GrilleMigree of(Saisie saisie) {
            Map<String, String> notes = new LinkedHashMap<>();
            saisie.notes().forEach((critere, note) -> notes.put(critere, note.toString()));
            return new GrilleMigree(
                    saisie.epreuve(),
                    saisie.evaluateur(),
                    saisie.passage(),
                    saisie.presence().name(),
                    notes);
        }
    }

    /** Marks that find no place in the newer version. */
    public record GrilleMiseDeCote(GrilleMigree grille, List<String> criteres, String motif) {
        static GrilleMiseDeCote of(Apercu.MiseDeCote mise) {
            return new GrilleMiseDeCote(GrilleMigree.of(mise.saisie()), mise.criteres(), mise.motif());
        }
    }

    /** What a migration makes of a file. */
    public record ApercuVue(
            UUID candidature,
            String numero,
            String deVersion,
            String deEmpreinte,
            String versVersion,
            String versEmpreinte,
            List<String> etapes,
            @Schema(description = "Dernier jour où la version du dossier se délivre, null sans limite")
                    LocalDate delivranceJusquAu,
            boolean obligatoire,
            String etatAvant,
            String etatApres,
            List<Apercu.Ligne> lignes,
            List<GrilleMigree> grillesReprises,
            List<GrilleMiseDeCote> grillesMisesDeCote) {
        static ApercuVue of(Apercu a) {
            return new ApercuVue(
                    a.candidature(),
                    a.numero(),
                    a.deVersion(),
                    a.deEmpreinte(),
                    a.versVersion(),
                    a.versEmpreinte(),
                    a.etapes(),
                    a.delivranceJusquAu(),
                    a.obligatoire(),
                    a.etatAvant(),
                    a.etatApres(),
                    a.lignes(),
                    a.reprises().stream().map(GrilleMigree::of).toList(),
                    a.misesDeCote().stream().map(GrilleMiseDeCote::of).toList());
        }
    }

    /** A migration that was done. */
    public record MigrationVue(
            UUID id,
            String deVersion,
            String deEmpreinte,
            String versVersion,
            String versEmpreinte,
            String par,
            Instant le,
            String annuleePar,
            Instant annuleeLe,
            List<GrilleMiseDeCote> grillesMisesDeCote) {
        static MigrationVue of(Migration m) {
            return new MigrationVue(
                    m.id(),
                    m.avant().version(),
                    m.avant().empreinte(),
                    m.apres().version(),
                    m.apres().empreinte(),
                    m.par(),
                    m.le(),
                    m.annuleePar(),
                    m.annuleeLe(),
                    m.misesDeCote().stream().map(GrilleMiseDeCote::of).toList());
        }
    }

    /** The migrations of a file. */
    public record HistoriqueMigrations(
            List<MigrationVue> faites,
            boolean annulable,
            @Schema(description = "Pourquoi la dernière ne s’annule pas, null quand elle s’annule") String motif) {
        static HistoriqueMigrations of(Migrations.Historique h) {
            return new HistoriqueMigrations(
                    h.faites().stream().map(MigrationVue::of).toList(),
                    h.nonAnnulable().isEmpty(),
                    h.nonAnnulable().map(Refus::detail).orElse(null));
        }
    }

    /** What a file is once put back. */
    public record DossierRestaure(UUID candidature, String numero, String version, String empreinte, String etat) {}

    @GET
    @Exige(Droit.MIGRATION_CONDUIRE)
    @Operation(operationId = "listerMigrations", summary = "Les reprises déjà faites d’un dossier")
    @ApiResponse(responseCode = "200", description = "Les reprises, dans leur ordre", useReturnTypeSchema = true)
    public HistoriqueMigrations history(@Context SecurityContext security, @PathParam("id") String id) {
        return HistoriqueMigrations.of(
                RefusException.orThrow(migrations.history(Identification.acteur(security), Identifiant.of(id))));
    }

    @GET
    @Path("/apercu")
    @Exige(Droit.MIGRATION_CONDUIRE)
    @Operation(
            operationId = "apercevoirMigration",
            summary = "Ce que deviendrait un dossier sous une version plus récente ; rien n’est écrit")
    @ApiResponse(responseCode = "200", description = "L’aperçu", useReturnTypeSchema = true)
    public ApercuVue preview(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = "Version visée ; par défaut celle en vigueur") @QueryParam("version")
                    String version) {
        return ApercuVue.of(RefusException.orThrow(
                migrations.preview(Identification.acteur(security), Identifiant.of(id), version)));
    }

    @POST
    @Exige(Droit.MIGRATION_CONDUIRE)
    @Operation(
            operationId = "migrerCandidature",
            summary = "Reprend un dossier ouvert sous une version plus récente, acte du secrétariat")
    @ApiResponse(responseCode = "200", description = "Ce qui a été fait", useReturnTypeSchema = true)
    public ApercuVue migrate(
            @Context SecurityContext security, @PathParam("id") String id, NouvelleMigration migration) {
        Acteur by = Identification.acteur(security);
        return ApercuVue.of(RefusException.orThrow(
                migrations.migrate(by, Identifiant.of(id), RefusException.required("version", migration.version()))));
    }

    @POST
    @Path("/annulation")
    @Exige(Droit.MIGRATION_CONDUIRE)
    @Operation(
            operationId = "annulerMigration",
            summary = "Rend au dossier sa version, ses notes et ses évaluateurs d’avant la dernière reprise")
    @ApiResponse(responseCode = "200", description = "Le dossier tel qu’il était", useReturnTypeSchema = true)
    @Consumes(MediaType.WILDCARD)
    public DossierRestaure undo(@Context SecurityContext security, @PathParam("id") String id) {
        var restored = RefusException.orThrow(migrations.undo(Identification.acteur(security), Identifiant.of(id)));
        return new DossierRestaure(
                restored.id(),
                restored.numero(),
                restored.version(),
                restored.empreinte(),
                restored.etat().code());
    }
}
