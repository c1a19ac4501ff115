package fr.parchemin.persistence.internal;

import fr.parchemin.candidature.ConstatPrerequis;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What was established about a prerequisite of a file. */
@Entity(name = "Constat")
@Table(name = "candidature_prerequis")
@IdClass(ConstatEntity.Key.class)
class ConstatEntity {

    /** One a prerequisite. */
    record Key(UUID candidature, String code) {}

    @Id
    private UUID candidature;

    private String branche;

    @Id
    private String code;

    private int ordre;
    private boolean satisfait;
    private String numero;

    @Column(name = "delivre_le")
    private LocalDate delivreLe;

    @Column(name = "valide_jusqu_au")
    private LocalDate valideJusquAu;

    private String observation;
    private String par;
    private Instant le;

    protected ConstatEntity() {}

    ConstatEntity(CandidatureEntity candidature, ConstatPrerequis constat, int ordre) {
        this.candidature = candidature.id();
        this.branche = candidature.branche();
        this.code = constat.code();
        copy(constat, ordre);
    }

    final void copy(ConstatPrerequis constat, int position) {
        ordre = position;
        satisfait = constat.satisfait();
        numero = constat.numero();
        delivreLe = constat.delivreLe();
        valideJusquAu = constat.valideJusquAu();
        observation = constat.observation();
        par = constat.par();
        le = constat.le();
    }

    UUID candidature() {
        return candidature;
    }

    String code() {
        return code;
    }

    ConstatPrerequis toConstat() {
        return new ConstatPrerequis(code, satisfait, numero, delivreLe, valideJusquAu, observation, par, le);
    }
}
