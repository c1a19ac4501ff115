package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.Jurys;
import fr.parchemin.jury.MembreJury;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The juries, in the tables jury and jury_membre. */
@Component(service = Jurys.class)
public final class JpaJurys implements Jurys {

    private final Unit unit;

    @Activate
    public JpaJurys(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Jury> find(UUID id) {
        EntityManager manager = unit.reading();
        JuryEntity found = manager.find(JuryEntity.class, id);
        return found == null
                ? Optional.empty()
                : Optional.of(records(manager, List.of(found)).get(0));
    }

    @Override
    public List<Jury> search(Recherche recherche) {
        EntityManager manager = unit.reading();
        FiltreJurys filtre = recherche.filtre();
        Conditions within = Conditions.ofJurys("j", recherche.atteinte(), filtre.branche());
        if (within.isNever()) {
            return List.of();
        }
        Conditions wanted = within.copy()
                .andEqual("j.certification", "certification", filtre.certification())
                .and("j.date >= :du", "du", filtre.du())
                .and("j.date <= :au", "au", filtre.au());
        if (filtre.valide() != null) {
            wanted.and("j.validePar is " + (filtre.valide() ? "not null" : "null"));
        }
        boolean up = recherche.remonte();
        if (recherche.repere() != null) {
            Optional<Long> mark = within.and("j.numero = :repere", "repere", recherche.repere())
                    .query(manager, "select j.rang from Jury j", "", Long.class)
                    .getResultStream()
                    .findFirst();
            if (mark.isEmpty()) {
                return List.of();
            }
            wanted.and("j.rang " + (up ? ">" : "<") + " :rang", "rang", mark.get());
        }
        List<JuryEntity> found = new ArrayList<>(wanted.query(
                        manager, "select j from Jury j", " order by j.rang " + (up ? "asc" : "desc"), JuryEntity.class)
                .setMaxResults(recherche.limite())
                .getResultList());
        if (up) {
            Collections.reverse(found);
        }
        return records(manager, found);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The lock is on a row that stands for the branch: whoever waited on the row of the last jury itself would wake up
     * to find that it is no longer the last, and the first jury of a branch has none before it.
     */
    @Override
    public Optional<Jury> lastOf(String branche) {
        EntityManager manager = unit.writing();
        Locks.take(manager, "jury/" + branche);
        return records(
                        manager,
                        manager.createQuery(
                                        "select j from Jury j where j.branche = :branche order by j.rang desc",
                                        JuryEntity.class)
                                .setParameter("branche", branche)
                                .setMaxResults(1)
                                .getResultList())
                .stream()
                .findFirst();
    }

    @Override
    public long nextNumero() {
        return Sequences.next(unit.writing(), "jury_numero");
    }

    @Override
    public void add(Jury jury) {
        EntityManager manager = unit.writing();
        JuryEntity added = new JuryEntity(jury);
        added.setMembres(List.of());
        manager.persist(added);
        manager.flush();
        added.setMembres(writeMembres(manager, added, jury.membres()));
        manager.flush();
    }

    @Override
    public void update(Jury jury) {
        EntityManager manager = unit.writing();
        JuryEntity stored = manager.find(JuryEntity.class, jury.id());
        if (stored == null) {
            throw new IllegalStateException("no jury " + jury.id() + " to update");
        }
        stored.setRevision(
                stored.revisions().advance(manager, "Jury", stored.id(), stored.revision(), jury.revision()));
        readMembres(manager, List.of(stored));
        stored.copy(jury);
        stored.setMembres(writeMembres(manager, stored, jury.membres()));
        manager.flush();
    }

    private static List<Jury> records(EntityManager manager, List<JuryEntity> juries) {
        readMembres(manager, juries);
        return juries.stream().map(JuryEntity::toJury).toList();
    }

    private static void readMembres(EntityManager manager, List<JuryEntity> juries) {
        List<JuryEntity> bare = juries.stream().filter(JuryEntity::lacksMembres).toList();
        if (bare.isEmpty()) {
            return;
        }
        Map<UUID, List<MembreEntity>> membres = manager.createQuery(
                        "select m from Membre m where m.jury in :ids order by m.jury, m.ordre", MembreEntity.class)
                .setParameter("ids", bare.stream().map(JuryEntity::id).toList())
                .getResultStream()
                .collect(groupingBy(MembreEntity::jury));
        bare.forEach(jury -> jury.setMembres(membres.getOrDefault(jury.id(), List.of())));
    }

    private static List<MembreEntity> writeMembres(EntityManager manager, JuryEntity stored, List<MembreJury> membres) {
        Map<UUID, MembreEntity> before =
                stored.membres().stream().collect(toMap(MembreEntity::id, Function.identity()));
        List<MembreEntity> after = new ArrayList<>();
        for (MembreJury membre : membres) {
            MembreEntity part = before.remove(membre.id());
            if (part == null) {
                part = new MembreEntity(stored, membre, after.size());
                manager.persist(part);
            } else {
                part.copy(membre, after.size());
            }
            after.add(part);
        }
        before.values().forEach(manager::remove);
        return after;
    }
}
