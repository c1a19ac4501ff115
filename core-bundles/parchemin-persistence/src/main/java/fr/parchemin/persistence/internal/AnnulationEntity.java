package fr.parchemin.persistence.internal;

import fr.parchemin.parametre.Entree;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The act by which a parameter was taken back. */
@Entity(name = "Annulation")
@Table(name = "parametre_annulation")
class AnnulationEntity {

    @Id
    private UUID parametre;

    private String branche;

    private String par;
    private Instant le;
    private String motif;

    protected AnnulationEntity() {}

    AnnulationEntity(UUID parametre, String branche, Entree.Annulation annulation) {
        this.parametre = parametre;
        this.branche = branche;
        this.par = annulation.par();
        this.le = annulation.le();
        this.motif = annulation.motif();
    }

    Entree.Annulation toAnnulation() {
        return new Entree.Annulation(par, le, motif);
    }
}
