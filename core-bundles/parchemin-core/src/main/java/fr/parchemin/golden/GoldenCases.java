package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.FichierGolden;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.classification.CalculEffet;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.evaluation.Contexte;
import fr.parchemin.evaluation.ControleSaisie;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.evaluation.PropositionEngine;
import fr.parchemin.evaluation.ReglesEnCode;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.golden.FichierCas.Attendu;
import fr.parchemin.golden.FichierCas.Attestation;
import fr.parchemin.golden.FichierCas.Cas;
import fr.parchemin.golden.FichierCas.CasJury;
import fr.parchemin.golden.FichierCas.CasMention;
import fr.parchemin.golden.FichierCas.Evaluation;
import fr.parchemin.jury.CompositionJury;
import fr.parchemin.jury.LiensCandidat;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.ReglesJury;
import fr.parchemin.mention.CalculMentions;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.mention.SituationMention;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Mention;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.regle.ReglesBranche;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the golden cases of a definition through the very rules that candidates will meet. */
public final class GoldenCases {

    private static final Logger LOG = LoggerFactory.getLogger(GoldenCases.class);

    /** Day of a case that names none. */
    static final LocalDate JOUR_PAR_DEFAUT = LocalDate.of(2026, 6, 15);

    /** Hour of the grids of a case, of which only the day matters. */
    private static final LocalTime MIDI = LocalTime.NOON;

    private static final UUID PERSONNE = new UUID(0, 0);

    /**
     * What a case came to.
     *
     * @param rang rank of the case in its file, from 0
     * @param ligne line at which it begins
     * @param proposition what the rules propose, empty when the case is not about an evaluation or has a grid refused
     * @param difference French sentence, what was expected and what came; empty when they agree
     */
    public record Resultat(
            String fichier,
            int rang,
            Integer ligne,
            String certification,
            String version,
            String cas,
            Optional<Proposition> proposition,
            Optional<String> difference) {

        /** Why the branch is not admitted, with its place, empty when the case came out as expected. */
        public Optional<MotifErreur> motif() {
            return difference.map(text -> new MotifErreur(
                    MotifErreur.Code.CAS_GOLDEN_ECHOUE,
                    "cas « " + cas + " » : " + text,
                    fichier,
                    ligne,
                    "cas[" + rang + "]"));
        }
    }

    /** A case once run. */
    private record Issue(Optional<Proposition> proposition, Optional<String> difference) {
        static Issue of(Optional<String> difference) {
            return new Issue(Optional.empty(), difference);
        }
    }

    /** Kinds that carry their situation under a key of their own. */
    private static final List<EspeceDeCas> ESPECES = List.of(
            new CasTableau(),
            new CasCotation(),
            new CasValidite(),
            new CasRecevabilite(),
            new CasVote(),
            new CasSaisie(),
            new CasAttente(),
            new CasEnregistrement(),
            new CasTransition());

    private GoldenCases() {}

    /** Runs every case of a valid definition that has no rule in code, in the order of the files. */
    public static List<Resultat> run(DefinitionBranche definition) {
        return run(definition, ReglesBranche.absentes());
    }

    /** Runs every case of a valid definition, in the order of the files, asking these for its rules in code. */
    public static List<Resultat> run(DefinitionBranche definition, ReglesBranche regles) {
        return stream(definition, regles).toList();
    }

    /** The same, each case run when it is asked for. */
    public static Stream<Resultat> stream(DefinitionBranche definition, ReglesBranche regles) {
        return stream(definition, regles, (fichier, rang) -> true);
    }

    /**
     * The same for some cases only.
     *
     * @param chosen whether the case of that rank (from 0) in that file is run
     */
    public static Stream<Resultat> stream(
            DefinitionBranche definition, ReglesBranche regles, BiPredicate<String, Integer> chosen) {
        return definition.golden().stream().flatMap(fichier -> stream(definition, regles, fichier, chosen));
    }

    private static Stream<Resultat> stream(
            DefinitionBranche definition,
            ReglesBranche regles,
            FichierGolden fichier,
            BiPredicate<String, Integer> chosen) {
        FichierCas cases = DefinitionJson.read(fichier.contenu(), FichierCas.class);
        Referentiel referentiel = definition
                .referentiel(cases.certification(), cases.version())
                .orElseThrow()
                .referentiel();
        return IntStream.range(0, cases.cas().size())
                .filter(rang -> chosen.test(fichier.fichier(), rang))
                .mapToObj(rang -> {
                    Cas cas = cases.cas().get(rang);
                    Issue issue = guarded(
                            definition,
                            referentiel,
                            cas,
                            regles,
                            fichier.contenu().path("cas").path(rang));
                    return new Resultat(
                            fichier.fichier(),
                            rang,
                            fichier.lignes().get(rang),
                            cases.certification(),
                            cases.version(),
                            cas.nom(),
                            issue.proposition(),
                            issue.difference());
                });
    }

    /** A case that makes the rules themselves fail says so of itself, and the next one is run. */
    private static Issue guarded(
            DefinitionBranche definition, Referentiel referentiel, Cas cas, ReglesBranche regles, JsonNode brut) {
        try {
            for (EspeceDeCas espece : ESPECES) {
                if (brut.has(espece.cle())) {
                    return Issue.of(espece.difference(
                            definition,
                            referentiel,
                            regles,
                            brut.path(espece.cle()),
                            brut.path("attendu").path(espece.cle())));
                }
            }
            return run(definition, referentiel, cas, regles);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError surprise) {
            LOG.warn("golden case « {} » made the rules fail", cas.nom(), surprise);
            return Issue.of(Optional.of("son exécution a échoué ("
                    + surprise.getClass().getSimpleName() + ") ; la cause est au journal technique"));
        }
    }

    private static Issue run(DefinitionBranche definition, Referentiel referentiel, Cas cas, ReglesBranche regles) {
        if (cas.evaluations() != null) {
            return evaluation(referentiel, cas, regles);
        }
        if (cas.jury() != null) {
            return Issue.of(jury(referentiel.jury(), cas, regles));
        }
        if (cas.mention() != null) {
            return Issue.of(mention(definition, referentiel, cas.mention(), cas.attendu(), regles));
        }
        return Issue.of(effet(definition, referentiel, cas.effet(), cas.attendu(), regles));
    }

    /** A candidate who holds nothing, on the day of a case that names none. */
    static Contexte contexteParDefaut(ReglesBranche regles) {
        return new Contexte(JOUR_PAR_DEFAUT, null, Set.of(), new ReglesEnCode(regles));
    }

    private static Issue evaluation(Referentiel referentiel, Cas cas, ReglesBranche regles) {
        LocalDate day = cas.le() == null ? JOUR_PAR_DEFAUT : cas.le();
        Set<String> held = cas.attestations().stream()
                .filter(a -> a.valideJusquAu() == null || !day.isAfter(a.valideJusquAu()))
                .map(Attestation::prerequis)
                .collect(Collectors.toSet());
        Contexte contexte = new Contexte(day, cas.debut(), held, new ReglesEnCode(regles));
        List<Saisie> saisies = new ArrayList<>();
        for (Evaluation evaluation : cas.evaluations()) {
            Map<String, String> notes = completed(referentiel, evaluation);
            Outcome<Map<String, Note>> checked = ControleSaisie.check(
                    referentiel,
                    evaluation.epreuve(),
                    new Evaluations.Entree(evaluation.presence(), notes, null, evaluation.passage()),
                    saisies,
                    contexte);
            Optional<Refus> refus = checked.reason();
            if (refus.isPresent()) {
                return Issue.of(Optional.of("la grille de l’épreuve " + evaluation.epreuve() + " est refusée : "
                        + refus.get().detail()));
            }
            saisies.add(new Saisie(
                    PERSONNE,
                    evaluation.epreuve(),
                    evaluation.evaluateur(),
                    evaluation.presence(),
                    checked.orElseThrow(),
                    null,
                    (evaluation.le() == null ? day : evaluation.le())
                            .atTime(MIDI)
                            .atZone(HeureLegale.ZONE)
                            .toInstant(),
                    evaluation.passage()));
        }
        Proposition proposition = PropositionEngine.propose(referentiel, "", saisies, contexte);
        List<String> differences = new ArrayList<>();
        Attendu attendu = cas.attendu();
        if (attendu.proposition() != proposition.proposition()) {
            differences.add("proposition attendue " + attendu.proposition() + ", obtenue " + proposition.proposition());
        }
        new TreeMap<>(attendu.blocs()).forEach((code, expected) -> {
            PropositionBloc bloc = proposition.bloc(code).orElseThrow();
            if (bloc.resultat() != expected) {
                differences.add("bloc " + code + " attendu " + expected + ", obtenu " + bloc.resultat() + " ("
                        + bloc.explications().stream()
                                .map(e -> e.libelle() + " → " + e.resultat())
                                .collect(Collectors.joining(" ; "))
                        + ")");
            }
        });
        return new Issue(
                Optional.of(proposition),
                differences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ; ", differences)));
    }

    /** The marks of a grid once « toutes » is said of every binary criterion left out. */
    static Map<String, String> completed(Referentiel referentiel, Evaluation evaluation) {
        Map<String, String> notes = new LinkedHashMap<>();
        Optional<BlocCompetences> bloc = referentiel.blocOfEpreuve(evaluation.epreuve());
        if (bloc.isPresent() && evaluation.toutes() != null) {
            Epreuve epreuve = bloc.get().epreuve(evaluation.epreuve()).orElseThrow();
            bloc.get().criteres(epreuve).values().stream()
                    .filter(c -> c.echelle() == Critere.Echelle.BINAIRE)
                    .forEach(c -> notes.put(c.code(), evaluation.toutes()));
        }
        notes.putAll(evaluation.notes());
        return notes;
    }

    private static Optional<String> jury(RegleJury regle, Cas golden, ReglesBranche regles) {
        CasJury cas = golden.jury();
        LocalDate day = golden.le() == null ? JOUR_PAR_DEFAUT : golden.le();
        List<MembreJury> membres = cas.membres().stream()
                .map(m -> new MembreJury(
                        UUID.randomUUID(),
                        m.nom() == null ? m.college() : m.nom(),
                        m.college(),
                        null,
                        m.employeur(),
                        m.pratiqueAnnees(),
                        m.president()))
                .toList();
        FichierCas.Candidat candidat = cas.candidat();
        LiensCandidat liens = candidat == null
                ? new LiensCandidat(Set.of(), Set.of(), List.of(), null, null)
                : new LiensCandidat(
                        Set.of(),
                        Set.copyOf(candidat.evaluateurs()),
                        candidat.formateurs(),
                        candidat.entreprise(),
                        candidat.organisme());
        String obtained = CompositionJury.check(
                        regle,
                        membres,
                        Optional.ofNullable(cas.presidencePrecedente()),
                        cas.le() == null ? JOUR_PAR_DEFAUT : cas.le())
                .or(() -> regle.validationCertificateur() && !cas.valideParCertificateur()
                        ? Optional.of(Refus.of(CodeRefus.JURY_NON_VALIDE, ""))
                        : Optional.empty())
                .or(() -> ReglesJury.examine(regle, membres, liens, day, regles)
                        .fold(told -> CompositionJury.excluded(regle, membres, told), Optional::of))
                .map(r -> r.code().name())
                .orElse("CONFORME");
        Attendu attendu = golden.attendu();
        return obtained.equals(attendu.jury())
                ? Optional.empty()
                : Optional.of("jury attendu " + attendu.jury() + ", obtenu " + obtained);
    }

    private static Optional<String> mention(
            DefinitionBranche definition,
            Referentiel referentiel,
            CasMention cas,
            Attendu attendu,
            ReglesBranche regles) {
        MentionsPossibles possibles = CalculMentions.of(
                referentiel,
                new SituationMention(
                        definition.branche().code(),
                        cas.le(),
                        cas.certificats(),
                        cas.blocs(),
                        cas.prerequis(),
                        cas.titres(),
                        cas.experienceMois(),
                        cas.mentions().stream()
                                .map(m -> new SituationMention.Detenue(
                                        m.code(),
                                        m.statut() == null ? SituationMention.Detenue.Statut.ACTIVE : m.statut(),
                                        m.expireLe()))
                                .toList(),
                        cas.accreditations() == null
                                ? definition.branche().accreditations(cas.le())
                                : cas.accreditations()),
                regles);
        List<String> differences = new ArrayList<>();
        new TreeMap<>(attendu.mentions()).forEach((code, expected) -> {
            MentionsPossibles.Resultat resultat = possibles.mention(code).orElseThrow();
            if (resultat.verdict() != expected) {
                differences.add("mention " + code + " attendue " + expected + ", obtenue " + resultat.verdict() + " ("
                        + resultat.explications().stream()
                                .map(e -> e.libelle() + " → " + (e.satisfaite() ? "oui" : "non"))
                                .collect(Collectors.joining(" ; "))
                        + ")");
            }
        });
        if (attendu.emplacements() != null) {
            new TreeMap<>(attendu.emplacements()).forEach((code, expected) -> {
                Mention.Emplacement obtained =
                        possibles.mention(code).orElseThrow().emplacement();
                if (obtained != expected) {
                    differences.add("mention " + code + " attendue sur " + expected + ", placée sur " + obtained);
                }
            });
        }
        if (attendu.certificatPossible() != null && attendu.certificatPossible() != possibles.certificatPossible()) {
            differences.add("certificat attendu " + (attendu.certificatPossible() ? "possible" : "impossible")
                    + ", obtenu "
                    + (possibles.certificatPossible()
                            ? "possible"
                            : "impossible : " + String.join(" ; ", possibles.manques())));
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ; ", differences));
    }

    private static Optional<String> effet(
            DefinitionBranche definition,
            Referentiel referentiel,
            ContexteEmploi contexte,
            Attendu attendu,
            ReglesBranche regles) {
        return ComparaisonEffet.difference(
                CalculEffet.of(referentiel, definition.classificationsByCode(), contexte, regles), attendu.effet());
    }
}
