package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Jeton;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An opened session. */
@Entity(name = "Jeton")
@DeLaPlateforme("who acts is known before its perimeter is")
@Table(name = "jeton")
class JetonEntity {

    @Id
    private String empreinte;

    private String identifiant;

    @Column(name = "ouvert_le")
    private Instant ouvertLe;

    @Column(name = "expire_le")
    private Instant expireLe;

    protected JetonEntity() {}

    JetonEntity(Jeton jeton) {
        this.empreinte = jeton.empreinte();
        this.identifiant = jeton.identifiant();
        this.ouvertLe = jeton.ouvertLe();
        this.expireLe = jeton.expireLe();
    }
}
