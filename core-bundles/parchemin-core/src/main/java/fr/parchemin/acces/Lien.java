package fr.parchemin.acces;

/** What must tie an account to the object of an act, beyond that the object lies within its portée. */
public enum Lien {
    /** Nothing more. */
    AUCUN("") {
        @Override
        boolean holds(Acteur acteur, Habilitation by, Objet objet) {
            return true;
        }
    },
    /** It submitted the file, or holds its role for the very organisme of the file. */
    DEPOSE("de ses dépôts") {
        @Override
        boolean holds(Acteur acteur, Habilitation by, Objet objet) {
            return by.portee() instanceof Portee.DOrganisme
                    || acteur.identifiant().equals(objet.deposant());
        }
    },
    /** It was designated to mark the file, or holds its role for that very file or session. */
    DESIGNE("où il est désigné") {
        @Override
        boolean holds(Acteur acteur, Habilitation by, Objet objet) {
            return by.portee() instanceof Portee.DeDossier
                    || by.portee() instanceof Portee.DeSession
                    || objet.evaluateurs().contains(acteur.identifiant());
        }
    },
    /** The file is before a jury. */
    PRESENTE("présenté à un jury") {
        @Override
        boolean holds(Acteur acteur, Habilitation by, Objet objet) {
            return objet.jury() != null;
        }
    };

    private final String libelle;

    Lien(String libelle) {
        this.libelle = libelle;
    }

    /** Said after the object, empty for {@link #AUCUN}. */
    public String libelle() {
        return libelle;
    }

    abstract boolean holds(Acteur acteur, Habilitation by, Objet objet);
}
