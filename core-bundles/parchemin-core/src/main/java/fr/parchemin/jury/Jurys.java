package fr.parchemin.jury;

import fr.parchemin.acces.Atteinte;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the juries. */
public interface Jurys {

    Optional<Jury> find(UUID id);

    /**
     * A search of the register.
     *
     * @param atteinte within which juries lie; also the one named by the mark
     * @param repere number of the jury to go on from, {@code null} from the beginning
     * @param remonte whether those before the mark are wanted
     */
    record Recherche(Atteinte atteinte, FiltreJurys filtre, String repere, boolean remonte, int limite) {}

    /** Composed last first; nothing when there is no such mark within reach. Two queries, and one for the mark. */
    List<Jury> search(Recherche recherche);

    /** The last jury composed in the branch, whatever its certification; its row is locked until the act ends. */
    Optional<Jury> lastOf(String branche);

    long nextNumero();

    void add(Jury jury);

    void update(Jury jury);
}
