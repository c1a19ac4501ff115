package fr.parchemin.persistence.internal;

import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.Limites;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** A token of the interface; the names of its acts lie in one text, apart by commas. */
@Entity(name = "JetonApi")
@DeLaPlateforme("who acts is known before its perimeter is")
@Table(name = "jeton_api")
class JetonApiEntity {

    @Id
    private UUID id;

    private String empreinte;
    private String identifiant;
    private String nom;

    @Column(name = "lecture_seule")
    private boolean lectureSeule;

    private String droits;
    private String branche;

    @Column(name = "cree_le")
    private Instant creeLe;

    @Column(name = "expire_le")
    private Instant expireLe;

    @Column(name = "servi_le")
    private LocalDate serviLe;

    protected JetonApiEntity() {}

    JetonApiEntity(JetonApi jeton) {
        this.id = jeton.id();
        this.empreinte = jeton.empreinte();
        this.identifiant = jeton.identifiant();
        this.nom = jeton.nom();
        this.lectureSeule = jeton.limites().lectureSeule();
        this.droits = jeton.limites().droits().stream().sorted().collect(Collectors.joining(","));
        this.branche = jeton.limites().branche();
        this.creeLe = jeton.creeLe();
        this.expireLe = jeton.expireLe();
        this.serviLe = jeton.serviLe();
    }

    JetonApi toJeton() {
        return new JetonApi(
                id,
                empreinte,
                identifiant,
                nom,
                new Limites(
                        lectureSeule,
                        Arrays.stream(droits.split(","))
                                .filter(droit -> !droit.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()),
                        branche),
                creeLe,
                expireLe,
                serviLe);
    }
}
