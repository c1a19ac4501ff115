package fr.parchemin.personne;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a person decides about what the platform knows of them, and what a branch may know of it. */
public interface Rattachements {

    /**
     * Looks whether the platform knows the person already and, if so, asks the known one. Whoever applied for the person
     * learns nothing: there is no answer, and the same is read and written either way.
     */
    void propose(Personne applied);

    /**
     * The person says that the new application is theirs. RESSOURCE_INCONNUE for a token that is unknown, used or past,
     * alike.
     */
    Outcome<Void> confirm(String jeton);

    /**
     * The secretariat has the person asked whether another file of the same branch, which resembles, is theirs as well; see
     * {@link fr.parchemin.candidature.Inscriptions#alike}. Asked twice, it is one question. The answer is the same when the
     * person had said so already.
     */
    Outcome<Void> ask(Acteur by, UUID candidature, UUID autre);

    /**
     * Who is the candidate of both files says whether both are theirs. RESSOURCE_INCONNUE for a question that is another's,
     * answered or none.
     *
     * @param question as {@link MonParcours} gives it
     */
    Outcome<Void> answer(Acteur by, String question, boolean theirs);

    /** The person of the file lets a branch know its titles elsewhere: one, by its number, or all. */
    Outcome<Partage> share(Acteur by, UUID candidature, String beneficiaire, String certificat, LocalDate jusquAu);

    /** The person takes that back. */
    Outcome<Partage> withdraw(Acteur by, UUID candidature, UUID partage);

    /** All that the person of the file ever shared, for that person. */
    Outcome<List<Partage>> shared(Acteur by, UUID candidature);

    /** What the branch of the file may know of the person's titles elsewhere. */
    Outcome<List<TitreAilleurs>> elsewhere(Acteur by, UUID candidature);
}
