package fr.parchemin.persistence.internal;

import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Certificats;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The certificates, in the table certificat, and their numbers, in the table compteur. */
@Component(service = Certificats.class)
public final class JpaCertificats implements Certificats {

    private final Unit unit;

    @Activate
    public JpaCertificats(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Certificat> findByNumero(String numero) {
        return findBy("numero", numero);
    }

    @Override
    public Optional<Certificat> findByCode(String codeVerification) {
        return findBy("codeVerification", codeVerification);
    }

    @Override
    public Optional<Certificat> findByCandidature(UUID candidature) {
        return findBy("candidature", candidature);
    }

    private Optional<Certificat> findBy(String attribute, Object value) {
        return unit.reading()
                .createQuery("select c from Certificat c where c." + attribute + " = :value", CertificatEntity.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst()
                .map(CertificatEntity::toCertificat);
    }

    @Override
    public List<Certificat> ofPersonnes(Collection<UUID> personnes) {
        if (personnes.isEmpty()) {
            return List.of();
        }
        return unit.reading()
                .createQuery(
                        "select k from Certificat k where k.candidature in"
                                + " (select c.id from Candidature c where c.personne in :personnes)"
                                + " order by k.enregistreLe, k.numero",
                        CertificatEntity.class)
                .setParameter("personnes", personnes)
                .getResultStream()
                .map(CertificatEntity::toCertificat)
                .toList();
    }

    @Override
    public void add(Certificat certificat) {
        EntityManager manager = unit.writing();
        manager.persist(new CertificatEntity(certificat));
        manager.flush();
    }

    /** The update is the lock: who comes second waits until the first one's number is used or given back. */
    @Override
    public long next(String serie) {
        EntityManager manager = unit.writing();
        if (advance(manager, serie) == 0) {
            manager.createNativeQuery("insert into compteur (serie, valeur) values (?1, 0) on conflict do nothing")
                    .setParameter(1, serie)
                    .executeUpdate();
            if (advance(manager, serie) == 0) {
                throw new IllegalStateException("the series " + serie + " is neither there nor to be made");
            }
        }
        return ((Number) manager.createNativeQuery("select valeur from compteur where serie = ?1")
                        .setParameter(1, serie)
                        .getSingleResult())
                .longValue();
    }

    private static int advance(EntityManager manager, String serie) {
        return manager.createNativeQuery("update compteur set valeur = valeur + 1 where serie = ?1")
                .setParameter(1, serie)
                .executeUpdate();
    }
}
