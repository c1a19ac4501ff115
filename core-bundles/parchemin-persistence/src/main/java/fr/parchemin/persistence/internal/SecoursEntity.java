package fr.parchemin.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The hash of a recovery code that was not used yet. */
@Entity(name = "Secours")
@DeLaPlateforme("factors belong to an account, which may act in several branches")
@Table(name = "facteur_secours")
@IdClass(SecoursEntity.Key.class)
class SecoursEntity {

    /** All there is to it. */
    record Key(String identifiant, String empreinte) {}

    @Id
    private String identifiant;

    @Id
    private String empreinte;

    protected SecoursEntity() {}

    SecoursEntity(String identifiant, String empreinte) {
        this.identifiant = identifiant;
        this.empreinte = empreinte;
    }
}
