package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.journal.Journaux;
import fr.parchemin.journal.Verification;
import fr.parchemin.rest.internal.Vues.ActeVue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;

/** The journal of acts: its lines, whether its chain holds, and the erasure of a person in it. */
@Path("/journal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class JournalResource {

    private final Journaux journaux;

    JournalResource(Journaux journaux) {
        this.journaux = journaux;
    }

    /** A page of lines; {@code suivant} is the {@code avant} of the next one. */
    public record PageJournal(List<ActeVue> elements, Long suivant) {}

    /** What is wrong with the chain. */
    public record RuptureVue(long rang, Verification.Nature nature, String phrase) {}

    /** Whether the chain holds, and where it ends: {@code tete} and {@code empreinte} are what to note elsewhere. */
    public record VerificationVue(boolean intact, long lignes, long tete, String empreinte, RuptureVue rupture) {
        static VerificationVue of(Verification v) {
            return new VerificationVue(
                    v.isIntact(),
                    v.lignes(),
                    v.tete().rang(),
                    v.tete().empreinte(),
                    v.rupture()
                            .map(r -> new RuptureVue(r.rang(), r.nature(), r.phrase()))
                            .orElse(null));
        }
    }

    /** A person to erase from the journal, and why. */
    public record Effacement(String personne, String motif) {}

    @GET
    @Exige(Droit.JOURNAL_LIRE)
    @Operation(
            operationId = "listerJournal",
            summary = "Les lignes du journal, les plus récentes d’abord",
            description = "L’administrateur les voit toutes, sans les valeurs personnelles ; le secrétariat voit celles"
                    + " de sa branche, avec elles, et cette lecture est elle-même inscrite au journal.")
    @ApiResponse(responseCode = "200", description = "Une page de lignes", useReturnTypeSchema = true)
    public PageJournal list(
            @Context SecurityContext security,
            @QueryParam("branche") String branche,
            @Parameter(description = "Ce sur quoi porte l’acte, par exemple candidature/ suivi de son identifiant")
                    @QueryParam("objet")
                    String objet,
            @QueryParam("acteur") String acteur,
            @Parameter(description = "Premier jour") @QueryParam("du") String du,
            @Parameter(description = "Dernier jour") @QueryParam("au") String au,
            @Parameter(description = "Rang avant lequel continuer") @QueryParam("avant") String avant,
            @QueryParam("limite") String limite) {
        Journaux.Page page = RefusException.orThrow(journaux.list(
                Identification.acteur(security),
                new Journaux.Demande(
                        Parametres.text(branche),
                        Parametres.text(objet),
                        Parametres.text(acteur),
                        day("du", du),
                        day("au", au),
                        Parametres.rang("avant", avant),
                        Parametres.limite(limite))));
        return new PageJournal(
                page.lignes().stream().map(ActeVue::of).toList(), page.suivant().orElse(null));
    }

    private static LocalDate day(String name, String text) {
        return Parametres.text(text) == null ? null : Parametres.date(name, text);
    }

    @GET
    @Path("/verification")
    @Exige(Droit.JOURNAL_VERIFIER)
    @Operation(operationId = "verifierJournal", summary = "Vérifie la chaîne du journal, du début à la fin")
    @ApiResponse(
            responseCode = "200",
            description = "Ce que la vérification a trouvé, rupture comprise",
            useReturnTypeSchema = true)
    public VerificationVue verify(@Context SecurityContext security) {
        return VerificationVue.of(RefusException.orThrow(journaux.verify(Identification.acteur(security))));
    }

    @POST
    @Path("/effacements")
    @Exige(Droit.CLE_PERSONNE_DETRUIRE)
    @Operation(
            operationId = "effacerDuJournal",
            summary = "Détruit la clé d’une personne : ce que le journal en dit devient illisible, sans retour")
    @ApiResponse(responseCode = "204", description = "Clé détruite")
    public void erase(@Context SecurityContext security, Effacement effacement) {
        Acteur by = Identification.acteur(security);
        RefusException.orThrow(journaux.erase(
                by, Identifiant.of(RefusException.required("personne", effacement.personne())), effacement.motif()));
    }
}
