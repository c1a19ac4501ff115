package fr.parchemin.personne;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.jury.Decision;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a person sees of their own way, in every branch where their account is the candidate of a file. */
public interface MonParcours {

    /**
     * One of their files, with what was decided on it and the certificate that came of it.
     *
     * @param personne the person that the file is of, the same for files that the person linked
     */
    record Inscription(
            Candidature candidature, UUID personne, Optional<Decision> decision, Optional<Certificat> certificat) {}

    /**
     * What the person lets a branch know, or did.
     *
     * @param candidature the file by which it is withdrawn
     */
    record PartageAccorde(Partage partage, UUID candidature) {}

    /**
     * Whether two files are both theirs.
     *
     * @param id what {@link Rattachements#answer} takes
     */
    record Question(String id, Candidature nouvelle, Candidature connue) {}

    /**
     * All of it.
     *
     * @param inscriptions newest first, 50 at most
     * @param ailleurs titles of the same person whose files the account does not hold, as others would see them
     * @param partages oldest first, what was withdrawn included
     * @param questions oldest first
     */
    record Parcours(
            List<Inscription> inscriptions,
            List<TitreAilleurs> ailleurs,
            List<PartageAccorde> partages,
            List<Question> questions) {
        public Parcours {
            inscriptions = List.copyOf(inscriptions);
            ailleurs = List.copyOf(ailleurs);
            partages = List.copyOf(partages);
            questions = List.copyOf(questions);
        }
    }

    /** ACCES_REFUSE for an account that is the candidate of no file. */
    Outcome<Parcours> of(Acteur by);
}
