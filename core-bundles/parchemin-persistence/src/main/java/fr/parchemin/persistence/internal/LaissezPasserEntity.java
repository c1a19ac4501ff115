package fr.parchemin.persistence.internal;

import fr.parchemin.acces.LaissezPasser;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What serves once. */
@Entity(name = "LaissezPasser")
@DeLaPlateforme("who acts is not known before it is read")
@Table(name = "laissez_passer")
class LaissezPasserEntity {

    @Id
    private String empreinte;

    private String nature;
    private String identifiant;
    private String donnees;

    @Column(name = "cree_le")
    private Instant creeLe;

    @Column(name = "expire_le")
    private Instant expireLe;

    protected LaissezPasserEntity() {}

    LaissezPasserEntity(LaissezPasser laissezPasser) {
        this.empreinte = laissezPasser.empreinte();
        this.nature = laissezPasser.nature().name();
        this.identifiant = laissezPasser.identifiant();
        this.donnees = laissezPasser.donnees();
        this.creeLe = laissezPasser.creeLe();
        this.expireLe = laissezPasser.expireLe();
    }

    LaissezPasser toLaissezPasser() {
        return new LaissezPasser(
                empreinte, LaissezPasser.Nature.valueOf(nature), identifiant, donnees, creeLe, expireLe);
    }
}
