package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Tiers;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.jury.CompositionJury;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.LiensCandidat;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.Vote;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Transition;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.regle.ReglesBranche;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A platform in the middle of its life, with a file in each state. */
final class Demo {
    static final String MET = "metallurgie";
    static final String SEC = "securite-privee";

    /** The épreuves of the OMI that are sat when none is replaced by another. */
    private static final List<String> OMI = List.of("OMI-B1-A", "OMI-B1-B", "OMI-B2-A1", "OMI-B2-A2", "OMI-B2-B");

    final World world = new World();
    final MemoryCatalogue catalogue = new MemoryCatalogue(world);
    final MemoryParametres parametres = new MemoryParametres(world, catalogue);
    final MemoryConnexions connexions = new MemoryConnexions(world);
    final MemoryIdentites identites = new MemoryIdentites(world, connexions);
    final MemoryAcces acces = new MemoryAcces(world);
    MentionsPossibles mentions = new MentionsPossibles(List.of(), true, List.of());
    final MemoryPersonnes personnes = new MemoryPersonnes(world);
    final MemoryCles cles = new MemoryCles(world, connexions);
    final MemoryAdministration administration = new MemoryAdministration(world, connexions);
    final MemoryDepots depots = new MemoryDepots(world, catalogue, connexions);
    final MemoryInscriptions inscriptions = new MemoryInscriptions(world, catalogue);
    final MemoryEvaluations evaluations = new MemoryEvaluations(world, inscriptions);
    final MemoryDeliberations deliberations = new MemoryDeliberations(world, inscriptions, evaluations);
    final MemoryDelivrances delivrances = new MemoryDelivrances(world, catalogue, inscriptions);

    final MemoryListes listes = new MemoryListes(world);
    final MemoryMigrations migrations = new MemoryMigrations(world, inscriptions);

    final MemoryAttentes attentes = new MemoryAttentes(world);
    final MemoryBrouillons brouillons = new MemoryBrouillons(world);

    final Acteur admin = world.account("admin", "Camille Roussel", Role.ADMINISTRATEUR);
    final MemorySuivi suivi = new MemorySuivi(world);
    final Acteur secretariat = world.account("secretariat", "Nadège Colin", Role.SECRETARIAT, MET, SEC);
    final Acteur organisme = world.account("afpi", "Centre Galilée", Role.ORGANISME, MET);
    final Acteur evaluateur1 = world.account("eval.martin", "Yves Martinet", Role.EVALUATEUR, MET, SEC);
    final Acteur evaluateur2 = world.account("eval.sow", "Aminata Sowé", Role.EVALUATEUR, MET, SEC);
    final Acteur jury = world.account("jury.met", "Hélène Vasseur", Role.JURY, MET, SEC);
    final Acteur certificateur = world.account("certif", "Bastien Orhan", Role.CERTIFICATEUR, MET, SEC);

    Candidature deposee;
    Candidature recevable;
    Candidature enEvaluation;
    Candidature complete;
    Candidature presentee;
    Candidature partielle;
    Candidature decidee;
    Candidature delivree;
    Candidature gardiennage;
    Candidature hostile;
    Jury juryMet;
    Jury jurySec;
    Certificat certificat;

    Demo() {
        delivree = marked(
                candidate("Lemoine", "Anaïs Solène", Candidat.Sexe.F, "1994-05-17", "Valenciennes"), OMI, Map.of());
        decidee = marked(candidate("Benhaddou", "Karim", Candidat.Sexe.M, "1988-11-02", "Roubaix"), OMI, Map.of());
        partielle = marked(
                candidate("Dufresnoy", "Jocelyn Marc", Candidat.Sexe.M, "1979-01-30", "Maubeuge"),
                OMI,
                Map.of("C2.1-b", "NON_ACQUIS", "C2.3-a", "NON_ACQUIS"));
        juryMet = deliberations
                .compose(
                        secretariat,
                        new Deliberations.Composition(
                                MET,
                                "MET-OMI",
                                LocalDate.of(2026, 3, 25),
                                "Maison de l’industrie, Lille",
                                List.of(
                                        member("Solange Petitjean", "EMPLOYEURS", "Forges de l’Escaut", true),
                                        member("Thierry Baudouin", "EMPLOYEURS", "Atelier Baudouin", false),
                                        member("Mireille Castagne", "SALARIES", "Tôlerie du Nord", false),
                                        member("Olivier N’Diaye", "SALARIES", "Aciérie de la Lys", false))))
                .orElseThrow();
        pass(Duration.ofDays(20));
        presentee = marked(
                candidate("Kowalski", "Łukasz Piotr", Candidat.Sexe.M, "1991-08-21", "Cracovie (Pologne)"),
                OMI,
                Map.of());
        diverge(presentee, "OMI-B1-A", "C1.3-b");
        present(juryMet, delivree, decidee, partielle, presentee);
        pass(Duration.ofHours(50));
        decide(juryMet, delivree, Map.of("OMI-B1", true, "OMI-B2", true), null);
        decide(juryMet, decidee, Map.of("OMI-B1", true, "OMI-B2", true), null);
        decideByVote(juryMet, partielle);
        certificat = delivrances.deliver(certificateur, delivree.id(), "Lille").orElseThrow();
        pass(Duration.ofDays(9));

        complete = marked(candidate("Attias", "Noémie", Candidat.Sexe.F, "2001-03-09", "Dunkerque"), OMI, Map.of());
        enEvaluation =
                designated(candidate("Verhoeven", "Pieter Jan", Candidat.Sexe.M, "1985-12-12", "Courtrai (Belgique)"));
        mark(enEvaluation, evaluateur1, "OMI-B1-A", Map.of("C1.2-b", "NON_ACQUIS"));
        mark(enEvaluation, evaluateur2, "OMI-B1-A", Map.of());
        mark(enEvaluation, evaluateur1, "OMI-B1-B", Map.of());
        recevable = candidate("Morvan", "Gwenaëlle", Candidat.Sexe.F, "1997-07-14", "Brest");
        hostile = candidate(
                "<script>alert(1)</script>", "Bobby \" onmouseover=\"x", Candidat.Sexe.M, "1990-01-01", "Lens");

        deposee = security("Traoré", "Issa Moussa", "2003-09-25");
        gardiennage = security("Fontanel", "Maëlle", "1999-02-18");
        inscriptions
                .establishPrerequis(
                        secretariat,
                        gardiennage.id(),
                        "CNAPS",
                        new Inscriptions.Constat(
                                true, "PRE-059-2031-04-12-20260412345", LocalDate.of(2026, 2, 12), null, null))
                .orElseThrow();
        inscriptions
                .establishPrerequis(
                        secretariat,
                        gardiennage.id(),
                        "FRANCAIS-B1",
                        new Inscriptions.Constat(true, null, null, null, "Scolarité en France"))
                .orElseThrow();
        gardiennage = designated(gardiennage);
        jurySec = deliberations
                .compose(
                        secretariat,
                        new Deliberations.Composition(
                                SEC,
                                "APS",
                                LocalDate.of(2026, 4, 20),
                                "Centre de formation, Villeneuve-d’Ascq",
                                List.of(
                                        new Deliberations.Membre(
                                                "Patrice Eloy", "PROFESSIONNELS", null, "Sûreté Flandre", 11, true),
                                        new Deliberations.Membre(
                                                "Rachel Minot", "PROFESSIONNELS", null, "Garde & Veille", 4, false))))
                .orElseThrow();
    }

    private void pass(Duration duration) {
        world.clock.advance(duration);
    }

    private static Deliberations.Membre member(String nom, String college, String employeur, boolean president) {
        return new Deliberations.Membre(nom, college, null, employeur, 9, president);
    }

    Candidature candidate(String nom, String prenoms, Candidat.Sexe sexe, String naissance, String lieu) {
        pass(Duration.ofMinutes(47));
        return inscriptions
                .submit(
                        secretariat,
                        new Inscriptions.Depot(
                                MET,
                                "MET-OMI",
                                null,
                                Voie.FORMATION,
                                new Candidat(nom, null, prenoms, sexe, LocalDate.parse(naissance), lieu, null),
                                new Tiers("Centre Galilée", null),
                                new Tiers("Forges de l’Escaut", null),
                                List.of("Régine Aubry")))
                .orElseThrow();
    }

    private Candidature security(String nom, String prenoms, String naissance) {
        pass(Duration.ofMinutes(31));
        return inscriptions
                .submit(
                        secretariat,
                        new Inscriptions.Depot(
                                SEC,
                                "APS",
                                null,
                                Voie.FORMATION,
                                new Candidat(
                                        nom, null, prenoms, Candidat.Sexe.M, LocalDate.parse(naissance), "Lille", null),
                                new Tiers("Institut Vigie", null),
                                null,
                                List.of()))
                .orElseThrow();
    }

    private Candidature designated(Candidature candidature) {
        pass(Duration.ofHours(3));
        return inscriptions
                .designateEvaluateurs(
                        secretariat, candidature.id(), Set.of(evaluateur1.identifiant(), evaluateur2.identifiant()))
                .orElseThrow();
    }

    private Candidature marked(Candidature candidature, List<String> epreuves, Map<String, String> exceptions) {
        designated(candidature);
        for (String epreuve : epreuves) {
            mark(candidature, evaluateur1, epreuve, exceptions);
            mark(candidature, evaluateur2, epreuve, exceptions);
        }
        return candidature;
    }

    /** Everything acquis in the épreuve but for the exceptions. */
    void mark(Candidature candidature, Acteur by, String epreuve, Map<String, String> exceptions) {
        pass(Duration.ofMinutes(26));
        BlocCompetences bloc =
                world.referentiel(candidature).blocOfEpreuve(epreuve).orElseThrow();
        Map<String, String> notes = new LinkedHashMap<>();
        for (Critere critere :
                bloc.criteres(bloc.epreuve(epreuve).orElseThrow()).values()) {
            notes.put(critere.code(), exceptions.getOrDefault(critere.code(), "ACQUIS"));
        }
        evaluations
                .mark(
                        by,
                        candidature.id(),
                        epreuve,
                        new Evaluations.Entree(
                                Presence.PRESENT,
                                notes,
                                exceptions.isEmpty() ? null : "Travail soigné, mais un point reste à reprendre."))
                .orElseThrow();
    }

    private void diverge(Candidature candidature, String epreuve, String critere) {
        mark(candidature, evaluateur2, epreuve, Map.of(critere, "NON_ACQUIS"));
    }

    private void present(Jury before, Candidature... files) {
        deliberations
                .present(
                        secretariat,
                        before.id(),
                        List.of(files).stream().map(Candidature::id).collect(Collectors.toSet()))
                .orElseThrow();
    }

    private void decide(Jury before, Candidature file, Map<String, Boolean> unanime, String motif) {
        deliberations
                .decide(
                        jury,
                        before.id(),
                        file.id(),
                        new Deliberations.Deliberation(
                                before.membres().stream().map(MembreJury::id).collect(Collectors.toSet()),
                                Map.of(),
                                unanime,
                                motif))
                .orElseThrow();
    }

    private void decideByVote(Jury before, Candidature file) {
        Function<Vote.Sens, List<Vote>> all = sens -> before.membres().stream()
                .filter(m -> CompositionJury.votes(world.referentiel(file).jury(), m, LiensCandidat.of(file)))
                .map(m -> new Vote(m.id(), sens))
                .toList();
        deliberations
                .decide(
                        jury,
                        before.id(),
                        file.id(),
                        new Deliberations.Deliberation(
                                before.membres().stream().map(MembreJury::id).collect(Collectors.toSet()),
                                Map.of("OMI-B1", all.apply(Vote.Sens.POUR), "OMI-B2", all.apply(Vote.Sens.CONTRE)),
                                Map.of(),
                                "La gamme n’est pas tracée jusqu’au bout."))
                .orElseThrow();
    }

    /** One branch gone, one that is refused, beside those that are there. */
    void disturb() {
        catalogue.put(
                "plasturgie", new EtatBranche.Absente(world.clock.instant().minus(Duration.ofDays(3))));
        catalogue.put(
                "propreté-essai",
                new EtatBranche.EnErreur(
                        world.clock.instant(),
                        List.of(
                                new MotifErreur(
                                        MotifErreur.Code.SCHEMA_NON_RESPECTE,
                                        "le seuil 120 dépasse le barème de 100 ; ramenez-le dans le barème",
                                        "referentiels/pro-ams-1.0.0.yaml",
                                        84,
                                        "blocs[2].epreuves[0].seuil"),
                                MotifErreur.of(
                                        MotifErreur.Code.CAS_GOLDEN_ECHOUE,
                                        "le cas « toutes les compétences acquises » donne PARTIELLE, attendu"
                                                + " TOTALE"))));
    }

    /** An account with roles in force, to come and ended. */
    void roles() {
        LocalDate today = LocalDate.ofInstant(world.clock.instant(), HeureLegale.ZONE);
        String whom = organisme.identifiant();
        administration.give(whom, new Habilitation(Role.ORGANISME, MET), today.minusDays(200), null);
        administration.give(whom, new Habilitation(Role.JURY, MET), today.plusDays(20), today.plusDays(60));
        administration.give(whom, new Habilitation(Role.EVALUATEUR, MET), today.minusDays(90), today.minusDays(60));
        administration.verrouilles.add(whom);
    }

    Candidature now(Candidature file) {
        return world.candidatures.get(file.id());
    }

    /** The file under evaluation has a next version to go to: its second bloc is taken over, its first with more to show. */
    void newerVersion() {
        Referentiel r = world.referentiel(MET, "MET-OMI");
        List<Transition.Correspondance> blocs = r.blocs().stream()
                .map(b -> new Transition.Correspondance(
                        b.code(),
                        List.of(b.code()),
                        b.code().equals("OMI-B1") ? "une intervention en binôme reste à observer" : null,
                        null))
                .toList();
        migrations.next = new Referentiel(
                r.certification(),
                "2.0.0",
                r.decideLe(),
                r.enVigueurDu(),
                r.enVigueurAu(),
                r.activites(),
                r.blocs(),
                r.regle(),
                r.concordance(),
                r.jury(),
                r.effets(),
                r.documents(),
                r.referentielsComplementaires(),
                r.groupesMentions(),
                r.mentions(),
                r.titresExercice(),
                r.epreuvesExternes(),
                r.vae(),
                List.of(new Transition(
                        r.version(),
                        LocalDate.of(2026, 12, 31),
                        blocs,
                        List.of(),
                        List.of(),
                        List.of(new Transition.Correspondance("OMI-B2-A1", List.of(), null, null)),
                        null)),
                r.provenance());
    }

    UUID memberId(int index) {
        return juryMet.membres().get(index).id();
    }

    FrontServlet servlet(boolean cookieSecure) {
        return new FrontServlet(useCases(connexions), world.clock, cookieSecure, (cadence, cle) -> Optional.empty());
    }

    /** Everything, with these accounts. */
    FrontServlet.UseCases useCases(Connexions accounts) {
        return new FrontServlet.UseCases(
                catalogue,
                branche -> ReglesBranche.absentes(),
                accounts,
                inscriptions,
                evaluations,
                deliberations,
                delivrances,
                delivrances,
                migrations,
                parametres,
                identites,
                new MemoryJournaux(world),
                attentes,
                brouillons,
                new FrontServlet.Suivi(suivi, suivi, suivi),
                new FrontServlet.Acces(
                        connexions,
                        connexions,
                        acces,
                        cles,
                        acces,
                        acces,
                        new MemoryLiens(world, MET, enEvaluation.id())),
                new FrontServlet.Administration(administration, administration, depots),
                new FrontServlet.Listes(
                        listes,
                        listes.jurys(),
                        listes,
                        new MemoryLots(world, inscriptions, deliberations, delivrances)),
                new FrontServlet.Personnes(personnes, personnes, (by, id) -> Outcome.done(mentions)));
    }
}
