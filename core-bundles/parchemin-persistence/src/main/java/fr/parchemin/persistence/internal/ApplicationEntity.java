package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Facteurs.Application;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The secret of an application of codes, sealed. */
@Entity(name = "Application")
@DeLaPlateforme("factors belong to an account, which may act in several branches")
@Table(name = "facteur_application")
class ApplicationEntity {

    @Id
    private String identifiant;

    private String secret;
    private Instant depuis;

    @Column(name = "dernier_pas")
    private long dernierPas;

    protected ApplicationEntity() {}

    ApplicationEntity(Application application) {
        this.identifiant = application.identifiant();
        this.secret = application.secret();
        this.depuis = application.depuis();
        this.dernierPas = application.dernierPas();
    }

    Application toApplication() {
        return new Application(identifiant, secret, depuis, dernierPas);
    }
}
