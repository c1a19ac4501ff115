package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.branche.Financement;
import fr.parchemin.parametre.Cle;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.parametre.ParametresBranche.Demande;
import fr.parchemin.parametre.ParametresBranche.Saisie;
import fr.parchemin.parametre.ParametresEnVigueur;
import fr.parchemin.parametre.Valeur;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the secretariat of a branch adjusts without a new definition. */
@Path("/branches/{branche}/parametres")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Paramètres de branche")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class ParametresResource {

    private final ParametresBranche parametres;

    ParametresResource(ParametresBranche parametres) {
        this.parametres = parametres;
    }

    /** A value to put in force; {@code valeur} holds the fields of its key only. */
    public record NouveauParametre(
            @Schema(description = "signataire, contact, tarif ou logo") String cle,
            ValeurSaisie valeur,
            @Schema(description = "Premier jour, passé ou à venir") LocalDate du,
            @Schema(description = "Dernier jour, absent quand il n’y en a pas") LocalDate au,
            String motif) {}

    public record ValeurSaisie(
            String qualite,
            String nom,
            String courriel,
            String telephone,
            String site,
            String adresse,
            @Schema(description = "Certification du tarif, absente quand il vaut pour toutes") String certification,
            String libelle,
            @Schema(description = "En euros") BigDecimal montant,
            Financement.Unite unite,
            @Schema(description = "Nom du fichier du logo, en .svg ou .png") String fichier,
            @Schema(description = "Le fichier du logo, en base64 ; 64 Ko au plus") String image) {}

    /** Why an entry is taken back. */
    public record MotifAnnulation(String motif) {}

    public record AnnulationVue(String par, Instant le, String motif) {}

    /** An entry of the history; of its values only that of its key is there. */
    public record ParametreVue(
            UUID id,
            Cle cle,
            Valeur.Signataire signataire,
            Valeur.Contact contact,
            Valeur.Tarif tarif,
            Valeur.Logo logo,
            LocalDate du,
            LocalDate au,
            String decidePar,
            Instant decideLe,
            String motif,
            boolean enVigueur,
            AnnulationVue annulation) {

        static ParametreVue of(Entree e, boolean enVigueur) {
            return new ParametreVue(
                    e.id(),
                    e.valeur().cle(),
                    e.valeur() instanceof Valeur.Signataire s ? s : null,
                    e.valeur() instanceof Valeur.Contact c ? c : null,
                    e.valeur() instanceof Valeur.Tarif t ? t : null,
                    e.valeur() instanceof Valeur.Logo l ? l : null,
                    e.du(),
                    e.au(),
                    e.decidePar(),
                    e.decideLe(),
                    e.motif(),
                    enVigueur,
                    e.annulation()
                            .map(a -> new AnnulationVue(a.par(), a.le(), a.motif()))
                            .orElse(null));
        }
    }

    /** The history, each entry saying whether it holds on that day. */
    public record ParametresVue(LocalDate le, List<ParametreVue> parametres) {}

    @GET
    @Exige(Droit.PARAMETRE_LIRE)
    @Operation(
            operationId = "listerParametres",
            summary = "Les paramètres d’une branche : tout l’historique, et ce qui est en vigueur un jour donné")
    @ApiResponse(
            responseCode = "200",
            description = "Les décisions dans leur ordre, annulées comprises",
            useReturnTypeSchema = true)
    public ParametresVue list(
            @Context SecurityContext security,
            @PathParam("branche") String branche,
            @Parameter(description = "Le jour dont on demande l’état ; par défaut aujourd’hui") @QueryParam("le")
                    String le) {
        Acteur by = Identification.acteur(security);
        LocalDate day = Parametres.text(le) == null ? LocalDate.now(HeureLegale.ZONE) : Parametres.date("le", le);
        List<Entree> history = RefusException.orThrow(parametres.history(by, branche));
        Set<UUID> holding = ParametresEnVigueur.on(day, history).entrees().stream()
                .map(Entree::id)
                .collect(Collectors.toSet());
        return new ParametresVue(
                day,
                history.stream()
                        .map(e -> ParametreVue.of(e, holding.contains(e.id())))
                        .toList());
    }

    @POST
    @Exige(Droit.PARAMETRE_DECIDER)
    @Operation(operationId = "deciderParametre", summary = "Décide un paramètre, à compter d’un jour")
    @ApiResponse(
            responseCode = "201",
            description = "Paramètre décidé",
            content = @Content(schema = @Schema(implementation = ParametreVue.class)))
    public Response decide(
            @Context SecurityContext security, @PathParam("branche") String branche, NouveauParametre nouveau) {
        Acteur by = Identification.acteur(security);
        Entree entree = RefusException.orThrow(parametres.decide(
                by,
                branche,
                new Demande(nouveau.cle(), saisie(nouveau.valeur()), nouveau.du(), nouveau.au(), nouveau.motif())));
        boolean holds = ParametresEnVigueur.on(
                        LocalDate.now(HeureLegale.ZONE), RefusException.orThrow(parametres.history(by, branche)))
                .entrees()
                .contains(entree);
        return Response.created(URI.create("branches/" + branche + "/parametres"))
                .entity(ParametreVue.of(entree, holds))
                .build();
    }

    @POST
    @Path("/{id}/annulation")
    @Exige(Droit.PARAMETRE_DECIDER)
    @Operation(
            operationId = "annulerParametre",
            summary = "Annule un paramètre : ce qu’il remplaçait est de nouveau en vigueur")
    @ApiResponse(responseCode = "200", description = "Le paramètre annulé", useReturnTypeSchema = true)
    public ParametreVue cancel(
            @Context SecurityContext security,
            @PathParam("branche") String branche,
            @PathParam("id") String id,
            MotifAnnulation annulation) {
        return ParametreVue.of(
                RefusException.orThrow(parametres.cancel(
                        Identification.acteur(security), branche, Identifiant.of(id), annulation.motif())),
                false);
    }

    private static Saisie saisie(ValeurSaisie v) {
        return v == null
                ? null
                : new Saisie(
                        v.qualite(),
                        v.nom(),
                        v.courriel(),
                        v.telephone(),
                        v.site(),
                        v.adresse(),
                        v.certification(),
                        v.libelle(),
                        v.montant(),
                        v.unite(),
                        v.fichier(),
                        image(v.image()));
    }

    private static byte[] image(String base64) {
        try {
            return base64 == null ? null : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new RefusException(CodeRefus.CHAMP_INVALIDE, "image", "attendu un fichier en base64");
        }
    }
}
