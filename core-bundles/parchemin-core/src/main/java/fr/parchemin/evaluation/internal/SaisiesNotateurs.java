package fr.parchemin.evaluation.internal;

import fr.parchemin.candidature.Notateurs;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Saisies;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has marked, read from the filled grids. */
@Component
public final class SaisiesNotateurs implements Notateurs {

    private final Saisies saisies;

    @Activate
    public SaisiesNotateurs(@Reference Saisies saisies) {
        this.saisies = saisies;
    }

    @Override
    public Set<String> of(UUID candidature) {
        return saisies.of(candidature).stream().map(Saisie::evaluateur).collect(Collectors.toCollection(TreeSet::new));
    }
}
