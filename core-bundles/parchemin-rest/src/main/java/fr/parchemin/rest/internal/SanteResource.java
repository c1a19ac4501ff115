package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whether the platform serves, for who watches over it. */
@Path("/sante")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exploitation")
public final class SanteResource {

    private static final Logger LOG = LoggerFactory.getLogger(SanteResource.class);

    private final Catalogue catalogue;
    private final Transactions transactions;

    SanteResource(Catalogue catalogue, Transactions transactions) {
        this.catalogue = catalogue;
        this.transactions = transactions;
    }

    /**
     * The state of health.
     *
     * @param statut OK; DEGRADE when a branch is in error; PANNE when the database does not answer
     * @param branches state of each branch by its code
     * @param nombres how many branches stand how
     */
    public record Sante(Statut statut, Map<String, String> branches, Nombres nombres, Base base) {}

    /** How many branches are in each state. One that is away was taken out, so it degrades nothing; it is counted. */
    public record Nombres(long actives, long enErreur, long absentes) {
        static Nombres of(Collection<String> etats) {
            return new Nombres(
                    etats.stream().filter("ACTIVE"::equals).count(),
                    etats.stream().filter("EN_ERREUR"::equals).count(),
                    etats.stream().filter("ABSENTE"::equals).count());
        }
    }

    /** States of health. */
    public enum Statut {
        OK,
        DEGRADE,
        PANNE
    }

    /** States of the database. */
    public enum Base {
        OK,
        INJOIGNABLE
    }

    @GET
    @Exige(Droit.SANTE_LIRE)
    @Operation(operationId = "sante", summary = "État de santé de la plateforme")
    @ApiResponse(
            responseCode = "200",
            description = "La plateforme sert",
            content = @Content(schema = @Schema(implementation = Sante.class)))
    @ApiResponse(
            responseCode = "503",
            description = "La base de données ne répond pas",
            content = @Content(schema = @Schema(implementation = Sante.class)))
    public Response sante() {
        Map<String, String> etats = new TreeMap<>();
        for (VueBranche vue : catalogue.branches()) {
            etats.put(vue.code(), vue.etat().code());
        }
        Nombres nombres = Nombres.of(etats.values());
        if (!databaseAnswers()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .entity(new Sante(Statut.PANNE, etats, nombres, Base.INJOIGNABLE))
                    .build();
        }
        Statut statut = nombres.enErreur() > 0 ? Statut.DEGRADE : Statut.OK;
        return Response.ok(new Sante(statut, etats, nombres, Base.OK)).build();
    }

    private boolean databaseAnswers() {
        try {
            return transactions.isReachable();
        } catch (RuntimeException down) {
            LOG.warn("the database does not answer", down);
            return false;
        }
    }
}
