package fr.parchemin.migration;

import fr.parchemin.evaluation.Saisie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a migration makes of a file, told before and after it is done.
 *
 * @param deVersion the version that the file follows, with the hash of its snapshot
 * @param etapes the versions gone through, the last is {@code versVersion}
 * @param delivranceJusquAu last day, included, on which a decision under {@code deVersion} leads to a certificate; {@code
 *     null} without limit
 * @param obligatoire whether that day is over
 * @param etatAvant stable name of the state
 * @param lignes in the order bloc, épreuve, grids, prerequisites, évaluateurs, jury
 * @param reprises the grids as they will stand
 * @param misesDeCote the marks that find no place; they are kept with the migration
 */
public record Apercu(
        UUID candidature,
        String numero,
        String deVersion,
        String deEmpreinte,
        String versVersion,
        String versEmpreinte,
        List<String> etapes,
        LocalDate delivranceJusquAu,
        boolean obligatoire,
        String etatAvant,
        String etatApres,
        List<Ligne> lignes,
        List<Saisie> reprises,
        List<MiseDeCote> misesDeCote) {

    /** What a line is about. */
    public enum Objet {
        BLOC,
        EPREUVE,
        GRILLE,
        PREREQUIS,
        EVALUATEURS,
        JURY
    }

    /** What becomes of it. */
    public enum Sort {
        GARDE,
        RENOMME,
        PERDU,
        NOUVEAU,
        A_REPRENDRE
    }

    /**
     * One line of the table before → after.
     *
     * @param de code or name before, {@code null} for what is new
     * @param vers codes after, empty when nothing follows
     * @param motif French words that say why or what is still to be done, {@code null} when there is nothing to say
     */
    public record Ligne(Objet objet, Sort sort, String de, List<String> vers, String intitule, String motif) {
        public Ligne {
            vers = List.copyOf(vers);
        }
    }

    /**
     * Marks that find no place in the newer version.
     *
     * @param saisie the grid as it was entered, or as the version before left it
     * @param criteres those of its criteria whose marks find no place
     * @param motif French words
     */
    public record MiseDeCote(Saisie saisie, List<String> criteres, String motif) {
        public MiseDeCote {
            criteres = List.copyOf(criteres);
        }
    }

    public Apercu {
        etapes = List.copyOf(etapes);
        lignes = List.copyOf(lignes);
        reprises = List.copyOf(reprises);
        misesDeCote = List.copyOf(misesDeCote);
    }
}
