package fr.parchemin.jury.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Tranche;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Candidatures.Selection;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.evaluation.Moteur;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Propositions;
import fr.parchemin.evaluation.ReglesEnCode;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Saisies;
import fr.parchemin.jury.CompositionJury;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Deliberer;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.Jurys;
import fr.parchemin.jury.LiensCandidat;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.ReglesJury;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.regle.Regles;
import fr.parchemin.regle.ReglesBranche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each act of a jury in one transaction, journaled. */
@Component
public final class TransactionalDeliberations implements Deliberations {

    private static final int DOSSIERS_MAXIMUM = 200;
    private static final int MEMBRES_MAXIMUM = 60;

    private final Transactions transactions;
    private final Jurys jurys;
    private final Decisions decisions;
    private final Candidatures candidatures;
    private final Saisies saisies;
    private final Comptes comptes;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Regles regles;
    private final Clock clock;

    @Activate
    public TransactionalDeliberations(
            @Reference Transactions transactions,
            @Reference Jurys jurys,
            @Reference Decisions decisions,
            @Reference Candidatures candidatures,
            @Reference Saisies saisies,
            @Reference Comptes comptes,
            @Reference Journal journal,
            @Reference Catalogue catalogue,
            @Reference Referentiels referentiels,
            @Reference Regles regles) {
        this(
                transactions,
                jurys,
                decisions,
                candidatures,
                saisies,
                comptes,
                journal,
                catalogue,
                referentiels,
                regles,
                HeureLegale.clock());
    }

    public TransactionalDeliberations(
            Transactions transactions,
            Jurys jurys,
            Decisions decisions,
            Candidatures candidatures,
            Saisies saisies,
            Comptes comptes,
            Journal journal,
            Catalogue catalogue,
            Referentiels referentiels,
            Regles regles,
            Clock clock) {
        this.transactions = transactions;
        this.jurys = jurys;
        this.decisions = decisions;
        this.candidatures = candidatures;
        this.saisies = saisies;
        this.comptes = comptes;
        this.journal = journal;
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.regles = regles;
        this.clock = clock;
    }

    @Override
    public Outcome<Jury> compose(Acteur by, Composition composition) {
        return catalogue
                .branche(composition.branche())
                .then(vue -> Outcome.unless(by.lacks(Droit.JURY_COMPOSER, Objet.branche(composition.branche())), vue))
                .then(vue -> Outcome.unless(wrongFields(composition), vue))
                .then(vue -> catalogue.certification(composition.branche(), composition.certification(), null))
                .then(version ->
                        transactions.write(by.perimetre(), () -> compose(by, composition, version.referentiel())));
    }

    private Outcome<Jury> compose(Acteur by, Composition composition, Referentiel referentiel) {
        List<MembreJury> membres = composition.membres().stream()
                .map(m -> new MembreJury(
                        UUID.randomUUID(),
                        Textes.tidy(m.nom()),
                        m.college(),
                        login(m.identifiant()),
                        Textes.tidy(m.employeur()),
                        m.pratiqueAnnees(),
                        m.president()))
                .toList();
        Optional<String> previous = referentiel.jury().presidence() == RegleJury.Presidence.ALTERNEE
                ? jurys.lastOf(composition.branche()).flatMap(Jury::president).map(MembreJury::college)
                : Optional.empty();
        Optional<Refus> unfit = lateNotice(referentiel.jury(), composition.date())
                .or(() -> CompositionJury.check(referentiel.jury(), membres, previous, composition.date()));
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        Jury jury = new Jury(
                UUID.randomUUID(),
                String.format("J-%d-%05d", LocalDate.now(clock).getYear(), jurys.nextNumero()),
                composition.branche(),
                composition.certification(),
                referentiel.certification().intitule(),
                referentiel.version(),
                composition.date(),
                Textes.tidy(composition.lieu()),
                membres,
                by.identifiant(),
                clock.instant(),
                null,
                null,
                0);
        jurys.add(jury);
        journal.append(acte(
                        by,
                        jury.branche(),
                        objet(jury),
                        Acte.Nature.JURY_COMPOSE,
                        "Jury " + jury.numero() + " composé, " + membres.size() + " membres")
                .changing(
                        Valeurs.none(),
                        Valeurs.of("numero", jury.numero())
                                .and("certification", jury.certification())
                                .and("date", jury.date())
                                .and("lieu", jury.lieu())));
        return Outcome.done(jury);
    }

    private Optional<Refus> lateNotice(RegleJury regle, LocalDate day) {
        return regle.convocationJours() != null
                        && day.isBefore(LocalDate.now(clock).plusDays(regle.convocationJours()))
                ? Optional.of(
                        Refus.of(CodeRefus.JURY_CONVOCATION_TARDIVE, regle.convocationJours(), Typographie.jour(day)))
                : Optional.empty();
    }

    /** An identifiant as accounts bear it, however it was typed. */
    private static String login(String typed) {
        String tidy = Textes.tidy(typed);
        return tidy == null ? null : tidy.toLowerCase(Locale.ROOT);
    }

    private static Optional<Refus> wrongFields(Composition composition) {
        if (composition.date() == null) {
            return Optional.of(Refus.of(CodeRefus.CHAMP_MANQUANT, "date"));
        }
        if (composition.membres().size() > MEMBRES_MAXIMUM) {
            return Optional.of(
                    Refus.of(CodeRefus.CHAMP_INVALIDE, "membres", "plus de " + MEMBRES_MAXIMUM + " membres"));
        }
        return Champs.requiredLine("lieu", composition.lieu())
                .or(() -> IntStream.range(0, composition.membres().size())
                        .mapToObj(i -> wrongFields(
                                "membres[" + i + "]", composition.membres().get(i)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Refus> wrongFields(String champ, Membre membre) {
        return Champs.requiredLine(champ + ".nom", membre.nom())
                .or(() -> Champs.requiredLine(champ + ".college", membre.college()))
                .or(() -> Champs.line(champ + ".identifiant", membre.identifiant()))
                .or(() -> Champs.line(champ + ".employeur", membre.employeur()))
                .or(() -> membre.pratiqueAnnees() != null && membre.pratiqueAnnees() < 0
                        ? Optional.of(
                                Refus.of(CodeRefus.CHAMP_INVALIDE, champ + ".pratiqueAnnees", "attendu 0 ou davantage"))
                        : Optional.empty());
    }

    @Override
    public Outcome<Jury> validate(Acteur by, UUID id) {
        return transactions.write(by.perimetre(), () -> readable(by, id)
                .then(jury -> Outcome.unless(by.lacks(Droit.JURY_VALIDER, jury.asObjet()), jury))
                .then(jury -> jury.isValide()
                        ? Outcome.refused(CodeRefus.JURY_DEJA_VALIDE, jury.numero())
                        : Outcome.done(jury.validated(by.identifiant(), clock.instant())))
                .map(jury -> {
                    jurys.update(jury);
                    journal.append(acte(
                            by,
                            jury.branche(),
                            objet(jury),
                            Acte.Nature.JURY_VALIDE,
                            "Composition du jury " + jury.numero() + " validée par le certificateur"));
                    return jury;
                }));
    }

    @Override
    public Outcome<List<DossierPresente>> presentables(Acteur by, UUID id) {
        return transactions
                .read(by.perimetre(), () -> readable(by, id)
                        .then(jury -> Outcome.unless(by.lacks(Droit.JURY_PRESENTER, jury.asObjet()), jury))
                        .map(jury -> {
                            Selection open = Selection.in(Set.of(jury.branche()), DOSSIERS_MAXIMUM)
                                    .ofCertification(jury.certification())
                                    .inEtats(Set.of("EN_EVALUATION", "AJOURNEE"));
                            return read(candidatures.list(open));
                        }))
                .map(lus -> proposed(lus).stream()
                        .filter(d -> d.proposition().manques().isEmpty())
                        .toList());
    }

    @Override
    public Outcome<Seance> present(Acteur by, UUID id, Set<UUID> ids) {
        if (ids.size() > DOSSIERS_MAXIMUM) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE, "candidatures", "plus de " + DOSSIERS_MAXIMUM + " dossiers à la fois");
        }
        return transactions
                .write(by.perimetre(), () -> readable(by, id)
                        .then(jury -> Outcome.unless(by.lacks(Droit.JURY_PRESENTER, jury.asObjet()), jury))
                        .then(jury -> {
                            ReglesBranche rules = regles.of(jury.branche());
                            for (UUID candidature : ids.stream().sorted().toList()) {
                                Optional<Refus> refus = present(by, jury, candidature, rules);
                                if (refus.isPresent()) {
                                    return Outcome.refused(refus.get());
                                }
                            }
                            return Outcome.done(read(jury));
                        }))
                .map(this::seance);
    }

    @Override
    public Outcome<Void> presentOne(Acteur by, UUID id, UUID candidature) {
        return transactions.write(by.perimetre(), () -> readable(by, id)
                .then(jury -> Outcome.unless(by.lacks(Droit.JURY_PRESENTER, jury.asObjet()), jury))
                .then(jury -> Outcome.unless(present(by, jury, candidature, regles.of(jury.branche())), null)));
    }

    private Optional<Refus> present(Acteur by, Jury jury, UUID id, ReglesBranche rules) {
        Optional<Candidature> found =
                candidatures.findForUpdate(id).filter(c -> c.branche().equals(jury.branche()));
        if (found.isEmpty()) {
            return Optional.of(Refus.of(CodeRefus.RESSOURCE_INCONNUE, "candidature " + id));
        }
        Candidature candidature = found.get();
        if (!candidature.certification().equals(jury.certification())) {
            return Optional.of(Refus.of(
                    CodeRefus.JURY_AUTRE_CERTIFICATION, jury.numero(), jury.intitule(), candidature.intitule()));
        }
        Outcome<Candidature> presented = candidature.present(jury.id());
        if (!presented.isDone()) {
            return presented.reason();
        }
        Referentiel referentiel = referentiel(candidature);
        List<String> manques =
                proposition(candidature, referentiel, saisies.of(id), rules).manques();
        if (!manques.isEmpty()) {
            return Optional.of(Refus.of(
                    CodeRefus.EVALUATION_INCOMPLETE,
                    "dossier " + candidature.numero() + ", notes attendues pour " + String.join(", ", manques)));
        }
        Optional<Refus> unfit = unfit(referentiel.jury(), jury, candidature, rules);
        if (unfit.isPresent()) {
            return unfit;
        }
        candidatures.update(presented.orElseThrow());
        journal.append(acte(
                        by,
                        candidature.branche(),
                        candidature.objet(),
                        Acte.Nature.CANDIDATURE_PRESENTEE,
                        "Candidature présentée au jury " + jury.numero())
                .about(candidature.personne())
                .changing(etat(candidature), etat(presented.orElseThrow()).and("jury", jury.numero())));
        return Optional.empty();
    }

    /** A jury that could not sit without the members who may not sit for this candidate. */
    private Optional<Refus> unfit(RegleJury regle, Jury jury, Candidature candidature, ReglesBranche rules) {
        Outcome<LiensCandidat> examined =
                ReglesJury.examine(regle, jury.membres(), liens(candidature), jury.date(), rules);
        if (!examined.isDone()) {
            return examined.reason();
        }
        LiensCandidat liens = examined.orElseThrow();
        Optional<Refus> excluded = CompositionJury.excluded(regle, jury.membres(), liens);
        if (excluded.isEmpty()) {
            return Optional.empty();
        }
        List<MembreJury> others = jury.membres().stream()
                .filter(m -> CompositionJury.excluded(regle, List.of(m), liens).isEmpty())
                .toList();
        return CompositionJury.quorum(regle, others).isPresent() ? excluded : Optional.empty();
    }

    private LiensCandidat liens(Candidature candidature) {
        Set<String> names = candidature.evaluateurs().stream()
                .map(comptes::find)
                .flatMap(Optional::stream)
                .map(Compte::nom)
                .collect(Collectors.toSet());
        return LiensCandidat.of(candidature, names);
    }

    @Override
    public Outcome<Decision> decide(Acteur by, UUID id, UUID candidatureId, Deliberation deliberation) {
        return transactions.write(by.perimetre(), () -> readable(by, id)
                .then(jury -> Outcome.unless(by.lacks(Droit.JURY_DECIDER, jury.asObjet()), jury))
                .then(jury -> candidatures
                        .findForUpdate(candidatureId)
                        .filter(c -> c.branche().equals(jury.branche()))
                        .map(c -> decide(by, jury, c, deliberation))
                        .orElseGet(
                                () -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "candidature " + candidatureId))));
    }

    private Outcome<Decision> decide(Acteur by, Jury jury, Candidature candidature, Deliberation deliberation) {
        Optional<Refus> closed = closed(jury, candidature);
        if (closed.isPresent()) {
            return Outcome.refused(closed.get());
        }
        Referentiel referentiel = referentiel(candidature);
        if (referentiel.jury().validationCertificateur() && !jury.isValide()) {
            return Outcome.refused(CodeRefus.JURY_NON_VALIDE, jury.numero());
        }
        if (jury.date().isAfter(LocalDate.now(clock))) {
            return Outcome.refused(
                    CodeRefus.QUORUM_NON_ATTEINT,
                    "le jury " + jury.numero() + " siège le " + Typographie.jour(jury.date()));
        }
        Optional<Refus> wrong = Champs.paragraph("motif", deliberation.motif());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        ReglesBranche rules = regles.of(candidature.branche());
        List<MembreJury> presents = jury.membres().stream()
                .filter(m -> deliberation.presents().contains(m.id()))
                .toList();
        Proposition proposition = proposition(candidature, referentiel, saisies.of(candidature.id()), rules);
        return ReglesJury.examine(referentiel.jury(), presents, liens(candidature), jury.date(), rules)
                .then(liens -> Deliberer.deliberate(referentiel, jury, liens, proposition, deliberation))
                .map(conclusion -> {
                    Decision decision = new Decision(
                            UUID.randomUUID(),
                            candidature.id(),
                            jury.id(),
                            jury.date(),
                            conclusion.issue(),
                            conclusion.blocs(),
                            List.copyOf(deliberation.presents()),
                            conclusion.votes(),
                            proposition,
                            conclusion.motif(),
                            by.identifiant(),
                            clock.instant());
                    decisions.add(decision);
                    Candidature next = decision.isFinal() ? candidature.decided() : candidature.postponed();
                    candidatures.update(next);
                    journal.append(acte(
                                    by,
                                    candidature.branche(),
                                    candidature.objet(),
                                    Acte.Nature.DECISION_PRISE,
                                    "Jury " + jury.numero() + " : "
                                            + conclusion.issue().libelle() + " (référentiel " + candidature.version()
                                            + ", empreinte "
                                            + candidature.empreinte().substring(0, 12) + ")")
                            .about(candidature.personne())
                            .onBehalfOf("jury/" + jury.numero())
                            .changing(etat(candidature), decided(next, decision))
                            .because(decision.motif()));
                    return decision;
                });
    }

    private static Valeurs etat(Candidature candidature) {
        return Valeurs.of("etat", candidature.etat().code());
    }

    /** The decision, which stays readable when nothing else of the person does. */
    private static Valeurs decided(Candidature next, Decision decision) {
        return etat(next)
                .and("issue", decision.issue())
                .and("proposition", decision.proposition().proposition())
                .and(
                        "blocs",
                        decision.blocs().stream()
                                .map(b -> b.code() + " " + b.decision())
                                .collect(Collectors.joining(", ")));
    }

    private Optional<Refus> closed(Jury jury, Candidature candidature) {
        EtatCandidature etat = candidature.etat();
        if (etat instanceof EtatCandidature.Presentee presentee
                && presentee.jury().equals(jury.id())) {
            return Optional.empty();
        }
        if (etat instanceof EtatCandidature.Decidee || etat instanceof EtatCandidature.Delivree) {
            Decision decision = decisions.lastOf(candidature.id()).orElseThrow();
            return Optional.of(Refus.of(
                    CodeRefus.DECISION_DEJA_PRISE,
                    candidature.numero(),
                    decision.issue().libelle(),
                    Typographie.jour(decision.date())));
        }
        return Optional.of(Refus.of(CodeRefus.CANDIDATURE_NON_PRESENTEE, candidature.numero(), jury.numero()));
    }

    @Override
    public Outcome<Seance> find(Acteur by, UUID id) {
        return transactions
                .read(by.perimetre(), () -> readable(by, id).map(this::read))
                .map(this::seance);
    }

    @Override
    public Outcome<Page> list(Acteur by, String branche, String apres, int limite) {
        if (branche != null && !by.branches(Droit.JURY_LIRE).contains(branche)) {
            return catalogue
                    .branche(branche)
                    .then(v -> Outcome.refused(
                            by.lacks(Droit.JURY_LIRE, Objet.branche(branche)).orElseThrow()));
        }
        Atteinte atteinte = Atteinte.of(by, Droit.JURY_LIRE);
        FiltreJurys filtre = FiltreJurys.none().inBranche(branche);
        Tranche<Jury> tranche = transactions.read(
                by.perimetre(),
                () -> Tranche.at(
                        new Tranche.Place(apres, null, limite).atMost(DOSSIERS_MAXIMUM),
                        besoin -> jurys.search(new Jurys.Recherche(
                                atteinte, filtre, besoin.repere(), besoin.remonte(), besoin.nombre())),
                        Jury::numero));
        return Outcome.done(new Page(tranche.elements(), tranche.suivant()));
    }

    @Override
    public Outcome<Optional<Decision>> decision(Acteur by, UUID candidature) {
        return transactions.read(by.perimetre(), () -> Candidature.allowed(
                        by, Droit.DECISION_LIRE, candidatures.find(candidature), candidature)
                .map(c -> decisions.lastOf(candidature)));
    }

    private Outcome<Jury> readable(Acteur by, UUID id) {
        return jurys.find(id)
                .filter(j -> by.may(Droit.JURY_LIRE, j.asObjet()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "jury " + id));
    }

    /** What a session shows, before its proposals are made: no rule in code is asked while a transaction is open. */
    private record SeanceLue(Jury jury, List<DossierLu> dossiers) {}

    private record DossierLu(Candidature candidature, List<Saisie> saisies, Optional<Decision> decision) {}

    private SeanceLue read(Jury jury) {
        Selection before =
                Selection.in(Set.of(jury.branche()), DOSSIERS_MAXIMUM).beforeJury(jury.id());
        return new SeanceLue(jury, read(candidatures.list(before)));
    }

    /** The files with their marks and decisions; two queries, whatever their number. */
    private List<DossierLu> read(Collection<Candidature> files) {
        List<UUID> ids = files.stream().map(Candidature::id).toList();
        Map<UUID, List<Saisie>> marks = saisies.of(ids);
        Map<UUID, Decision> decided = decisions.lastOf(ids);
        return files.stream()
                .map(c -> new DossierLu(
                        c, marks.getOrDefault(c.id(), List.of()), Optional.ofNullable(decided.get(c.id()))))
                .toList();
    }

    private Seance seance(SeanceLue lue) {
        Jury jury = lue.jury();
        return new Seance(
                jury, referentiels.get(jury.branche(), jury.certification(), jury.version()), proposed(lue.dossiers()));
    }

    private List<DossierPresente> proposed(List<DossierLu> lus) {
        Map<String, ReglesBranche> rules = new HashMap<>();
        List<DossierPresente> dossiers = new ArrayList<>();
        Map<Referentiel, Moteur> moteurs = new IdentityHashMap<>(); // most files of a jury share one référentiel
        for (DossierLu lu : lus) {
            Candidature candidature = lu.candidature();
            dossiers.add(new DossierPresente(
                    candidature,
                    Propositions.of(
                            candidature,
                            moteurs.computeIfAbsent(referentiel(candidature), Moteur::of),
                            lu.saisies(),
                            LocalDate.now(clock),
                            new ReglesEnCode(rules.computeIfAbsent(candidature.branche(), regles::of))),
                    lu.decision()));
        }
        return dossiers;
    }

    private Proposition proposition(
            Candidature candidature, Referentiel referentiel, List<Saisie> marks, ReglesBranche rules) {
        return Propositions.of(
                candidature, Moteur.of(referentiel), marks, LocalDate.now(clock), new ReglesEnCode(rules));
    }

    private Referentiel referentiel(Candidature candidature) {
        return referentiels.get(candidature.branche(), candidature.certification(), candidature.version());
    }

    private static String objet(Jury jury) {
        return "jury/" + jury.id();
    }

    private Acte acte(Acteur by, String branche, String objet, Acte.Nature nature, String detail) {
        return new Acte(null, clock.instant(), by.identifiant(), branche, objet, nature, detail);
    }
}
