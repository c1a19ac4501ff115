package fr.parchemin.migration.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Saisies;
import fr.parchemin.migration.Apercu;
import fr.parchemin.migration.ContenuDossier;
import fr.parchemin.migration.Migration;
import fr.parchemin.migration.Migrations;
import fr.parchemin.migration.MigrationsFaites;
import fr.parchemin.migration.Reprise;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.referentiel.Transition;
import fr.parchemin.referentiel.Voie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each migration, and each way back, in one transaction, journaled. */
@Component
public final class TransactionalMigrations implements Migrations {

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Saisies saisies;
    private final MigrationsFaites faites;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Clock clock;

    @Activate
    public TransactionalMigrations(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Saisies saisies,
            @Reference MigrationsFaites faites,
            @Reference Journal journal,
            @Reference Catalogue catalogue,
            @Reference Referentiels referentiels) {
        this(transactions, candidatures, saisies, faites, journal, catalogue, referentiels, HeureLegale.clock());
    }

    public TransactionalMigrations(
            Transactions transactions,
            Candidatures candidatures,
            Saisies saisies,
            MigrationsFaites faites,
            Journal journal,
            Catalogue catalogue,
            Referentiels referentiels,
            Clock clock) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.saisies = saisies;
        this.faites = faites;
        this.journal = journal;
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.clock = clock;
    }

    @Override
    public Outcome<Apercu> preview(Acteur by, UUID id, String version) {
        return transactions.read(by.perimetre(), () -> own(by, candidatures.find(id), id)
                .then(c -> reprise(c, saisies.of(id), version))
                .map(Reprise::apercu));
    }

    @Override
    public Outcome<Apercu> migrate(Acteur by, UUID id, String version) {
        return transactions.write(by.perimetre(), () -> own(by, candidatures.findForUpdate(id), id)
                .then(before -> {
                    List<Saisie> marks = saisies.of(id);
                    return reprise(before, marks, version).map(reprise -> {
                        candidatures.update(reprise.candidature());
                        saisies.replaceAll(id, reprise.saisies());
                        faites.add(new Migration(
                                UUID.randomUUID(),
                                id,
                                ContenuDossier.of(before, marks),
                                ContenuDossier.of(reprise.candidature(), reprise.saisies()),
                                reprise.apercu().misesDeCote(),
                                by.identifiant(),
                                clock.instant(),
                                null,
                                null));
                        record(
                                by,
                                before,
                                reprise.candidature(),
                                Acte.Nature.CANDIDATURE_MIGREE,
                                "Dossier repris du référentiel " + named(before.version(), before.empreinte())
                                        + " sous "
                                        + named(
                                                reprise.candidature().version(),
                                                reprise.candidature().empreinte()) + " : "
                                        + reprise.saisies().size() + " grille(s) reprise(s), "
                                        + reprise.apercu().misesDeCote().size() + " mise(s) de côté");
                        return reprise.apercu();
                    });
                }));
    }

    @Override
    public Outcome<Candidature> undo(Acteur by, UUID id) {
        return transactions.write(by.perimetre(), () -> own(by, candidatures.findForUpdate(id), id)
                .then(now -> {
                    Optional<Migration> last = last(faites.of(id));
                    Optional<Refus> refus = notUndoable(now, saisies.of(id), last);
                    if (refus.isPresent()) {
                        return Outcome.refused(refus.get());
                    }
                    Migration migration = last.orElseThrow();
                    Candidature restored = migration.avant().restore(now);
                    candidatures.update(restored);
                    saisies.replaceAll(id, migration.avant().saisies());
                    faites.update(migration.annulee(by.identifiant(), clock.instant()));
                    record(
                            by,
                            now,
                            restored,
                            Acte.Nature.MIGRATION_ANNULEE,
                            "Reprise annulée : le dossier revient du référentiel "
                                    + named(now.version(), now.empreinte()) + " à "
                                    + named(restored.version(), restored.empreinte()));
                    return Outcome.done(restored);
                }));
    }

    @Override
    public Outcome<Historique> history(Acteur by, UUID id) {
        return transactions.read(
                by.perimetre(), () -> own(by, candidatures.find(id), id).map(c -> {
                    List<Migration> done = faites.of(id);
                    return new Historique(done, notUndoable(c, saisies.of(id), last(done)));
                }));
    }

    @Override
    public Outcome<List<Denombrement>> census(Acteur by, String branche, String certification) {
        return catalogue
                .certification(branche, certification, null)
                .then(version -> Outcome.unless(by.lacks(Droit.DOSSIERS_DENOMBRER, Objet.branche(branche)), version))
                .map(version -> {
                    Map<String, Long> open =
                            transactions.read(by.perimetre(), () -> faites.openFiles(branche, certification));
                    return version.versions().stream()
                            .map(v -> denombrement(version, v, open.getOrDefault(v, 0L)))
                            .toList();
                });
    }

    private Denombrement denombrement(Catalogue.Version current, String version, long open) {
        List<Referentiel> path = version.equals(current.referentiel().version()) ? List.of() : path(current, version);
        return new Denombrement(
                version,
                open,
                version.equals(current.referentiel().version()),
                !path.isEmpty(),
                path.size() < 2
                        ? null
                        : path.get(1)
                                .transitionFrom(version)
                                .map(Transition::delivranceJusquAu)
                                .orElse(null));
    }

    private static Outcome<Candidature> own(Acteur by, Optional<Candidature> found, UUID id) {
        return Candidature.allowed(by, Droit.MIGRATION_CONDUIRE, found, id);
    }

    private Outcome<Reprise> reprise(Candidature candidature, List<Saisie> marks, String version) {
        if (pastThePoint(candidature.etat())) {
            return Outcome.refused(
                    CodeRefus.ETAT_INCOMPATIBLE,
                    candidature.etat().libelle(),
                    "d’avant la présentation au jury, ou « ajournée »");
        }
        return catalogue
                .active(candidature.branche())
                .then(vue -> catalogue.certification(candidature.branche(), candidature.certification(), version))
                .then(target -> reprise(candidature, marks, target));
    }

    private static boolean pastThePoint(EtatCandidature etat) {
        return etat instanceof EtatCandidature.Presentee || etat.isClosed();
    }

    private Outcome<Reprise> reprise(Candidature candidature, List<Saisie> marks, Catalogue.Version target) {
        Referentiel referentiel = target.referentiel();
        LocalDate today = LocalDate.now(clock);
        if (referentiel.version().equals(candidature.version())) {
            return Outcome.refused(CodeRefus.MIGRATION_SANS_OBJET, candidature.numero(), candidature.version());
        }
        if (!referentiel.isInForceOn(today)) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE,
                    "version",
                    "la version " + referentiel.version() + " n’est pas en vigueur le " + Typographie.jour(today));
        }
        List<Referentiel> path = path(target, candidature.version());
        if (path.isEmpty()) {
            return Outcome.refused(
                    CodeRefus.MIGRATION_SANS_TRANSITION,
                    candidature.version(),
                    candidature.intitule(),
                    referentiel.version());
        }
        if (!referentiel.certification().voies().contains(candidature.voie())) {
            return Outcome.refused(
                    CodeRefus.VOIE_FERMEE,
                    referentiel.certification().intitule(),
                    candidature.voie().libelle(),
                    referentiel.certification().voies().stream()
                            .map(Voie::libelle)
                            .collect(Collectors.joining(", ")));
        }
        return Outcome.done(Reprise.of(candidature, path, target.empreinte(), marks, today, clock.instant()));
    }

    /** The shortest way of declared transitions from that version to the target, both included; empty when none leads. */
    private List<Referentiel> path(Catalogue.Version target, String from) {
        String branche = target.branche().code();
        String certification = target.referentiel().certification().code();
        Deque<List<Referentiel>> ways = new ArrayDeque<>(List.of(List.of(target.referentiel())));
        Set<String> seen = new HashSet<>();
        while (!ways.isEmpty()) {
            List<Referentiel> way = ways.remove();
            for (Transition transition : way.get(0).transitions()) {
                // A version that was never admitted has no file.
                if (!target.versions().contains(transition.depuis()) || !seen.add(transition.depuis())) {
                    continue;
                }
                List<Referentiel> longer = new ArrayList<>();
                longer.add(referentiels.get(branche, certification, transition.depuis()));
                longer.addAll(way);
                if (transition.depuis().equals(from)) {
                    return longer;
                }
                ways.add(longer);
            }
        }
        return List.of();
    }

    private static Optional<Migration> last(List<Migration> done) {
        List<Migration> standing = done.stream().filter(m -> !m.isAnnulee()).toList();
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(standing.size() - 1));
    }

    private static Optional<Refus> notUndoable(Candidature now, List<Saisie> marks, Optional<Migration> last) {
        if (last.isEmpty()) {
            return notUndoable("le dossier " + now.numero() + " n’a pas été repris, ou sa reprise est déjà annulée");
        }
        ContenuDossier left = last.get().apres();
        ContenuDossier stands = ContenuDossier.of(now, marks);
        if (!left.saisies().equals(stands.saisies())) {
            return notUndoable("des notes ont été saisies depuis");
        }
        if (!left.etat().equals(stands.etat())) {
            return notUndoable("le dossier a avancé depuis, il est à l’état « "
                    + now.etat().libelle() + " »");
        }
        if (!left.constats().equals(stands.constats())) {
            return notUndoable("un prérequis a été constaté depuis");
        }
        if (!left.evaluateurs().equals(stands.evaluateurs())) {
            return notUndoable("les évaluateurs ont été désignés de nouveau depuis");
        }
        return left.equals(stands) ? Optional.empty() : notUndoable("le dossier a changé depuis");
    }

    private static Optional<Refus> notUndoable(String why) {
        return Optional.of(Refus.of(CodeRefus.MIGRATION_NON_ANNULABLE, why));
    }

    private static String named(String version, String empreinte) {
        return version + " (empreinte " + empreinte.substring(0, 12) + ")";
    }

    private void record(Acteur by, Candidature before, Candidature after, Acte.Nature nature, String detail) {
        journal.append(
                new Acte(null, clock.instant(), by.identifiant(), before.branche(), before.objet(), nature, detail)
                        .about(before.personne())
                        .changing(stands(before), stands(after)));
    }

    private static Valeurs stands(Candidature candidature) {
        return Valeurs.of("version", candidature.version())
                .and("empreinte", candidature.empreinte())
                .and("etat", candidature.etat().code());
    }
}
