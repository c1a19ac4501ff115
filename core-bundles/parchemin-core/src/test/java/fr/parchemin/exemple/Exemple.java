package fr.parchemin.exemple;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Concordance;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.referentiel.Voie;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Parts of a référentiel and filled grids, written in a few words, to try rules on. */
public final class Exemple {

    public static final UUID PERSONNE = new UUID(0, 1);

    private Exemple() {}

    /** The detail of a refusal with plain spaces, {@code null} when it was done. */
    public static String detail(Outcome<?> outcome) {
        return outcome.reason().map(Refus::detail).map(Exemple::plain).orElse(null);
    }

    /** The code of a refusal, {@code null} when it was done. */
    public static CodeRefus code(Outcome<?> outcome) {
        return outcome.reason().map(Refus::code).orElse(null);
    }

    /** A sentence with plain spaces in place of non-breaking ones. */
    public static String plain(String sentence) {
        return sentence.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    // ---- criteria and compétences

    public static Critere binaire(String code) {
        return critere(code, Critere.Echelle.BINAIRE, null, List.of(), null);
    }

    public static Critere points(String code, String bareme) {
        return critere(code, Critere.Echelle.POINTS, new BigDecimal(bareme), List.of(), null);
    }

    private static Critere critere(
            String code, Critere.Echelle echelle, BigDecimal bareme, List<Critere.Niveau> niveaux, String acquisA) {
        return new Critere(
                code, "Critère " + code, echelle, bareme, niveaux, acquisA, null, null, false, false, List.of(), null);
    }

    /** Levels from the lowest, {@code "D:0"} with its points or {@code "D"}, acquired from one of them. */
    public static Critere niveaux(String code, String acquisA, String... niveaux) {
        return critere(
                code,
                Critere.Echelle.NIVEAUX,
                null,
                Arrays.stream(niveaux)
                        .map(n -> n.split(":"))
                        .map(n ->
                                new Critere.Niveau(n[0], "Niveau " + n[0], n.length == 1 ? null : new BigDecimal(n[1])))
                        .toList(),
                acquisA);
    }

    /** The same criterion with its weight, and what it means that nobody saw it. */
    public static Critere pese(Critere critere, String poids, Critere.NonObserve nonObserve) {
        return new Critere(
                critere.code(),
                critere.intitule(),
                critere.echelle(),
                critere.bareme(),
                critere.niveaux(),
                critere.acquisA(),
                new BigDecimal(poids),
                nonObserve,
                critere.collectif(),
                critere.eliminatoire(),
                critere.indicateurs(),
                null);
    }

    public static Competence competence(String code, Critere... criteres) {
        return new Competence(code, "Savoir " + code, List.of(), List.of(), List.of(criteres), null);
    }

    // ---- épreuves

    /** An épreuve that observes whole compétences. */
    public static Epreuve epreuve(String code, int evaluateurs, String... competences) {
        return new Epreuve(
                code,
                "Épreuve " + code,
                Epreuve.Modalite.ENTRETIEN,
                null,
                null,
                evaluateurs,
                List.of(competences),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, which may be sat in place of others. */
    public static Epreuve remplacant(Epreuve epreuve, String... autres) {
        return new Epreuve(
                epreuve.code(),
                epreuve.intitule(),
                epreuve.modalite(),
                null,
                null,
                epreuve.evaluateurs(),
                epreuve.competences(),
                epreuve.criteres(),
                List.of(autres),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, of a source and with its régime. */
    public static Epreuve regie(Epreuve epreuve, String source, Epreuve.Passages passages, Epreuve.Absence absence) {
        return new Epreuve(
                epreuve.code(),
                epreuve.intitule(),
                epreuve.modalite(),
                null,
                null,
                epreuve.evaluateurs(),
                epreuve.competences(),
                epreuve.criteres(),
                epreuve.remplace(),
                source,
                null,
                null,
                passages,
                absence,
                null);
    }

    // ---- rules

    public static Regle acquises(String... competences) {
        return new Regle.CompetencesAcquises(List.of(competences), null);
    }

    public static Regle note(String epreuve, String seuil) {
        return new Regle.NoteMinimale(epreuve, new BigDecimal(seuil), null);
    }

    public static Regle porte(String epreuve, String seuil, String... ouvre) {
        return new Regle.Porte(epreuve, new BigDecimal(seuil), List.of(ouvre), null);
    }

    public static Regle eliminatoire(String critere) {
        return new Regle.Eliminatoire(critere, null);
    }

    public static Regle attestation(String prerequis) {
        return new Regle.Attestation(prerequis, null);
    }

    public static Regle toutes(Regle... regles) {
        return new Regle.Toutes(List.of(regles), null);
    }

    public static Regle auMoins(int nombre, Regle... regles) {
        return new Regle.AuMoins(nombre, List.of(regles), null);
    }

    // ---- blocs and référentiels

    public static BlocCompetences bloc(String code, Regle regle, List<Competence> competences, List<Epreuve> epreuves) {
        return new BlocCompetences(
                code, "Bloc " + code, null, List.of(), 60, Map.of(), null, competences, epreuves, null, regle, null);
    }

    public static Referentiel referentiel(BlocCompetences... blocs) {
        return referentiel(new RegleCertificat.TousBlocs(List.of(), null), blocs);
    }

    public static Referentiel referentiel(RegleCertificat regle, BlocCompetences... blocs) {
        return new Referentiel(
                certification(),
                "1.0.0",
                null,
                LocalDate.of(2024, 1, 1),
                null,
                List.of(),
                List.of(blocs),
                regle,
                new Concordance(Concordance.Binaire.UNANIMITE, Concordance.Points.MOYENNE, null, null),
                paritaire(),
                List.of(),
                null,
                null);
    }

    public static Certification certification(Prerequis... prerequis) {
        return new Certification(
                "ESSAI",
                "Essayeur d’exemples",
                List.of(),
                Certification.Type.CQP,
                null,
                null,
                null,
                null,
                3,
                List.of("250r"),
                List.of(new Enregistrement(Enregistrement.Statut.TRANSMIS, null, null, null, null, null)),
                List.of(Voie.FORMATION, Voie.VAE),
                List.of(prerequis),
                null);
    }

    public static Referentiel withCertification(Referentiel referentiel, Certification certification) {
        return new Referentiel(
                certification,
                referentiel.version(),
                referentiel.decideLe(),
                referentiel.enVigueurDu(),
                referentiel.enVigueurAu(),
                referentiel.activites(),
                referentiel.blocs(),
                referentiel.regle(),
                referentiel.concordance(),
                referentiel.jury(),
                referentiel.effets(),
                referentiel.documents(),
                referentiel.provenance());
    }

    public static Referentiel withConcordance(Referentiel referentiel, Concordance concordance) {
        return new Referentiel(
                referentiel.certification(),
                referentiel.version(),
                referentiel.decideLe(),
                referentiel.enVigueurDu(),
                referentiel.enVigueurAu(),
                referentiel.activites(),
                referentiel.blocs(),
                referentiel.regle(),
                concordance,
                referentiel.jury(),
                referentiel.effets(),
                referentiel.documents(),
                referentiel.provenance());
    }

    public static Referentiel withJury(Referentiel referentiel, RegleJury jury) {
        return new Referentiel(
                referentiel.certification(),
                referentiel.version(),
                referentiel.decideLe(),
                referentiel.enVigueurDu(),
                referentiel.enVigueurAu(),
                referentiel.activites(),
                referentiel.blocs(),
                referentiel.regle(),
                referentiel.concordance(),
                jury,
                referentiel.effets(),
                referentiel.documents(),
                referentiel.provenance());
    }

    public static Referentiel withEffets(Referentiel referentiel, EffetCertification... effets) {
        return new Referentiel(
                referentiel.certification(),
                referentiel.version(),
                referentiel.decideLe(),
                referentiel.enVigueurDu(),
                referentiel.enVigueurAu(),
                referentiel.activites(),
                referentiel.blocs(),
                referentiel.regle(),
                referentiel.concordance(),
                referentiel.jury(),
                List.of(effets),
                referentiel.documents(),
                referentiel.provenance());
    }

    /** The rule of a branch with two collèges of the same weight. */
    public static RegleJury paritaire() {
        return new RegleJury(
                RegleJury.Pouvoir.DECIDE,
                List.of(
                        new RegleJury.College("EMPLOYEURS", "Collège des employeurs", 1),
                        new RegleJury.College("SALARIES", "Collège des salariés", 1)),
                2,
                true,
                RegleJury.Presidence.ALTERNEE,
                RegleJury.Majorite.SIMPLE,
                RegleJury.Egalite.AJOURNEMENT,
                null,
                false,
                List.of(
                        incompatible(RegleJury.Motif.EVALUATEUR_DU_CANDIDAT, RegleJury.Effet.EXCLU),
                        incompatible(RegleJury.Motif.FORMATEUR_DU_CANDIDAT, RegleJury.Effet.EXCLU),
                        incompatible(RegleJury.Motif.ENTREPRISE_DU_CANDIDAT, RegleJury.Effet.SANS_VOTE),
                        incompatible(RegleJury.Motif.PERSONNEL_ORGANISME_FORMATION, RegleJury.Effet.EXCLU)),
                null);
    }

    public static RegleJury.Incompatibilite incompatible(RegleJury.Motif motif, RegleJury.Effet effet) {
        return new RegleJury.Incompatibilite(motif, effet, null);
    }

    // ---- filled grids

    /** The grid of an évaluateur: {@code "C1-a=ACQUIS"}, {@code "C1-p=7.5"}. */
    public static Saisie saisie(String epreuve, String evaluateur, String... notes) {
        Map<String, Note> given = new LinkedHashMap<>();
        Arrays.stream(notes).map(n -> n.split("=")).forEach(n -> given.put(n[0], Note.parse(n[1])));
        return new Saisie(PERSONNE, epreuve, evaluateur, Presence.PRESENT, given, null, Instant.EPOCH);
    }

    /** The same grid at another passage and on another day. */
    public static Saisie passage(Saisie saisie, int passage, LocalDate jour) {
        return new Saisie(
                saisie.candidature(),
                saisie.epreuve(),
                saisie.evaluateur(),
                saisie.presence(),
                saisie.notes(),
                null,
                jour.atTime(12, 0).toInstant(ZoneOffset.UTC),
                passage);
    }

    public static Saisie absence(String epreuve, String evaluateur, Presence presence) {
        return new Saisie(PERSONNE, epreuve, evaluateur, presence, Map.of(), null, Instant.EPOCH);
    }
}
