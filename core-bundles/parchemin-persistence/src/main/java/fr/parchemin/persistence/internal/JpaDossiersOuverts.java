package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.parchemin.candidature.DossiersOuverts;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The open files, counted in the table candidature. */
@Component(service = DossiersOuverts.class)
public final class JpaDossiersOuverts implements DossiersOuverts {

    private final Unit unit;

    @Activate
    public JpaDossiersOuverts(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Map<String, Map<String, Long>> count(Set<String> branches) {
        if (branches.isEmpty()) {
            return Map.of();
        }
        // personne_ouverte is what says that no jury has closed the file.
        return unit.reading()
                .createQuery(
                        "select c.branche, c.certification, count(c.id) from Candidature c where c.branche in :branches"
                                + " and c.personneOuverte is not null group by c.branche, c.certification",
                        Object[].class)
                .setParameter("branches", branches)
                .getResultStream()
                .collect(groupingBy(row -> (String) row[0], toMap(row -> (String) row[1], row -> (Long) row[2])));
    }
}
