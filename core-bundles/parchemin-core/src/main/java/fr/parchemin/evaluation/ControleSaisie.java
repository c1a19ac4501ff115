package fr.parchemin.evaluation;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Typographie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks a grid against the référentiel before it is kept: right épreuve, right criteria, marks on the scale, gate open. */
public final class ControleSaisie {

    /** Decimals admitted in a mark. */
    private static final int DECIMALES = 2;

    private ControleSaisie() {}

    /**
     * The notes of an entry, or why it is refused.
     *
     * @param saisies what was entered before for the candidature
     * @param contexte attestations that open gates
     */
    public static Outcome<Map<String, Note>> check(
            Referentiel referentiel,
            String epreuveCode,
            Evaluations.Entree entree,
            List<Saisie> saisies,
            Contexte contexte) {
        if (entree.presence() == null) {
            return Outcome.refused(CodeRefus.CHAMP_MANQUANT, "presence");
        }
        Optional<BlocCompetences> found = referentiel.blocOfEpreuve(epreuveCode);
        if (found.isEmpty()) {
            return Outcome.refused(
                    CodeRefus.EPREUVE_HORS_CANDIDATURE,
                    epreuveCode,
                    referentiel.certification().code() + " " + referentiel.version(),
                    String.join(", ", referentiel.codesEpreuves()));
        }
        BlocCompetences bloc = found.get();
        Epreuve epreuve = bloc.epreuve(epreuveCode).orElseThrow();
        int admitted = epreuve.regime().maximum();
        if (entree.passage() < 1 || entree.passage() > admitted) {
            return Outcome.refused(CodeRefus.PASSAGE_HORS_LIMITE, entree.passage(), epreuveCode, admitted);
        }
        Optional<Refus> closed = closedGate(referentiel, bloc, epreuve, saisies, contexte);
        if (closed.isPresent()) {
            return Outcome.refused(closed.get());
        }
        Map<String, String> given = entree.notes() == null ? Map.of() : entree.notes();
        if (entree.presence() != Presence.PRESENT) {
            return given.isEmpty()
                    ? Outcome.done(Map.of())
                    : Outcome.refused(
                            CodeRefus.CHAMP_INVALIDE, "notes", "une absence ne se note pas, laissez les notes vides");
        }
        return notes(epreuve, bloc.criteres(epreuve), given);
    }

    private static Outcome<Map<String, Note>> notes(
            Epreuve epreuve, Map<String, Critere> criteres, Map<String, String> given) {
        for (String code : given.keySet()) {
            if (!criteres.containsKey(code)) {
                return Outcome.refused(
                        CodeRefus.CRITERE_HORS_EPREUVE, code, epreuve.code(), String.join(", ", criteres.keySet()));
            }
        }
        Map<String, Note> notes = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Critere critere : criteres.values()) {
            String text = given.get(critere.code());
            if (text == null || text.isBlank()) {
                missing.add(critere.code());
                continue;
            }
            Optional<Note> note = onScale(critere, text.trim());
            if (note.isEmpty()) {
                return Outcome.refused(CodeRefus.NOTE_HORS_ECHELLE, text, critere.code(), scale(critere));
            }
            notes.put(critere.code(), note.get());
        }
        return missing.isEmpty()
                ? Outcome.done(notes)
                : Outcome.refused(CodeRefus.NOTE_MANQUANTE, epreuve.code(), String.join(", ", missing));
    }

    private static Optional<Note> onScale(Critere critere, String text) {
        return switch (critere.echelle()) {
            case BINAIRE -> appreciation(text);
            case NIVEAUX ->
                critere.niveau(text).isPresent()
                        ? Optional.of(new Note.Niveau(text))
                        : appreciation(text).filter(new Note.Appreciee(Appreciation.NON_OBSERVE)::equals);
            case POINTS -> points(critere, text);
        };
    }

    private static Optional<Note> appreciation(String text) {
        for (Appreciation appreciation : Appreciation.values()) {
            if (appreciation.name().equals(text)) {
                return Optional.of(new Note.Appreciee(appreciation));
            }
        }
        return Optional.empty();
    }

    private static Optional<Note> points(Critere critere, String text) {
        if (!text.matches("\\d{1,4}([.,]\\d{1," + DECIMALES + "})?")) {
            return Optional.empty();
        }
        BigDecimal points = new BigDecimal(text.replace(',', '.'));
        return points.compareTo(critere.bareme()) <= 0 ? Optional.of(new Note.Points(points)) : Optional.empty();
    }

    private static String scale(Critere critere) {
        return switch (critere.echelle()) {
            case BINAIRE -> "ACQUIS, NON_ACQUIS ou NON_OBSERVE";
            case NIVEAUX ->
                critere.niveaux().stream().map(Critere.Niveau::code).collect(Collectors.joining(", "))
                        + " ou NON_OBSERVE";
            case POINTS ->
                "un nombre de 0 à " + Typographie.nombre(critere.bareme()) + ", " + DECIMALES + " décimales au plus";
        };
    }

    private static Optional<Refus> closedGate(
            Referentiel referentiel, BlocCompetences bloc, Epreuve epreuve, List<Saisie> saisies, Contexte contexte) {
        return Moteur.of(referentiel)
                .closedGate(bloc, epreuve.code(), saisies, contexte)
                .map(gate -> gate.epreuve() == null
                        ? Refus.of(
                                CodeRefus.EPREUVE_SANS_ATTESTATION,
                                epreuve.code(),
                                referentiel
                                        .certification()
                                        .prerequis(gate.prerequis())
                                        .map(Prerequis::intitule)
                                        .orElse(gate.prerequis()))
                        : Refus.of(
                                CodeRefus.EPREUVE_NON_OUVERTE,
                                epreuve.code(),
                                gate.epreuve(),
                                Typographie.nombre(gate.seuil()) + "/"
                                        + Typographie.nombre(bloc.bareme(
                                                bloc.epreuve(gate.epreuve()).orElseThrow()))));
    }
}
