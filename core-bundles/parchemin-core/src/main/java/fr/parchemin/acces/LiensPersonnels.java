package fr.parchemin.acces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the personal links. */
public interface LiensPersonnels {

    void add(LienPersonnel lien);

    /** The link of that hash, whether it still opens anything or not; one query. */
    Optional<LienPersonnel> find(String empreinte);

    Optional<LienPersonnel> find(UUID id);

    /** The links to a file, the newest first. */
    List<LienPersonnel> of(UUID dossier);

    /** Notes that it served, the first time. */
    void open(UUID id, Instant now);

    /** Takes it back; {@code false} when it was before. */
    boolean revoke(UUID id, String by, Instant now);
}
