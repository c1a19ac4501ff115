package fr.parchemin.referentiel.internal;

import fr.parchemin.acte.Transactions;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.referentiel.Snapshot;
import fr.parchemin.referentiel.Snapshots;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the référentiels in use in memory: a snapshot never changes, so what was read once stays true. */
@Component
public final class CachedReferentiels implements Referentiels {

    private static final int CAPACITE = 512;

    private record Key(String branche, String certification, String version) {}

    private final Transactions transactions;
    private final Snapshots snapshots;
    private final Map<Key, Referentiel> cache = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Referentiel> eldest) {
            return size() > CAPACITE;
        }
    });

    @Activate
    public CachedReferentiels(@Reference Transactions transactions, @Reference Snapshots snapshots) {
        this.transactions = transactions;
        this.snapshots = snapshots;
    }

    @Override
    public Referentiel get(String branche, String certification, String version) {
        Key key = new Key(branche, certification, version);
        Referentiel known = cache.get(key);
        if (known == null) {
            Snapshot snapshot = transactions
                    .read(() -> snapshots.find(branche, certification, version))
                    .orElseThrow(() -> new IllegalStateException("no snapshot of " + key));
            known = DefinitionJson.read(snapshot.contenu(), Referentiel.class);
            cache.put(key, known);
        }
        return known;
    }
}
