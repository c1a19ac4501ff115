package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Echecs.Echec;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Failures to sign in. */
@Entity(name = "Echec")
@DeLaPlateforme("failures are counted before anybody is known")
@Table(name = "echec_connexion")
class EchecEntity {

    @Id
    private String cle;

    private int nombre;

    @Column(name = "libre_le")
    private Instant libreLe;

    @Column(name = "dernier_le")
    private Instant dernierLe;

    protected EchecEntity() {}

    EchecEntity(Echec echec) {
        this.cle = echec.cle();
        set(echec);
    }

    final void set(Echec echec) {
        this.nombre = echec.nombre();
        this.libreLe = echec.libreLe();
        this.dernierLe = echec.dernierLe();
    }

    Echec toEchec() {
        return new Echec(cle, nombre, libreLe, dernierLe);
    }
}
