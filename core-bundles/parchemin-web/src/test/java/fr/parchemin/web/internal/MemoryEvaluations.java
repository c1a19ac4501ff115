package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.evaluation.Contexte;
import fr.parchemin.evaluation.ControleSaisie;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Propositions;
import fr.parchemin.evaluation.Saisie;
import java.time.LocalDate;
import java.util.UUID;

/** Grids in memory, under the rules of the core. */
final class MemoryEvaluations implements Evaluations {
    private final World world;
    private final MemoryInscriptions inscriptions;

    MemoryEvaluations(World world, MemoryInscriptions inscriptions) {
        this.world = world;
        this.inscriptions = inscriptions;
    }

    @Override
    public Outcome<Grille> grille(Acteur by, UUID id) {
        return inscriptions.visible(by, id).map(c -> new Grille(c, world.referentiel(c), world.saisies(id)));
    }

    @Override
    public Outcome<Grille> mark(Acteur by, UUID id, String epreuve, Entree entree) {
        return inscriptions
                .visible(by, id)
                .then(c -> Outcome.unless(by.lacks(Droit.EPREUVE_NOTER, c.asObjet()), c))
                .then(c -> Outcome.unless(c.marksClosed(), c))
                .then(c -> c.evaluateurs().contains(by.identifiant())
                        ? Outcome.done(c)
                        : Outcome.<Candidature>refused(CodeRefus.EVALUATEUR_NON_DESIGNE))
                .then(c -> ControleSaisie.check(
                                world.referentiel(c),
                                epreuve,
                                entree,
                                world.saisies(id),
                                Contexte.of(c.attestationsOn(LocalDate.now(world.clock))))
                        .map(notes -> {
                            world.saisies.removeIf(s -> s.candidature().equals(id)
                                    && s.epreuve().equals(epreuve)
                                    && s.evaluateur().equals(by.identifiant())
                                    && s.passage() == entree.passage());
                            world.saisies.add(new Saisie(
                                    id,
                                    epreuve,
                                    by.identifiant(),
                                    entree.presence(),
                                    notes,
                                    entree.observation(),
                                    world.clock.instant(),
                                    entree.passage()));
                            world.record(
                                    by,
                                    c,
                                    Acte.Nature.EPREUVE_NOTEE,
                                    "Épreuve " + epreuve + " : " + notes.size() + " critère(s) noté(s)");
                            return new Grille(c, world.referentiel(c), world.saisies(id));
                        }));
    }

    @Override
    public Outcome<Proposition> proposition(Acteur by, UUID id) {
        return inscriptions.visible(by, id).map(this::proposition);
    }

    Proposition proposition(Candidature candidature) {
        return Propositions.of(
                candidature,
                world.referentiel(candidature),
                world.saisies(candidature.id()),
                LocalDate.now(world.clock));
    }
}
