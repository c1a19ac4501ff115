package fr.parchemin.persistence.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
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
    public <T> Outcome<T> write(Supplier<Outcome<T>> act) {
        Unit.Work under = unit.current();
        if (under != null) {
            return join(under, act);
        }
        try {
            return perform(act);
        } catch (RuntimeException e) {
            if (Conflicts.isConflict(e)) {
                LOG.debug("An act met a concurrent one and is refused", e);
                return Outcome.refused(CodeRefus.CONFLIT_MODIFICATION);
            }
            throw e;
        }
    }

    private <T> Outcome<T> perform(Supplier<Outcome<T>> act) {
        Unit.Work work = unit.begin(true);
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

    private static <T> Outcome<T> join(Unit.Work under, Supplier<Outcome<T>> act) {
        if (!under.writes()) {
            throw new IllegalStateException("an act cannot be done inside a transaction that reads");
        }
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
    public <T> T read(Supplier<T> work) {
        if (unit.current() != null) {
            return work.get();
        }
        Unit.Work view = unit.begin(false);
        try {
            return work.get();
        } finally {
            unit.end(view);
        }
    }

    @Override
    public boolean isReachable() {
        return read(() -> unit.reading().createNativeQuery("select 1").getSingleResult() != null);
    }
}
