package fr.parchemin.persistence.internal;

import fr.parchemin.courriel.BoiteEnvoi.Envoi;
import fr.parchemin.courriel.BoiteEnvoi.Etat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A mail that waits, or what is remembered of one. */
@Entity(name = "Envoi")
@DeLaPlateforme("mail goes out by work of the platform, and is sealed")
@Table(name = "courriel_sortant")
class EnvoiEntity {

    @Id
    private UUID id;

    private String destinataire;
    private String contenu;

    @Column(name = "cree_le")
    private Instant creeLe;

    @Column(name = "perime_le")
    private Instant perimeLe;

    private String etat;
    private int essais;

    @Column(name = "prochain_essai")
    private Instant prochainEssai;

    private String erreur;

    protected EnvoiEntity() {}

    EnvoiEntity(Envoi envoi) {
        this.id = envoi.id();
        this.destinataire = envoi.destinataire();
        this.creeLe = envoi.creeLe();
        this.perimeLe = envoi.perimeLe();
        set(envoi);
    }

    final void set(Envoi envoi) {
        this.contenu = envoi.contenu();
        this.etat = envoi.etat().name();
        this.essais = envoi.essais();
        this.prochainEssai = envoi.prochainEssai();
        this.erreur = envoi.erreur();
    }

    Envoi toEnvoi() {
        return new Envoi(
                id, destinataire, contenu, creeLe, perimeLe, Etat.valueOf(etat), essais, prochainEssai, erreur);
    }
}
