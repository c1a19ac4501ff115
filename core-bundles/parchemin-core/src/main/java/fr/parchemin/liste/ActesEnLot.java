package fr.parchemin.liste;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One act on several files. Each file is an act of its own, by the rights and rules of the single act, in its own
 * transaction: what is refused for one changes nothing for the others, and the answer says what became of each. To send the
 * same again does nothing again to what is done already.
 */
public interface ActesEnLot {

    /** Most files at once. */
    int LOT_MAXIMAL = 100;

    /** What became of a file. */
    enum Issue {
        FAIT,
        /** It was so before; nothing was written. */
        DEJA_FAIT,
        REFUSE
    }

    /**
     * What became of one file.
     *
     * @param numero empty for a file that the account may not open, as for one that is not there
     * @param candidat name of the candidate, empty likewise
     * @param refus why not, of {@link Issue#REFUSE} only
     */
    record Resultat(
            UUID candidature, Optional<String> numero, Optional<String> candidat, Issue issue, Optional<Refus> refus) {}

    /** What became of all of them, in the order they were given. */
    record Bilan(List<Resultat> resultats) {

        public Bilan {
            resultats = List.copyOf(resultats);
        }

        public long count(Issue issue) {
            return resultats.stream().filter(r -> r.issue() == issue).count();
        }
    }

    /** Designates the évaluateurs of each file, in place of those there were. LOT_TROP_GRAND beyond {@link #LOT_MAXIMAL}. */
    Outcome<Bilan> designateEvaluateurs(Acteur by, Set<UUID> candidatures, Set<String> evaluateurs);

    /** Puts each file before the jury; RESSOURCE_INCONNUE for a jury that the account may not open. */
    Outcome<Bilan> present(Acteur by, UUID jury, Set<UUID> candidatures);

    /** Delivers the certificate of each file. The door asks for the fresh proof that the single act asks for. */
    Outcome<Bilan> deliver(Acteur by, Set<UUID> candidatures, String lieu);
}
