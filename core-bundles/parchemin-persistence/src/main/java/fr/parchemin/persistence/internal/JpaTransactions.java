package fr.parchemin.persistence.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One act, one transaction of the database. */
@Component(service = Transactions.class)
public final class JpaTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JpaTransactions.class);

    private final Unit unit;

    @Activate
    public JpaTransactions(@Reference Unit unit) {
        this.unit = unit;
    }

    /**
     * {@inheritDoc}
     *
     * <p>An act inside an act that is refused, or fails, undoes the whole: the outer one can say why in words of its own
     * but not turn it into done.
     */
    @Override
    public <T> Outcome<T> write(Perimetre perimetre, Supplier<Outcome<T>> act) {
        Unit.Work under = unit.current();
        if (under != null) {
            return join(under, perimetre, act);
        }
        try {
            return perform(perimetre, act);
        } catch (RuntimeException e) {
            if (Conflicts.isConflict(e)) {
                LOG.debug("An act met a concurrent one and is refused", e);
                return Outcome.refused(CodeRefus.CONFLIT_MODIFICATION);
            }
            throw e;
        }
    }

    private <T> Outcome<T> perform(Perimetre perimetre, Supplier<Outcome<T>> act) {
        Unit.Work work = unit.begin(true, perimetre);
        try {
            Outcome<T> outcome = act.get();
            if (!outcome.isDone()) {
                return outcome;
            }
            if (work.failure() != null) {
                throw new IllegalStateException("an act inside this one failed", work.failure());
            }
            if (work.refusal() != null) {
                return Outcome.refused(work.refusal());
            }
            unit.commit(work);
            return outcome;
        } finally {
            unit.end(work);
        }
    }

    private static <T> Outcome<T> join(Unit.Work under, Perimetre perimetre, Supplier<Outcome<T>> act) {
        if (!under.writes()) {
            throw new IllegalStateException("an act cannot be done inside a transaction that reads");
        }
        requireCovered(under, perimetre);
        try {
            Outcome<T> outcome = act.get();
            outcome.reason().ifPresent(under::refuse);
            return outcome;
        } catch (RuntimeException | Error e) {
            under.fail(e);
            throw e;
        }
    }

    @Override
    public <T> T read(Perimetre perimetre, Supplier<T> work) {
        Unit.Work under = unit.current();
        if (under != null) {
            requireCovered(under, perimetre);
            return work.get();
        }
        Unit.Work view = unit.begin(false, perimetre);
        try {
            return work.get();
        } finally {
            unit.end(view);
        }
    }

    private static void requireCovered(Unit.Work under, Perimetre perimetre) {
        if (!under.perimetre().covers(perimetre)) {
            throw new IllegalStateException("work inside a transaction asks for more than its perimeter holds");
        }
    }

    @Override
    public boolean isPartitioned() {
        return unit.isPartitioned();
    }

    @Override
    public boolean isReachable() {
        return read(() -> unit.reading().createNativeQuery("select 1").getSingleResult() != null);
    }
}
