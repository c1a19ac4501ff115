package fr.parchemin.persistence.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.parchemin.liste.Liste;
import fr.parchemin.liste.VueEnregistree;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A view that an account keeps. */
@Entity(name = "VueEnregistree")
@DeLaPlateforme("a view belongs to its account, and says of a branch no more than its code")
@Table(name = "vue_enregistree")
class VueEntity {

    private static final TypeReference<Map<String, List<String>>> CRITERES = new TypeReference<>() {};

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Long rang;

    private String identifiant;
    private String liste;
    private String nom;
    private String criteres;
    private boolean defaut;

    @Column(name = "creee_le")
    private Instant creeeLe;

    protected VueEntity() {}

    VueEntity(VueEnregistree vue) {
        id = vue.id();
        identifiant = vue.identifiant();
        liste = vue.liste().name();
        criteres = Json.write(vue.criteres());
        creeeLe = vue.creeeLe();
        copy(vue);
    }

    final void copy(VueEnregistree vue) {
        nom = vue.nom();
        defaut = vue.defaut();
    }

    VueEnregistree toVue() {
        return new VueEnregistree(
                id, identifiant, Liste.valueOf(liste), nom, Json.read(criteres, CRITERES), defaut, creeeLe);
    }
}
