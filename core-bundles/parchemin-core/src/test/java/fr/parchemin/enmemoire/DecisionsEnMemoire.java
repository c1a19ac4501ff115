package fr.parchemin.enmemoire;

import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The decisions, in the order in which they were taken. */
public final class DecisionsEnMemoire implements Decisions {

    private final Base.Table<UUID, Decision> decisions;

    public DecisionsEnMemoire(Base base) {
        decisions = base.table();
    }

    @Override
    public Optional<Decision> lastOf(UUID candidature) {
        return decisions.rows().values().stream()
                .filter(d -> d.candidature().equals(candidature))
                .reduce((before, after) -> after);
    }

    @Override
    public Map<UUID, Decision> lastOf(Collection<UUID> candidatures) {
        Map<UUID, Decision> last = new LinkedHashMap<>();
        candidatures.forEach(id -> lastOf(id).ifPresent(d -> last.put(id, d)));
        return last;
    }

    @Override
    public void add(Decision decision) {
        decisions.add(decision.id(), decision);
    }
}
