package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;

/** A local account, without its roles. */
@Entity(name = "Compte")
@DeLaPlateforme("an account may act for several branches")
@Table(name = "compte")
class CompteEntity {

    @Id
    private String identifiant;

    private String nom;

    @Column(name = "mot_de_passe")
    private String motDePasse;

    protected CompteEntity() {}

    CompteEntity(Compte compte) {
        this.identifiant = compte.identifiant();
        this.nom = compte.nom();
        this.motDePasse = compte.motDePasse();
    }

    String identifiant() {
        return identifiant;
    }

    Compte toCompte(Set<Habilitation> habilitations) {
        return new Compte(identifiant, nom, motDePasse, habilitations);
    }
}
