package fr.parchemin.evaluation;

import fr.parchemin.acte.Typographie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Concordance;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Regle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bloc with its links resolved once, so that a proposal only looks at marks: which épreuve sees which criterion, which
 * stand for one another, which gates close which. Immutable.
 */
final class PlanBloc {

    /** A criterion and the épreuves that see it, in the order of the référentiel. */
    static final class PlanCritere {
        final Critere critere;
        final boolean chiffre;
        final Fraction maximum;
        final int acquisA;
        final List<PlanEpreuve> epreuves = new ArrayList<>(2);

        private PlanCritere(Critere critere) {
            this.critere = critere;
            this.chiffre = critere.isChiffre();
            this.maximum = Fraction.of(critere.maximum());
            this.acquisA = critere.acquisA() == null ? 0 : critere.rang(critere.acquisA());
        }
    }

    /** A compétence, its name as explanations begin with it, and its criteria. */
    static final class PlanCompetence {
        final Competence competence;
        final String nom;
        /** The line of a compétence that is acquired, which most are. */
        final String acquise;

        final List<PlanCritere> criteres = new ArrayList<>();
        final List<PlanCritere> decisifs = new ArrayList<>();

        private PlanCompetence(Competence competence) {
            this.competence = competence;
            this.nom = "Compétence " + competence.code() + " « " + competence.intitule() + " » : ";
            this.acquise = Typographie.francaise(nom + "acquise");
        }
    }

    /** An épreuve, the criteria it sees, and the épreuves that stand for it or for which it stands. */
    static final class PlanEpreuve {
        final Epreuve epreuve;
        final String code;
        final int rang;
        final Epreuve.Passages regime;
        final List<PlanCritere> criteres = new ArrayList<>();
        final List<PlanCritere> chiffres = new ArrayList<>();
        final Set<PlanEpreuve> alternatives = new LinkedHashSet<>();
        final List<PlanEpreuve> remplace = new ArrayList<>(1);
        final List<Porte> fermeePar = new ArrayList<>(1);
        Fraction bareme;

        private PlanEpreuve(Epreuve epreuve, int rang) {
            this.epreuve = epreuve;
            this.code = epreuve.code();
            this.rang = rang;
            this.regime = epreuve.regime();
        }
    }

    /**
     * What keeps épreuves closed.
     *
     * @param epreuve épreuve whose mark opens, {@code null} for an attestation
     * @param seuil mark that opens, {@code null} for an attestation
     * @param prerequis attestation that opens, {@code null} for an épreuve
     */
    record Porte(String epreuve, BigDecimal seuil, String prerequis) {}

    final BlocCompetences bloc;
    final Concordance.Binaire binaire;
    final Concordance.Points points;
    /** Out of 20, {@code null} when no gap is too wide. */
    final Fraction ecartMaximal;

    final List<PlanEpreuve> epreuves = new ArrayList<>();
    final List<PlanCompetence> competences = new ArrayList<>();
    final boolean conserve;
    private final Map<String, PlanEpreuve> epreuvesParCode = new LinkedHashMap<>();
    private final Map<String, PlanCompetence> competencesParCode = new LinkedHashMap<>();
    private final Map<String, PlanCritere> criteresParCode = new LinkedHashMap<>();

    PlanBloc(BlocCompetences bloc, Concordance concordance) {
        this.bloc = bloc;
        this.binaire = concordance.binaire();
        this.points = concordance.points();
        this.ecartMaximal = concordance.ecartMaximal() == null ? null : Fraction.of(concordance.ecartMaximal());
        for (Competence competence : bloc.competences()) {
            PlanCompetence plan = new PlanCompetence(competence);
            for (Critere critere : competence.criteres()) {
                PlanCritere planned = new PlanCritere(critere);
                criteresParCode.put(critere.code(), planned);
                plan.criteres.add(planned);
                if (critere.isDecisif()) {
                    plan.decisifs.add(planned);
                }
            }
            competences.add(plan);
            competencesParCode.put(competence.code(), plan);
        }
        for (Epreuve epreuve : bloc.epreuves()) {
            PlanEpreuve plan = new PlanEpreuve(epreuve, epreuves.size());
            epreuves.add(plan);
            epreuvesParCode.put(plan.code, plan);
            BigDecimal bareme = BigDecimal.ZERO;
            for (String code : bloc.criteres(epreuve).keySet()) {
                PlanCritere critere = criteresParCode.get(code);
                critere.epreuves.add(plan);
                plan.criteres.add(critere);
                if (critere.chiffre) {
                    plan.chiffres.add(critere);
                    bareme = bareme.add(critere.critere.maximum().multiply(critere.critere.poids()));
                }
            }
            plan.bareme = Fraction.of(bareme);
        }
        for (PlanEpreuve plan : epreuves) {
            for (String other : plan.epreuve.remplace()) {
                PlanEpreuve replaced = epreuvesParCode.get(other);
                if (replaced != null) {
                    plan.remplace.add(replaced);
                    plan.alternatives.add(replaced);
                    replaced.alternatives.add(plan);
                }
            }
        }
        this.conserve = epreuves.stream().anyMatch(e -> e.regime.conservation() != null);
        gates(bloc.regle());
    }

    private void gates(Regle regle) {
        if (regle instanceof Regle.Porte porte) {
            close(porte.ouvre(), new Porte(porte.epreuve(), porte.seuil(), null));
        } else if (regle instanceof Regle.PorteAttestation porte) {
            close(porte.ouvre(), new Porte(null, null, porte.prerequis()));
        } else if (regle instanceof Regle.Toutes toutes) {
            toutes.regles().forEach(this::gates);
        } else if (regle instanceof Regle.AuMoins auMoins) {
            auMoins.regles().forEach(this::gates);
        }
    }

    private void close(List<String> codes, Porte porte) {
        for (String code : codes) {
            PlanEpreuve closed = epreuvesParCode.get(code);
            if (closed != null) {
                closed.fermeePar.add(porte);
            }
        }
    }

    /** The épreuve of that code; definitions are admitted only when their rules name what exists. */
    PlanEpreuve epreuve(String code) {
        return epreuvesParCode.get(code);
    }

    PlanCompetence competence(String code) {
        return competencesParCode.get(code);
    }

    PlanCritere critere(String code) {
        return criteresParCode.get(code);
    }

    /** The compétences named, all when none is. */
    List<PlanCompetence> competences(List<String> codes) {
        return codes.isEmpty()
                ? competences
                : competences.stream()
                        .filter(c -> codes.contains(c.competence.code()))
                        .toList();
    }
}
