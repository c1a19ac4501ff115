package fr.parchemin.candidature;

import fr.parchemin.acces.Atteinte;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port: the candidatures. */
public interface Candidatures {

    /**
     * Which candidatures to list; start from {@link #in} and narrow.
     *
     * @param branches only these; nothing is listed when empty
     * @param certification code, {@code null} for any
     * @param etats codes of states, empty for any
     * @param deposeePar identifiant of who submitted, {@code null} for any
     * @param evaluateur identifiant of a designated évaluateur, {@code null} for any
     * @param jury id of the jury they are or were before, {@code null} for any
     * @param apres number after which to go on, {@code null} for the newest
     * @param limite most to give
     */
    record Selection(
            Set<String> branches, String certification, Set<String> etats, UUID jury, String apres, int limite) {

        public Selection {
            branches = Set.copyOf(branches);
            etats = Set.copyOf(etats);
        }

        /** The newest files of these branches. */
        public static Selection in(Set<String> branches, int limite) {
            return new Selection(branches, null, Set.of(), null, null, limite);
        }

        public Selection ofCertification(String only) {
            return new Selection(branches, only, etats, jury, apres, limite);
        }

        public Selection inEtats(Set<String> only) {
            return new Selection(branches, certification, only, jury, apres, limite);
        }

        public Selection beforeJury(UUID only) {
            return new Selection(branches, certification, etats, only, apres, limite);
        }

        public Selection after(String numero) {
            return new Selection(branches, certification, etats, jury, numero, limite);
        }
    }

    Optional<Candidature> find(UUID id);

    /** The file of that number, which is unique on the platform. */
    Optional<Candidature> findByNumero(String numero);

    /**
     * The file, locked until the act ends: marks, presentation, decision and delivery of one file come one after the
     * other, on whatever node.
     */
    Optional<Candidature> findForUpdate(UUID id);

    /** Newest first; one query for the files and one for each kind of their parts, whatever their number. */
    List<Candidature> list(Selection selection);

    /**
     * A search of the register.
     *
     * @param atteinte within which files lie; also the one named by the mark
     * @param remonte whether those before the mark are wanted
     * @param repere number of the file to go on from, {@code null} from the beginning
     */
    record Recherche(Atteinte atteinte, Filtre filtre, Filtre.Tri tri, String repere, boolean remonte, int limite) {}

    /**
     * The files in the order that was asked for; nothing when there is no such mark within reach. One query for the files,
     * one for each kind of their parts, one for the mark.
     */
    List<Candidature> search(Recherche recherche);

    /** How many there are, {@code plafond} at most; one query. */
    int count(Atteinte atteinte, Filtre filtre, int plafond);

    /**
     * A file of the same person (birth name, first names and birth date, however typed) for the same certification that no
     * jury has closed; see {@link EtatCandidature#isClosed()}.
     */
    Optional<Candidature> findOpen(String branche, String certification, Candidat candidat);

    /** What another file of the branch says of who applied. */
    record Voisine(UUID id, String numero, UUID personne, Candidat candidat) {}

    /** The files of the branch whose candidates were born that day, newest first, at most {@code limite}; one query. */
    List<Voisine> neighbours(String branche, LocalDate dateNaissance, int limite);

    /** Next number of a file, growing; may leave holes. */
    long nextNumero();

    void add(Candidature candidature);

    /** Replaces the file if its revision is still the given one; a conflict refuses the act when it commits. */
    void update(Candidature candidature);
}
