package fr.parchemin.branche.internal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Activite;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a schema cannot see: codes that exist, thresholds that can be reached, épreuves that see every criterion. */
final class Coherence {

    private final DefinitionBranche definition;
    private final Objections objections = new Objections();

    Coherence(DefinitionBranche definition) {
        this.definition = definition;
    }

    List<MotifErreur> check(
            String mainFile,
            YamlDocument main,
            Map<String, YamlDocument> referentiels,
            Map<String, YamlDocument> classifications,
            Map<String, YamlDocument> golden) {
        objections.turnTo(mainFile, main);
        checkVersions();
        checkPeriods(main.content(), "");
        new CoherenceBranche(definition, objections).check();
        int index = 0;
        for (Map.Entry<String, YamlDocument> entry : classifications.entrySet()) {
            objections.turnTo(entry.getKey(), entry.getValue());
            checkPeriods(entry.getValue().content(), "");
            Classification grid = definition.classifications().get(index++);
            new CoherenceClassification(grid, objections).check();
            new CoherenceGrilles(definition.classifications(), objections).check(grid);
        }
        for (VersionDefinie version : definition.referentiels()) {
            YamlDocument document = referentiels.get(version.fichier());
            objections.turnTo(version.fichier(), document);
            checkPeriods(document.content(), "");
            checkReferentiel(version.referentiel());
        }
        CoherenceGolden cases = new CoherenceGolden(definition, objections);
        golden.forEach((file, document) -> {
            objections.turnTo(file, document);
            cases.check(document.content());
        });
        return objections.motifs();
    }

    private void checkVersions() {
        Map<String, String> seen = new HashMap<>();
        int index = 0;
        for (VersionDefinie version : definition.referentiels()) {
            String key = version.referentiel().certification().code() + " "
                    + version.referentiel().version();
            String other = seen.put(key, version.fichier());
            if (other != null) {
                objections.add("/referentiels/" + index, "« " + key + " » est déjà défini par " + other);
            }
            index++;
        }
        Set<String> codes = new HashSet<>();
        index = 0;
        for (Classification classification : definition.classifications()) {
            objections.unique(codes, classification.code(), "/classifications/" + index++, "la classification");
        }
    }

    /** No period ends before it begins; dates in ISO form sort as texts. */
    private void checkPeriods(JsonNode node, String at) {
        checkPeriod(node, at, "du", "au");
        checkPeriod(node, at, "enVigueurDu", "enVigueurAu");
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                checkPeriods(node.get(index), at + "/" + index);
            }
        } else {
            node.fields().forEachRemaining(field -> checkPeriods(field.getValue(), at + "/" + field.getKey()));
        }
    }

    private void checkPeriod(JsonNode node, String at, String first, String last) {
        if (node.path(first).isTextual()
                && node.path(last).isTextual()
                && node.path(last).asText().compareTo(node.path(first).asText()) < 0) {
            objections.add(
                    at + "/" + last,
                    "la période finit le " + node.path(last).asText() + ", avant de commencer le "
                            + node.path(first).asText());
        }
    }

    private void checkReferentiel(Referentiel referentiel) {
        int index = 0;
        Set<String> prerequis = new HashSet<>();
        for (Prerequis item : referentiel.certification().prerequis()) {
            String at = "/certification/prerequis/" + index++;
            objections.unique(prerequis, item.code(), at + "/code", "le prérequis");
            if (item.motifNumero() != null) {
                try {
                    Pattern.compile(item.motifNumero());
                } catch (PatternSyntaxException malformed) {
                    objections.add(
                            at + "/motifNumero", "l’expression n’est pas valide : " + malformed.getDescription());
                }
            }
        }
        Set<String> activites = new HashSet<>();
        index = 0;
        for (Activite activite : referentiel.activites()) {
            objections.unique(activites, activite.code(), "/activites/" + index++ + "/code", "l’activité");
        }
        Set<String> codes = new HashSet<>();
        index = 0;
        for (BlocCompetences bloc : referentiel.blocs()) {
            checkBloc(referentiel, bloc, "/blocs/" + index++, codes, activites);
        }
        new CoherenceRegleCertificat(referentiel, objections).check();
        new CoherenceJury(referentiel.jury(), objections).check();
        new CoherenceMentions(definition, referentiel, objections).check();
        new CoherenceComplements(definition, referentiel, objections).check();
        new CoherenceEffets(referentiel, definition.classificationsByCode(), objections).check();
    }

    private void checkBloc(
            Referentiel referentiel, BlocCompetences bloc, String at, Set<String> codes, Set<String> activites) {
        unique(codes, bloc.code(), at + "/code");
        known(bloc.activites(), activites, at + "/activites", "l’activité", "dans le référentiel");
        Set<String> competences = new HashSet<>();
        Map<String, String> criteres = new LinkedHashMap<>();
        int index = 0;
        for (Competence competence : bloc.competences()) {
            String place = at + "/competences/" + index++;
            unique(codes, competence.code(), place + "/code");
            competences.add(competence.code());
            int rank = 0;
            for (Critere critere : competence.criteres()) {
                String spot = place + "/criteres/" + rank++;
                unique(codes, critere.code(), spot + "/code");
                criteres.putIfAbsent(critere.code(), spot);
            }
        }
        Set<String> observed = new HashSet<>();
        index = 0;
        for (Epreuve epreuve : bloc.epreuves()) {
            String place = at + "/epreuves/" + index++;
            unique(codes, epreuve.code(), place + "/code");
            known(epreuve.competences(), competences, place + "/competences", "la compétence", "dans le bloc");
            known(epreuve.criteres(), criteres.keySet(), place + "/criteres", "le critère", "dans le bloc");
            Set<String> sees = bloc.criteres(epreuve).keySet();
            if (sees.isEmpty()) {
                objections.add(place, "l’épreuve n’observe aucun critère");
            }
            observed.addAll(sees);
        }
        criteres.forEach((code, spot) -> {
            if (!observed.contains(code)) {
                objections.add(spot, "le critère « " + code + " » n’est observé par aucune épreuve");
            }
        });
        new CoherenceRegle(referentiel, bloc, at, criteres, objections).check();
    }

    private void unique(Set<String> codes, String code, String at) {
        if (!codes.add(code)) {
            objections.add(at, "le code « " + code + " » sert déjà dans ce référentiel");
        }
    }

    private void known(List<String> given, Set<String> existing, String at, String what, String where) {
        for (String code : given) {
            if (!existing.contains(code)) {
                objections.add(at, what + " « " + code + " » n’existe pas " + where);
            }
        }
    }
}
