package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Moyen;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An opened session. */
@Entity(name = "Jeton")
@DeLaPlateforme("who acts is known before its perimeter is")
@Table(name = "jeton")
class JetonEntity {

    @Id
    private String empreinte;

    private UUID id;

    private String identifiant;

    private String moyen;

    private String agent;

    @Column(name = "ouvert_le")
    private Instant ouvertLe;

    @Column(name = "expire_le")
    private Instant expireLe;

    @Column(name = "active_le")
    private Instant activeLe;

    @Column(name = "eleve_jusqu_a")
    private Instant eleveJusquA;

    protected JetonEntity() {}

    JetonEntity(Jeton jeton) {
        this.empreinte = jeton.empreinte();
        this.id = jeton.id();
        this.identifiant = jeton.identifiant();
        this.moyen = jeton.moyen().name();
        this.agent = jeton.agent();
        this.ouvertLe = jeton.ouvertLe();
        this.expireLe = jeton.expireLe();
        this.activeLe = jeton.activeLe();
        this.eleveJusquA = jeton.eleveJusquA();
    }

    Jeton toJeton() {
        return new Jeton(
                empreinte, id, identifiant, Moyen.valueOf(moyen), agent, ouvertLe, expireLe, activeLe, eleveJusquA);
    }
}
