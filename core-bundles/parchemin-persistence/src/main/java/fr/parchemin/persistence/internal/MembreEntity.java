package fr.parchemin.persistence.internal;

import fr.parchemin.jury.MembreJury;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A member of a jury. */
@Entity(name = "Membre")
@Table(name = "jury_membre")
class MembreEntity {

    @Id
    private UUID id;

    private UUID jury;
    private String branche;
    private int ordre;
    private String nom;
    private String college;
    private String identifiant;
    private String employeur;

    @Column(name = "pratique_annees")
    private Integer pratiqueAnnees;

    private boolean president;

    protected MembreEntity() {}

    MembreEntity(JuryEntity jury, MembreJury membre, int ordre) {
        this.id = membre.id();
        this.jury = jury.id();
        this.branche = jury.branche();
        copy(membre, ordre);
    }

    final void copy(MembreJury membre, int position) {
        ordre = position;
        nom = membre.nom();
        college = membre.college();
        identifiant = membre.identifiant();
        employeur = membre.employeur();
        pratiqueAnnees = membre.pratiqueAnnees();
        president = membre.president();
    }

    UUID id() {
        return id;
    }

    UUID jury() {
        return jury;
    }

    MembreJury toMembre() {
        return new MembreJury(id, nom, college, identifiant, employeur, pratiqueAnnees, president);
    }
}
