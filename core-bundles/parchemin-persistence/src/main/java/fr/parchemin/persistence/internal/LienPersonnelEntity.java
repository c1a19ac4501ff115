package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A personal link to a file. */
@Entity(name = "LienPersonnel")
@DeLaPlateforme("who opens a link is not known before it is read")
@Table(name = "lien_personnel")
class LienPersonnelEntity {

    @Id
    private UUID id;

    private String empreinte;
    private String nom;
    private String courriel;
    private String role;
    private String branche;
    private UUID candidature;

    @Column(name = "cree_par")
    private String creePar;

    @Column(name = "cree_le")
    private Instant creeLe;

    @Column(name = "expire_le")
    private Instant expireLe;

    @Column(name = "retire_par")
    private String retirePar;

    @Column(name = "retire_le")
    private Instant retireLe;

    @Column(name = "ouvert_le")
    private Instant ouvertLe;

    protected LienPersonnelEntity() {}

    LienPersonnelEntity(LienPersonnel lien) {
        Portee portee = lien.habilitation().portee();
        if (!(portee instanceof Portee.DeDossier dossier)) {
            throw new IllegalArgumentException("a personal link leads to a file, not to " + portee);
        }
        this.id = lien.id();
        this.empreinte = lien.empreinte();
        this.nom = lien.nom();
        this.courriel = lien.courriel();
        this.role = lien.habilitation().role().name();
        this.branche = dossier.code();
        this.candidature = dossier.dossier();
        this.creePar = lien.creePar();
        this.creeLe = lien.creeLe();
        this.expireLe = lien.expireLe();
        this.retirePar = lien.retirePar();
        this.retireLe = lien.retireLe();
        this.ouvertLe = lien.ouvertLe();
    }

    LienPersonnel toLien() {
        return new LienPersonnel(
                id,
                empreinte,
                nom,
                courriel,
                new Habilitation(Role.valueOf(role), new Portee.DeDossier(branche, candidature)),
                creePar,
                creeLe,
                expireLe,
                retirePar,
                retireLe,
                ouvertLe);
    }
}
