package fr.parchemin.persistence.internal;

import fr.parchemin.personne.Partage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a person shares. */
@Entity(name = "Partage")
@DeLaPersonne
@Table(name = "partage")
class PartageEntity {

    @Id
    private UUID id;

    private UUID personne;
    private String beneficiaire;
    private String certificat;

    @Column(name = "jusqu_au")
    private LocalDate jusquAu;

    @Column(name = "accorde_le")
    private Instant accordeLe;

    @Column(name = "retire_le")
    private Instant retireLe;

    protected PartageEntity() {}

    PartageEntity(Partage partage) {
        id = partage.id();
        personne = partage.personne();
        beneficiaire = partage.beneficiaire();
        certificat = partage.certificat();
        jusquAu = partage.jusquAu();
        accordeLe = partage.accordeLe();
        retireLe = partage.retireLe();
    }

    void withdraw(Instant when) {
        retireLe = when;
    }

    Partage toPartage() {
        return new Partage(id, personne, beneficiaire, certificat, jusquAu, accordeLe, retireLe);
    }
}
