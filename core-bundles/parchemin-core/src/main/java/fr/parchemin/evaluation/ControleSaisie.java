package fr.parchemin.evaluation;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Typographie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a grid against the référentiel before it is kept: right épreuve, right criteria, marks on the scale, gate open. */
public final class ControleSaisie {

    /** Decimals admitted in a mark. */
    private static final int DECIMALES = 2;

    private ControleSaisie() {}

    /**
     * The notes of an entry, or why it is refused.
     *
     * @param saisies what was entered before for the candidature
     */
    public static Outcome<Map<String, Note>> check(
            Referentiel referentiel, String epreuveCode, Evaluations.Entree entree, List<Saisie> saisies) {
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
        Optional<Refus> closed = closedGate(bloc, epreuve, saisies);
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
        if (critere.echelle() == Critere.Echelle.BINAIRE) {
            for (Appreciation appreciation : Appreciation.values()) {
                if (appreciation.name().equals(text)) {
                    return Optional.of(new Note.Appreciee(appreciation));
                }
            }
            return Optional.empty();
        }
        if (!text.matches("\\d{1,4}([.,]\\d{1," + DECIMALES + "})?")) {
            return Optional.empty();
        }
        BigDecimal points = new BigDecimal(text.replace(',', '.'));
        return points.compareTo(critere.bareme()) <= 0 ? Optional.of(new Note.Points(points)) : Optional.empty();
    }

    private static String scale(Critere critere) {
        return critere.echelle() == Critere.Echelle.BINAIRE
                ? "ACQUIS, NON_ACQUIS ou NON_OBSERVE"
                : "un nombre de 0 à " + Typographie.nombre(critere.bareme()) + ", " + DECIMALES + " décimales au plus";
    }

    private static Optional<Refus> closedGate(BlocCompetences bloc, Epreuve epreuve, List<Saisie> saisies) {
        return new ResultatsBloc(bloc, saisies).closedGate(epreuve.code()).map(gate -> {
            BigDecimal bareme = bloc.bareme(bloc.epreuve(gate.epreuve()).orElseThrow());
            return Refus.of(
                    CodeRefus.EPREUVE_NON_OUVERTE,
                    epreuve.code(),
                    gate.epreuve(),
                    Typographie.nombre(gate.seuil()) + "/" + Typographie.nombre(bareme));
        });
    }
}
