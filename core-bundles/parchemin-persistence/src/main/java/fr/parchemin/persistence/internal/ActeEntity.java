package fr.parchemin.persistence.internal;

import fr.parchemin.acte.LigneJournal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A line of the journal. Read only: lines are added by the statement that chains them. */
@Entity(name = "Acte")
@Table(name = "acte")
class ActeEntity {

    @Id
    private Long rang;

    private UUID id;
    private Instant le;
    private String acteur;

    @Column(name = "au_nom_de")
    private String auNomDe;

    private String branche;
    private String objet;
    private String nature;
    private String detail;
    private String avant;
    private String apres;
    private String motif;
    private UUID personne;
    private String empreinte;

    protected ActeEntity() {}

    LigneJournal toLigne() {
        return new LigneJournal(
                rang, id, le, acteur, auNomDe, branche, objet, nature, detail, avant, apres, motif, personne,
                empreinte);
    }
}
