package fr.parchemin.branche.internal;

import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule of a bloc that can come out either way: it names what exists, and what it asks can be reached. */
final class CoherenceRegle {

    private final Referentiel referentiel;
    private final BlocCompetences bloc;
    private final String blocPointer;
    private final Map<String, String> criteres;
    private final Objections objections;
    private final Set<String> eliminatoires = new HashSet<>();
    /** Binary criteria on which the outcome hangs. */
    private final Set<String> decisifs = new HashSet<>();

    /**
     * @param criteres pointer of each criterion of the bloc, by code
     */
    CoherenceRegle(
            Referentiel referentiel,
            BlocCompetences bloc,
            String blocPointer,
            Map<String, String> criteres,
            Objections objections) {
        this.referentiel = referentiel;
        this.bloc = bloc;
        this.blocPointer = blocPointer;
        this.criteres = criteres;
        this.objections = objections;
    }

    void check() {
        check(bloc.regle(), blocPointer + "/regle");
        for (Competence competence : bloc.competences()) {
            for (Critere critere : competence.criteres()) {
                if (critere.eliminatoire() && !eliminatoires.contains(critere.code())) {
                    objections.add(
                            criteres.get(critere.code()) + "/eliminatoire",
                            "le critère « " + critere.code()
                                    + " » est dit éliminatoire, mais aucune règle ELIMINATOIRE du bloc ne le nomme");
                }
            }
        }
        checkReplacements();
    }

    private void check(Regle regle, String at) {
        if (regle instanceof Regle.CompetencesAcquises acquises) {
            checkCompetences(acquises.competences(), at);
        } else if (regle instanceof Regle.NoteMinimale note) {
            checkThreshold(note.epreuve(), note.seuil(), at);
        } else if (regle instanceof Regle.Porte porte) {
            checkThreshold(porte.epreuve(), porte.seuil(), at);
            checkOthers(porte.epreuve(), porte.ouvre(), at + "/ouvre");
        } else if (regle instanceof Regle.Eliminatoire eliminatoire) {
            checkEliminatoire(eliminatoire.critere(), at + "/critere");
        } else if (regle instanceof Regle.Attestation attestation) {
            if (referentiel.certification().prerequis(attestation.prerequis()).isEmpty()) {
                objections.add(at + "/prerequis", "le prérequis « " + attestation.prerequis() + " » n’existe pas");
            }
        } else if (regle instanceof Regle.Toutes toutes) {
            checkAll(toutes.regles(), at);
        } else if (regle instanceof Regle.AuMoins auMoins) {
            if (auMoins.nombre() > auMoins.regles().size()) {
                objections.add(
                        at + "/nombre",
                        auMoins.nombre() + " règles demandées sur "
                                + auMoins.regles().size());
            }
            checkAll(auMoins.regles(), at);
        }
    }

    private void checkAll(List<Regle> regles, String at) {
        int index = 0;
        for (Regle part : regles) {
            check(part, at + "/regles/" + index++);
        }
    }

    private void checkCompetences(List<String> named, String at) {
        Set<String> unknown = new HashSet<>(named);
        for (Competence competence : bloc.competences()) {
            unknown.remove(competence.code());
            if (!named.isEmpty() && !named.contains(competence.code())) {
                continue;
            }
            List<String> binary = competence.criteres().stream()
                    .filter(c -> c.echelle() == Critere.Echelle.BINAIRE)
                    .map(Critere::code)
                    .toList();
            if (binary.isEmpty()) {
                objections.add(
                        at,
                        "la compétence « " + competence.code()
                                + " » n’a aucun critère BINAIRE, la règle ne peut pas dire si elle est acquise");
            }
            decisifs.addAll(binary);
        }
        unknown.forEach(code ->
                objections.add(at + "/competences", "la compétence « " + code + " » n’existe pas dans le bloc"));
    }

    private void checkEliminatoire(String code, String at) {
        eliminatoires.add(code);
        decisifs.add(code);
        bloc.competences().stream()
                .flatMap(c -> c.criteres().stream())
                .filter(c -> c.code().equals(code))
                .findFirst()
                .ifPresentOrElse(
                        critere -> {
                            if (critere.echelle() != Critere.Echelle.BINAIRE) {
                                objections.add(at, "le critère « " + code + " » n’est pas BINAIRE");
                            } else if (!critere.eliminatoire()) {
                                objections.add(
                                        at,
                                        "le critère « " + code
                                                + " » n’est pas signalé à l’évaluateur, il lui manque « eliminatoire: true »");
                            }
                        },
                        () -> objections.add(at, "le critère « " + code + " » n’existe pas dans le bloc"));
    }

    private void checkThreshold(String code, BigDecimal seuil, String at) {
        bloc.epreuve(code)
                .ifPresentOrElse(
                        epreuve -> checkThreshold(epreuve, seuil, at),
                        () -> objections.add(at + "/epreuve", "l’épreuve « " + code + " » n’existe pas dans le bloc"));
    }

    private void checkThreshold(Epreuve epreuve, BigDecimal seuil, String at) {
        BigDecimal bareme = bloc.bareme(epreuve);
        if (bareme.signum() == 0) {
            objections.add(at + "/epreuve", "l’épreuve « " + epreuve.code() + " » n’a aucun critère noté en points");
        } else if (seuil.compareTo(bareme) > 0) {
            objections.add(
                    at + "/seuil",
                    seuil.toPlainString() + " dépasse le barème de "
                            + bareme.stripTrailingZeros().toPlainString());
        }
        for (Epreuve other : alternatives(epreuve)) {
            if (bloc.bareme(other).compareTo(bareme) != 0) {
                objections.add(
                        at + "/epreuve",
                        "l’épreuve « " + other.code()
                                + " », qui peut être passée à sa place, n’a pas le même barème : "
                                + bloc.bareme(other).stripTrailingZeros().toPlainString() + " au lieu de "
                                + bareme.stripTrailingZeros().toPlainString());
            }
        }
    }

    private void checkOthers(String epreuve, List<String> named, String at) {
        for (String other : named) {
            if (bloc.epreuve(other).isEmpty() || other.equals(epreuve)) {
                objections.add(at, "l’épreuve « " + other + " » n’est pas une autre épreuve du bloc");
            }
        }
    }

    private List<Epreuve> alternatives(Epreuve epreuve) {
        return bloc.epreuves().stream()
                .filter(other -> other != epreuve)
                .filter(other -> other.remplace().contains(epreuve.code())
                        || epreuve.remplace().contains(other.code()))
                .toList();
    }

    /** The épreuves that need not be sat when that one was: those it replaces, and those that replace only these. */
    private Set<Epreuve> dispensed(Epreuve sat) {
        Set<Epreuve> gone = new HashSet<>(alternatives(sat));
        Set<String> codes = gone.stream().map(Epreuve::code).collect(Collectors.toSet());
        bloc.epreuves().stream()
                .filter(e -> e != sat && !e.remplace().isEmpty() && codes.containsAll(e.remplace()))
                .forEach(gone::add);
        return gone;
    }

    /** Whoever sits an épreuve in the place of another must still be able to show what the rule asks. */
    private void checkReplacements() {
        int index = 0;
        for (Epreuve epreuve : bloc.epreuves()) {
            String at = blocPointer + "/epreuves/" + index++ + "/remplace";
            checkOthers(epreuve.code(), epreuve.remplace(), at);
            for (String code : epreuve.remplace()) {
                bloc.epreuve(code).filter(other -> other != epreuve).ifPresent(other -> {
                    checkStillSeen(epreuve, other, at);
                    checkStillSeen(other, epreuve, at);
                });
            }
        }
    }

    private void checkStillSeen(Epreuve sat, Epreuve other, String at) {
        Set<Epreuve> gone = dispensed(sat);
        for (String critere : bloc.criteres(other).keySet()) {
            boolean seen = bloc.epreuves().stream()
                    .filter(e -> !gone.contains(e))
                    .anyMatch(e -> bloc.criteres(e).containsKey(critere));
            if (decisifs.contains(critere) && !seen) {
                objections.add(
                        at,
                        "qui passe l’épreuve « " + sat.code() + " » à la place de « " + other.code()
                                + " » n’est plus évalué sur le critère « " + critere + " », que la règle demande");
            }
        }
    }
}
