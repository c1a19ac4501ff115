package fr.parchemin.enmemoire;

import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Message;
import fr.parchemin.echange.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The messages and notes; what is personal in them reads as long as the journal has the key of the person. */
public final class MessagesEnMemoire implements Messages {

    private record Lu(UUID candidature, String lecteur) {}

    private final Base.Table<UUID, Message> messages;
    private final Base.Table<Lu, Long> seen;
    private final JournalEnMemoire journal;

    public MessagesEnMemoire(Base base, JournalEnMemoire journal) {
        messages = base.table(Message::branche);
        seen = base.table();
        this.journal = journal;
    }

    @Override
    public boolean add(Message message) {
        if (journal.isErased(message.personne())) {
            return false;
        }
        journal.needsKey(message.personne());
        messages.add(message.id(), with(message, messages.size() + 1L, message.nom(), message.texte()));
        return true;
    }

    private static Message with(Message m, Long rang, Valeur nom, Valeur texte) {
        return new Message(
                m.id(),
                rang,
                m.candidature(),
                m.branche(),
                m.personne(),
                m.nature(),
                m.cercle(),
                m.auteur(),
                m.qualite(),
                nom,
                texte,
                m.ecritLe(),
                m.retrait());
    }

    private Message readable(Message m) {
        return journal.isErased(m.personne()) ? with(m, m.rang(), new Valeur.Effacee(), new Valeur.Effacee()) : m;
    }

    private Stream<Message> of(UUID candidature, Message.Nature nature) {
        return messages.rows().values().stream()
                .filter(m -> m.candidature().equals(candidature) && m.nature() == nature);
    }

    @Override
    public List<Message> list(Selection wanted) {
        return of(wanted.candidature(), wanted.nature())
                .filter(m -> wanted.cercles().contains(m.cercle()) || m.auteur().equals(wanted.lecteur()))
                .filter(m -> wanted.avant() == null || m.rang() < wanted.avant())
                .sorted(Comparator.comparing(Message::rang).reversed())
                .limit(wanted.limite())
                .map(this::readable)
                .toList();
    }

    @Override
    public Optional<Message> find(UUID id) {
        return Optional.ofNullable(messages.rows().get(id)).map(this::readable);
    }

    @Override
    public void withdraw(Message withdrawn) {
        messages.put(withdrawn.id(), withdrawn);
    }

    @Override
    public long unread(UUID candidature, Set<Cercle> cercles, String lecteur) {
        long upTo = seen.rows().getOrDefault(new Lu(candidature, lecteur), 0L);
        return of(candidature, Message.Nature.MESSAGE)
                .filter(m -> cercles.contains(m.cercle()) && !m.auteur().equals(lecteur) && m.rang() > upTo)
                .count();
    }

    @Override
    public void markRead(UUID candidature, String branche, String lecteur, long jusqua) {
        Lu of = new Lu(candidature, lecteur);
        seen.put(of, Math.max(jusqua, seen.rows().getOrDefault(of, 0L)));
    }
}
