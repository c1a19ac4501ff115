package fr.parchemin.candidature;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Outcome;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Voie;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** From the application to the designation of the évaluateurs. */
public interface Inscriptions {

    /**
     * An application.
     *
     * @param version version of the référentiel, {@code null} for the current one
     * @param organisme {@code null} for a candidat libre
     * @param entreprise {@code null} for a candidate without employer
     */
    record Depot(
            String branche,
            String certification,
            String version,
            Voie voie,
            Candidat candidat,
            Tiers organisme,
            Tiers entreprise,
            List<String> formateurs) {

        public Depot {
            Objects.requireNonNull(branche);
            Objects.requireNonNull(certification);
            Objects.requireNonNull(voie);
            Objects.requireNonNull(candidat);
            Objects.requireNonNull(formateurs);
        }
    }

    /** What is established about a prerequisite; see {@link ConstatPrerequis}. An age is computed again from the birth date. */
    record Constat(
            boolean satisfait, String numero, LocalDate delivreLe, LocalDate valideJusquAu, String observation) {}

    /** A file with the référentiel it keeps. */
    record Dossier(Candidature candidature, Referentiel referentiel) {}

    /** A file whose candidate resembles. */
    record Ressemblance(UUID candidature, String numero, Identite identite) {}

    /**
     * Part of a list.
     *
     * @param suivant number after which to go on, empty at the end
     */
    record Page(List<Candidature> elements, Optional<String> suivant) {}

    /** Most elements of a page. */
    int LIMITE_MAXIMALE = 200;

    /** Opens a file. The prerequisites that the platform can compute (age) are established at once. */
    Outcome<Candidature> submit(Acteur by, Depot depot);

    Outcome<Candidature> establishPrerequis(Acteur by, UUID candidature, String prerequis, Constat constat);

    Outcome<Candidature> designateEvaluateurs(Acteur by, UUID candidature, Set<String> evaluateurs);

    /** The file, for those who may see it; RESSOURCE_INCONNUE for the others, as for a file that is not. */
    Outcome<Dossier> find(Acteur by, UUID candidature);

    /**
     * Other files of the same branch whose candidate is, or may be, the same person, for the secretariat. What other
     * branches know is not looked at.
     */
    Outcome<List<Ressemblance>> alike(Acteur by, UUID candidature);

    /** The files that the account may see, newest first. */
    Outcome<Page> list(Acteur by, String branche, String etat, String apres, int limite);

    /** The évaluateurs of the branch, by name, for those who designate them. */
    Outcome<List<Acteur>> evaluateurs(Acteur by, String branche);

    /** What was done to the file, oldest first, as far as the account may know of it; see {@link ActesVisibles}. */
    Outcome<List<Acte>> journal(Acteur by, UUID candidature);
}
