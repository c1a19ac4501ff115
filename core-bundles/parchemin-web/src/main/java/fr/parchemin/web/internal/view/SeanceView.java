package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleJury;
import java.util.List;

/**
 * A jury with the files before it.
 *
 * @param waiting files that may be put before it, for who may do so
 */
public record SeanceView(
        Deliberations.Seance seance, String brancheNom, List<Deliberations.DossierPresente> waiting, Acteur reader) {
    public Jury jury() {
        return seance.jury();
    }

    public Referentiel referentiel() {
        return seance.referentiel();
    }

    public RegleJury regle() {
        return referentiel().jury();
    }

    public List<MembreJury> members(RegleJury.College college) {
        return jury().membres().stream()
                .filter(m -> m.college().equals(college.code()))
                .toList();
    }

    public boolean waitsForValidation() {
        return regle().validationCertificateur() && !jury().isValide();
    }

    public boolean mayValidate() {
        return waitsForValidation() && may(Droit.JURY_VALIDER);
    }

    public boolean mayPresent() {
        return may(Droit.JURY_PRESENTER);
    }

    public boolean mayDecide() {
        return may(Droit.JURY_DECIDER);
    }

    private boolean may(Droit droit) {
        return reader.may(droit, jury().asObjet());
    }

    public static List<PropositionBloc> divergences(Proposition proposition) {
        return proposition.blocs().stream()
                .filter(b -> b.resultat() == ResultatBloc.DIVERGENT)
                .toList();
    }
}
