package fr.parchemin.persistence.internal;

import fr.parchemin.personne.Lien;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A question put to a person. */
@Entity(name = "LienPersonne")
@DeLaPersonne
@Table(name = "lien_personne")
class LienEntity {

    @Id
    private String empreinte;

    private UUID personne;
    private UUID connue;

    @Column(name = "expire_le")
    private Instant expireLe;

    @Column(name = "confirme_le")
    private Instant confirmeLe;

    @Column(name = "refuse_le")
    private Instant refuseLe;

    protected LienEntity() {}

    LienEntity(Lien lien) {
        empreinte = lien.empreinte();
        personne = lien.personne();
        connue = lien.connue();
        expireLe = lien.expireLe();
        confirmeLe = lien.confirmeLe();
        refuseLe = lien.refuseLe();
    }

    void answer(Lien lien) {
        confirmeLe = lien.confirmeLe();
        refuseLe = lien.refuseLe();
    }

    Lien toLien() {
        return new Lien(empreinte, personne, connue, expireLe, confirmeLe, refuseLe);
    }
}
