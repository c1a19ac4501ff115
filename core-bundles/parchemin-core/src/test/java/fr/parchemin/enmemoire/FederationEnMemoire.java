package fr.parchemin.enmemoire;

import fr.parchemin.acces.Federation;
import fr.parchemin.acces.Jetons;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is kept about identities of elsewhere. */
public final class FederationEnMemoire implements Federation {

    private final Base.Table<String, Demande> demandes;
    private final Base.Table<UUID, Rattachement> rattachements;
    private final Base.Table<String, SessionExterne> sessions;
    private final Jetons jetons;

    public FederationEnMemoire(Base base, Jetons jetons) {
        demandes = base.table();
        rattachements = base.table();
        sessions = base.table();
        this.jetons = jetons;
    }

    @Override
    public void add(Demande demande) {
        demandes.add(demande.etat(), demande);
    }

    @Override
    public Optional<Demande> take(String etat) {
        Optional<Demande> found = Optional.ofNullable(demandes.rows().get(etat));
        found.ifPresent(demande -> demandes.remove(etat));
        return found;
    }

    @Override
    public void removeDemandesExpired(Instant now) {
        List.copyOf(demandes.rows().values()).stream()
                .filter(d -> !now.isBefore(d.expireLe()))
                .forEach(d -> demandes.remove(d.etat()));
    }

    @Override
    public Optional<Rattachement> find(String emetteur, String sujet) {
        return rattachements.rows().values().stream()
                .filter(r -> r.emetteur().equals(emetteur) && r.sujet().equals(sujet))
                .findFirst();
    }

    @Override
    public List<Rattachement> of(String identifiant) {
        return rattachements.rows().values().stream()
                .filter(r -> r.identifiant().equals(identifiant))
                .sorted(Comparator.comparing(Rattachement::rattacheeLe))
                .toList();
    }

    @Override
    public void add(Rattachement rattachement) {
        rattachements.add(rattachement.id(), rattachement);
    }

    @Override
    public void update(Rattachement rattachement) {
        rattachements.remove(rattachement.id());
        rattachements.add(rattachement.id(), rattachement);
    }

    @Override
    public void remove(UUID rattachement) {
        rattachements.remove(rattachement);
    }

    @Override
    public void add(SessionExterne session) {
        sessions.add(session.empreinte(), session);
    }

    @Override
    public Optional<SessionExterne> session(String empreinte) {
        return Optional.ofNullable(sessions.rows().get(empreinte));
    }

    @Override
    public int closeSessions(String emetteur, String sujet, String session) {
        List<SessionExterne> closing = sessions.rows().values().stream()
                .filter(s -> s.emetteur().equals(emetteur)
                        && (sujet == null || s.sujet().equals(sujet))
                        && (session == null || session.equals(s.session())))
                .toList();
        closing.forEach(s -> {
            sessions.remove(s.empreinte());
            jetons.remove(s.empreinte());
        });
        return closing.size();
    }

    /** Every question kept, expired or not. */
    public List<Demande> demandes() {
        return List.copyOf(demandes.rows().values());
    }
}
