package fr.parchemin.persistence.internal;

import fr.parchemin.jury.Jury;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A jury. Its members are entities of their own. */
@Entity(name = "Jury")
@Table(name = "jury")
class JuryEntity {

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Long rang;

    private String numero;
    private String branche;
    private String certification;
    private String intitule;
    private String version;

    @Column(name = "date_jury")
    private LocalDate date;

    private String lieu;

    @Column(name = "compose_par")
    private String composePar;

    @Column(name = "compose_le")
    private Instant composeLe;

    @Column(name = "valide_par")
    private String validePar;

    @Column(name = "valide_le")
    private Instant valideLe;

    @Column(updatable = false)
    private long revision;

    @Transient
    private final Revisions revisions = new Revisions();

    /** {@code null} until read. */
    @Transient
    private List<MembreEntity> membres;

    protected JuryEntity() {}

    JuryEntity(Jury jury) {
        this.id = jury.id();
        this.revision = jury.revision();
        copy(jury);
    }

    final void copy(Jury jury) {
        numero = jury.numero();
        branche = jury.branche();
        certification = jury.certification();
        intitule = jury.intitule();
        version = jury.version();
        date = jury.date();
        lieu = jury.lieu();
        composePar = jury.composePar();
        composeLe = jury.composeLe();
        validePar = jury.validePar();
        valideLe = jury.valideLe();
    }

    UUID id() {
        return id;
    }

    String branche() {
        return branche;
    }

    long revision() {
        return revision;
    }

    void setRevision(long next) {
        revision = next;
    }

    Revisions revisions() {
        return revisions;
    }

    List<MembreEntity> membres() {
        return membres;
    }

    boolean lacksMembres() {
        return membres == null;
    }

    void setMembres(List<MembreEntity> composed) {
        membres = composed;
    }

    Jury toJury() {
        return new Jury(
                id,
                numero,
                branche,
                certification,
                intitule,
                version,
                date,
                lieu,
                membres.stream().map(MembreEntity::toMembre).toList(),
                composePar,
                composeLe,
                validePar,
                valideLe,
                revision);
    }
}
