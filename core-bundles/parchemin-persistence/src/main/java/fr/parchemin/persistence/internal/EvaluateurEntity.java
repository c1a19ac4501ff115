package fr.parchemin.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** An évaluateur designated for a file. */
@Entity(name = "Evaluateur")
@Table(name = "candidature_evaluateur")
@IdClass(EvaluateurEntity.Key.class)
class EvaluateurEntity {

    /** All there is to a designation. */
    record Key(UUID candidature, String identifiant) {}

    @Id
    private UUID candidature;

    private String branche;

    @Id
    private String identifiant;

    protected EvaluateurEntity() {}

    EvaluateurEntity(CandidatureEntity candidature, String identifiant) {
        this.candidature = candidature.id();
        this.branche = candidature.branche();
        this.identifiant = identifiant;
    }

    UUID candidature() {
        return candidature;
    }

    String identifiant() {
        return identifiant;
    }
}
