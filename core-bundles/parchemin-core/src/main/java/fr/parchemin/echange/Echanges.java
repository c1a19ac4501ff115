package fr.parchemin.echange;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Messages on a file between those who follow it, and the internal notes of its branch. */
public interface Echanges {

    /** Most elements of a page. */
    int LIMITE_MAXIMALE = 100;

    /**
     * Messages that the reader may read, newest first.
     *
     * @param suivant rank before which to go on, empty at the end
     * @param nonLus how many came from others since the reader last looked
     * @param ouverts the circles to which the reader may write
     */
    record Conversation(
            Candidature candidature,
            List<Message> messages,
            Optional<Long> suivant,
            long nonLus,
            Set<Cercle> ouverts) {}

    /** Notes, newest first. */
    record Notes(List<Message> notes, Optional<Long> suivant) {}

    /** @param avant rank before which to go on, {@code null} for the newest */
    Outcome<Conversation> messages(Acteur by, UUID candidature, Long avant, int limite);

    /** Sends a message; it cannot be changed or taken back. */
    Outcome<Message> send(Acteur by, UUID candidature, Cercle cercle, String texte);

    /** Keeps that the messages up to a rank were seen, and that the notifications about what is said on the file were read. */
    Outcome<Void> markRead(Acteur by, UUID candidature, long jusqua);

    /** @param avant rank before which to go on, {@code null} for the newest */
    Outcome<Notes> notes(Acteur by, UUID candidature, Long avant, int limite);

    Outcome<Message> addNote(Acteur by, UUID candidature, String texte);

    /** Takes a note back: its text is shown to nobody any more, that it was there stays. Only for who wrote it. */
    Outcome<Message> withdrawNote(Acteur by, UUID candidature, UUID note);
}
