package fr.parchemin.rest.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Tranche;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Inscriptions.Dossier;
import fr.parchemin.candidature.Registre;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.mention.Mentions;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.rest.internal.Vues.ActeVue;
import fr.parchemin.rest.internal.Vues.CandidatureResume;
import fr.parchemin.rest.internal.Vues.CandidatureVue;
import fr.parchemin.rest.internal.Vues.CertificatVue;
import fr.parchemin.rest.internal.Vues.GrilleVue;
import fr.parchemin.rest.internal.Vues.PageCandidatures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** The files of candidates, from the application to the certificate. */
@Path("/candidatures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Candidatures")
@SecurityRequirement(name = ApiServer.JETON)
@ProblemesPossibles
public final class CandidaturesResource {

    private final Registre registre;
    private final Inscriptions inscriptions;
    private final Evaluations evaluations;
    private final Deliberations deliberations;
    private final Delivrances delivrances;

    private final Mentions mentions;

    CandidaturesResource(
            Registre registre,
            Inscriptions inscriptions,
            Evaluations evaluations,
            Deliberations deliberations,
            Delivrances delivrances,
            Mentions mentions) {
        this.registre = registre;
        this.inscriptions = inscriptions;
        this.evaluations = evaluations;
        this.deliberations = deliberations;
        this.delivrances = delivrances;
        this.mentions = mentions;
    }

    /** The person who applies. */
    public record NouveauCandidat(
            String nomNaissance,
            String nomUsage,
            String prenoms,
            Candidat.Sexe sexe,
            LocalDate dateNaissance,
            String lieuNaissance,
            String courriel) {
        Candidat candidat() {
            return new Candidat(
                    RefusException.required("candidat.nomNaissance", nomNaissance),
                    nomUsage,
                    RefusException.required("candidat.prenoms", prenoms),
                    RefusException.required("candidat.sexe", sexe),
                    RefusException.required("candidat.dateNaissance", dateNaissance),
                    RefusException.required("candidat.lieuNaissance", lieuNaissance),
                    courriel);
        }
    }

    /** An organisme or an entreprise. */
    public record NouveauTiers(String nom, String siret) {
        static Tiers tiers(String champ, NouveauTiers given) {
            return given == null
                    ? null
                    : new Tiers(RefusException.required(champ + ".nom", given.nom()), given.siret());
        }
    }

    /** An application. */
    public record NouvelleCandidature(
            String branche,
            String certification,
            @Schema(description = "Version du référentiel ; par défaut celle en vigueur") String version,
            Voie voie,
            NouveauCandidat candidat,
            NouveauTiers organisme,
            NouveauTiers entreprise,
            List<String> formateurs) {}

    /** What is established about a prerequisite. */
    public record ConstatPrerequis(
            Boolean satisfait, String numero, LocalDate delivreLe, LocalDate valideJusquAu, String observation) {}

    /** The évaluateurs to designate, by their identifiants. */
    public record Designation(List<String> evaluateurs) {}

    /** A filled grid. */
    public record NouvelleSaisie(
            Presence presence,
            @Schema(
                            description =
                                    "Par critère : ACQUIS, NON_ACQUIS ou NON_OBSERVE, le code d’un niveau, ou un nombre de points")
                    Map<String, Object> notes,
            String observation,
            @Schema(description = "Passage ou session, 1 quand rien n’est dit") Integer passage) {}

    /** Where a certificate is delivered. */
    public record NouvelleDelivrance(String lieu) {}

    @POST
    @Exige(Droit.CANDIDATURE_DEPOSER)
    @Operation(operationId = "deposerCandidature", summary = "Dépose une candidature")
    @ApiResponse(
            responseCode = "201",
            description = "Candidature déposée",
            content = @Content(schema = @Schema(implementation = CandidatureVue.class)))
    public Response submit(@Context SecurityContext security, NouvelleCandidature nouvelle) {
        Acteur by = Identification.acteur(security);
        Inscriptions.Depot depot = new Inscriptions.Depot(
                RefusException.required("branche", nouvelle.branche()),
                RefusException.required("certification", nouvelle.certification()),
                nouvelle.version(),
                RefusException.required("voie", nouvelle.voie()),
                RefusException.required("candidat", nouvelle.candidat()).candidat(),
                NouveauTiers.tiers("organisme", nouvelle.organisme()),
                NouveauTiers.tiers("entreprise", nouvelle.entreprise()),
                nouvelle.formateurs() == null ? List.of() : nouvelle.formateurs());
        Candidature created = RefusException.orThrow(inscriptions.submit(by, depot));
        return Response.created(URI.create("candidatures/" + created.id()))
                .entity(view(by, created.id()))
                .build();
    }

    @GET
    @Exige(Droit.CANDIDATURES_LISTER)
    @Operation(
            operationId = "listerCandidatures",
            summary = "Les candidatures que le compte peut ouvrir, filtrées et ordonnées",
            description =
                    "Tous les filtres dits s’appliquent à la fois ; etat se répète. Les pages se suivent par le numéro d’un dossier : apres pour la suivante, avant pour la précédente, repris de suivant et precedent. Avec compter=true, nombre dit combien de dossiers répondent aux filtres, jusqu’à 1 000.")
    @ApiResponse(responseCode = "200", description = "Une page de candidatures", useReturnTypeSchema = true)
    public PageCandidatures list(
            @Context SecurityContext security,
            @BeanParam ParametresFiltre parametres,
            @Parameter(description = "RECENTES (par défaut), ANCIENNES ou NOM") @QueryParam("tri") String tri,
            @Parameter(description = "Numéro après lequel reprendre la liste") @QueryParam("apres") String apres,
            @Parameter(description = "Numéro avant lequel revenir en arrière") @QueryParam("avant") String avant,
            @Parameter(description = "De 1 à 200, 50 par défaut") @QueryParam("limite") String limite,
            @Parameter(description = "true pour compter aussi") @QueryParam("compter") String compter) {
        Acteur by = Identification.acteur(security);
        Filtre filtre = parametres.filtre();
        Tranche<Candidature> page = RefusException.orThrow(registre.page(
                by,
                filtre,
                ParametresFiltre.tri(tri),
                new Tranche.Place(Parametres.text(apres), Parametres.text(avant), Parametres.limite(limite))));
        Registre.Nombre nombre = Boolean.TRUE.equals(Parametres.bool("compter", compter))
                ? RefusException.orThrow(registre.count(by, filtre))
                : null;
        return new PageCandidatures(
                page.elements().stream().map(CandidatureResume::of).toList(),
                page.precedent().orElse(null),
                page.suivant().orElse(null),
                nombre);
    }

    @GET
    @Path("/{id}")
    @Exige(Droit.CANDIDATURE_LIRE)
    @Operation(operationId = "lireCandidature", summary = "Une candidature")
    @ApiResponse(responseCode = "200", description = "La candidature", useReturnTypeSchema = true)
    public CandidatureVue find(@Context SecurityContext security, @PathParam("id") String id) {
        return view(Identification.acteur(security), Identifiant.of(id));
    }

    @PUT
    @Path("/{id}/prerequis/{prerequis}")
    @Exige(Droit.PREREQUIS_CONSTATER)
    @Operation(operationId = "constaterPrerequis", summary = "Constate un prérequis")
    @ApiResponse(responseCode = "200", description = "La candidature après le constat", useReturnTypeSchema = true)
    public CandidatureVue establish(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("prerequis") String prerequis,
            ConstatPrerequis constat) {
        Acteur by = Identification.acteur(security);
        UUID candidature = Identifiant.of(id);
        RefusException.orThrow(inscriptions.establishPrerequis(
                by,
                candidature,
                prerequis,
                new Inscriptions.Constat(
                        RefusException.required("satisfait", constat.satisfait()),
                        constat.numero(),
                        constat.delivreLe(),
                        constat.valideJusquAu(),
                        constat.observation())));
        return view(by, candidature);
    }

    @PUT
    @Path("/{id}/evaluateurs")
    @Exige(Droit.EVALUATEURS_DESIGNER)
    @Operation(operationId = "designerEvaluateurs", summary = "Désigne les évaluateurs")
    @ApiResponse(responseCode = "200", description = "La candidature avec ses évaluateurs", useReturnTypeSchema = true)
    public CandidatureVue designate(
            @Context SecurityContext security, @PathParam("id") String id, Designation designation) {
        Acteur by = Identification.acteur(security);
        UUID candidature = Identifiant.of(id);
        RefusException.orThrow(inscriptions.designateEvaluateurs(
                by, candidature, new TreeSet<>(RefusException.required("evaluateurs", designation.evaluateurs()))));
        return view(by, candidature);
    }

    @GET
    @Path("/{id}/grille")
    @Exige(Droit.GRILLE_LIRE)
    @Operation(operationId = "lireGrille", summary = "La grille d’évaluation avec ce qui y est saisi")
    @ApiResponse(responseCode = "200", description = "La grille", useReturnTypeSchema = true)
    public GrilleVue grid(@Context SecurityContext security, @PathParam("id") String id) {
        return GrilleVue.of(
                RefusException.orThrow(evaluations.grille(Identification.acteur(security), Identifiant.of(id))));
    }

    @PUT
    @Path("/{id}/epreuves/{epreuve}/notes")
    @Exige(Droit.EPREUVE_NOTER)
    @Operation(operationId = "noterEpreuve", summary = "Note une épreuve, pour l’évaluateur identifié")
    @ApiResponse(responseCode = "200", description = "La grille après la saisie", useReturnTypeSchema = true)
    public GrilleVue mark(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("epreuve") String epreuve,
            NouvelleSaisie saisie) {
        return GrilleVue.of(RefusException.orThrow(evaluations.mark(
                Identification.acteur(security),
                Identifiant.of(id),
                epreuve,
                new Evaluations.Entree(
                        RefusException.required("presence", saisie.presence()),
                        texts(saisie.notes()),
                        saisie.observation(),
                        saisie.passage() == null ? 1 : saisie.passage()))));
    }

    /** Notes as texts; what is neither a text nor a number is shown as it came, so that the refusal can quote it. */
    private static Map<String, String> texts(Map<String, Object> notes) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (notes != null) {
            notes.forEach((critere, note) -> texts.put(
                    critere,
                    note instanceof BigDecimal decimal
                            ? decimal.toPlainString()
                            : note == null ? null : String.valueOf(note)));
        }
        return texts;
    }

    @GET
    @Path("/{id}/proposition")
    @Exige(Droit.PROPOSITION_LIRE)
    @Operation(operationId = "lireProposition", summary = "La proposition des règles de la branche, expliquée")
    @ApiResponse(responseCode = "200", description = "La proposition", useReturnTypeSchema = true)
    public Proposition proposition(@Context SecurityContext security, @PathParam("id") String id) {
        return RefusException.orThrow(evaluations.proposition(Identification.acteur(security), Identifiant.of(id)));
    }

    @GET
    @Path("/{id}/mentions")
    @Exige(Droit.DECISION_LIRE)
    @Operation(
            operationId = "lireMentions",
            summary = "Les mentions que la personne peut recevoir, chacune avec ses conditions",
            description =
                    "Calculées pour aujourd’hui sur ce que le dossier garde : la dernière décision, les prérequis établis, les accréditations de la branche. NON_CALCULEE : la règle en code de la mention n’a pas répondu, avec la raison ; la mention n’est ni accordée ni refusée.")
    @ApiResponse(
            responseCode = "200",
            description = "Les mentions, dans l’ordre du référentiel",
            useReturnTypeSchema = true)
    public MentionsPossibles mentions(@Context SecurityContext security, @PathParam("id") String id) {
        return RefusException.orThrow(mentions.ofCandidature(Identification.acteur(security), Identifiant.of(id)));
    }

    @POST
    @Path("/{id}/delivrance")
    @Exige(Droit.CERTIFICAT_DELIVRER)
    @Operation(operationId = "delivrerCertificat", summary = "Délivre le certificat, acte du certificateur")
    @ApiResponse(
            responseCode = "201",
            description = "Certificat délivré",
            content = @Content(schema = @Schema(implementation = CertificatVue.class)))
    public Response deliver(
            @Context SecurityContext security, @PathParam("id") String id, NouvelleDelivrance delivrance) {
        Certificat certificat = RefusException.orThrow(
                delivrances.deliver(Identification.acteur(security), Identifiant.of(id), delivrance.lieu()));
        return Response.created(URI.create("certificats/" + certificat.numero()))
                .entity(CertificatVue.of(certificat))
                .build();
    }

    @GET
    @Path("/{id}/releve.pdf")
    @Produces(Pdf.MEDIA_TYPE)
    @Exige(Droit.CERTIFICAT_LIRE)
    @Operation(operationId = "releveCandidature", summary = "Le relevé de blocs d’une candidature décidée")
    @ApiResponse(
            responseCode = "200",
            description = "Le relevé de blocs",
            content = @Content(mediaType = Pdf.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")))
    public Response releve(@Context SecurityContext security, @PathParam("id") String id) {
        Acteur by = Identification.acteur(security);
        UUID candidature = Identifiant.of(id);
        byte[] pdf = RefusException.orThrow(delivrances.releveOfCandidature(by, candidature));
        return Pdf.response(pdf, "releve-" + candidature + ".pdf");
    }

    @GET
    @Path("/{id}/journal")
    @Exige(Droit.CANDIDATURE_JOURNAL_LIRE)
    @Operation(operationId = "lireJournal", summary = "Les actes accomplis sur une candidature")
    @ApiResponse(responseCode = "200", description = "Les actes, dans leur ordre", useReturnTypeSchema = true)
    public List<ActeVue> journal(@Context SecurityContext security, @PathParam("id") String id) {
        return RefusException.orThrow(inscriptions.journal(Identification.acteur(security), Identifiant.of(id)))
                .stream()
                .map(ActeVue::of)
                .toList();
    }

    private CandidatureVue view(Acteur by, UUID id) {
        Dossier dossier = RefusException.orThrow(inscriptions.find(by, id));
        boolean presented = dossier.candidature().etat().jury() != null;
        Decision decision = null;
        if (presented && by.may(Droit.DECISION_LIRE, dossier.candidature().asObjet())) {
            decision = RefusException.orThrow(deliberations.decision(by, id)).orElse(null);
        }
        String certificat = null;
        if (presented && by.may(Droit.CERTIFICAT_LIRE, dossier.candidature().asObjet())) {
            certificat = RefusException.orThrow(delivrances.ofCandidature(by, id))
                    .map(Certificat::numero)
                    .orElse(null);
        }
        return CandidatureVue.of(
                dossier.candidature(), dossier.referentiel(), decision, certificat, LocalDate.now(HeureLegale.ZONE));
    }
}
