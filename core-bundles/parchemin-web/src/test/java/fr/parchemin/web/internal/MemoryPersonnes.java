package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.jury.Decision;
import fr.parchemin.personne.MonParcours;
import fr.parchemin.personne.Partage;
import fr.parchemin.personne.Personne;
import fr.parchemin.personne.Rattachements;
import fr.parchemin.personne.TitreAilleurs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What persons share and are asked; each file is of a person of its own unless its question was answered with yes. */
final class MemoryPersonnes implements Rattachements, MonParcours {
    private final World world;
    final List<Partage> partages = new ArrayList<>();
    final List<TitreAilleurs> elsewhere = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Optional<Question> question = Optional.empty();
    Optional<Boolean> answer = Optional.empty();

    /** The one token that was sent. */
    static final String JETON = "parti-par-courriel";

    MemoryPersonnes(World world) {
        this.world = world;
    }

    private Outcome<Candidature> file(Acteur by, Droit droit, UUID id) {
        return Candidature.allowed(by, droit, Optional.ofNullable(world.candidatures.get(id)), id);
    }

    @Override
    public Outcome<Parcours> of(Acteur by) {
        return Outcome.unless(by.lacksAnywhere(Droit.PARCOURS_LIRE), by).map(acteur -> {
            List<Inscription> own = world.candidatures.values().stream()
                    .filter(file -> acteur.may(Droit.PARCOURS_LIRE, file.asObjet()))
                    .map(file -> new Inscription(file, file.personne(), decision(file), certificat(file)))
                    .toList();
            return new Parcours(
                    own,
                    List.of(),
                    partages.stream()
                            .map(p -> new PartageAccorde(
                                    p,
                                    own.stream()
                                            .map(Inscription::candidature)
                                            .filter(file -> file.personne().equals(p.personne()))
                                            .findFirst()
                                            .orElseThrow()
                                            .id()))
                            .toList(),
                    question.stream().toList());
        });
    }

    private Optional<Decision> decision(Candidature file) {
        return world.decisions.stream()
                .filter(d -> d.candidature().equals(file.id()))
                .findFirst();
    }

    private Optional<Certificat> certificat(Candidature file) {
        return world.certificats.values().stream()
                .filter(c -> c.candidature().equals(file.id()))
                .findFirst();
    }

    @Override
    public void propose(Personne applied) {
        throw new AssertionError("not on a page");
    }

    @Override
    public Outcome<Void> confirm(String jeton) {
        return jeton.equals(JETON) ? Outcome.done(null) : Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "ce lien");
    }

    @Override
    public Outcome<Void> ask(Acteur by, UUID candidature, UUID autre) {
        return file(by, Droit.RATTACHEMENT_DEMANDER, candidature).map(file -> {
            asked.add(file.numero());
            return null;
        });
    }

    @Override
    public Outcome<Void> answer(Acteur by, String id, boolean theirs) {
        if (question.filter(q -> q.id().equals(id)).isEmpty()) {
            return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "question");
        }
        question = Optional.empty();
        answer = Optional.of(theirs);
        return Outcome.done(null);
    }

    @Override
    public Outcome<Partage> share(
            Acteur by, UUID candidature, String beneficiaire, String certificat, LocalDate jusquAu) {
        if (jusquAu != null && jusquAu.isBefore(LocalDate.now(world.clock))) {
            return Outcome.refused(CodeRefus.CHAMP_INVALIDE, "jusquAu", "ce jour est déjà passé");
        }
        return file(by, Droit.TITRE_PARTAGER, candidature).map(file -> {
            Partage partage = new Partage(
                    UUID.randomUUID(), file.personne(), beneficiaire, certificat, jusquAu, world.clock.instant(), null);
            partages.add(partage);
            return partage;
        });
    }

    @Override
    public Outcome<Partage> withdraw(Acteur by, UUID candidature, UUID partage) {
        return file(by, Droit.TITRE_PARTAGER, candidature).map(file -> {
            Partage withdrawn = partages.stream()
                    .filter(p -> p.id().equals(partage))
                    .findFirst()
                    .orElseThrow()
                    .withdrawn(world.clock.instant());
            partages.replaceAll(p -> p.id().equals(partage) ? withdrawn : p);
            return withdrawn;
        });
    }

    @Override
    public Outcome<List<Partage>> shared(Acteur by, UUID candidature) {
        throw new AssertionError("not on a page");
    }

    @Override
    public Outcome<List<TitreAilleurs>> elsewhere(Acteur by, UUID candidature) {
        return file(by, Droit.TITRES_AILLEURS_LIRE, candidature).map(file -> List.copyOf(elsewhere));
    }
}
