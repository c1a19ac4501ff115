package fr.parchemin.candidature;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Acte.Nature;
import fr.parchemin.acte.Valeur;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which acts on a file somebody may know of who may read what was done to it: those about what his rights let him read.
 * What is not said here nobody is told.
 */
public final class ActesVisibles {

    /** In what an act leaves behind: the circle of the message that was sent. */
    public static final String CERCLE = "cercle";

    private static final Map<Nature, Droit> DROITS = droits();

    private ActesVisibles() {}

    private static Map<Nature, Droit> droits() {
        Map<Nature, Droit> droits = new EnumMap<>(Nature.class);
        for (Nature nature : Set.of(
                Nature.CANDIDATURE_DEPOSEE,
                Nature.PREREQUIS_CONSTATE,
                Nature.EVALUATEURS_DESIGNES,
                Nature.CANDIDATURE_MIGREE,
                Nature.MIGRATION_ANNULEE,
                Nature.CANDIDATURE_PRESENTEE)) {
            droits.put(nature, Droit.CANDIDATURE_JOURNAL_LIRE);
        }
        droits.put(Nature.EPREUVE_NOTEE, Droit.GRILLE_LIRE);
        droits.put(Nature.REGLE_EN_ECHEC, Droit.PROPOSITION_LIRE);
        droits.put(Nature.DECISION_PRISE, Droit.DECISION_LIRE);
        droits.put(Nature.CERTIFICAT_DELIVRE, Droit.CERTIFICAT_LIRE);
        droits.put(Nature.LIEN_CREE, Droit.LIEN_PERSONNEL_DONNER);
        droits.put(Nature.LIEN_RETIRE, Droit.LIEN_PERSONNEL_DONNER);
        droits.put(Nature.MESSAGE_ENVOYE, Droit.MESSAGES_LIRE);
        droits.put(Nature.NOTE_AJOUTEE, Droit.NOTE_INTERNE_LIRE);
        droits.put(Nature.NOTE_RETIREE, Droit.NOTE_INTERNE_LIRE);
        return droits;
    }

    /** The kinds of act of which the reader may know some; empty when what was done to the file is not for him. */
    public static Set<Nature> natures(Acteur reader, Candidature file) {
        Set<Nature> natures = EnumSet.noneOf(Nature.class);
        if (reader.may(Droit.CANDIDATURE_JOURNAL_LIRE, file.asObjet())) {
            DROITS.forEach((nature, droit) -> {
                if (reader.may(droit, file.asObjet())) {
                    natures.add(nature);
                }
            });
        }
        return natures;
    }

    /** Whether the reader may know of this act on the file. */
    public static boolean shows(Acteur reader, Candidature file, Acte acte) {
        return natures(reader, file).contains(acte.nature())
                && (acte.nature() != Nature.MESSAGE_ENVOYE || isAddressed(reader, file, acte));
    }

    private static boolean isAddressed(Acteur reader, Candidature file, Acte acte) {
        Valeur cercle = acte.apres().champs().get(CERCLE);
        return acte.acteur().equals(reader.identifiant())
                || cercle != null
                        && Cercle.readBy(reader, file).stream()
                                .anyMatch(c -> c.name().equals(cercle.texte()));
    }
}
