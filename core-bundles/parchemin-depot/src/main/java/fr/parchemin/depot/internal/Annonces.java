package fr.parchemin.depot.internal;

import fr.parchemin.branche.ArtefactRefuse;
import java.net.URL;

/** Makes known to the platform what lies in the folder. */
interface Annonces {

    /** Something made known; ended by {@link #retract()}. */
    interface Annonce {
        void retract();
    }

    /**
     * A branch whose definition was read from the artefact of that name.
     *
     * @param empreinte see {@link fr.parchemin.depot.Artefacts.Lecture.Lue}
     */
    Annonce announce(String artefact, String code, URL definition, String empreinte);

    Annonce refuse(ArtefactRefuse artefact);
}
