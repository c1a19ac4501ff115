package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Federation.Demande;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A question put to an identity provider and not yet answered. */
@DeLaPlateforme("nobody is known yet who asks")
@Entity(name = "DemandeIdentite")
@Table(name = "demande_identite")
class DemandeIdentiteEntity {

    @Id
    private String etat;

    private String navigateur;
    private String fournisseur;
    private String nonce;
    private String verificateur;
    private String retour;
    private String identifiant;

    @Column(name = "expire_le")
    private Instant expireLe;

    protected DemandeIdentiteEntity() {}

    DemandeIdentiteEntity(Demande demande) {
        this.etat = demande.etat();
        this.navigateur = demande.navigateur();
        this.fournisseur = demande.fournisseur();
        this.nonce = demande.nonce();
        this.verificateur = demande.verificateur();
        this.retour = demande.retour();
        this.identifiant = demande.identifiant();
        this.expireLe = demande.expireLe();
    }

    Demande toDemande() {
        return new Demande(etat, navigateur, fournisseur, nonce, verificateur, retour, identifiant, expireLe);
    }
}
