package fr.parchemin.persistence.internal;

import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The decisions, in the table decision. */
@Component(service = Decisions.class)
public final class JpaDecisions implements Decisions {

    private final Unit unit;

    @Activate
    public JpaDecisions(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Decision> lastOf(UUID candidature) {
        return Optional.ofNullable(lastOf(List.of(candidature)).get(candidature));
    }

    @Override
    public Map<UUID, Decision> lastOf(Collection<UUID> candidatures) {
        EntityManager manager = unit.reading();
        Map<UUID, Decision> last = new LinkedHashMap<>();
        if (candidatures.isEmpty()) {
            return last;
        }
        manager.createQuery(
                        "select d from Decision d where d.candidature in :candidatures and d.rang ="
                                + " (select max(l.rang) from Decision l where l.candidature = d.candidature)",
                        DecisionEntity.class)
                .setParameter("candidatures", candidatures)
                .getResultStream()
                .map(DecisionEntity::toDecision)
                .forEach(decision -> last.put(decision.candidature(), decision));
        return last;
    }

    @Override
    public void add(Decision decision) {
        EntityManager manager = unit.writing();
        manager.persist(new DecisionEntity(decision, JpaCandidatures.branche(manager, decision.candidature())));
        manager.flush();
    }
}
