package fr.parchemin.persistence.internal;

import fr.parchemin.brouillon.BrouillonsGardes.Garde;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A draft, sealed. */
@Entity(name = "Brouillon")
@DeLaPlateforme("a draft is its author's alone, sealed; no branch reads it")
@Table(name = "brouillon")
@IdClass(BrouillonEntity.Key.class)
class BrouillonEntity {

    /** Whose, and of which form. */
    record Key(String identifiant, String formulaire) {}

    @Id
    private String identifiant;

    @Id
    private String formulaire;

    private String contenu;

    @Column(name = "garde_le")
    private Instant gardeLe;

    @Column(name = "expire_le")
    private Instant expireLe;

    protected BrouillonEntity() {}

    BrouillonEntity(Garde garde) {
        identifiant = garde.identifiant();
        formulaire = garde.formulaire();
        set(garde);
    }

    final void set(Garde garde) {
        contenu = garde.contenu();
        gardeLe = garde.gardeLe();
        expireLe = garde.expireLe();
    }

    Garde toGarde() {
        return new Garde(identifiant, formulaire, contenu, gardeLe, expireLe);
    }
}
