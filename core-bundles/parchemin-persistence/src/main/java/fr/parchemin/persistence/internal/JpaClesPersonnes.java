package fr.parchemin.persistence.internal;

import fr.parchemin.acte.ClesPersonnes;
import jakarta.persistence.EntityManager;
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
        EntityManager manager = unit.writing();
        int destroyed = manager.createNativeQuery(
                        "update cle_personne set cle = null, detruite_le = ?2 where personne = ?1 and cle is not null")
                .setParameter(1, personne)
                .setParameter(2, le)
                .executeUpdate();
        if (destroyed > 0) {
            return Destruction.DETRUITE;
        }
        return manager.createNativeQuery("select detruite_le from cle_personne where personne = ?1")
                        .setParameter(1, personne)
                        .getResultList()
                        .isEmpty()
                ? Destruction.INCONNUE
                : Destruction.DEJA_DETRUITE;
    }
}
