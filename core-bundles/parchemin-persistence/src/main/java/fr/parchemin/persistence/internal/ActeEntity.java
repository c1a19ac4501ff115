package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Acte;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A line of the journal. Read only: lines are added by a statement that lets the database number them. */
@Entity(name = "Acte")
@Table(name = "acte")
class ActeEntity {

    @Id
    private Long rang;

    private Instant le;
    private String acteur;
    private String branche;
    private String objet;
    private String nature;
    private String detail;

    protected ActeEntity() {}

    Acte toActe() {
        return new Acte(rang, le, acteur, branche, objet, Acte.Nature.valueOf(nature), detail);
    }
}
