package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A role held by an account. */
@Entity(name = "Habilitation")
@DeLaPlateforme("who acts is known before its perimeter is")
@Table(name = "compte_habilitation")
@IdClass(HabilitationEntity.Key.class)
class HabilitationEntity {

    /** Stands for the branch of a role of the platform: a key cannot hold null. */
    private static final String PLATEFORME = "*";

    /** All there is to a role held. */
    record Key(String identifiant, String role, String branche) {}

    @Id
    private String identifiant;

    @Id
    private String role;

    @Id
    private String branche;

    protected HabilitationEntity() {}

    HabilitationEntity(String identifiant, Habilitation habilitation) {
        this.identifiant = identifiant;
        this.role = habilitation.role().name();
        this.branche = column(habilitation);
    }

    static String column(Habilitation habilitation) {
        return habilitation.branche() == null ? PLATEFORME : habilitation.branche();
    }

    String identifiant() {
        return identifiant;
    }

    Habilitation toHabilitation() {
        return new Habilitation(Role.valueOf(role), PLATEFORME.equals(branche) ? null : branche);
    }
}
