package fr.parchemin.persistence.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.parchemin.acces.Federation.Rattachement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An identity of elsewhere that opens an account. */
@DeLaPlateforme("an account may act for several branches")
@Entity(name = "Rattachement")
@Table(name = "identite_externe")
class RattachementEntity {

    private static final TypeReference<Map<String, String>> ATTRIBUTS = new TypeReference<>() {};

    @Id
    private UUID id;

    private String identifiant;
    private String fournisseur;
    private String emetteur;
    private String sujet;
    private String nom;
    private String courriel;
    private String acr;
    private String attributs;

    @Column(name = "rattachee_le")
    private Instant rattacheeLe;

    @Column(name = "derniere_connexion")
    private Instant derniereConnexion;

    protected RattachementEntity() {}

    RattachementEntity(Rattachement rattachement) {
        this.id = rattachement.id();
        this.identifiant = rattachement.identifiant();
        this.fournisseur = rattachement.fournisseur();
        this.emetteur = rattachement.emetteur();
        this.sujet = rattachement.sujet();
        this.nom = rattachement.nom();
        this.courriel = rattachement.courriel();
        this.acr = rattachement.acr();
        this.attributs = Json.write(rattachement.attributs());
        this.rattacheeLe = rattachement.rattacheeLe();
        this.derniereConnexion = rattachement.derniereConnexion();
    }

    Rattachement toRattachement() {
        return new Rattachement(
                id,
                identifiant,
                fournisseur,
                emetteur,
                sujet,
                nom,
                courriel,
                acr,
                Json.read(attributs, ATTRIBUTS),
                rattacheeLe,
                derniereConnexion);
    }
}
