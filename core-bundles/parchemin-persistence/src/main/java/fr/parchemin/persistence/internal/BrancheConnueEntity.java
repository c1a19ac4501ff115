package fr.parchemin.persistence.internal;

import fr.parchemin.branche.BrancheConnue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is remembered of a branch. Read only: it is replaced by a statement that is safe between nodes. */
@Entity(name = "BrancheConnue")
@DeLaPlateforme("what branches there are is public")
@Table(name = "branche_connue")
class BrancheConnueEntity {

    @Id
    private String code;

    private String nom;
    private String definition;

    @Column(name = "admise_le")
    private Instant admiseLe;

    @Column(name = "absente_depuis")
    private Instant absenteDepuis;

    protected BrancheConnueEntity() {}

    BrancheConnue toBrancheConnue() {
        return new BrancheConnue(code, nom, definition, admiseLe, absenteDepuis);
    }
}
