package fr.parchemin.persistence.internal;

import fr.parchemin.parametre.Cle;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.Valeur;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A parameter as it was decided; its value is kept whole, in the shape of its key. */
@Entity(name = "Parametre")
@Table(name = "parametre")
class ParametreEntity {

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Long rang;

    private String branche;
    private String cle;
    private String valeur;
    private LocalDate du;
    private LocalDate au;

    @Column(name = "decide_par")
    private String decidePar;

    @Column(name = "decide_le")
    private Instant decideLe;

    private String motif;

    protected ParametreEntity() {}

    ParametreEntity(Entree entree) {
        this.id = entree.id();
        this.branche = entree.branche();
        this.cle = entree.valeur().cle().name();
        this.valeur = Json.write(entree.valeur());
        this.du = entree.du();
        this.au = entree.au();
        this.decidePar = entree.decidePar();
        this.decideLe = entree.decideLe();
        this.motif = entree.motif();
    }

    String branche() {
        return branche;
    }

    Entree toEntree(Optional<Entree.Annulation> annulation) {
        Class<? extends Valeur> shape =
                switch (Cle.valueOf(cle)) {
                    case SIGNATAIRE -> Valeur.Signataire.class;
                    case CONTACT -> Valeur.Contact.class;
                    case TARIF -> Valeur.Tarif.class;
                    case LOGO -> Valeur.Logo.class;
                };
        return new Entree(id, branche, Json.read(valeur, shape), du, au, decidePar, decideLe, motif, annulation);
    }
}
