package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.branche.Branche;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.classification.CalculEffet;
import fr.parchemin.classification.Effet;
import fr.parchemin.equivalence.CalculEquivalences;
import fr.parchemin.equivalence.CalculEquivalences.Detenu;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Reference;
import fr.parchemin.regle.Regles;
import fr.parchemin.rest.internal.Vues.CertificationVue;
import fr.parchemin.rest.internal.Vues.DroitVue;
import fr.parchemin.rest.internal.Vues.FicheCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;

/** The catalogue of certifications. */
@Path("/certifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@ProblemesPossibles
public final class CertificationsResource {

    private final Catalogue catalogue;
    private final Regles regles;
    private final ParametresBranche parametres;

    CertificationsResource(Catalogue catalogue, Regles regles, ParametresBranche parametres) {
        this.catalogue = catalogue;
        this.regles = regles;
        this.parametres = parametres;
    }

    @GET
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(operationId = "listerCertifications", summary = "Les certifications du catalogue")
    @ApiResponse(responseCode = "200", description = "Les certifications trouvées", useReturnTypeSchema = true)
    public List<FicheCatalogue> list(
            @Parameter(description = "Mots cherchés dans l’intitulé, les autres appellations, l’emploi et la branche")
                    @QueryParam("texte")
                    String texte) {
        return catalogue.certifications(texte).stream()
                .map(f -> {
                    Certification c = f.referentiel().certification();
                    return new FicheCatalogue(
                            f.branche().code(),
                            c.code(),
                            c.intitule(),
                            c.alias(),
                            c.type().name(),
                            c.designation(),
                            c.niveau(),
                            f.referentiel().version(),
                            f.disponible());
                })
                .toList();
    }

    @GET
    @Path("/{branche}/{certification}")
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(operationId = "lireCertification", summary = "Le référentiel entier d’une certification")
    @ApiResponse(
            responseCode = "200",
            description = "Le référentiel, son empreinte et les versions connues",
            useReturnTypeSchema = true)
    public CertificationVue find(
            @PathParam("branche") String branche,
            @PathParam("certification") String certification,
            @Parameter(description = "Version du référentiel ; par défaut celle en vigueur") @QueryParam("version")
                    String version) {
        Catalogue.Version found = RefusException.orThrow(catalogue.certification(branche, certification, version));
        String code = found.referentiel().certification().code();
        return new CertificationVue(
                branche,
                found.branche().nom(),
                found.branche().isActive()
                        && found.branche()
                                .missingAgrement(found.referentiel(), LocalDate.now(HeureLegale.ZONE))
                                .isEmpty(),
                found.empreinte(),
                found.versions(),
                found.referentiel(),
                catalogue.equivalences(branche, code),
                found.branche().identite().map(Branche::agrements).orElse(List.of()).stream()
                        .filter(a -> a.certification().equals(code))
                        .toList(),
                parametres.today(found.branche()).identite().map(Branche::financement).orElse(List.of()).stream()
                        .filter(f ->
                                f.certification() == null || f.certification().equals(code))
                        .toList());
    }

    @GET
    @Path("/{branche}/{certification}/effet")
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(
            operationId = "effetCertification",
            summary = "Ce que vaut une certification dans un emploi, avec sa source",
            description =
                    "Un conseil, pas un ordre de paie. « autres » porte les effets d’une autre nature en vigueur le même jour.")
    @ApiResponse(responseCode = "200", description = "L’effet, avec sa source", useReturnTypeSchema = true)
    public Effet effet(
            @PathParam("branche") String branche,
            @PathParam("certification") String certification,
            @Parameter(description = "Version du référentiel ; par défaut celle en vigueur") @QueryParam("version")
                    String version,
            @BeanParam ParametresEffet emploi) {
        Catalogue.Version found = RefusException.orThrow(catalogue.certification(branche, certification, version));
        return CalculEffet.of(
                found.referentiel(), found.branche().classifications(), emploi.contexte(), regles.of(branche));
    }

    @GET
    @Path("/{branche}/{certification}/droits")
    @Exige(Droit.CATALOGUE_LIRE)
    @Operation(
            operationId = "listerDroits",
            summary = "Ce que peut faire valoir qui détient une certification, ou l’un de ses blocs",
            description =
                    "D’après les équivalences et passerelles de toutes les branches ; la certification détenue peut être d’une branche absente.")
    @ApiResponse(responseCode = "200", description = "Ce qui peut être demandé ce jour-là", useReturnTypeSchema = true)
    public List<DroitVue> claims(
            @PathParam("branche") String branche,
            @PathParam("certification") String certification,
            @Parameter(description = "Version détenue ; par défaut, n’importe laquelle") @QueryParam("version")
                    String version,
            @Parameter(description = "Bloc détenu ; par défaut, la certification entière") @QueryParam("bloc")
                    String bloc,
            @Parameter(description = "Jour, aujourd’hui par défaut", example = "2026-06-15") @QueryParam("le")
                    String le) {
        LocalDate day = le == null ? LocalDate.now(HeureLegale.ZONE) : Parametres.date("le", le);
        Reference held = new Reference(branche, certification, version, bloc, null);
        return CalculEquivalences.claims(catalogue.equivalences(), List.of(new Detenu(held, null)), day).stream()
                .map(DroitVue::of)
                .toList();
    }
}
