package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Facteurs.Cle;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A passkey. */
@Entity(name = "Cle")
@DeLaPlateforme("factors belong to an account, which may act in several branches")
@Table(name = "facteur_cle")
class CleEntity {

    @Id
    private String id;

    private String identifiant;
    private String nom;
    private String donnees;
    private long compteur;

    @Column(name = "creee_le")
    private Instant creeeLe;

    @Column(name = "utilisee_le")
    private Instant utiliseeLe;

    protected CleEntity() {}

    CleEntity(Cle cle) {
        this.id = cle.id();
        this.identifiant = cle.identifiant();
        this.nom = cle.nom();
        this.donnees = cle.donnees();
        this.compteur = cle.compteur();
        this.creeeLe = cle.creeeLe();
        this.utiliseeLe = cle.utiliseeLe();
    }

    Cle toCle() {
        return new Cle(id, identifiant, nom, donnees, compteur, creeeLe, utiliseeLe);
    }
}
