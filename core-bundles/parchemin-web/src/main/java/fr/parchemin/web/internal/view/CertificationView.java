package fr.parchemin.web.internal.view;

import fr.parchemin.branche.Agrement;
import fr.parchemin.branche.Branche;
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
 * @param equivalences those, of whichever branch, that name the certification
 */
public record CertificationView(
        Catalogue.Version version, LocalDate today, boolean mayApply, List<Catalogue.EquivalenceDite> equivalences) {
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

    /** The picture of the branch, {@code null} when it has none. */
    public String logo() {
        return branche().identite().map(Branche::logo).orElse(null);
    }

    /** The approval without which no file opens today, {@code null} when nothing stands in the way. */
    public Agrement missingAgrement() {
        return branche().missingAgrement(referentiel(), today).orElse(null);
    }

    public List<Phrase> agrements() {
        return branche()
                .identite()
                .map(b -> DefinitionInWords.agrements(b, certification().code()))
                .orElse(List.of());
    }

    /** The accreditations of today in words, {@code null} when there is none. */
    public String accreditations() {
        return branche()
                .identite()
                .flatMap(b -> DefinitionInWords.accreditations(b, today))
                .orElse(null);
    }

    /** Whether the branch says how to reach it. */
    public boolean hasContact() {
        return branche()
                .identite()
                .map(Branche::contact)
                .filter(c -> c.courriel() != null || c.telephone() != null || c.adresse() != null || c.site() != null)
                .isPresent();
    }

    public List<Phrase> acces() {
        return DefinitionInWords.acces(referentiel());
    }

    public List<Phrase> mentions() {
        return DefinitionInWords.mentions(referentiel());
    }

    public List<Phrase> correspondances() {
        return equivalences.stream().map(DefinitionInWords::equivalence).toList();
    }

    public List<Phrase> apres() {
        return DefinitionInWords.apres(referentiel());
    }

    public List<Phrase> financement() {
        return branche()
                .identite()
                .map(b -> DefinitionInWords.financement(b, certification().code(), today))
                .orElse(List.of());
    }

    public List<Phrase> complementaires() {
        return DefinitionInWords.complementaires(referentiel());
    }

    public List<Phrase> papiers() {
        return DefinitionInWords.papiers(referentiel());
    }

    public List<Phrase> transitions() {
        return DefinitionInWords.transitions(referentiel());
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
