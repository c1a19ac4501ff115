package fr.parchemin.persistence.internal;

import fr.parchemin.acte.ClesPersonnes;
import java.time.Instant;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Destroys keys of persons, in the table cle_personne. */
@Component(service = ClesPersonnes.class)
public final class JpaClesPersonnes implements ClesPersonnes {

    private final Unit unit;

    @Activate
    public JpaClesPersonnes(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Destruction destroy(UUID personne, Instant le) {
        return Cles.destroy(unit.writing(), personne, le);
    }
}
