package fr.parchemin.persistence.internal;

import fr.parchemin.acte.ClePlateforme;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Message;
import fr.parchemin.echange.Messages;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The messages and notes, in the tables message and message_lu. */
@Component(service = Messages.class)
public final class JpaMessages implements Messages {

    private final Unit unit;
    private final Cles cles;

    @Activate
    public JpaMessages(@Reference Unit unit, @Reference ClePlateforme plateforme) {
        this.unit = unit;
        this.cles = new Cles(plateforme);
    }

    @Override
    public boolean add(Message message) {
        EntityManager manager = unit.writing();
        Optional<byte[]> cle = cles.ofWriting(manager, message.personne(), message.ecritLe());
        cle.ifPresent(key -> {
            manager.persist(new MessageEntity(message, key));
            manager.flush();
        });
        return cle.isPresent();
    }

    @Override
    public List<Message> list(Selection selection) {
        TypedQuery<MessageEntity> query = unit.reading()
                .createQuery(
                        "select m from Message m where m.candidature = :candidature and m.nature = :nature"
                                + " and (m.cercle in :cercles or m.auteur = :lecteur)"
                                + (selection.avant() == null ? "" : " and m.rang < :avant") + " order by m.rang desc",
                        MessageEntity.class)
                .setParameter("candidature", selection.candidature())
                .setParameter("nature", selection.nature().name())
                .setParameter("cercles", names(selection.cercles()))
                .setParameter("lecteur", selection.lecteur())
                .setMaxResults(selection.limite());
        if (selection.avant() != null) {
            query.setParameter("avant", selection.avant());
        }
        return messages(query.getResultList());
    }

    private static Set<String> names(Collection<Cercle> cercles) {
        return cercles.stream().map(Cercle::name).collect(Collectors.toSet());
    }

    private List<Message> messages(List<MessageEntity> found) {
        Map<UUID, byte[]> keys = cles.ofReading(
                unit.reading(), found.stream().map(MessageEntity::personne).collect(Collectors.toSet()));
        return found.stream().map(m -> m.toMessage(keys)).toList();
    }

    @Override
    public Optional<Message> find(UUID id) {
        MessageEntity found = unit.reading().find(MessageEntity.class, id);
        return found == null
                ? Optional.empty()
                : messages(List.of(found)).stream().findFirst();
    }

    @Override
    public void withdraw(Message withdrawn) {
        MessageEntity kept = unit.writing().find(MessageEntity.class, withdrawn.id());
        if (kept == null) {
            throw new IllegalStateException("no message to take back");
        }
        kept.withdraw(withdrawn.retrait().orElseThrow());
        unit.writing().flush();
    }

    @Override
    public long unread(UUID candidature, Set<Cercle> cercles, String lecteur) {
        return unit.reading()
                .createQuery(
                        "select count(m) from Message m where m.candidature = :candidature and m.nature = :nature"
                                + " and m.cercle in :cercles and m.auteur <> :lecteur and m.rang > coalesce("
                                + "(select l.jusquA from MessageLu l"
                                + " where l.candidature = :candidature and l.lecteur = :lecteur), 0)",
                        Long.class)
                .setParameter("candidature", candidature)
                .setParameter("nature", Message.Nature.MESSAGE.name())
                .setParameter("cercles", names(cercles))
                .setParameter("lecteur", lecteur)
                .getSingleResult();
    }

    @Override
    public void markRead(UUID candidature, String branche, String lecteur, long jusqua) {
        EntityManager manager = unit.writing();
        int known = manager.createQuery("update MessageLu l set l.jusquA = case when l.jusquA > :jusqua then l.jusquA"
                        + " else :jusqua end where l.candidature = :candidature and l.lecteur = :lecteur")
                .setParameter("jusqua", jusqua)
                .setParameter("candidature", candidature)
                .setParameter("lecteur", lecteur)
                .executeUpdate();
        if (known == 0) {
            manager.persist(new MessageLuEntity(candidature, branche, lecteur, jusqua));
            manager.flush();
        }
    }
}
