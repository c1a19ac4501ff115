package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.ActesVisibles;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Fil;
import fr.parchemin.echange.Message;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.Notifications;
import fr.parchemin.notification.Sujet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What surrounds files and concerns accounts, in memory, under the rules of the core. */
final class MemorySuivi implements Echanges, Fil, Notifications {

    private final World world;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final Map<String, Frequence> frequences = new HashMap<>();

    MemorySuivi(World world) {
        this.world = world;
    }

    private Outcome<Candidature> allowed(Acteur by, Droit droit, UUID id) {
        return Candidature.allowed(by, droit, Optional.ofNullable(world.candidatures.get(id)), id);
    }

    private static <T> List<T> newest(List<T> all, Predicate<T> which, Comparator<T> by, int limite) {
        return all.stream().filter(which).sorted(by.reversed()).limit(limite).toList();
    }

    @Override
    public Outcome<Fil.Page> read(Acteur by, UUID id, Long avant, int limite) {
        return allowed(by, Droit.CANDIDATURE_JOURNAL_LIRE, id).map(file -> {
            List<Acte> found = newest(
                    world.journal,
                    a -> a.objet().equals(file.objet())
                            && ActesVisibles.shows(by, file, a)
                            && (avant == null || a.rang() < avant),
                    Comparator.comparing(Acte::rang),
                    limite + 1);
            return new Fil.Page(
                    file,
                    found.stream()
                            .limit(limite)
                            .map(a -> new Evenement(
                                    a.rang(),
                                    a.le(),
                                    a.nature(),
                                    a.detail(),
                                    a.acteur(),
                                    Optional.ofNullable(world.accounts.get(a.acteur()))
                                            .map(Acteur::nom)
                                            .orElse(a.acteur()),
                                    Optional.empty()))
                            .toList(),
                    found.size() > limite ? Optional.of(found.get(limite - 1).rang()) : Optional.empty());
        });
    }

    @Override
    public Outcome<Conversation> messages(Acteur by, UUID id, Long avant, int limite) {
        return allowed(by, Droit.MESSAGES_LIRE, id).map(file -> {
            Set<Cercle> cercles = Cercle.readBy(by, file);
            long upTo = seen.getOrDefault(by.identifiant() + id, 0L);
            List<Message> found = of(file, Message.Nature.MESSAGE, avant, limite).stream()
                    .filter(m -> cercles.contains(m.cercle()) || m.auteur().equals(by.identifiant()))
                    .toList();
            return new Conversation(
                    file,
                    found,
                    Optional.empty(),
                    found.stream()
                            .filter(m -> m.rang() > upTo && !m.auteur().equals(by.identifiant()))
                            .count(),
                    Cercle.openTo(by, file));
        });
    }

    private List<Message> of(Candidature file, Message.Nature nature, Long avant, int limite) {
        return newest(
                messages,
                m -> m.candidature().equals(file.id()) && m.nature() == nature && (avant == null || m.rang() < avant),
                Comparator.comparing(Message::rang),
                limite);
    }

    @Override
    public Outcome<Message> send(Acteur by, UUID id, Cercle cercle, String texte) {
        return allowed(by, Droit.MESSAGE_ECRIRE, id).then(file -> {
            if (texte == null || cercle == null || !Cercle.openTo(by, file).contains(cercle)) {
                return Outcome.refused(CodeRefus.CHAMP_MANQUANT, texte == null ? "texte" : "cercle");
            }
            return keep(by, file, Message.Nature.MESSAGE, cercle, texte);
        });
    }

    private Outcome<Message> keep(Acteur by, Candidature file, Message.Nature nature, Cercle cercle, String texte) {
        Message message = new Message(
                UUID.randomUUID(),
                messages.size() + 1L,
                file.id(),
                file.branche(),
                file.personne(),
                nature,
                cercle,
                by.identifiant(),
                by.habilitations().stream().map(Habilitation::role).findFirst().orElseThrow(),
                new Valeur.Personnelle(by.nom()),
                new Valeur.Personnelle(texte),
                world.clock.instant(),
                Optional.empty());
        messages.add(message);
        return Outcome.done(message);
    }

    @Override
    public Outcome<Void> markRead(Acteur by, UUID id, long jusqua) {
        seen.put(by.identifiant() + id, jusqua);
        return Outcome.done(null);
    }

    @Override
    public Outcome<Notes> notes(Acteur by, UUID id, Long avant, int limite) {
        return allowed(by, Droit.NOTE_INTERNE_LIRE, id)
                .map(file -> new Notes(of(file, Message.Nature.NOTE, avant, limite), Optional.empty()));
    }

    @Override
    public Outcome<Message> addNote(Acteur by, UUID id, String texte) {
        return allowed(by, Droit.NOTE_INTERNE_ECRIRE, id)
                .then(file -> texte == null
                        ? Outcome.refused(CodeRefus.CHAMP_MANQUANT, "texte")
                        : keep(by, file, Message.Nature.NOTE, Cercle.BRANCHE, texte));
    }

    @Override
    public Outcome<Message> withdrawNote(Acteur by, UUID id, UUID note) {
        return allowed(by, Droit.NOTE_INTERNE_ECRIRE, id).then(file -> messages.stream()
                .filter(m -> m.id().equals(note))
                .findFirst()
                .map(m -> {
                    Message withdrawn = m.withdrawn(new Message.Retrait(by.identifiant(), world.clock.instant()));
                    messages.set(messages.indexOf(m), withdrawn);
                    return Outcome.done(withdrawn);
                })
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "note " + note)));
    }

    /** Tells an account something about a file. */
    void tell(Acteur whom, Sujet sujet, Candidature file) {
        notifications.add(new Notification(
                notifications.size() + 1L,
                whom.identifiant(),
                sujet,
                file.branche(),
                file.objet(),
                file.numero(),
                world.clock.instant(),
                null));
    }

    private boolean isOf(Acteur by, Notification n) {
        return n.destinataire().equals(by.identifiant());
    }

    @Override
    public Notifications.Page list(Acteur by, boolean nonLuesSeules, Long avant, int limite) {
        List<Notification> found = newest(
                notifications,
                n -> isOf(by, n) && (!nonLuesSeules || !n.isRead()) && (avant == null || n.rang() < avant),
                Comparator.comparing(Notification::rang),
                limite + 1);
        return new Notifications.Page(
                found.stream().limit(limite).toList(),
                found.size() > limite ? Optional.of(found.get(limite - 1).rang()) : Optional.empty(),
                unread(by));
    }

    @Override
    public int unread(Acteur by) {
        return (int)
                notifications.stream().filter(n -> isOf(by, n) && !n.isRead()).count();
    }

    private void mark(Predicate<Notification> which) {
        notifications.replaceAll(n -> !which.test(n)
                ? n
                : new Notification(
                        n.rang(),
                        n.destinataire(),
                        n.sujet(),
                        n.branche(),
                        n.objet(),
                        n.reference(),
                        n.le(),
                        world.clock.instant()));
    }

    @Override
    public Outcome<Notification> read(Acteur by, long rang) {
        Optional<Notification> found = notifications.stream()
                .filter(n -> isOf(by, n) && n.rang() == rang)
                .findFirst();
        mark(n -> isOf(by, n) && n.rang() == rang);
        return found.map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "notification " + rang));
    }

    @Override
    public Outcome<Void> readAll(Acteur by, long jusqua) {
        mark(n -> isOf(by, n) && n.rang() <= jusqua);
        return Outcome.done(null);
    }

    @Override
    public Frequence frequence(Acteur by) {
        return frequences.getOrDefault(by.identifiant(), Frequence.IMMEDIATE);
    }

    @Override
    public Outcome<Frequence> choose(Acteur by, Frequence frequence) {
        if (frequence == null) {
            return Outcome.refused(CodeRefus.CHAMP_MANQUANT, "frequence");
        }
        frequences.put(by.identifiant(), frequence);
        return Outcome.done(frequence);
    }
}
