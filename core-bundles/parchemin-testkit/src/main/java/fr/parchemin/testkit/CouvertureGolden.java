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
import fr.parchemin.referentiel.RegleCertificat;
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
            if (!counts(version.referentiel().regle())) {
                Map<String, String> rules = new LinkedHashMap<>();
                flatten(version.referentiel().regle(), "regle", rules);
                unproven(
                        version,
                        rules,
                        propositions.stream().map(Proposition::explications).toList(),
                        sentences);
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

    /** Whether a certificate only counts its blocs, which the cases of the blocs show. */
    private static boolean counts(RegleCertificat regle) {
        return regle instanceof RegleCertificat.TousBlocs || regle instanceof RegleCertificat.BlocsAuMoins;
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
        unproven(
                version,
                rules,
                propositions.stream()
                        .map(p -> p.bloc(bloc.code()).orElseThrow().explications())
                        .toList(),
                sentences);
    }

    /**
     * @param explications of each case, a line a rule in the order of {@code rules}, beside those that tell compétences
     */
    private static void unproven(
            VersionDefinie version,
            Map<String, String> rules,
            List<List<Explication>> explications,
            List<String> sentences) {
        Map<String, Set<Verdict>> seen = new LinkedHashMap<>();
        rules.keySet().forEach(rule -> seen.put(rule, EnumSet.noneOf(Verdict.class)));
        for (List<Explication> explication : explications) {
            List<Verdict> verdicts = explication.stream()
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
        into.put(path, name(regle));
        if (regle instanceof Regle.Toutes toutes) {
            flatten(toutes.regles(), path, into);
        } else if (regle instanceof Regle.AuMoins auMoins) {
            flatten(auMoins.regles(), path, into);
        }
    }

    private static String name(Regle regle) {
        if (regle instanceof Regle.Toutes) {
            return "la règle TOUTES";
        }
        if (regle instanceof Regle.AuMoins auMoins) {
            return "la règle AU_MOINS " + auMoins.nombre();
        }
        if (regle instanceof Regle.NoteMinimale note) {
            return "la règle NOTE_MINIMALE de " + note.epreuve();
        }
        if (regle instanceof Regle.Porte porte) {
            return "la règle PORTE de " + porte.epreuve();
        }
        if (regle instanceof Regle.PorteAttestation porte) {
            return "la règle PORTE_ATTESTATION de " + porte.prerequis();
        }
        if (regle instanceof Regle.Eliminatoire eliminatoire) {
            return "la règle ELIMINATOIRE de " + eliminatoire.critere();
        }
        if (regle instanceof Regle.Attestation attestation) {
            return "la règle ATTESTATION de " + attestation.prerequis();
        }
        if (regle instanceof Regle.Moyenne) {
            return "la règle MOYENNE";
        }
        if (regle instanceof Regle.Total) {
            return "la règle TOTAL";
        }
        if (regle instanceof Regle.Meilleures meilleures) {
            return "la règle MEILLEURES de " + String.join(", ", meilleures.epreuves());
        }
        if (regle instanceof Regle.PourcentageAcquis) {
            return "la règle POURCENTAGE_ACQUIS";
        }
        if (regle instanceof Regle.TauxParCompetence) {
            return "la règle TAUX_PAR_COMPETENCE";
        }
        if (regle instanceof Regle.NiveauParCompetence niveau) {
            return "la règle NIVEAU_PAR_COMPETENCE de " + niveau.niveau();
        }
        return regle instanceof Regle.Externe code
                ? "la règle « " + code.nom() + " »"
                : "la règle COMPETENCES_ACQUISES";
    }

    private static String name(RegleCertificat regle) {
        if (regle instanceof RegleCertificat.MoyenneBlocs) {
            return "la règle MOYENNE_BLOCS";
        }
        if (regle instanceof RegleCertificat.DureeMaximale) {
            return "la règle DUREE_MAXIMALE";
        }
        if (regle instanceof RegleCertificat.BlocsAuMoins blocs) {
            return "la règle BLOCS_AU_MOINS " + blocs.nombre();
        }
        return regle instanceof RegleCertificat.TousBlocs ? "la règle TOUS_BLOCS" : "la règle";
    }

    /** The parts of a composed rule of the certificate, path to name, in the order in which an explanation tells them. */
    private static void flatten(RegleCertificat regle, String path, Map<String, String> into) {
        into.put(path, name(regle));
        List<RegleCertificat> parts = List.of();
        if (regle instanceof RegleCertificat.Toutes toutes) {
            parts = toutes.regles();
        } else if (regle instanceof RegleCertificat.AuMoins auMoins) {
            parts = auMoins.regles();
        }
        for (int i = 0; i < parts.size(); i++) {
            flatten(parts.get(i), path + ".regles[" + i + "]", into);
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
