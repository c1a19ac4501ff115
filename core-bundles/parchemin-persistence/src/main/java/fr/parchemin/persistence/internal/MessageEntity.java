package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Role;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Message;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A message or a note. What is personal in it stands in one JSON text, each value encrypted. */
@Entity(name = "Message")
@Table(name = "message")
class MessageEntity {

    private static final String PLACE = "message";
    private static final String NOM = "nom";
    private static final String TEXTE = "texte";

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Long rang;

    private UUID candidature;
    private String branche;
    private UUID personne;
    private String nature;
    private String cercle;
    private String auteur;
    private String qualite;
    private String contenu;

    @Column(name = "ecrit_le")
    private Instant ecritLe;

    @Column(name = "retire_par")
    private String retirePar;

    @Column(name = "retire_le")
    private Instant retireLe;

    protected MessageEntity() {}

    MessageEntity(Message message, byte[] cle) {
        this.id = message.id();
        this.candidature = message.candidature();
        this.branche = message.branche();
        this.personne = message.personne();
        this.nature = message.nature().name();
        this.cercle = message.cercle().name();
        this.auteur = message.auteur();
        this.qualite = message.qualite().name();
        this.contenu = valeurs(Optional.of(cle))
                .write(
                        PLACE,
                        Valeurs.none()
                                .andPersonal(NOM, message.nom().texte())
                                .andPersonal(TEXTE, message.texte().texte()));
        this.ecritLe = message.ecritLe();
    }

    UUID personne() {
        return personne;
    }

    void withdraw(Message.Retrait retrait) {
        this.retirePar = retrait.par();
        this.retireLe = retrait.le();
    }

    /** @param cles the keys that there still are */
    Message toMessage(Map<UUID, byte[]> cles) {
        Map<String, Valeur> champs = valeurs(Optional.ofNullable(cles.get(personne)))
                .read(PLACE, contenu, false)
                .champs();
        return new Message(
                id,
                rang,
                candidature,
                branche,
                personne,
                Message.Nature.valueOf(nature),
                Cercle.valueOf(cercle),
                auteur,
                Role.valueOf(qualite),
                champs.get(NOM),
                champs.get(TEXTE),
                ecritLe,
                retirePar == null ? Optional.empty() : Optional.of(new Message.Retrait(retirePar, retireLe)));
    }

    private ValeursChiffrees valeurs(Optional<byte[]> cle) {
        return new ValeursChiffrees(id, personne, cle);
    }
}
