package fr.parchemin.persistence.internal;

import fr.parchemin.referentiel.Snapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A version of a référentiel as it was admitted. Read only: it is added by a statement that is safe between nodes. */
@Entity(name = "Snapshot")
@DeLaPlateforme("référentiels are public")
@Table(name = "referentiel_snapshot")
@IdClass(SnapshotEntity.Key.class)
class SnapshotEntity {

    /** What files and certificates point to. */
    record Key(String branche, String certification, String version) {}

    @Id
    private String branche;

    @Id
    private String certification;

    @Id
    private String version;

    private String empreinte;
    private String contenu;

    @Column(name = "admis_le")
    private Instant admisLe;

    protected SnapshotEntity() {}

    Snapshot toSnapshot() {
        return new Snapshot(branche, certification, version, empreinte, contenu, admisLe);
    }
}
