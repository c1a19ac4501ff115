package fr.parchemin.enmemoire;

import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Messagerie;
import java.util.ArrayList;
import java.util.List;

/** A mail server that keeps what it is given, and refuses when told to. */
public final class MessagerieEnMemoire implements Messagerie {

    /** What the server says to the next mails; {@code null} when it takes them. */
    public EnvoiImpossible refus;

    public boolean configured = true;
    public final List<Courriel> received = new ArrayList<>();

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public void send(Courriel courriel) throws EnvoiImpossible {
        if (refus != null) {
            throw refus;
        }
        received.add(courriel);
    }
}
