package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.journal.Verification;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import fr.parchemin.referentiel.Referentiel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the use cases of the tests share, in memory: one node, one thread at a time. */
final class World {
    /** A clock that stands still until it is told to go on. */
    static final class Horloge extends Clock {
        private Instant now;

        Horloge(Instant start) {
            now = start;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Paris");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    final Horloge clock = new Horloge(Instant.parse("2026-03-02T08:15:00Z"));
    final List<DefinitionBranche> definitions = definitions();
    /** Changes a référentiel on its way, to what no branch plugin has. */
    UnaryOperator<Referentiel> rewritten = UnaryOperator.identity();

    final Map<String, Acteur> accounts = new TreeMap<>();
    final Map<UUID, Candidature> candidatures = new LinkedHashMap<>();
    final List<Saisie> saisies = new ArrayList<>();
    final Map<UUID, Jury> jurys = new LinkedHashMap<>();
    final List<Decision> decisions = new ArrayList<>();
    final Map<String, Certificat> certificats = new LinkedHashMap<>();
    final List<Acte> journal = new ArrayList<>();
    Optional<Verification.Rupture> rupture = Optional.empty();

    /** The definitions of the branch plugins on the class path. */
    private static List<DefinitionBranche> definitions() {
        try {
            List<DefinitionBranche> found = new ArrayList<>();
            for (URL url : Collections.list(World.class.getClassLoader().getResources("branche.yaml"))) {
                DefinitionReader.Lecture lecture = DefinitionReader.standalone().read(url);
                if (!(lecture instanceof DefinitionReader.Lecture.Valide valide)) {
                    throw new IllegalStateException(lecture.toString());
                }
                found.add(valide.definition());
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Acteur account(String identifiant, String nom, Role role, String... branches) {
        List<Habilitation> held = new ArrayList<>();
        if (role.isOfPlatform()) {
            held.add(Habilitation.ofPlatform(role));
        }
        for (String branche : branches) {
            held.add(new Habilitation(role, branche));
        }
        Acteur acteur = new Acteur(identifiant, nom, Set.copyOf(held));
        accounts.put(identifiant, acteur);
        return acteur;
    }

    Referentiel referentiel(Candidature candidature) {
        return referentiel(candidature.branche(), candidature.certification());
    }

    Referentiel referentiel(String branche, String certification) {
        return definitions.stream()
                .filter(d -> d.branche().code().equals(branche))
                .flatMap(d -> d.referentiels().stream())
                .map(DefinitionBranche.VersionDefinie::referentiel)
                .filter(r -> r.certification().code().equals(certification))
                .findFirst()
                .map(rewritten)
                .orElseThrow();
    }

    List<Saisie> saisies(UUID candidature) {
        return saisies.stream().filter(s -> s.candidature().equals(candidature)).toList();
    }

    Optional<Decision> decision(UUID candidature) {
        return decisions.stream()
                .filter(d -> d.candidature().equals(candidature))
                .reduce((before, after) -> after);
    }

    void record(Acteur by, Candidature candidature, Acte.Nature nature, String detail) {
        journal.add(new Acte(
                (long) journal.size(),
                clock.instant(),
                by.identifiant(),
                candidature.branche(),
                candidature.objet(),
                nature,
                detail));
    }
}
