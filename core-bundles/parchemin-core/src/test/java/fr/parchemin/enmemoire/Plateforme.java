package fr.parchemin.enmemoire;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.internal.JournaledLectures;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.internal.Registre;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.candidature.internal.TransactionalInscriptions;
import fr.parchemin.candidature.internal.TransactionalRegistre;
import fr.parchemin.delivrance.internal.TransactionalDelivrances;
import fr.parchemin.echange.internal.JournalFil;
import fr.parchemin.echange.internal.TransactionalEchanges;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.internal.SaisiesNotateurs;
import fr.parchemin.evaluation.internal.TransactionalEvaluations;
import fr.parchemin.golden.internal.GoldenPreuve;
import fr.parchemin.journal.internal.TransactionalJournaux;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.internal.TransactionalDeliberations;
import fr.parchemin.jury.internal.TransactionalRegistreJurys;
import fr.parchemin.liste.internal.OneByOne;
import fr.parchemin.liste.internal.PersonalVues;
import fr.parchemin.mention.internal.OptionsConstitutives;
import fr.parchemin.mention.internal.TransactionalMentions;
import fr.parchemin.migration.internal.TransactionalMigrations;
import fr.parchemin.notification.internal.AvisDesActes;
import fr.parchemin.notification.internal.TransactionalNotifications;
import fr.parchemin.parametre.internal.TransactionalParametres;
import fr.parchemin.personne.internal.IdentitesDesPersonnes;
import fr.parchemin.personne.internal.TransactionalRattachements;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.referentiel.internal.CachedReferentiels;
import fr.parchemin.regle.GardeRegles;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The use cases of the platform on stores in memory, with the two made-up branches and an account for each role. */
public final class Plateforme {

    public static final String ESSAI = "essai";
    public static final String TEMOIN = "temoin";

    public final Pendule clock = new Pendule(LocalDate.of(2026, 6, 15));
    public final Base base = new Base();
    public final CandidaturesEnMemoire candidatures = new CandidaturesEnMemoire(base);
    public final SaisiesEnMemoire saisies = new SaisiesEnMemoire(base);
    public final MigrationsEnMemoire migrationsFaites = new MigrationsEnMemoire(base, candidatures);
    public final JurysEnMemoire jurys = new JurysEnMemoire(base);
    public final DecisionsEnMemoire decisions = new DecisionsEnMemoire(base);
    public final CertificatsEnMemoire certificats = new CertificatsEnMemoire(base, candidatures);
    public final SnapshotsEnMemoire snapshots = new SnapshotsEnMemoire(base);
    public final BranchesConnuesEnMemoire connues = new BranchesConnuesEnMemoire(base);
    public final JournalEnMemoire journal = new JournalEnMemoire(base);
    public final JournaledLectures lectures = new JournaledLectures(base, journal, journal, clock);
    public final DecidesEnMemoire decides = new DecidesEnMemoire(base);
    public final ComptesEnMemoire comptes = new ComptesEnMemoire(base, clock);
    public final PersonnesEnMemoire personnes = new PersonnesEnMemoire(base);
    public final List<String> jetons = new ArrayList<>();
    public final DocumentsEnTexte documents = new DocumentsEnTexte();
    public final Executeur executeur = new Executeur();

    public final GardeRegles garde = GardeRegles.standalone();
    public final Registre registre =
            new Registre(new GoldenPreuve(), garde, base, snapshots, connues, journal, clock, executeur);
    public final Catalogue catalogue = registre.catalogue();
    public final Referentiels referentiels = new CachedReferentiels(base, snapshots);
    public final TransactionalRattachements rattachements = new TransactionalRattachements(
            base,
            personnes,
            candidatures,
            certificats,
            journal,
            catalogue,
            (known, jeton, expireLe) -> jetons.add(jeton),
            clock);
    public final IdentitesDesPersonnes identites =
            new IdentitesDesPersonnes(personnes, candidatures, rattachements, clock);
    public final TransactionalInscriptions inscriptions = new TransactionalInscriptions(
            base,
            candidatures,
            identites,
            new SaisiesNotateurs(saisies),
            comptes,
            journal,
            lectures,
            catalogue,
            referentiels,
            garde,
            clock);
    public final TransactionalRegistre registreCandidatures =
            new TransactionalRegistre(base, candidatures, journal, catalogue, clock);
    public final TransactionalRegistreJurys registreJurys = new TransactionalRegistreJurys(base, jurys, catalogue);
    public final PersonalVues vues = new PersonalVues(base, new VuesEnMemoire(base), comptes, clock);
    public final TransactionalEvaluations evaluations =
            new TransactionalEvaluations(base, candidatures, saisies, journal, lectures, referentiels, garde, clock);
    public final TransactionalMigrations migrations = new TransactionalMigrations(
            base, candidatures, saisies, migrationsFaites, journal, catalogue, referentiels, clock);
    public final TransactionalDeliberations deliberations = new TransactionalDeliberations(
            base, jurys, decisions, candidatures, saisies, comptes, journal, catalogue, referentiels, garde, clock);
    public final TransactionalDelivrances delivrances = new TransactionalDelivrances(
            "https://certificats.exemple.fr/",
            base,
            certificats,
            candidatures,
            decisions,
            journal,
            lectures,
            catalogue,
            referentiels,
            documents,
            garde,
            new OptionsConstitutives(catalogue, referentiels, garde),
            decides,
            clock);
    public final OneByOne enLot = new OneByOne(registreCandidatures, inscriptions, deliberations, delivrances);
    public final TransactionalMentions mentions = new TransactionalMentions(
            base, candidatures, decisions, certificats, catalogue, referentiels, garde, clock);
    public final TransactionalParametres parametres =
            new TransactionalParametres(base, decides, journal, catalogue, clock);
    public final NotificationsEnMemoire notificationsGardees = new NotificationsEnMemoire(base, comptes, clock);
    public final TransactionalNotifications notifications =
            new TransactionalNotifications(base, notificationsGardees, journal, clock);
    public final MessagesEnMemoire messages = new MessagesEnMemoire(base, journal);
    public final TransactionalEchanges echanges =
            new TransactionalEchanges(base, candidatures, messages, notificationsGardees, journal, lectures, clock);
    public final JournalFil fil = new JournalFil(base, candidatures, comptes, journal, lectures);
    public final TransactionalJournaux journaux = new TransactionalJournaux(base, journal, journal, lectures, clock);

    public final Acteur admin = account("admin", "Ada Administratrice", Habilitation.ofPlatform(Role.ADMINISTRATEUR));
    public final Acteur secretariat = account("secretariat", "Sacha Secrétaire", in(Role.SECRETARIAT, ESSAI));
    public final Acteur organisme = account("organisme", "Centre Boréal", in(Role.ORGANISME, ESSAI));
    public final Acteur autreOrganisme = account("autre-organisme", "Centre Austral", in(Role.ORGANISME, ESSAI));
    public final Acteur evaluateur1 = account("e1", "Émile Premier", in(Role.EVALUATEUR, ESSAI));
    public final Acteur evaluateur2 = account("e2", "Édith Seconde", in(Role.EVALUATEUR, ESSAI));
    public final Acteur evaluateur3 = account("e3", "Élie Tiers", in(Role.EVALUATEUR, ESSAI));
    public final Acteur jury = account("jury", "Jeanne Jurée", in(Role.JURY, ESSAI));
    public final Acteur certificateur = account("certificateur", "Côme Certificateur", in(Role.CERTIFICATEUR, ESSAI));
    /** Every role, but for the other branch. */
    public final Acteur etranger = account(
            "etranger",
            "Tom Témoin",
            Arrays.stream(Role.values())
                    .filter(r -> r.reaches(Portee.Etendue.BRANCHE))
                    .map(r -> in(r, TEMOIN))
                    .toArray(Habilitation[]::new));

    private long services;
    private String presidence = "EMPLOYEURS";

    public Plateforme() {
        journal.tells(new AvisDesActes(candidatures, jurys, referentiels, notificationsGardees, notificationsGardees));
        registre.start();
        arrive(ESSAI);
        arrive(TEMOIN);
    }

    /** The definition of a made-up branch. */
    public static URL definition(String branche) {
        return Plateforme.class.getResource("/definitions/" + branche + "/branche.yaml");
    }

    /** A plugin of that made-up branch comes; the number under which it can go. */
    public long arrive(String branche) {
        long id = ++services;
        registre.arrive(id, branche, () -> definition(branche));
        executeur.runAll();
        return id;
    }

    public void depart(long service) {
        registre.depart(service);
        executeur.runAll();
    }

    private static Habilitation in(Role role, String branche) {
        return new Habilitation(role, branche);
    }

    public Acteur account(String identifiant, String nom, Habilitation... habilitations) {
        Compte compte = new Compte(identifiant, nom, "aucun mot de passe", Set.of(habilitations));
        base.write(Base.TOUT, () -> {
                    comptes.add(compte);
                    return Outcome.done(compte);
                })
                .orElseThrow();
        return compte.acteur();
    }

    // ---- the path of a candidate, step by step

    public static Candidat candidat(String nom) {
        return new Candidat(nom, null, "Alix Sam", Candidat.Sexe.F, LocalDate.of(1995, 4, 2), "Lens", null);
    }

    public Inscriptions.Depot depot(Candidat candidat) {
        return new Inscriptions.Depot(
                ESSAI,
                "ESS-OPE",
                null,
                Voie.FORMATION,
                candidat,
                new Tiers("Centre Boréal", null),
                new Tiers("Atelier Zénith", null),
                List.of("Maud Formatrice"));
    }

    public Candidature deposee(String nom) {
        return inscriptions.submit(organisme, depot(candidat(nom))).orElseThrow();
    }

    public Candidature recevable(String nom) {
        return inscriptions
                .establishPrerequis(
                        secretariat,
                        deposee(nom).id(),
                        "AUT",
                        new Inscriptions.Constat(true, "AUT-1234", clock.today().minusDays(10), null, null))
                .orElseThrow();
    }

    public Candidature enEvaluation(String nom) {
        return inscriptions
                .designateEvaluateurs(secretariat, recevable(nom).id(), Set.of("e1", "e2"))
                .orElseThrow();
    }

    /** A file whose blocs come out as said. */
    public Candidature evaluee(String nom, boolean bloc1, boolean bloc2) {
        UUID id = enEvaluation(nom).id();
        String first = bloc1 ? "ACQUIS" : "NON_ACQUIS";
        for (Acteur evaluateur : List.of(evaluateur1, evaluateur2)) {
            mark(evaluateur, id, "B1-A", "C1.1-a=" + first, "C1.1-b=ACQUIS").orElseThrow();
        }
        mark(evaluateur1, id, "B2-QCM", "C2.1-q=15").orElseThrow();
        for (Acteur evaluateur : List.of(evaluateur1, evaluateur2)) {
            mark(evaluateur, id, "B2-MSP", "C2.2-m=" + (bloc2 ? "14" : "8"), "C2.2-d=ACQUIS")
                    .orElseThrow();
        }
        return find(id);
    }

    public Candidature presentee(String nom, Jury before, boolean bloc1, boolean bloc2) {
        UUID id = evaluee(nom, bloc1, bloc2).id();
        deliberations.present(secretariat, before.id(), Set.of(id)).orElseThrow();
        return find(id);
    }

    public Candidature decidee(String nom, boolean bloc1, boolean bloc2) {
        Jury before = juryParitaire();
        UUID id = presentee(nom, before, bloc1, bloc2).id();
        decide(before, id, Map.of("OPE-B1", bloc1, "OPE-B2", bloc2), bloc1 || bloc2 ? null : "Aucun bloc acquis")
                .orElseThrow();
        return find(id);
    }

    public Outcome<Evaluations.Grille> mark(Acteur by, UUID id, String epreuve, String... notes) {
        Map<String, String> given = new LinkedHashMap<>();
        Arrays.stream(notes).map(n -> n.split("=")).forEach(n -> given.put(n[0], n[1]));
        return evaluations.mark(by, id, epreuve, new Evaluations.Entree(Presence.PRESENT, given, null));
    }

    /** What is there, whoever may see it. */
    public <T> T sees(Supplier<T> work) {
        return base.read(Base.TOUT, work);
    }

    public Candidature find(UUID id) {
        return base.read(Base.TOUT, () -> candidatures.find(id)).orElseThrow();
    }

    /** A jury of four with the president on the side whose turn it is. */
    public Jury juryParitaire() {
        String side = presidence;
        presidence = side.equals("EMPLOYEURS") ? "SALARIES" : "EMPLOYEURS";
        return deliberations.compose(secretariat, composition(side)).orElseThrow();
    }

    public Deliberations.Composition composition(String presidence) {
        List<Deliberations.Membre> membres = new ArrayList<>();
        for (String college : List.of("EMPLOYEURS", "SALARIES")) {
            for (int rank = 1; rank <= 2; rank++) {
                membres.add(new Deliberations.Membre(
                        "Membre " + college.toLowerCase() + " " + rank,
                        college,
                        null,
                        "Maison " + college + " " + rank,
                        5,
                        rank == 1 && college.equals(presidence)));
            }
        }
        return new Deliberations.Composition(ESSAI, "ESS-OPE", clock.today(), "Lille", membres);
    }

    public static Set<UUID> all(Jury jury) {
        return jury.membres().stream().map(MembreJury::id).collect(Collectors.toSet());
    }

    public Outcome<Decision> decide(Jury before, UUID id, Map<String, Boolean> unanime, String motif) {
        return deliberations.decide(
                jury, before.id(), id, new Deliberations.Deliberation(all(before), Map.of(), unanime, motif));
    }
}
