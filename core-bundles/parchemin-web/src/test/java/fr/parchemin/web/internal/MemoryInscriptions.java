package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.ControleDepot;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Identite;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Applications in memory, under the rules of the core. */
final class MemoryInscriptions implements Inscriptions {
    private final World world;
    private final Catalogue catalogue;

    MemoryInscriptions(World world, Catalogue catalogue) {
        this.world = world;
        this.catalogue = catalogue;
    }

    @Override
    public Outcome<Candidature> submit(Acteur by, Depot depot) {
        return catalogue
                .active(depot.branche())
                .then(vue -> Outcome.unless(by.lacks(Droit.CANDIDATURE_DEPOSER, Objet.branche(depot.branche())), vue))
                .then(vue -> catalogue.certification(depot.branche(), depot.certification(), depot.version()))
                .then(version -> {
                    Optional<Refus> wrong = ControleDepot.candidat(depot.candidat(), LocalDate.now(world.clock))
                            .or(() -> ControleDepot.tiers("organisme", depot.organisme()));
                    return Outcome.unless(wrong, version);
                })
                .map(version -> {
                    Referentiel referentiel = version.referentiel();
                    Map<String, ConstatPrerequis> computed = new LinkedHashMap<>();
                    for (Prerequis prerequis : referentiel.certification().prerequis()) {
                        ControleDepot.computed(
                                        prerequis, depot.candidat(), LocalDate.now(world.clock), world.clock.instant())
                                .ifPresent(c -> computed.put(prerequis.code(), c));
                    }
                    Candidature candidature = new Candidature(
                                    UUID.randomUUID(),
                                    UUID.randomUUID(),
                                    String.format("C-2026-%06d", world.candidatures.size() + 1),
                                    depot.branche(),
                                    depot.certification(),
                                    referentiel.certification().intitule(),
                                    referentiel.version(),
                                    version.empreinte(),
                                    depot.voie(),
                                    new EtatCandidature.Deposee(),
                                    depot.candidat(),
                                    depot.organisme(),
                                    depot.entreprise(),
                                    depot.formateurs(),
                                    computed,
                                    Set.of(),
                                    by.identifiant(),
                                    world.clock.instant(),
                                    0)
                            .assess(referentiel.certification(), LocalDate.now(world.clock));
                    world.candidatures.put(candidature.id(), candidature);
                    world.record(
                            by,
                            candidature,
                            Acte.Nature.CANDIDATURE_DEPOSEE,
                            "Candidature déposée par la voie " + depot.voie());
                    return candidature;
                });
    }

    @Override
    public Outcome<Candidature> establishPrerequis(Acteur by, UUID id, String code, Constat constat) {
        return writable(by, id).then(candidature -> {
            var certification = world.referentiel(candidature).certification();
            Optional<Prerequis> prerequis = certification.prerequis(code);
            if (prerequis.isEmpty()) {
                return Outcome.refused(CodeRefus.PREREQUIS_INCONNU, certification.intitule(), code, "");
            }
            LocalDate today = LocalDate.now(world.clock);
            return ControleDepot.constat(
                            prerequis.get(),
                            candidature.candidat(),
                            constat,
                            today,
                            by.identifiant(),
                            world.clock.instant())
                    .then(c -> candidature.establish(certification, c, today))
                    .map(next -> save(
                            by,
                            next,
                            Acte.Nature.PREREQUIS_CONSTATE,
                            "« " + prerequis.get().intitule() + " » constaté "
                                    + (constat.satisfait() ? "satisfait" : "non satisfait")));
        });
    }

    @Override
    public Outcome<Candidature> designateEvaluateurs(Acteur by, UUID id, Set<String> evaluateurs) {
        return writable(by, id)
                .then(c -> c.designate(world.referentiel(c), evaluateurs, LocalDate.now(world.clock)))
                .map(next -> save(
                        by,
                        next,
                        Acte.Nature.EVALUATEURS_DESIGNES,
                        "Évaluateurs désignés : " + String.join(", ", next.evaluateurs())));
    }

    private Outcome<Candidature> writable(Acteur by, UUID id) {
        return visible(by, id).then(c -> Outcome.unless(by.lacks(Droit.PREREQUIS_CONSTATER, c.asObjet()), c));
    }

    private Candidature save(Acteur by, Candidature next, Acte.Nature nature, String detail) {
        world.candidatures.put(next.id(), next);
        world.record(by, next, nature, detail);
        return next;
    }

    Outcome<Candidature> visible(Acteur by, UUID id) {
        return Optional.ofNullable(world.candidatures.get(id))
                .filter(c -> c.isVisibleTo(by))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "candidature " + id));
    }

    @Override
    public Outcome<Dossier> find(Acteur by, UUID id) {
        return visible(by, id).map(c -> new Dossier(c, world.referentiel(c)));
    }

    @Override
    public Outcome<List<Ressemblance>> alike(Acteur by, UUID candidature) {
        return Candidature.allowed(
                        by,
                        Droit.RESSEMBLANCES_LIRE,
                        Optional.ofNullable(world.candidatures.get(candidature)),
                        candidature)
                .map(file -> world.candidatures.values().stream()
                        .filter(other -> other.branche().equals(file.branche())
                                && !other.id().equals(file.id()))
                        .map(other -> new Ressemblance(
                                other.id(), other.numero(), Identite.of(other.candidat(), file.candidat())))
                        .filter(r -> r.identite() != Identite.AUTRE)
                        .toList());
    }

    @Override
    public Outcome<Page> list(Acteur by, String branche, String etat, String apres, int limite) {
        if (branche != null && !by.isMemberOf(branche)) {
            return Outcome.refused(
                    by.lacks(Droit.CANDIDATURE_LIRE, Objet.branche(branche)).orElseThrow());
        }
        List<Candidature> all = new ArrayList<>(world.candidatures.values());
        Collections.reverse(all);
        List<Candidature> found = all.stream()
                .filter(c -> c.isVisibleTo(by))
                .filter(c -> branche == null || c.branche().equals(branche))
                .filter(c -> etat == null || c.etat().code().equals(etat))
                .filter(c -> apres == null || c.numero().compareTo(apres) < 0)
                .toList();
        return Outcome.done(
                found.size() > limite
                        ? new Page(
                                found.subList(0, limite),
                                Optional.of(found.get(limite - 1).numero()))
                        : new Page(found, Optional.empty()));
    }

    @Override
    public Outcome<List<Acteur>> evaluateurs(Acteur by, String branche) {
        return Outcome.unless(by.lacks(Droit.EVALUATEURS_LISTER, Objet.branche(branche)), branche)
                .map(b -> world.accounts.values().stream()
                        .filter(a -> a.is(Role.EVALUATEUR, b))
                        .sorted(Comparator.comparing(Acteur::nom))
                        .toList());
    }

    @Override
    public Outcome<List<Acte>> journal(Acteur by, UUID id) {
        return visible(by, id).map(c -> world.journal.stream()
                .filter(a -> a.objet().equals(c.objet()))
                .toList());
    }
}
