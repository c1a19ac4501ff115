package fr.parchemin.web.internal.view;

import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A certification at one version.
 *
 * @param mayApply whether the account may open a file for it
 */
public record CertificationView(Catalogue.Version version, LocalDate today, boolean mayApply) {
    public VueBranche branche() {
        return version.branche();
    }

    public Referentiel referentiel() {
        return version.referentiel();
    }

    public Certification certification() {
        return referentiel().certification();
    }

    public Optional<Enregistrement> enregistrement() {
        return certification().enregistrement(today);
    }

    /** Whether a more recent version than this one is the current one. */
    public boolean isPast() {
        return branche()
                .referentiel(certification().code())
                .map(current ->
                        !current.referentiel().version().equals(referentiel().version()))
                .orElse(false);
    }

    public List<Phrase> effets() {
        return RulesInWords.effets(referentiel(), branche().classifications());
    }

    /** What an épreuve sees of a compétence: everything, some criteria, or nothing. */
    public static String coverage(BlocCompetences bloc, Epreuve epreuve, Competence competence) {
        List<String> seen = competence.criteres().stream()
                .map(Critere::code)
                .filter(bloc.criteres(epreuve)::containsKey)
                .toList();
        if (seen.isEmpty()) {
            return "";
        }
        return seen.size() == competence.criteres().size() ? "●" : String.join(", ", seen);
    }
}
