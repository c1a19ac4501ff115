package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal, in the table acte. */
@Component(service = Journal.class)
public final class JpaJournal implements Journal {

    private final Unit unit;

    @Activate
    public JpaJournal(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void append(Acte acte) {
        unit.requireReach(acte.branche());
        unit.writing()
                .createNativeQuery(
                        "insert into acte (le, acteur, branche, objet, nature, detail) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, acte.le())
                .setParameter(2, acte.acteur())
                .setParameter(3, acte.branche())
                .setParameter(4, acte.objet())
                .setParameter(5, acte.nature().name())
                .setParameter(6, acte.detail())
                .executeUpdate();
    }

    @Override
    public List<Acte> about(String objet, int limite) {
        return unit.reading()
                .createQuery("select a from Acte a where a.objet = :objet order by a.rang", ActeEntity.class)
                .setParameter("objet", objet)
                .setMaxResults(limite)
                .getResultStream()
                .map(ActeEntity::toActe)
                .toList();
    }
}
