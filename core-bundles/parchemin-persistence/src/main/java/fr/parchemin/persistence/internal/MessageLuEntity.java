package fr.parchemin.persistence.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** Up to which message of a file somebody has looked. */
@Entity(name = "MessageLu")
@IdClass(MessageLuEntity.Key.class)
@Table(name = "message_lu")
class MessageLuEntity {

    /** Who looked at what. */
    record Key(UUID candidature, String lecteur) {}

    @Id
    private UUID candidature;

    @Id
    private String lecteur;

    private String branche;

    @Column(name = "jusqu_a")
    private long jusquA;

    protected MessageLuEntity() {}

    MessageLuEntity(UUID candidature, String branche, String lecteur, long jusquA) {
        this.candidature = candidature;
        this.branche = branche;
        this.lecteur = lecteur;
        this.jusquA = jusquA;
    }
}
