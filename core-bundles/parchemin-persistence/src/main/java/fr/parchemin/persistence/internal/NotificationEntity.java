package fr.parchemin.persistence.internal;

import fr.parchemin.notification.Notification;
import fr.parchemin.notification.Sujet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A notification. Added by a statement that leaves those aside which tell what is already told. */
@Entity(name = "Notification")
@DeLaPlateforme("belongs to an account, whoever's act it came from; names a file by its number and nobody")
@Table(name = "notification")
class NotificationEntity {

    @Id
    private Long rang;

    private String destinataire;
    private String sujet;
    private String branche;
    private String objet;
    private String reference;
    private Instant le;

    @Column(name = "lue_le")
    private Instant lueLe;

    @Column(name = "a_annoncer")
    private boolean annoncer;

    @Column(name = "cle_non_lue")
    private String cleNonLue;

    protected NotificationEntity() {}

    /** Nothing is written about it any more. */
    void announced() {
        this.annoncer = false;
    }

    Notification toNotification() {
        return new Notification(rang, destinataire, Sujet.valueOf(sujet), branche, objet, reference, le, lueLe);
    }
}
