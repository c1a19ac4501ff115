package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.jury.CompositionJury;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Deliberer;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.LiensCandidat;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.referentiel.Referentiel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Juries in memory, under the rules of the core. */
final class MemoryDeliberations implements Deliberations {
    private final World world;
    private final MemoryInscriptions inscriptions;
    private final MemoryEvaluations evaluations;

    MemoryDeliberations(World world, MemoryInscriptions inscriptions, MemoryEvaluations evaluations) {
        this.world = world;
        this.inscriptions = inscriptions;
        this.evaluations = evaluations;
    }

    @Override
    public Outcome<Jury> compose(Acteur by, Composition composition) {
        Referentiel referentiel = world.referentiel(composition.branche(), composition.certification());
        List<MembreJury> membres = composition.membres().stream()
                .map(m -> new MembreJury(
                        UUID.randomUUID(),
                        m.nom(),
                        m.college(),
                        m.identifiant(),
                        m.employeur(),
                        m.pratiqueAnnees(),
                        m.president()))
                .toList();
        Optional<Refus> unfit = by.lacks(Droit.JURY_COMPOSER, Objet.branche(composition.branche()))
                .or(() -> CompositionJury.check(referentiel.jury(), membres, Optional.empty(), composition.date()));
        Jury jury = new Jury(
                UUID.randomUUID(),
                String.format("J-2026-%05d", world.jurys.size() + 1),
                composition.branche(),
                composition.certification(),
                referentiel.certification().intitule(),
                referentiel.version(),
                composition.date(),
                composition.lieu(),
                membres,
                by.identifiant(),
                world.clock.instant(),
                null,
                null,
                0);
        if (unfit.isEmpty()) {
            world.jurys.put(jury.id(), jury);
        }
        return Outcome.unless(unfit, jury);
    }

    @Override
    public Outcome<Jury> validate(Acteur by, UUID id) {
        return readable(by, id)
                .then(jury -> Outcome.unless(by.lacks(Droit.JURY_VALIDER, jury.asObjet()), jury))
                .then(jury -> jury.isValide()
                        ? Outcome.<Jury>refused(CodeRefus.JURY_DEJA_VALIDE, jury.numero())
                        : Outcome.done(jury.validated(by.identifiant(), world.clock.instant())))
                .map(jury -> {
                    world.jurys.put(jury.id(), jury);
                    return jury;
                });
    }

    @Override
    public Outcome<List<DossierPresente>> presentables(Acteur by, UUID id) {
        return readable(by, id)
                .then(jury -> Outcome.unless(by.lacks(Droit.JURY_PRESENTER, jury.asObjet()), jury))
                .map(jury -> world.candidatures.values().stream()
                        .filter(c -> c.branche().equals(jury.branche())
                                && c.certification().equals(jury.certification()))
                        .filter(c -> Set.of("EN_EVALUATION", "AJOURNEE")
                                .contains(c.etat().code()))
                        .map(this::dossier)
                        .filter(d -> d.proposition().manques().isEmpty())
                        .toList());
    }

    @Override
    public Outcome<Void> presentOne(Acteur by, UUID id, UUID candidature) {
        return present(by, id, Set.of(candidature)).map(seance -> null);
    }

    @Override
    public Outcome<Seance> present(Acteur by, UUID id, Set<UUID> ids) {
        return readable(by, id)
                .then(jury -> Outcome.unless(by.lacks(Droit.JURY_PRESENTER, jury.asObjet()), jury))
                .then(jury -> {
                    for (UUID candidature : ids) {
                        Outcome<Candidature> presented =
                                inscriptions.visible(by, candidature).then(c -> c.present(id));
                        if (!presented.isDone()) {
                            return Outcome.refused(presented.reason().orElseThrow());
                        }
                        Candidature next = presented.orElseThrow();
                        world.candidatures.put(candidature, next);
                        world.record(
                                by,
                                next,
                                Acte.Nature.CANDIDATURE_PRESENTEE,
                                "Candidature présentée au jury " + jury.numero());
                    }
                    return find(by, id);
                });
    }

    @Override
    public Outcome<Decision> decide(Acteur by, UUID id, UUID candidatureId, Deliberation deliberation) {
        return readable(by, id)
                .then(jury -> Outcome.unless(by.lacks(Droit.JURY_DECIDER, jury.asObjet()), jury))
                .then(jury -> {
                    Candidature candidature = world.candidatures.get(candidatureId);
                    Optional<Decision> before = world.decision(candidatureId).filter(Decision::isFinal);
                    if (before.isPresent()) {
                        return Outcome.refused(
                                CodeRefus.DECISION_DEJA_PRISE,
                                candidature.numero(),
                                before.get().issue().libelle(),
                                before.get().date());
                    }
                    Referentiel referentiel = world.referentiel(candidature);
                    if (referentiel.jury().validationCertificateur() && !jury.isValide()) {
                        return Outcome.refused(CodeRefus.JURY_NON_VALIDE, jury.numero());
                    }
                    Proposition proposition = evaluations.proposition(candidature);
                    return Deliberer.deliberate(
                                    referentiel, jury, LiensCandidat.of(candidature), proposition, deliberation)
                            .map(c -> {
                                Decision decision = new Decision(
                                        UUID.randomUUID(),
                                        candidatureId,
                                        id,
                                        jury.date(),
                                        c.issue(),
                                        c.blocs(),
                                        List.copyOf(deliberation.presents()),
                                        c.votes(),
                                        proposition,
                                        c.motif(),
                                        by.identifiant(),
                                        world.clock.instant());
                                world.decisions.add(decision);
                                world.candidatures.put(
                                        candidatureId,
                                        decision.isFinal() ? candidature.decided() : candidature.postponed());
                                world.record(
                                        by,
                                        candidature,
                                        Acte.Nature.DECISION_PRISE,
                                        "Jury " + jury.numero() + " : "
                                                + c.issue().libelle());
                                return decision;
                            });
                });
    }

    @Override
    public Outcome<Seance> find(Acteur by, UUID id) {
        return readable(by, id)
                .map(jury -> new Seance(
                        jury,
                        world.referentiel(jury.branche(), jury.certification()),
                        world.candidatures.values().stream()
                                .filter(c -> id.equals(c.etat().jury()))
                                .map(this::dossier)
                                .toList()));
    }

    private DossierPresente dossier(Candidature candidature) {
        return new DossierPresente(candidature, evaluations.proposition(candidature), world.decision(candidature.id()));
    }

    @Override
    public Outcome<Page> list(Acteur by, String branche, String apres, int limite) {
        List<Jury> all = new ArrayList<>(world.jurys.values());
        Collections.reverse(all);
        return Outcome.done(new Page(
                all.stream()
                        .filter(j -> readable(by, j.id()).isDone())
                        .filter(j -> branche == null || j.branche().equals(branche))
                        .toList(),
                Optional.empty()));
    }

    @Override
    public Outcome<Optional<Decision>> decision(Acteur by, UUID candidature) {
        return inscriptions.visible(by, candidature).map(c -> world.decision(candidature));
    }

    private Outcome<Jury> readable(Acteur by, UUID id) {
        return Optional.ofNullable(world.jurys.get(id))
                .filter(j -> by.lacks(Droit.JURY_LIRE, j.asObjet()).isEmpty())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "jury " + id));
    }
}
