package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Message;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is said on a file.
 *
 * @param notes empty when the reader may not read them
 * @param suite whether there are newer messages than these
 * @param suiteNotes whether there are newer notes than these
 */
public record EchangesView(
        Echanges.Conversation conversation,
        Optional<Echanges.Notes> notes,
        boolean suite,
        boolean suiteNotes,
        Acteur reader) {

    public Candidature candidature() {
        return conversation.candidature();
    }

    public String path() {
        return Urls.path("candidatures", candidature().id(), "echanges");
    }

    /** The messages that the reader had not seen before: the newest by others, as many as were counted. */
    public Set<UUID> nouveaux() {
        Set<UUID> fresh = new HashSet<>();
        if (!suite) {
            conversation.messages().stream()
                    .filter(m -> !isOwn(m))
                    .limit(conversation.nonLus())
                    .forEach(m -> fresh.add(m.id()));
        }
        return fresh;
    }

    public boolean isOwn(Message message) {
        return message.auteur().equals(reader.identifiant());
    }

    public boolean mayWrite() {
        return !conversation.ouverts().isEmpty();
    }

    public boolean mayNote() {
        return reader.may(Droit.NOTE_INTERNE_ECRIRE, candidature().asObjet());
    }

    /** The circle that is proposed: the branch, for who is not of it; who is of it chooses. */
    public boolean isProposed(Cercle cercle) {
        return cercle == Cercle.BRANCHE;
    }
}
