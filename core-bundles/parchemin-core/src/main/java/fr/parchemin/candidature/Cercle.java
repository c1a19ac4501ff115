package fr.parchemin.candidature;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * To whom a message on a file goes. The branch (its secretariat and certificateur) reads every one, its author too; a
 * circle says who else.
 */
public enum Cercle {
    /** Whoever follows the file, but for the jury. */
    TOUS("tous ceux qui suivent le dossier", "à tous ceux qui suivent le dossier"),
    BRANCHE("la branche", "à la branche"),
    ORGANISME("l’organisme et la branche", "à l’organisme et à la branche"),
    EVALUATEURS("les évaluateurs et la branche", "aux évaluateurs et à la branche"),
    CANDIDAT("le candidat et la branche", "au candidat et à la branche");

    private final String libelle;
    private final String adresse;

    Cercle(String libelle, String adresse) {
        this.libelle = libelle;
        this.adresse = adresse;
    }

    /** What people call it. */
    public String libelle() {
        return libelle;
    }

    /** To whom, as a sentence goes on with it: « à la branche ». */
    public String adresse() {
        return adresse;
    }

    /** The circles whose messages the account reads on that file; none when it reads no messages of it. */
    public static Set<Cercle> readBy(Acteur reader, Candidature file) {
        if (isOfTheBranche(reader, file)) {
            return EnumSet.allOf(Cercle.class);
        }
        Set<Cercle> read = EnumSet.noneOf(Cercle.class);
        for (Habilitation held : reader.habilitations()) {
            Acteur inThatRole = new Acteur(reader.identifiant(), reader.nom(), Set.of(held));
            if (inThatRole.may(Droit.MESSAGES_LIRE, file.asObjet())) {
                read.add(TOUS);
                of(held.role()).ifPresent(read::add);
            }
        }
        return read;
    }

    /**
     * The circles to which the account may write on that file, in the order in which to offer them. What the branch has
     * to say to itself is an internal note.
     */
    public static Set<Cercle> openTo(Acteur author, Candidature file) {
        if (!author.may(Droit.MESSAGE_ECRIRE, file.asObjet())) {
            return EnumSet.noneOf(Cercle.class);
        }
        Set<Cercle> open = readBy(author, file);
        if (isOfTheBranche(author, file)) {
            open.remove(BRANCHE);
        } else {
            open.add(BRANCHE);
        }
        return open;
    }

    private static boolean isOfTheBranche(Acteur acteur, Candidature file) {
        return acteur.may(Droit.NOTE_INTERNE_LIRE, file.asObjet());
    }

    private static Optional<Cercle> of(Role role) {
        return switch (role) {
            case ORGANISME -> Optional.of(ORGANISME);
            case EVALUATEUR -> Optional.of(EVALUATEURS);
            case CANDIDAT -> Optional.of(CANDIDAT);
            default -> Optional.empty();
        };
    }
}
