package fr.parchemin.candidature.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.ReferentielCourant;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Candidatures.Selection;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.ControleDepot;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.referentiel.Voie;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each act in one transaction, journaled. */
@Component
public final class TransactionalInscriptions implements Inscriptions {

    private static final int LIGNES_JOURNAL = 500;

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Comptes comptes;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Clock clock;

    @Activate
    public TransactionalInscriptions(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Comptes comptes,
            @Reference Journal journal,
            @Reference Catalogue catalogue,
            @Reference Referentiels referentiels) {
        this(transactions, candidatures, comptes, journal, catalogue, referentiels, HeureLegale.clock());
    }

    TransactionalInscriptions(
            Transactions transactions,
            Candidatures candidatures,
            Comptes comptes,
            Journal journal,
            Catalogue catalogue,
            Referentiels referentiels,
            Clock clock) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.comptes = comptes;
        this.journal = journal;
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.clock = clock;
    }

    @Override
    public Outcome<Candidature> submit(Acteur by, Depot depot) {
        return catalogue
                .branche(depot.branche())
                .then(vue -> Outcome.unless(by.lacks(depot.branche(), Role.SECRETARIAT, Role.ORGANISME), vue))
                .then(vue -> catalogue.active(depot.branche()))
                .then(vue -> current(vue, depot))
                .then(courant -> open(by, depot, courant));
    }

    private static Outcome<ReferentielCourant> current(VueBranche vue, Depot depot) {
        Optional<ReferentielCourant> found = vue.referentiel(depot.certification());
        if (found.isEmpty()) {
            return Outcome.refused(CodeRefus.CERTIFICATION_INCONNUE, vue.nom(), depot.certification());
        }
        String inForce = found.get().referentiel().version();
        return depot.version() == null || depot.version().equals(inForce)
                ? Outcome.done(found.get())
                : Outcome.refused(
                        CodeRefus.CHAMP_INVALIDE,
                        "version",
                        "les nouveaux dossiers s’ouvrent sur la version en vigueur, " + inForce);
    }

    private Outcome<Candidature> open(Acteur by, Depot depot, ReferentielCourant courant) {
        Certification certification = courant.referentiel().certification();
        LocalDate today = LocalDate.now(clock);
        if (!certification.voies().contains(depot.voie())) {
            return Outcome.refused(
                    CodeRefus.VOIE_FERMEE,
                    certification.intitule(),
                    depot.voie(),
                    certification.voies().stream().map(Voie::name).collect(Collectors.joining(", ")));
        }
        Optional<Refus> wrong = ControleDepot.candidat(depot.candidat(), today)
                .or(() -> ControleDepot.tiers("organisme", depot.organisme()))
                .or(() -> ControleDepot.tiers("entreprise", depot.entreprise()));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(() -> {
            Optional<Candidature> open = candidatures.findOpen(depot.branche(), certification.code(), depot.candidat());
            if (open.isPresent()) {
                // Only who may see the other file hears its number.
                String which = open.get().isVisibleTo(by) ? open.get().numero() : "déposé par un autre organisme";
                return Outcome.refused(CodeRefus.CANDIDATURE_DEJA_OUVERTE, certification.intitule(), which);
            }
            Candidature candidature = fresh(by, depot, courant, today);
            candidatures.add(candidature);
            record(by, candidature, Acte.Nature.CANDIDATURE_DEPOSEE, "Candidature déposée par la voie " + depot.voie());
            return Outcome.done(candidature);
        });
    }

    private Candidature fresh(Acteur by, Depot depot, ReferentielCourant courant, LocalDate today) {
        Referentiel referentiel = courant.referentiel();
        Instant now = clock.instant();
        Map<String, ConstatPrerequis> computed = new LinkedHashMap<>();
        for (Prerequis prerequis : referentiel.certification().prerequis()) {
            ControleDepot.computed(prerequis, depot.candidat(), today, now)
                    .ifPresent(c -> computed.put(prerequis.code(), c));
        }
        return new Candidature(
                        UUID.randomUUID(),
                        String.format("C-%d-%06d", today.getYear(), candidatures.nextNumero()),
                        depot.branche(),
                        referentiel.certification().code(),
                        referentiel.certification().intitule(),
                        referentiel.version(),
                        courant.empreinte(),
                        depot.voie(),
                        new EtatCandidature.Deposee(),
                        depot.candidat(),
                        depot.organisme(),
                        depot.entreprise(),
                        depot.formateurs(),
                        computed,
                        Set.of(),
                        by.identifiant(),
                        now,
                        0)
                .assess(referentiel.certification(), today);
    }

    @Override
    public Outcome<Candidature> establishPrerequis(Acteur by, UUID id, String code, Constat constat) {
        return change(by, id, candidature -> {
            Certification certification = referentiel(candidature).certification();
            Optional<Prerequis> prerequis = certification.prerequis(code);
            if (prerequis.isEmpty()) {
                return Outcome.refused(
                        CodeRefus.PREREQUIS_INCONNU,
                        certification.intitule(),
                        code,
                        certification.prerequis().stream().map(Prerequis::code).collect(Collectors.joining(", ")));
            }
            LocalDate today = LocalDate.now(clock);
            return ControleDepot.constat(prerequis.get(), constat, today, by.identifiant(), clock.instant())
                    .then(c -> candidature.establish(certification, c, today))
                    .map(next -> {
                        record(
                                by,
                                next,
                                Acte.Nature.PREREQUIS_CONSTATE,
                                "« " + prerequis.get().intitule() + " » constaté "
                                        + (constat.satisfait() ? "satisfait" : "non satisfait"));
                        return next;
                    });
        });
    }

    @Override
    public Outcome<Candidature> designateEvaluateurs(Acteur by, UUID id, Set<String> evaluateurs) {
        return change(by, id, candidature -> {
            for (String identifiant : evaluateurs) {
                Optional<Compte> compte = comptes.find(identifiant);
                if (compte.isEmpty() || !compte.get().acteur().is(Role.EVALUATEUR, candidature.branche())) {
                    return Outcome.refused(CodeRefus.EVALUATEUR_INCONNU, identifiant);
                }
                if (candidature.formateurs().stream()
                        .anyMatch(f -> Textes.same(f, compte.get().nom()))) {
                    return Outcome.refused(
                            CodeRefus.EVALUATEUR_INCOMPATIBLE, compte.get().nom());
                }
            }
            return candidature
                    .designate(referentiel(candidature), evaluateurs, LocalDate.now(clock))
                    .map(next -> {
                        record(
                                by,
                                next,
                                Acte.Nature.EVALUATEURS_DESIGNES,
                                "Évaluateurs désignés : " + String.join(", ", next.evaluateurs()));
                        return next;
                    });
        });
    }

    /** A change by the secretariat or the organisme that submitted. */
    private Outcome<Candidature> change(Acteur by, UUID id, Function<Candidature, Outcome<Candidature>> change) {
        return transactions.write(() -> Candidature.visible(by, candidatures.findForUpdate(id), id)
                .then(c -> Outcome.unless(by.lacks(c.branche(), Role.SECRETARIAT, Role.ORGANISME), c))
                .then(change)
                .map(next -> {
                    candidatures.update(next);
                    return next;
                }));
    }

    @Override
    public Outcome<Dossier> find(Acteur by, UUID id) {
        return transactions
                .read(() -> Candidature.visible(by, candidatures.find(id), id))
                .map(c -> new Dossier(c, referentiel(c)));
    }

    @Override
    public Outcome<Page> list(Acteur by, String branche, String etat, String apres, int limite) {
        int size = Math.max(1, Math.min(limite, LIMITE_MAXIMALE));
        return selection(by, branche, etat, apres, size + 1).map(selection -> {
            List<Candidature> found = transactions.read(() -> candidatures.list(selection));
            boolean more = found.size() > size;
            List<Candidature> page = more ? found.subList(0, size) : found;
            return new Page(
                    List.copyOf(page), more ? Optional.of(page.get(size - 1).numero()) : Optional.empty());
        });
    }

    /** What the account may list: all of a branch, only its own, only those it marks, only those before a jury. */
    private Outcome<Selection> selection(Acteur by, String branche, String etat, String apres, int limite) {
        Set<String> branches = branche == null ? by.branches() : Set.of(branche);
        if (branche != null && !by.isMemberOf(branche)) {
            return catalogue
                    .branche(branche)
                    .then(v ->
                            Outcome.refused(by.lacks(branche, Role.SECRETARIAT).orElseThrow()));
        }
        Selection selection =
                Selection.in(branches, limite).after(apres).inEtats(etat == null ? Set.of() : Set.of(etat));
        if (branches.stream().allMatch(b -> by.is(Role.SECRETARIAT, b) || by.is(Role.CERTIFICATEUR, b))) {
            return Outcome.done(selection);
        }
        if (branches.stream().allMatch(b -> by.is(Role.JURY, b))) {
            Set<String> presented = new TreeSet<>(EtatCandidature.APRES_PRESENTATION);
            if (etat != null) {
                presented.retainAll(Set.of(etat));
            }
            return Outcome.done(presented.isEmpty() ? Selection.in(Set.of(), limite) : selection.inEtats(presented));
        }
        if (branches.stream().allMatch(b -> by.is(Role.ORGANISME, b))) {
            return Outcome.done(selection.submittedBy(by.identifiant()));
        }
        return Outcome.done(selection.markedBy(by.identifiant()));
    }

    @Override
    public Outcome<List<Acteur>> evaluateurs(Acteur by, String branche) {
        return Outcome.unless(by.lacks(branche, Role.SECRETARIAT, Role.ORGANISME), branche)
                .map(b ->
                        transactions
                                .read(() -> comptes.holding(new Habilitation(Role.EVALUATEUR, b), LIMITE_MAXIMALE))
                                .stream()
                                .map(Compte::acteur)
                                .sorted(Comparator.comparing(Acteur::nom))
                                .toList());
    }

    @Override
    public Outcome<List<Acte>> journal(Acteur by, UUID id) {
        return transactions.read(() ->
                Candidature.visible(by, candidatures.find(id), id).map(c -> journal.about(c.objet(), LIGNES_JOURNAL)));
    }

    private Referentiel referentiel(Candidature candidature) {
        return referentiels.get(candidature.branche(), candidature.certification(), candidature.version());
    }

    private void record(Acteur by, Candidature candidature, Acte.Nature nature, String detail) {
        journal.append(new Acte(
                null, clock.instant(), by.identifiant(), candidature.branche(), candidature.objet(), nature, detail));
    }
}
