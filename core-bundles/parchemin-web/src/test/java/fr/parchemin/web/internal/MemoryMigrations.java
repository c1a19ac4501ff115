package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.migration.Apercu;
import fr.parchemin.migration.ContenuDossier;
import fr.parchemin.migration.Migration;
import fr.parchemin.migration.Migrations;
import fr.parchemin.migration.Reprise;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Migrations in memory, to a next version that the test brings. */
final class MemoryMigrations implements Migrations {
    private final World world;
    private final MemoryInscriptions inscriptions;
    private final List<Migration> done = new ArrayList<>();
    /** {@code null} as long as there is none. */
    Referentiel next;

    MemoryMigrations(World world, MemoryInscriptions inscriptions) {
        this.world = world;
        this.inscriptions = inscriptions;
    }

    private Outcome<Reprise> reprise(Acteur by, UUID id) {
        return own(by, id)
                .then(c -> next == null
                                || c.version().equals(next.version())
                                || !c.certification()
                                        .equals(next.certification().code())
                        ? Outcome.refused(CodeRefus.MIGRATION_SANS_OBJET, c.numero(), c.version())
                        : Outcome.done(Reprise.of(
                                c,
                                List.of(world.referentiel(c), next),
                                "0123456789abcdef".repeat(4),
                                world.saisies(id),
                                LocalDate.now(world.clock),
                                world.clock.instant())));
    }

    private Outcome<Candidature> own(Acteur by, UUID id) {
        return inscriptions
                .visible(by, id)
                .then(c -> Outcome.unless(by.lacks(Droit.MIGRATION_CONDUIRE, c.asObjet()), c));
    }

    @Override
    public Outcome<Apercu> preview(Acteur by, UUID id, String version) {
        return reprise(by, id).map(Reprise::apercu);
    }

    @Override
    public Outcome<Apercu> migrate(Acteur by, UUID id, String version) {
        return reprise(by, id).map(reprise -> {
            Candidature before = world.candidatures.get(id);
            done.add(new Migration(
                    UUID.randomUUID(),
                    id,
                    ContenuDossier.of(before, world.saisies(id)),
                    ContenuDossier.of(reprise.candidature(), reprise.saisies()),
                    reprise.apercu().misesDeCote(),
                    by.identifiant(),
                    world.clock.instant(),
                    null,
                    null));
            world.candidatures.put(id, reprise.candidature());
            world.saisies.removeIf(s -> s.candidature().equals(id));
            world.saisies.addAll(reprise.saisies());
            world.record(by, before, Acte.Nature.CANDIDATURE_MIGREE, "Dossier repris sous " + next.version());
            return reprise.apercu();
        });
    }

    @Override
    public Outcome<Candidature> undo(Acteur by, UUID id) {
        return own(by, id).then(c -> {
            Optional<Migration> last =
                    done.stream().filter(m -> m.candidature().equals(id)).findFirst();
            if (last.isEmpty()) {
                return Outcome.refused(CodeRefus.MIGRATION_NON_ANNULABLE, "il n’y en a pas");
            }
            done.remove(last.get());
            Candidature restored = last.get().avant().restore(c);
            world.candidatures.put(id, restored);
            world.saisies.removeIf(s -> s.candidature().equals(id));
            world.saisies.addAll(last.get().avant().saisies());
            world.record(by, c, Acte.Nature.MIGRATION_ANNULEE, "Reprise annulée");
            return Outcome.done(restored);
        });
    }

    @Override
    public Outcome<Historique> history(Acteur by, UUID id) {
        return own(by, id).map(c -> {
            List<Migration> own =
                    done.stream().filter(m -> m.candidature().equals(id)).toList();
            return new Historique(
                    own,
                    own.isEmpty()
                            ? Optional.of(Refus.of(CodeRefus.MIGRATION_NON_ANNULABLE, "il n’y en a pas"))
                            : Optional.empty());
        });
    }

    @Override
    public Outcome<List<Denombrement>> census(Acteur by, String branche, String certification) {
        throw new AssertionError("a page asked for the census");
    }
}
