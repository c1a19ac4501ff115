package fr.parchemin.persistence.internal;

import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.BranchesConnues;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The memory of admitted branches, in the table branche_connue. */
@Component(service = BranchesConnues.class)
public final class JpaBranchesConnues implements BranchesConnues {

    private final Unit unit;

    @Activate
    public JpaBranchesConnues(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public List<BrancheConnue> all() {
        return unit.reading()
                .createQuery("select b from BrancheConnue b order by b.code", BrancheConnueEntity.class)
                // put() goes past the entities that this transaction may have read before
                .setHint(QueryHints.REFRESH, HintValues.TRUE)
                .getResultStream()
                .map(BrancheConnueEntity::toBrancheConnue)
                .toList();
    }

    @Override
    public Optional<BrancheConnue> find(String code) {
        return unit.reading()
                .createQuery("select b from BrancheConnue b where b.code = :code", BrancheConnueEntity.class)
                .setParameter("code", code)
                .setHint(QueryHints.REFRESH, HintValues.TRUE)
                .getResultStream()
                .map(BrancheConnueEntity::toBrancheConnue)
                .findFirst();
    }

    /** Every node admits the branches that it is given: two may remember the same one at the same moment. */
    @Override
    public void put(BrancheConnue branche) {
        if (replace(branche) == 0 && insert(branche) == 0) {
            replace(branche);
        }
    }

    private int replace(BrancheConnue branche) {
        return execute(
                "update branche_connue set nom = ?2, definition = ?3, admise_le = ?4, absente_depuis = cast(?5 as timestamp(6))"
                        + " where code = ?1",
                branche);
    }

    private int insert(BrancheConnue branche) {
        return execute(
                "insert into branche_connue (code, nom, definition, admise_le, absente_depuis)"
                        + " values (?1, ?2, ?3, ?4, cast(?5 as timestamp(6))) on conflict do nothing",
                branche);
    }

    /** The casts above give a null its type: a statement of our own knows none. */
    private int execute(String sql, BrancheConnue branche) {
        Query query = unit.writing()
                .createNativeQuery(sql)
                .setParameter(1, branche.code())
                .setParameter(2, branche.nom())
                .setParameter(3, branche.definition())
                .setParameter(4, branche.admiseLe())
                .setParameter(5, branche.absenteDepuis());
        return query.executeUpdate();
    }
}
