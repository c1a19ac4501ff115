package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acte.Typographie;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.FichierGolden;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Proposition.Explication;
import fr.parchemin.evaluation.Verdict;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.regle.ReglesBranche;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the golden cases of a definition show: a rule that no case fails could say anything. */
final class CouvertureGolden {

    /** Lines of an explanation that tell the compétences of a rule, beside the rule itself. */
    private static final String DETAIL = "COMPETENCE";

    private final DefinitionBranche definition;
    private final List<GoldenCases.Resultat> resultats;

    private CouvertureGolden(DefinitionBranche definition, ReglesBranche regles) {
        this.definition = definition;
        this.resultats = GoldenCases.run(definition, regles);
    }

    static CouvertureGolden of(DefinitionBranche definition, ReglesBranche regles) {
        return new CouvertureGolden(definition, regles);
    }

    /** The référentiels that fewer cases prove, one sentence each. */
    List<String> tooFew(int required) {
        List<String> sentences = new ArrayList<>();
        for (VersionDefinie version : definition.referentiels()) {
            int cases = of(version).size();
            if (cases < required) {
                sentences.add(sentence(
                        version, "version", cases + " cas de référence pour cette version, " + required + " au moins"));
            }
        }
        return sentences;
    }

    private List<GoldenCases.Resultat> of(VersionDefinie version) {
        return resultats.stream()
                .filter(r -> isOf(version, r.certification(), r.version()))
                .toList();
    }

    private static boolean isOf(VersionDefinie version, String certification, String number) {
        return version.referentiel().certification().code().equals(certification)
                && version.referentiel().version().equals(number);
    }

    /** What no case shows, one sentence each: a rule held or failed, a jury accepted or refused, the effect. */
    List<String> unproven() {
        List<String> sentences = new ArrayList<>();
        for (VersionDefinie version : definition.referentiels()) {
            List<Proposition> propositions =
                    of(version).stream().flatMap(r -> r.proposition().stream()).toList();
            for (int i = 0; i < version.referentiel().blocs().size(); i++) {
                BlocCompetences bloc = version.referentiel().blocs().get(i);
                unproven(version, bloc, "blocs[" + i + "].regle", propositions, sentences);
            }
            List<JsonNode> cases = cases(version);
            if (cases.stream().noneMatch(c -> verdict(c).equals("CONFORME"))) {
                sentences.add(sentence(version, "jury", "aucun cas de référence ne montre un jury conforme"));
            }
            if (cases.stream().allMatch(c -> verdict(c).isEmpty() || verdict(c).equals("CONFORME"))) {
                sentences.add(sentence(version, "jury", "aucun cas de référence ne montre un jury refusé"));
            }
            if (cases.stream().noneMatch(c -> c.has("effet"))) {
                sentences.add(sentence(version, "effets", "aucun cas de référence ne montre l’effet du certificat"));
            }
        }
        return sentences;
    }

    private static String verdict(JsonNode cas) {
        return cas.path("attendu").path("jury").asText();
    }

    private List<JsonNode> cases(VersionDefinie version) {
        List<JsonNode> cases = new ArrayList<>();
        for (FichierGolden file : definition.golden()) {
            JsonNode content = file.contenu();
            if (isOf(
                    version,
                    content.path("certification").asText(),
                    content.path("version").asText())) {
                content.path("cas").forEach(cases::add);
            }
        }
        return cases;
    }

    private static void unproven(
            VersionDefinie version,
            BlocCompetences bloc,
            String path,
            List<Proposition> propositions,
            List<String> sentences) {
        Map<String, String> rules = new LinkedHashMap<>();
        flatten(bloc.regle(), path, rules);
        Map<String, Set<Verdict>> seen = new LinkedHashMap<>();
        rules.keySet().forEach(rule -> seen.put(rule, EnumSet.noneOf(Verdict.class)));
        for (Proposition proposition : propositions) {
            List<Verdict> verdicts = proposition.bloc(bloc.code()).orElseThrow().explications().stream()
                    .filter(e -> !e.regle().equals(DETAIL))
                    .map(Explication::resultat)
                    .toList();
            int line = 0;
            for (Set<Verdict> verdictsOfRule : seen.values()) {
                verdictsOfRule.add(verdicts.get(line++));
            }
        }
        rules.forEach((rule, name) -> {
            if (!seen.get(rule).contains(Verdict.SATISFAITE)) {
                sentences.add(sentence(version, rule, name + " : aucun cas de référence ne la satisfait"));
            }
            if (!seen.get(rule).contains(Verdict.NON_SATISFAITE)) {
                sentences.add(sentence(version, rule, name + " : aucun cas de référence ne la met en défaut"));
            }
        });
    }

    /** The rule and its parts, path to name, in the order in which an explanation tells them. */
    private static void flatten(Regle regle, String path, Map<String, String> into) {
        if (regle instanceof Regle.Toutes toutes) {
            into.put(path, "la règle TOUTES");
            flatten(toutes.regles(), path, into);
        } else if (regle instanceof Regle.AuMoins auMoins) {
            into.put(path, "la règle AU_MOINS " + auMoins.nombre());
            flatten(auMoins.regles(), path, into);
        } else if (regle instanceof Regle.NoteMinimale note) {
            into.put(path, "la règle NOTE_MINIMALE de " + note.epreuve());
        } else if (regle instanceof Regle.Porte porte) {
            into.put(path, "la règle PORTE de " + porte.epreuve());
        } else if (regle instanceof Regle.Eliminatoire eliminatoire) {
            into.put(path, "la règle ELIMINATOIRE de " + eliminatoire.critere());
        } else if (regle instanceof Regle.Attestation attestation) {
            into.put(path, "la règle ATTESTATION de " + attestation.prerequis());
        } else if (regle instanceof Regle.Externe externe) {
            into.put(path, "la règle en code « " + externe.nom() + " »");
        } else {
            into.put(path, "la règle COMPETENCES_ACQUISES");
        }
    }

    private static void flatten(List<Regle> parts, String path, Map<String, String> into) {
        int index = 0;
        for (Regle part : parts) {
            flatten(part, path + ".regles[" + index++ + "]", into);
        }
    }

    private static String sentence(VersionDefinie version, String path, String text) {
        return Typographie.francaise(version.fichier() + ", " + path + " : " + text);
    }
}
