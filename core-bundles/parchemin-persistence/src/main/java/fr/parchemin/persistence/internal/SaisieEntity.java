package fr.parchemin.persistence.internal;

import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A filled grid, without its marks. */
@Entity(name = "Saisie")
@Table(name = "saisie")
class SaisieEntity {

    @Id
    private UUID id;

    private UUID candidature;
    private String branche;
    private String epreuve;
    private String evaluateur;
    private int passage;
    private String presence;
    private String observation;

    @Column(name = "saisi_le")
    private Instant saisiLe;

    protected SaisieEntity() {}

    SaisieEntity(Saisie saisie, String branche) {
        this.id = UUID.randomUUID();
        this.candidature = saisie.candidature();
        this.branche = branche;
        this.epreuve = saisie.epreuve();
        this.evaluateur = saisie.evaluateur();
        this.passage = saisie.passage();
        copy(saisie);
    }

    final void copy(Saisie saisie) {
        presence = saisie.presence().name();
        observation = saisie.observation();
        saisiLe = saisie.saisiLe();
    }

    UUID id() {
        return id;
    }

    String branche() {
        return branche;
    }

    Saisie toSaisie(Map<String, Note> notes) {
        return new Saisie(
                candidature, epreuve, evaluateur, Presence.valueOf(presence), notes, observation, saisiLe, passage);
    }
}
