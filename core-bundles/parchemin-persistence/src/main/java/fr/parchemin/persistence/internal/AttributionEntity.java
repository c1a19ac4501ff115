package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A role given to an account. Added by a statement that lets the database number it. */
@Entity(name = "Attribution")
@Table(name = "attribution")
class AttributionEntity {

    /** What makes {@code a} hold on {@code :jour}; goes into a condition. */
    static final String IN_FORCE = "a.retireeLe is null and a.du <= :jour and (a.au is null or a.au >= :jour)";

    @Id
    private Long rang;

    private String identifiant;
    private String role;
    private String etendue;
    private String branche;
    private String cible;
    private LocalDate du;
    private LocalDate au;

    @Column(name = "accordee_par")
    private String accordeePar;

    @Column(name = "accordee_le")
    private Instant accordeeLe;

    private String motif;

    @Column(name = "retiree_par")
    private String retireePar;

    @Column(name = "retiree_le")
    private Instant retireeLe;

    @Column(name = "motif_retrait")
    private String motifRetrait;

    protected AttributionEntity() {}

    void withdraw(Attribution.Retrait retrait) {
        this.retireePar = retrait.par();
        this.retireeLe = retrait.le();
        this.motifRetrait = retrait.motif();
    }

    String identifiant() {
        return identifiant;
    }

    Habilitation toHabilitation() {
        return new Habilitation(Role.valueOf(role), Portee.of(Portee.Etendue.valueOf(etendue), branche, cible));
    }

    Attribution toAttribution() {
        return new Attribution(
                rang,
                identifiant,
                toHabilitation(),
                du,
                au,
                accordeePar,
                accordeeLe,
                motif,
                retireePar == null
                        ? Optional.empty()
                        : Optional.of(new Attribution.Retrait(retireePar, retireeLe, motifRetrait)));
    }
}
