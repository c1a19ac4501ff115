package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Tranche;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.RegistreJurys;
import fr.parchemin.jury.Vote;
import fr.parchemin.rest.internal.Vues.DecisionVue;
import fr.parchemin.rest.internal.Vues.DossierVue;
import fr.parchemin.rest.internal.Vues.JuryResume;
import fr.parchemin.rest.internal.Vues.JuryVue;
import fr.parchemin.rest.internal.Vues.PageJurys;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The juries: composed by the rule of the branch, they decide on the files put before them. */
@Path("/jurys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Jurys")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class JurysResource {

    private final RegistreJurys registre;
    private final Deliberations deliberations;

    JurysResource(RegistreJurys registre, Deliberations deliberations) {
        this.registre = registre;
        this.deliberations = deliberations;
    }

    /** A member to be. */
    public record NouveauMembre(
            String nom,
            String college,
            String identifiant,
            String employeur,
            Integer pratiqueAnnees,
            Boolean president) {}

    /** A jury to compose. */
    public record NouveauJury(
            String branche, String certification, LocalDate date, String lieu, List<NouveauMembre> membres) {}

    /** Files to put before the jury. */
    public record Presentation(List<UUID> candidatures) {}

    /** The votes on a bloc. */
    public record VotesBloc(String bloc, List<VoteMembre> votes) {}

    /** What a member says. */
    public record VoteMembre(UUID membre, Vote.Sens sens) {}

    /** A deliberation on one file. */
    public record NouvelleDecision(
            List<UUID> presents,
            List<VotesBloc> blocs,
            @Schema(description = "Par bloc, en place de ses votes : tous les votants l’ont validé, ou refusé")
                    Map<String, Boolean> unanime,
            String motif) {}

    @POST
    @Exige(Droit.JURY_COMPOSER)
    @Operation(operationId = "composerJury", summary = "Compose un jury selon la règle de la branche")
    @ApiResponse(
            responseCode = "201",
            description = "Jury composé",
            content = @Content(schema = @Schema(implementation = JuryVue.class)))
    public Response compose(@Context SecurityContext security, NouveauJury nouveau) {
        Acteur by = Identification.acteur(security);
        Jury jury = RefusException.orThrow(deliberations.compose(
                by,
                new Deliberations.Composition(
                        RefusException.required("branche", nouveau.branche()),
                        RefusException.required("certification", nouveau.certification()),
                        RefusException.required("date", nouveau.date()),
                        RefusException.required("lieu", nouveau.lieu()),
                        RefusException.required("membres", nouveau.membres()).stream()
                                .map(m -> new Deliberations.Membre(
                                        m.nom(),
                                        m.college(),
                                        m.identifiant(),
                                        m.employeur(),
                                        m.pratiqueAnnees(),
                                        Boolean.TRUE.equals(m.president())))
                                .toList())));
        return Response.created(URI.create("jurys/" + jury.id()))
                .entity(view(by, jury.id()))
                .build();
    }

    @GET
    @Exige(Droit.JURYS_LISTER)
    @Operation(
            operationId = "listerJurys",
            summary = "Les jurys que le compte peut ouvrir, filtrés, composés en dernier d’abord")
    @ApiResponse(responseCode = "200", description = "Une page de jurys", useReturnTypeSchema = true)
    public PageJurys list(
            @Context SecurityContext security,
            @QueryParam("branche") String branche,
            @QueryParam("certification") String certification,
            @Parameter(description = "COMPOSE ou VALIDE") @QueryParam("etat") String etat,
            @Parameter(description = "Premier jour où ils siègent") @QueryParam("du") String du,
            @Parameter(description = "Dernier jour où ils siègent") @QueryParam("au") String au,
            @Parameter(description = "Numéro après lequel reprendre la liste") @QueryParam("apres") String apres,
            @Parameter(description = "Numéro avant lequel revenir en arrière") @QueryParam("avant") String avant,
            @QueryParam("limite") String limite) {
        EtatJury wanted = Parametres.choice("etat", etat, EtatJury.class);
        Tranche<Jury> page = RefusException.orThrow(registre.page(
                Identification.acteur(security),
                new FiltreJurys(
                        Parametres.text(branche),
                        Parametres.text(certification),
                        wanted == null ? null : wanted == EtatJury.VALIDE,
                        Parametres.optionalDate("du", du),
                        Parametres.optionalDate("au", au)),
                new Tranche.Place(Parametres.text(apres), Parametres.text(avant), Parametres.limite(limite))));
        return new PageJurys(
                page.elements().stream().map(JuryResume::of).toList(),
                page.precedent().orElse(null),
                page.suivant().orElse(null));
    }

    /** How far a jury is, in a filter. */
    private enum EtatJury {
        COMPOSE,
        VALIDE
    }

    @GET
    @Path("/{id}")
    @Exige(Droit.JURY_LIRE)
    @Operation(operationId = "lireJury", summary = "Un jury et les dossiers qui lui sont présentés")
    @ApiResponse(responseCode = "200", description = "Le jury et ses dossiers", useReturnTypeSchema = true)
    public JuryVue find(@Context SecurityContext security, @PathParam("id") String id) {
        return view(Identification.acteur(security), Identifiant.of(id));
    }

    @POST
    @Path("/{id}/validation")
    @Exige(Droit.JURY_VALIDER)
    @Operation(operationId = "validerJury", summary = "Valide la liste des membres, acte du certificateur")
    @ApiResponse(responseCode = "200", description = "Le jury validé", useReturnTypeSchema = true)
    public JuryVue validate(@Context SecurityContext security, @PathParam("id") String id) {
        Acteur by = Identification.acteur(security);
        UUID jury = Identifiant.of(id);
        RefusException.orThrow(deliberations.validate(by, jury));
        return view(by, jury);
    }

    @GET
    @Path("/{id}/presentables")
    @Exige(Droit.JURY_PRESENTER)
    @Operation(operationId = "listerPresentables", summary = "Les dossiers qui peuvent être présentés à ce jury")
    @ApiResponse(responseCode = "200", description = "Les dossiers", useReturnTypeSchema = true)
    public List<DossierVue> presentables(@Context SecurityContext security, @PathParam("id") String id) {
        return RefusException.orThrow(deliberations.presentables(Identification.acteur(security), Identifiant.of(id)))
                .stream()
                .map(DossierVue::of)
                .toList();
    }

    @POST
    @Path("/{id}/candidatures")
    @Exige(Droit.JURY_PRESENTER)
    @Operation(operationId = "presenterCandidatures", summary = "Présente des dossiers au jury, tous ou aucun")
    @ApiResponse(responseCode = "200", description = "Le jury et ses dossiers", useReturnTypeSchema = true)
    public JuryVue present(@Context SecurityContext security, @PathParam("id") String id, Presentation presentation) {
        Deliberations.Seance seance = RefusException.orThrow(deliberations.present(
                Identification.acteur(security),
                Identifiant.of(id),
                new LinkedHashSet<>(RefusException.required("candidatures", presentation.candidatures()))));
        return view(seance);
    }

    @POST
    @Path("/{id}/candidatures/{candidature}/decision")
    @Exige(Droit.JURY_DECIDER)
    @Operation(operationId = "decider", summary = "Enregistre la décision du jury sur un dossier")
    @ApiResponse(
            responseCode = "201",
            description = "Décision enregistrée",
            content = @Content(schema = @Schema(implementation = DecisionVue.class)))
    public Response decide(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("candidature") String candidature,
            NouvelleDecision decision) {
        return Response.status(Response.Status.CREATED)
                .entity(DecisionVue.of(RefusException.orThrow(deliberations.decide(
                        Identification.acteur(security),
                        Identifiant.of(id),
                        Identifiant.of(candidature),
                        new Deliberations.Deliberation(
                                new LinkedHashSet<>(RefusException.required("presents", decision.presents())),
                                votes(decision.blocs()),
                                decision.unanime() == null ? Map.of() : decision.unanime(),
                                decision.motif())))))
                .build();
    }

    private static Map<String, List<Vote>> votes(List<VotesBloc> blocs) {
        Map<String, List<Vote>> votes = new LinkedHashMap<>();
        if (blocs != null) {
            for (VotesBloc bloc : blocs) {
                List<Vote> given = RefusException.required("blocs.votes", bloc.votes()).stream()
                        .map(v -> new Vote(
                                RefusException.required("blocs.votes.membre", v.membre()),
                                RefusException.required("blocs.votes.sens", v.sens())))
                        .toList();
                if (votes.put(RefusException.required("blocs.bloc", bloc.bloc()), given) != null) {
                    throw new RefusException(
                            CodeRefus.VOTE_INVALIDE, "le bloc « " + bloc.bloc() + " » figure deux fois");
                }
            }
        }
        return votes;
    }

    private JuryVue view(Acteur by, UUID id) {
        return view(RefusException.orThrow(deliberations.find(by, id)));
    }

    private static JuryVue view(Deliberations.Seance seance) {
        return JuryVue.of(seance.jury(), seance.referentiel().jury(), seance.dossiers());
    }
}
