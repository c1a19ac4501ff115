package fr.parchemin.migration;

import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.migration.Apercu.MiseDeCote;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Transition;
import fr.parchemin.referentiel.Transition.Correspondance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From one version to the next by the transition that the next declares. A grid is taken over whole or not at all, as it
 * was entered: one that does not answer every criterion of the newer épreuve is for the évaluateur to fill.
 */
public final class PassageVersion {

    /**
     * What follows a code.
     *
     * @param complement what is still to be shown, {@code null} when nothing
     */
    public record Suivants(List<String> vers, String complement) {}

    /** The grids after the step, and those that found no place. */
    record Grilles(List<Saisie> reprises, List<MiseDeCote> misesDeCote) {}

    private record Key(String epreuve, String evaluateur, int passage) {}

    /**
     * A grid tried.
     *
     * @param saisie {@code null} when it cannot be filled
     * @param used by source, the criteria whose marks it takes
     * @param motif why it cannot be filled
     */
    private record Essai(Saisie saisie, Map<Saisie, Set<String>> used, String motif) {
        static Essai failed(String motif) {
            return new Essai(null, Map.of(), motif);
        }
    }

    private final Referentiel before;
    private final Referentiel after;
    private final Transition transition;

    /**
     * @param after has a {@linkplain Referentiel#transitionFrom transition} from the version of {@code before}
     */
    public PassageVersion(Referentiel before, Referentiel after) {
        this.before = before;
        this.after = after;
        this.transition = after.transitionFrom(before.version()).orElseThrow();
    }

    public Transition transition() {
        return transition;
    }

    public Suivants bloc(String code) {
        return following(
                transition.blocs(),
                code,
                after.blocs().stream().map(BlocCompetences::code).collect(Collectors.toSet()));
    }

    /** Épreuves of blocs that follow its own: what follows under the same code in another bloc is another épreuve. */
    public Suivants epreuve(String code) {
        Suivants said = following(transition.epreuves(), code, Set.copyOf(after.codesEpreuves()));
        List<String> blocs =
                before.blocOfEpreuve(code).map(b -> bloc(b.code()).vers()).orElse(List.of());
        return new Suivants(
                said.vers().stream()
                        .filter(e -> after.blocOfEpreuve(e)
                                .filter(b -> blocs.contains(b.code()))
                                .isPresent())
                        .toList(),
                said.complement());
    }

    /** Codes of the compétences that follow one of the earlier version. */
    public List<String> competence(String code) {
        return following(
                        transition.competences(),
                        code,
                        after.blocs().stream()
                                .flatMap(b -> b.competences().stream())
                                .map(Competence::code)
                                .collect(Collectors.toSet()))
                .vers();
    }

    /** Codes of the criteria for which a mark under that earlier code stands. */
    public List<String> critere(String code) {
        return after.blocs().stream()
                .flatMap(b -> b.competences().stream())
                .flatMap(c -> c.criteres().stream())
                .filter(c -> leads(code, c))
                .map(Critere::code)
                .toList();
    }

    private static Suivants following(List<Correspondance> said, String code, Set<String> existing) {
        Optional<Correspondance> one =
                said.stream().filter(c -> c.de().equals(code)).findFirst();
        return one.map(c -> new Suivants(c.vers(), c.complement()))
                .orElseGet(() -> new Suivants(existing.contains(code) ? List.of(code) : List.of(), null));
    }

    Grilles move(List<Saisie> saisies) {
        Map<Key, List<Saisie>> sources = new LinkedHashMap<>();
        Map<Saisie, Set<String>> used = new IdentityHashMap<>();
        Map<Saisie, String> motifs = new IdentityHashMap<>();
        for (Saisie saisie : saisies) {
            List<String> vers = epreuve(saisie.epreuve()).vers();
            if (vers.isEmpty()) {
                motifs.put(saisie, "aucune épreuve ne fait suite à « " + saisie.epreuve() + " »");
            }
            vers.forEach(epreuve -> sources.computeIfAbsent(
                            new Key(epreuve, saisie.evaluateur(), saisie.passage()), k -> new ArrayList<>())
                    .add(saisie));
        }
        List<Saisie> reprises = new ArrayList<>();
        sources.forEach((key, from) -> {
            Essai essai = fill(key, from);
            if (essai.saisie() == null) {
                from.forEach(s -> motifs.putIfAbsent(s, essai.motif()));
            } else {
                reprises.add(essai.saisie());
                essai.used().forEach((s, criteres) -> used.computeIfAbsent(s, k -> new HashSet<>())
                        .addAll(criteres));
            }
        });
        List<MiseDeCote> aside = new ArrayList<>();
        for (Saisie saisie : saisies) {
            Set<String> lost = new LinkedHashSet<>(saisie.notes().keySet());
            lost.removeAll(used.getOrDefault(saisie, Set.of()));
            if (!lost.isEmpty() || !used.containsKey(saisie)) {
                String motif = motifs.getOrDefault(
                        saisie, "la version " + after.version() + " n’observe plus " + String.join(", ", lost));
                aside.add(new MiseDeCote(saisie, List.copyOf(lost), motif));
            }
        }
        reprises.sort(Saisie.ORDRE);
        return new Grilles(reprises, aside);
    }

    private Essai fill(Key key, List<Saisie> from) {
        BlocCompetences bloc = after.blocOfEpreuve(key.epreuve()).orElseThrow();
        Epreuve epreuve = bloc.epreuve(key.epreuve()).orElseThrow();
        if (key.passage() > epreuve.regime().maximum()) {
            return Essai.failed("l’épreuve « " + epreuve.code() + " » n’admet plus de passage " + key.passage());
        }
        Presence presence = from.get(0).presence();
        if (from.stream().anyMatch(s -> s.presence() != presence)) {
            return Essai.failed("les épreuves que réunit « " + epreuve.code() + " » n’ont pas la même présence");
        }
        Map<Saisie, Set<String>> used = new IdentityHashMap<>();
        from.forEach(s -> used.put(s, new HashSet<>()));
        Map<String, Note> notes = new LinkedHashMap<>();
        if (presence == Presence.PRESENT) {
            List<String> missing = new ArrayList<>();
            for (Critere critere : bloc.criteres(epreuve).values()) {
                Set<Note> found = new HashSet<>();
                for (Saisie saisie : from) {
                    saisie.notes().forEach((code, note) -> {
                        if (leads(code, critere)) {
                            found.add(note);
                            used.get(saisie).add(code);
                        }
                    });
                }
                if (found.size() > 1) {
                    return Essai.failed("des notes différentes se réunissent sur « " + critere.code() + " »");
                }
                found.forEach(note -> notes.put(critere.code(), note));
                if (found.isEmpty()) {
                    missing.add(critere.code());
                }
            }
            if (!missing.isEmpty()) {
                return Essai.failed(
                        "l’épreuve « " + epreuve.code() + " » demande de noter aussi " + String.join(", ", missing));
            }
        } else {
            Set<String> absent = from.stream().map(Saisie::epreuve).collect(Collectors.toSet());
            if (!absent.containsAll(leadingTo(epreuve.code()))) {
                return Essai.failed("l’épreuve « " + epreuve.code() + " » en réunit plusieurs, et la personne n’est"
                        + " dite absente qu’à une partie");
            }
        }
        Saisie last = from.stream().max(Comparator.comparing(Saisie::saisiLe)).orElseThrow();
        String observation = from.stream()
                .map(Saisie::observation)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        return new Essai(
                new Saisie(
                        last.candidature(),
                        epreuve.code(),
                        key.evaluateur(),
                        presence,
                        notes,
                        observation.isEmpty() ? null : observation,
                        last.saisiLe(),
                        key.passage()),
                used,
                null);
    }

    private Set<String> leadingTo(String epreuve) {
        return before.codesEpreuves().stream()
                .filter(code -> epreuve(code).vers().contains(epreuve))
                .collect(Collectors.toSet());
    }

    /** Whether a mark under the earlier code stands for the newer criterion: named as its source, or the same still. */
    private boolean leads(String code, Critere to) {
        Optional<Correspondance> said =
                transition.criteres().stream().filter(c -> c.de().equals(code)).findFirst();
        Optional<Critere> from = critere(before, code);
        if (from.isEmpty() || !sameScale(from.get(), to)) {
            return false;
        }
        if (said.isPresent()) {
            return said.get().vers().contains(to.code());
        }
        return code.equals(to.code())
                && competence(before, code)
                        .flatMap(old -> competence(after, code)
                                .map(next -> following(transition.competences(), old.code(), Set.of(next.code()))
                                        .vers()
                                        .contains(next.code())))
                        .orElse(false);
    }

    private static boolean sameScale(Critere one, Critere other) {
        return one.echelle() == other.echelle()
                && (one.bareme() == null
                        ? other.bareme() == null
                        : other.bareme() != null && one.bareme().compareTo(other.bareme()) == 0)
                && codes(one).equals(codes(other));
    }

    private static List<String> codes(Critere critere) {
        return critere.niveaux().stream().map(Critere.Niveau::code).toList();
    }

    private static Optional<Critere> critere(Referentiel of, String code) {
        return competence(of, code)
                .flatMap(c ->
                        c.criteres().stream().filter(k -> k.code().equals(code)).findFirst());
    }

    private static Optional<Competence> competence(Referentiel of, String critere) {
        return of.blocs().stream()
                .flatMap(b -> b.competences().stream())
                .filter(c -> c.criteres().stream().anyMatch(k -> k.code().equals(critere)))
                .findFirst();
    }
}
