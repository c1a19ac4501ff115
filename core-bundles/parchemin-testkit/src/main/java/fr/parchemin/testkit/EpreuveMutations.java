package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acte.Typographie;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionOuverte;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.regle.ReglesBranche;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Changes each parameter of a definition in turn and runs its golden cases: a change that no case sees is a parameter that
 * could say anything.
 */
final class EpreuveMutations {

    /** What became of a change. */
    enum Sort {
        /** A golden case failed, or names what the change took away. */
        VU,
        /** The schema or the coherence of the definition refuses it: nobody can make that mistake. */
        IMPOSSIBLE,
        /** No case sees it, and the branch says why none can. */
        EQUIVALENT,
        /** No case sees it. */
        SURVIVANT
    }

    /**
     * A change and its fate.
     *
     * @param raison why it cannot be seen, for an {@code EQUIVALENT}
     */
    record Resultat(Mutant mutant, Integer ligne, String chemin, Sort sort, String raison) {

        String phrase() {
            return mutant.fichier() + (ligne == null ? "" : ", ligne " + ligne) + ", " + chemin + " : "
                    + mutant.changement();
        }
    }

    private static final int REGARDS = 12;

    private final DefinitionOuverte definition;
    private final ReglesBranche regles;
    private final Map<String, String> equivalents;
    private final Set<String> used = new HashSet<>();
    private final Set<String> goldenFiles = new HashSet<>();
    private final Deque<String> eyes = new ArrayDeque<>();
    private final List<Resultat> resultats = new ArrayList<>();
    private final Map<String, Integer> untouched;

    private EpreuveMutations(DefinitionOuverte definition, ReglesBranche regles, Map<String, String> equivalents) {
        this.definition = definition;
        this.regles = regles;
        this.equivalents = equivalents;
        definition.definition().golden().forEach(g -> goldenFiles.add(g.fichier()));
        Mutations mutations = Mutations.of(definition);
        untouched = mutations.untouched();
        mutations.mutants().forEach(m -> resultats.add(fate(m)));
    }

    /**
     * @param regles the rules in code of the branch
     * @param equivalents see {@link DefinitionContract#mutantsEquivalents()}
     */
    static EpreuveMutations of(DefinitionOuverte definition, ReglesBranche regles, Map<String, String> equivalents) {
        return new EpreuveMutations(definition, regles, equivalents);
    }

    private Resultat fate(Mutant mutant) {
        Integer line = definition.ligne(mutant.fichier(), mutant.pointer());
        String path = path(mutant.pointer());
        Sort sort = Sort.IMPOSSIBLE;
        for (Supplier<JsonNode> content : mutant.contenus()) {
            sort = fate(definition.with(mutant.fichier(), content.get()));
            if (sort != Sort.IMPOSSIBLE) {
                break;
            }
        }
        if (sort == Sort.SURVIVANT) {
            Optional<String> reason = reason(mutant, path);
            if (reason.isPresent()) {
                return new Resultat(mutant, line, path, Sort.EQUIVALENT, reason.get());
            }
        }
        return new Resultat(mutant, line, path, sort, null);
    }

    private Sort fate(Lecture lecture) {
        if (lecture instanceof Lecture.Valide valide) {
            return isSeen(valide.definition()) ? Sort.VU : Sort.SURVIVANT;
        }
        List<MotifErreur> motifs = ((Lecture.Invalide) lecture).motifs();
        return motifs.stream().allMatch(m -> goldenFiles.contains(m.fichier())) ? Sort.VU : Sort.IMPOSSIBLE;
    }

    /** Neighbouring parameters are seen by the same cases: those that saw the last ones are run first. */
    private boolean isSeen(DefinitionBranche changed) {
        Optional<String> eye = eye(changed, true).or(() -> eye(changed, false));
        eye.ifPresent(key -> {
            eyes.remove(key);
            eyes.addFirst(key);
            if (eyes.size() > REGARDS) {
                eyes.removeLast();
            }
        });
        return eye.isPresent();
    }

    private Optional<String> eye(DefinitionBranche changed, boolean known) {
        return GoldenCases.stream(changed, regles, (file, rank) -> eyes.contains(file + rank) == known)
                .filter(r -> r.difference().isPresent())
                .findFirst()
                .map(r -> r.fichier() + r.rang());
    }

    private Optional<String> reason(Mutant mutant, String path) {
        String exact = mutant.fichier() + " " + path + " " + mutant.changement();
        return equivalents.entrySet().stream()
                .filter(e -> matches(e.getKey(), exact))
                .peek(e -> used.add(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A star stands for any text. */
    private static boolean matches(String pattern, String text) {
        int from = 0;
        boolean first = true;
        for (String part : pattern.split("\\*", -1)) {
            int found = text.indexOf(part, from);
            if (found < 0 || first && found != 0) {
                return false;
            }
            from = found + part.length();
            first = false;
        }
        return pattern.endsWith("*") || from == text.length();
    }

    private static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.substring(1).split("/")) {
            if (step.chars().allMatch(Character::isDigit) && !step.isEmpty()) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".")
                        .append(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return path.toString();
    }

    long count(Sort sort) {
        return resultats.stream().filter(r -> r.sort() == sort).count();
    }

    /** Percents of the possible changes that a case sees, those said equivalent left out; 100 when there is none. */
    double percent() {
        long seen = count(Sort.VU);
        long possible = seen + count(Sort.SURVIVANT);
        return possible == 0 ? 100 : 100.0 * seen / possible;
    }

    /** The changes that no case sees, one line each. */
    List<String> survivors() {
        return resultats.stream()
                .filter(r -> r.sort() == Sort.SURVIVANT)
                .map(r -> Typographie.francaise(r.phrase()))
                .toList();
    }

    /** Equivalences declared for changes that a case sees, or that nobody can make: the declaration is to go. */
    List<String> idle() {
        return new TreeSet<>(equivalents.keySet())
                .stream().filter(key -> !used.contains(key)).toList();
    }

    /** The whole, for people. */
    String report(String branche) {
        StringBuilder text = new StringBuilder();
        text.append("Épreuve des cas de référence de la branche « ")
                .append(branche)
                .append(" »\n\n");
        text.append("Chaque paramètre est changé tour à tour ; un cas de référence au moins doit alors échouer.\n\n");
        text.append(String.format("%6d changements vus par un cas de référence%n", count(Sort.VU)));
        text.append(String.format("%6d que rien ne voit%n", count(Sort.SURVIVANT)));
        text.append(String.format("%6d sans effet possible, avec leur raison%n", count(Sort.EQUIVALENT)));
        text.append(String.format(
                "%6d impossibles : le schéma ou la cohérence de la définition les refuse%n", count(Sort.IMPOSSIBLE)));
        text.append(String.format("Soit %.1f %% des changements possibles.%n", percent()));
        section(text, "Ce que rien ne voit", Sort.SURVIVANT);
        section(text, "Sans effet possible", Sort.EQUIVALENT);
        if (!untouched.isEmpty()) {
            text.append(
                    "\nParties que l’outil ne change pas : identité, documents, ce qui est seulement affiché (nombre de valeurs)\n");
            untouched.forEach((part, values) ->
                    text.append("  ").append(part).append(" : ").append(values).append('\n'));
        }
        section(text, "Impossibles", Sort.IMPOSSIBLE);
        return Typographie.francaise(text.toString());
    }

    private void section(StringBuilder text, String title, Sort sort) {
        List<Resultat> chosen = resultats.stream().filter(r -> r.sort() == sort).toList();
        if (chosen.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append('\n');
        chosen.forEach(r -> text.append("  ")
                .append(r.phrase())
                .append(r.raison() == null ? "" : " — " + r.raison())
                .append('\n'));
    }
}
