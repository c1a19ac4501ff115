package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Chiffre;
import fr.parchemin.acte.ClePlateforme;
import fr.parchemin.acte.ClesPersonnes.Destruction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The keys of persons in the table cle_personne, each wrapped by the key of the platform. */
final class Cles {

    private static final String MAKE =
            "insert into cle_personne (personne, cle, creee_le) values (?1, ?2, ?3) on conflict do nothing";

    private static final String FIND = "select cle from cle_personne where personne = ?1 for update";

    private static final String DESTROY =
            "update cle_personne set cle = null, detruite_le = ?2 where personne = ?1 and cle is not null";

    private static final String DESTROYED = "select detruite_le from cle_personne where personne = ?1";

    /** All statements of our own about these keys; a column of their table has the name of another table. */
    static final List<String> STATEMENTS = List.of(MAKE, FIND, DESTROY, DESTROYED);

    private final ClePlateforme plateforme;

    Cles(ClePlateforme plateforme) {
        this.plateforme = plateforme;
    }

    /** The key of a person, made when there is none yet; empty once it is destroyed. */
    Optional<byte[]> ofWriting(EntityManager manager, UUID personne, Instant now) {
        List<?> found = find(manager, personne);
        if (found.isEmpty()) {
            String fresh = Base64.getEncoder().encodeToString(plateforme.wrap(Chiffre.newKey(), contexte(personne)));
            // Whoever else makes it at this moment is waited for; then theirs is there for both.
            manager.createNativeQuery(MAKE)
                    .setParameter(1, personne)
                    .setParameter(2, fresh)
                    .setParameter(3, now)
                    .executeUpdate();
            found = find(manager, personne);
        }
        return Optional.ofNullable((String) found.get(0)).map(wrapped -> unwrap(personne, wrapped));
    }

    /** Destroys the key of a person, for ever. */
    static Destruction destroy(EntityManager manager, UUID personne, Instant le) {
        int destroyed = manager.createNativeQuery(DESTROY)
                .setParameter(1, personne)
                .setParameter(2, le)
                .executeUpdate();
        if (destroyed > 0) {
            return Destruction.DETRUITE;
        }
        return manager.createNativeQuery(DESTROYED)
                        .setParameter(1, personne)
                        .getResultList()
                        .isEmpty()
                ? Destruction.INCONNUE
                : Destruction.DEJA_DETRUITE;
    }

    private static List<?> find(EntityManager manager, UUID personne) {
        // Shared with no one until the act ends: a key is not destroyed under who writes with it.
        return manager.createNativeQuery(FIND).setParameter(1, personne).getResultList();
    }

    /** The keys that there still are, by person; one query. */
    Map<UUID, byte[]> ofReading(EntityManager manager, Collection<UUID> personnes) {
        if (personnes.isEmpty()) {
            return Map.of();
        }
        Map<UUID, byte[]> keys = new HashMap<>();
        manager.createQuery("select c from ClePersonne c where c.personne in :personnes", ClePersonneEntity.class)
                .setParameter("personnes", personnes)
                .getResultStream()
                .filter(c -> c.cle() != null)
                .forEach(c -> keys.put(c.personne(), unwrap(c.personne(), c.cle())));
        return keys;
    }

    private byte[] unwrap(UUID personne, String wrapped) {
        return plateforme.unwrap(Base64.getDecoder().decode(wrapped), contexte(personne));
    }

    private static String contexte(UUID personne) {
        return "parchemin-cle-1|" + personne;
    }
}
