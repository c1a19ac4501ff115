package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Federation.SessionExterne;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is needed to end, here or there, a session that an identity provider opened. */
@DeLaPlateforme("who acts is known before its perimeter is")
@Entity(name = "SessionExterne")
@Table(name = "session_externe")
class SessionExterneEntity {

    @Id
    private String empreinte;

    private String fournisseur;
    private String emetteur;
    private String sujet;
    private String session;

    @Column(name = "jeton_identite")
    private String jetonIdentite;

    protected SessionExterneEntity() {}

    SessionExterneEntity(SessionExterne externe) {
        this.empreinte = externe.empreinte();
        this.fournisseur = externe.fournisseur();
        this.emetteur = externe.emetteur();
        this.sujet = externe.sujet();
        this.session = externe.session();
        this.jetonIdentite = externe.jetonIdentite();
    }

    SessionExterne toSessionExterne() {
        return new SessionExterne(empreinte, fournisseur, emetteur, sujet, session, jetonIdentite);
    }
}
