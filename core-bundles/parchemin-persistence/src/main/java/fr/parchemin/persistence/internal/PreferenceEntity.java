package fr.parchemin.persistence.internal;

import fr.parchemin.notification.Frequence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** How often an account is written to about its notifications, and when it last was. */
@Entity(name = "PreferenceNotification")
@DeLaPlateforme("accounts belong to the platform")
@Table(name = "preference_notification")
class PreferenceEntity {

    @Id
    private String identifiant;

    private String frequence;

    @Column(name = "ecrit_le")
    private LocalDate ecritLe;

    protected PreferenceEntity() {}

    PreferenceEntity(String identifiant, Frequence frequence) {
        this.identifiant = identifiant;
        choose(frequence);
    }

    final void choose(Frequence next) {
        this.frequence = next.name();
    }

    void written(LocalDate jour) {
        this.ecritLe = jour;
    }

    Frequence frequence() {
        return Frequence.valueOf(frequence);
    }
}
