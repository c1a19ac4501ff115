package fr.parchemin.rest.internal;

import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Cadences;
import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.GestionJetonsApi;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.IdentitesExternes;
import fr.parchemin.acces.Invitations;
import fr.parchemin.acces.MotsDePasse;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acces.SessionsOuvertes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.administration.Depots;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Registre;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.delivrance.Verifications;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Fil;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.journal.Journaux;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.RegistreJurys;
import fr.parchemin.liste.ActesEnLot;
import fr.parchemin.liste.MesVues;
import fr.parchemin.mention.Mentions;
import fr.parchemin.migration.Migrations;
import fr.parchemin.notification.Notifications;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.personne.MonParcours;
import fr.parchemin.personne.Rattachements;
import fr.parchemin.regle.Regles;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the resources together and serves them for as long as what they need is there. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Parchemin",
                        version = "0.1.0",
                        description = "Les CQP des branches professionnelles, du référentiel au certificat. "
                                + "Toute opération non publique demande un jeton, obtenu par POST /api/jetons."),
        servers = @Server(url = "/api"))
@SecurityScheme(name = ApiServer.JETON, type = SecuritySchemeType.HTTP, scheme = "bearer")
@Component(service = {})
public final class ApiServer {
    /** How the description of the interface names what an operation that is not public asks for. */
    static final String JETON = "jeton";

    private final CxfEngine engine;

    @Activate
    public ApiServer(
            BundleContext context,
            @Reference Catalogue catalogue,
            @Reference Regles regles,
            @Reference Connexions connexions,
            @Reference Elevations elevations,
            @Reference SessionsOuvertes sessions,
            @Reference SecondFacteur secondFacteur,
            @Reference ClesAcces cles,
            @Reference MotsDePasse motsDePasse,
            @Reference GestionJetonsApi jetonsApi,
            @Reference GestionLiens liens,
            @Reference Invitations invitations,
            @Reference Cadences cadences,
            @Reference GestionComptes comptes,
            @Reference AdministrationComptes administration,
            @Reference Depots depots,
            @Reference Inscriptions inscriptions,
            @Reference Evaluations evaluations,
            @Reference Deliberations deliberations,
            @Reference Delivrances delivrances,
            @Reference Mentions mentions,
            @Reference Verifications verifications,
            @Reference Migrations migrations,
            @Reference ParametresBranche parametres,
            @Reference IdentitesExternes identites,
            @Reference Rattachements rattachements,
            @Reference MonParcours parcours,
            @Reference Journaux journaux,
            @Reference Echanges echanges,
            @Reference Fil fil,
            @Reference Notifications notifications,
            @Reference Registre registre,
            @Reference RegistreJurys registreJurys,
            @Reference ActesEnLot lots,
            @Reference MesVues vues,
            @Reference Transactions transactions) {
        engine = new CxfEngine(
                context,
                List.of(
                        new SanteResource(catalogue, transactions),
                        new OpenApiResource(),
                        new BranchesResource(catalogue, parametres, depots),
                        new DepotResource(depots),
                        new DroitsResource(),
                        new ParametresResource(parametres),
                        new CertificationsResource(catalogue, regles, parametres),
                        new ClassificationsResource(catalogue),
                        new VerificationResource(verifications),
                        new JetonsResource(connexions, elevations),
                        new FournisseursResource(identites),
                        new MotsDePasseResource(motsDePasse),
                        new ConnexionCleResource(cles),
                        new ClesResource(cles, secondFacteur),
                        new MoiResource(sessions, secondFacteur, motsDePasse, jetonsApi),
                        new ComptesResource(administration, comptes, invitations, secondFacteur),
                        new LiensResource(inscriptions, liens),
                        new RegistreResource(registre),
                        new LotsResource(lots),
                        new VuesResource(vues),
                        new CandidaturesResource(
                                registre, inscriptions, evaluations, deliberations, delivrances, mentions),
                        new FilResource(fil),
                        new MessagesResource(echanges),
                        new NotesResource(echanges),
                        new NotificationsResource(notifications),
                        new MigrationsResource(migrations),
                        new DossiersOuvertsResource(migrations),
                        new JurysResource(registreJurys, deliberations),
                        new CertificatsResource(delivrances),
                        new RessemblancesResource(inscriptions, rattachements),
                        new TitresAilleursResource(rattachements),
                        new PartagesResource(rattachements),
                        new LiensPersonnelsResource(rattachements),
                        new ParcoursResource(parcours, rattachements),
                        new JournalResource(journaux)),
                List.of(new Identification(connexions, elevations, cadences), new Corps(), new Problemes()),
                Json.mapper());
    }

    @Deactivate
    void stop() {
        engine.close();
    }
}
