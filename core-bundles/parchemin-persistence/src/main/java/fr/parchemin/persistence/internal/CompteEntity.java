package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A local account, without its roles. */
@Entity(name = "Compte")
@DeLaPlateforme("an account may act for several branches")
@Table(name = "compte")
class CompteEntity {

    @Id
    private String identifiant;

    private String nom;

    private String courriel;

    private String etat;

    @Column(name = "mot_de_passe")
    private String motDePasse;

    @Column(name = "second_facteur")
    private boolean secondFacteur;

    @Column(name = "second_facteur_avant")
    private Instant secondFacteurAvant;

    protected CompteEntity() {}

    CompteEntity(Compte compte) {
        this.identifiant = compte.identifiant();
        set(compte);
    }

    String identifiant() {
        return identifiant;
    }

    final void set(Compte compte) {
        this.nom = compte.nom();
        this.courriel = compte.courriel();
        this.etat = compte.etat().name();
        this.motDePasse = compte.motDePasse();
        this.secondFacteur = compte.secondFacteur();
        this.secondFacteurAvant = compte.secondFacteurAvant();
    }

    Compte toCompte(Set<Habilitation> habilitations) {
        return new Compte(
                identifiant,
                nom,
                courriel,
                Compte.Etat.valueOf(etat),
                motDePasse,
                secondFacteur,
                secondFacteurAvant,
                habilitations);
    }
}
