package fr.parchemin.branche.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.MotifErreur.Code;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.RegleJury;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a schema cannot see: codes that exist, thresholds that can be reached, épreuves that see every criterion. */
final class Coherence {

    private final DefinitionBranche definition;
    private final List<MotifErreur> motifs = new ArrayList<>();
    private String file;
    private YamlDocument document;

    Coherence(DefinitionBranche definition) {
        this.definition = definition;
    }

    List<MotifErreur> check(
            String mainFile,
            YamlDocument main,
            Map<String, YamlDocument> referentiels,
            Map<String, YamlDocument> classifications) {
        file = mainFile;
        document = main;
        checkVersions();
        int index = 0;
        for (Map.Entry<String, YamlDocument> entry : classifications.entrySet()) {
            file = entry.getKey();
            document = entry.getValue();
            checkClassification(definition.classifications().get(index++));
        }
        for (VersionDefinie version : definition.referentiels()) {
            file = version.fichier();
            document = referentiels.get(file);
            checkReferentiel(version.referentiel());
        }
        return motifs;
    }

    private void checkVersions() {
        Map<String, String> seen = new HashMap<>();
        int index = 0;
        for (VersionDefinie version : definition.referentiels()) {
            String key = version.referentiel().certification().code() + " "
                    + version.referentiel().version();
            String other = seen.put(key, version.fichier());
            if (other != null) {
                object("/referentiels/" + index, "« " + key + " » est déjà défini par " + other);
            }
            index++;
        }
        Set<String> codes = new HashSet<>();
        for (Classification classification : definition.classifications()) {
            if (!codes.add(classification.code())) {
                object("/classifications", "la classification « " + classification.code() + " » est définie deux fois");
            }
        }
    }

    private void checkClassification(Classification classification) {
        Set<String> keys = new HashSet<>();
        int index = 0;
        int expected = -1;
        for (Position position : classification.positions()) {
            String at = "/positions/" + index++;
            if (!keys.add(position.cle())) {
                object(at + "/cle", "la clé « " + position.cle() + " » figure deux fois");
            }
            if (classification.forme() == Classification.Forme.COTATION) {
                if (position.cotationMin() == null || position.cotationMax() == null) {
                    object(at, "une position cotée porte cotationMin et cotationMax");
                } else if (position.cotationMin() > position.cotationMax()) {
                    object(at + "/cotationMax", "cotationMax est inférieur à cotationMin");
                } else {
                    if (expected >= 0 && position.cotationMin() != expected) {
                        object(at + "/cotationMin", "les cotations doivent se suivre : " + expected + " attendu");
                    }
                    expected = position.cotationMax() + 1;
                }
            }
        }
        Set<String> jobs = new HashSet<>();
        index = 0;
        for (EmploiRepere emploi : classification.emplois()) {
            String at = "/emplois/" + index++;
            if (!jobs.add(emploi.code())) {
                object(at + "/code", "l’emploi « " + emploi.code() + " » figure deux fois");
            }
            if (!keys.contains(emploi.position())) {
                object(at + "/position", "la position « " + emploi.position() + " » n’existe pas dans la grille");
            }
        }
    }

    private void checkReferentiel(Referentiel referentiel) {
        int index = 0;
        Set<String> prerequis = new HashSet<>();
        for (Prerequis item : referentiel.certification().prerequis()) {
            String at = "/certification/prerequis/" + index++;
            if (!prerequis.add(item.code())) {
                object(at + "/code", "le prérequis « " + item.code() + " » figure deux fois");
            }
            if (item.motifNumero() != null) {
                try {
                    Pattern.compile(item.motifNumero());
                } catch (PatternSyntaxException malformed) {
                    object(at + "/motifNumero", "l’expression n’est pas valide : " + malformed.getDescription());
                }
            }
            if (item.type() == Prerequis.Type.AGE_MINIMUM && item.age() == null) {
                object(at, "un âge minimum demande la clé « age »");
            }
        }
        Set<String> activites = new HashSet<>();
        referentiel.activites().forEach(a -> activites.add(a.code()));
        Set<String> codes = new HashSet<>();
        index = 0;
        for (BlocCompetences bloc : referentiel.blocs()) {
            checkBloc(referentiel, bloc, "/blocs/" + index++, codes, activites);
        }
        if (referentiel.regle() instanceof RegleCertificat.BlocsAuMoins atLeast
                && atLeast.nombre() > referentiel.blocs().size()) {
            object(
                    "/regle/nombre",
                    atLeast.nombre() + " blocs demandés, le référentiel n’en a que "
                            + referentiel.blocs().size());
        }
        checkJury(referentiel.jury());
        checkEffets(referentiel);
    }

    private void checkBloc(
            Referentiel referentiel, BlocCompetences bloc, String at, Set<String> codes, Set<String> activites) {
        unique(codes, bloc.code(), at + "/code");
        for (String activite : bloc.activites()) {
            if (!activites.contains(activite)) {
                object(at + "/activites", "l’activité « " + activite + " » n’existe pas");
            }
        }
        Set<String> competences = new HashSet<>();
        Map<String, Critere> criteres = new HashMap<>();
        int index = 0;
        for (Competence competence : bloc.competences()) {
            String place = at + "/competences/" + index++;
            unique(codes, competence.code(), place + "/code");
            competences.add(competence.code());
            int rank = 0;
            for (Critere critere : competence.criteres()) {
                String spot = place + "/criteres/" + rank++;
                unique(codes, critere.code(), spot + "/code");
                criteres.put(critere.code(), critere);
                boolean points = critere.echelle() == Critere.Echelle.POINTS;
                if (points && (critere.bareme() == null || critere.bareme().signum() <= 0)) {
                    object(spot, "un critère noté en points demande un barème supérieur à 0");
                }
                if (!points && critere.bareme() != null) {
                    object(spot + "/bareme", "un critère binaire n’a pas de barème");
                }
            }
        }
        Set<String> observed = new HashSet<>();
        index = 0;
        for (Epreuve epreuve : bloc.epreuves()) {
            String place = at + "/epreuves/" + index++;
            unique(codes, epreuve.code(), place + "/code");
            known(epreuve.competences(), competences, place + "/competences", "la compétence", "dans le bloc");
            known(epreuve.criteres(), criteres.keySet(), place + "/criteres", "le critère", "dans le bloc");
            for (String other : epreuve.remplace()) {
                if (bloc.epreuve(other).isEmpty() || other.equals(epreuve.code())) {
                    object(place + "/remplace", "l’épreuve « " + other + " » n’est pas une autre épreuve du bloc");
                }
            }
            observed.addAll(bloc.criteres(epreuve).keySet());
        }
        for (String critere : criteres.keySet()) {
            if (!observed.contains(critere)) {
                object(at + "/competences", "le critère « " + critere + " » n’est observé par aucune épreuve");
            }
        }
        checkRegle(referentiel, bloc, bloc.regle(), at + "/regle", criteres, competences);
    }

    private void checkRegle(
            Referentiel referentiel,
            BlocCompetences bloc,
            Regle regle,
            String at,
            Map<String, Critere> criteres,
            Set<String> competences) {
        if (regle instanceof Regle.CompetencesAcquises acquises) {
            known(acquises.competences(), competences, at + "/competences", "la compétence", "dans le bloc");
        } else if (regle instanceof Regle.NoteMinimale note) {
            checkThreshold(bloc, note.epreuve(), note.seuil(), at);
        } else if (regle instanceof Regle.Porte porte) {
            checkThreshold(bloc, porte.epreuve(), porte.seuil(), at);
            for (String opened : porte.ouvre()) {
                if (bloc.epreuve(opened).isEmpty() || opened.equals(porte.epreuve())) {
                    object(at + "/ouvre", "l’épreuve « " + opened + " » n’est pas une autre épreuve du bloc");
                }
            }
        } else if (regle instanceof Regle.Eliminatoire eliminatoire) {
            Critere critere = criteres.get(eliminatoire.critere());
            if (critere == null || critere.echelle() != Critere.Echelle.BINAIRE) {
                object(at + "/critere", "« " + eliminatoire.critere() + " » n’est pas un critère binaire du bloc");
            }
        } else if (regle instanceof Regle.Attestation attestation) {
            if (referentiel.certification().prerequis(attestation.prerequis()).isEmpty()) {
                object(at + "/prerequis", "le prérequis « " + attestation.prerequis() + " » n’existe pas");
            }
        } else if (regle instanceof Regle.Toutes toutes) {
            checkRegles(referentiel, bloc, toutes.regles(), at, criteres, competences);
        } else if (regle instanceof Regle.AuMoins auMoins) {
            if (auMoins.nombre() < 1 || auMoins.nombre() > auMoins.regles().size()) {
                object(
                        at + "/nombre",
                        auMoins.nombre() + " règle(s) demandée(s) sur "
                                + auMoins.regles().size());
            }
            checkRegles(referentiel, bloc, auMoins.regles(), at, criteres, competences);
        }
    }

    private void checkRegles(
            Referentiel referentiel,
            BlocCompetences bloc,
            List<Regle> regles,
            String at,
            Map<String, Critere> criteres,
            Set<String> competences) {
        int index = 0;
        for (Regle part : regles) {
            checkRegle(referentiel, bloc, part, at + "/regles/" + index++, criteres, competences);
        }
    }

    private void checkThreshold(BlocCompetences bloc, String code, BigDecimal seuil, String at) {
        bloc.epreuve(code)
                .ifPresentOrElse(
                        epreuve -> {
                            BigDecimal bareme = bloc.bareme(epreuve);
                            if (seuil.compareTo(bareme) > 0) {
                                object(
                                        at + "/seuil",
                                        seuil.toPlainString() + " dépasse le barème de " + bareme.toPlainString());
                            }
                        },
                        () -> object(at + "/epreuve", "l’épreuve « " + code + " » n’existe pas dans le bloc"));
    }

    private void checkJury(RegleJury jury) {
        if (jury.role() == RegleJury.Pouvoir.PROPOSE) {
            object("/jury/role", "un jury qui propose à la CPNE n’est pas encore pris en charge, seul DECIDE l’est");
        }
        Set<String> colleges = new HashSet<>();
        jury.colleges().forEach(c -> {
            if (!colleges.add(c.code())) {
                object("/jury/colleges", "le collège « " + c.code() + " » figure deux fois");
            }
        });
        if (jury.parite() && colleges.size() < 2) {
            object("/jury/parite", "la parité demande au moins deux collèges");
        }
        if (jury.presidence() == RegleJury.Presidence.ALTERNEE && colleges.size() < 2) {
            object("/jury/presidence", "une présidence alternée demande au moins deux collèges");
        }
    }

    private void checkEffets(Referentiel referentiel) {
        Map<String, Classification> grids = definition.classificationsByCode();
        int index = 0;
        for (EffetCertification effet : referentiel.effets()) {
            String at = "/effets/" + index++;
            Classification grid = grids.get(effet.classification());
            if (grid == null) {
                if (effet.classification() != null || !(effet instanceof EffetCertification.Aucun)) {
                    object(at + "/classification", "la classification « " + effet.classification() + " » n’existe pas");
                }
                continue;
            }
            if (effet instanceof EffetCertification.PlancherSiNiveauExige plancher) {
                for (Map.Entry<String, String> niveau : plancher.niveaux().entrySet()) {
                    if (grid.position(niveau.getValue()).isEmpty()) {
                        object(
                                at + "/niveaux/" + niveau.getKey(),
                                "la position « " + niveau.getValue() + " » n’existe pas");
                    }
                }
            } else if (effet instanceof EffetCertification.MinimumEmploiRepere minimum) {
                for (String emploi : minimum.emplois()) {
                    if (grid.emploi(emploi).isEmpty()) {
                        object(at + "/emplois", "l’emploi-repère « " + emploi + " » n’existe pas");
                    }
                }
            }
        }
    }

    private void unique(Set<String> codes, String code, String at) {
        if (!codes.add(code)) {
            object(at, "le code « " + code + " » sert déjà dans ce référentiel");
        }
    }

    private void known(List<String> given, Set<String> existing, String at, String what, String where) {
        for (String code : given) {
            if (!existing.contains(code)) {
                object(at, what + " « " + code + " » n’existe pas " + where);
            }
        }
    }

    private void object(String pointer, String message) {
        motifs.add(new MotifErreur(
                Code.INCOHERENCE, message, file, document.line(pointer), YamlDefinitionReader.path(pointer)));
    }
}
