package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.liste.ActesEnLot;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The single acts of the tests, one after the other. */
final class MemoryLots implements ActesEnLot {
    private final World world;
    private final Inscriptions inscriptions;
    private final Deliberations deliberations;
    private final Delivrances delivrances;

    MemoryLots(World world, Inscriptions inscriptions, Deliberations deliberations, Delivrances delivrances) {
        this.world = world;
        this.inscriptions = inscriptions;
        this.deliberations = deliberations;
        this.delivrances = delivrances;
    }

    @Override
    public Outcome<Bilan> designateEvaluateurs(Acteur by, Set<UUID> candidatures, Set<String> evaluateurs) {
        return each(by, candidatures, id -> inscriptions.designateEvaluateurs(by, id, evaluateurs));
    }

    @Override
    public Outcome<Bilan> present(Acteur by, UUID jury, Set<UUID> candidatures) {
        return each(by, candidatures, id -> deliberations.presentOne(by, jury, id));
    }

    @Override
    public Outcome<Bilan> deliver(Acteur by, Set<UUID> candidatures, String lieu) {
        return each(by, candidatures, id -> delivrances.deliver(by, id, lieu));
    }

    private Outcome<Bilan> each(Acteur by, Set<UUID> candidatures, Function<UUID, Outcome<?>> act) {
        return Outcome.done(new Bilan(candidatures.stream()
                .map(id -> {
                    Optional<Candidature> file =
                            Optional.ofNullable(world.candidatures.get(id)).filter(c -> c.isVisibleTo(by));
                    Optional<Refus> refus = act.apply(id).reason();
                    return new Resultat(
                            id,
                            file.map(Candidature::numero),
                            file.map(c -> c.candidat().nomComplet()),
                            refus.isPresent() ? Issue.REFUSE : Issue.FAIT,
                            refus);
                })
                .toList()));
    }
}
