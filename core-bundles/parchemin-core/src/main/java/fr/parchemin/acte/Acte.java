package fr.parchemin.acte;

import java.time.Instant;
import java.util.Objects;

/**
 * A line of the journal: an act that was done.
 *
 * @param rang order in the journal, {@code null} until it is written
 * @param acteur identifiant of the account, or {@code plateforme}, or {@code console}
 * @param branche code of the branch, {@code null} for acts of the platform
 * @param objet what it was done to: {@code candidature/<id>}, {@code jury/<id>}, {@code branche/<code>}, {@code
 *     compte/<identifiant>}, {@code fournisseur/<code>}
 * @param nature what was done
 * @param detail French sentence, without personal data beyond what the object itself says
 */
public record Acte(Long rang, Instant le, String acteur, String branche, String objet, Nature nature, String detail) {

    /** The acts that the journal knows. */
    public enum Nature {
        CANDIDATURE_DEPOSEE,
        PREREQUIS_CONSTATE,
        /** A rule in code gave no answer where one was due. */
        REGLE_EN_ECHEC,
        EVALUATEURS_DESIGNES,
        EPREUVE_NOTEE,
        CANDIDATURE_MIGREE,
        MIGRATION_ANNULEE,
        JURY_COMPOSE,
        JURY_VALIDE,
        CANDIDATURE_PRESENTEE,
        DECISION_PRISE,
        CERTIFICAT_DELIVRE,
        /** A person confirmed that two entries are theirs. */
        PERSONNE_RATTACHEE,
        TITRE_PARTAGE,
        PARTAGE_RETIRE,
        /** Read outside the use cases, by who runs the platform. */
        CANDIDATURE_CONSULTEE,
        BRANCHE_ADMISE,
        BRANCHE_REFUSEE,
        BRANCHE_PARTIE,
        PARAMETRE_DECIDE,
        PARAMETRE_ANNULE,
        COMPTE_CREE,
        COMPTE_MODIFIE,
        ROLES_MODIFIES,
        CONNEXION_OUVERTE,
        CONNEXION_REFUSEE,
        SESSION_FERMEE,
        /** Proved afresh, before an act that signs. */
        IDENTITE_CONFIRMEE,
        MOT_DE_PASSE_CHANGE,
        LIEN_DEMANDE,
        FACTEUR_AJOUTE,
        FACTEUR_RETIRE,
        JETON_CREE,
        JETON_RETIRE,
        LIEN_CREE,
        LIEN_RETIRE,
        ROLE_ATTRIBUE,
        ROLE_RETIRE,
        CONNEXION_EXTERNE,
        CONNEXION_EXTERNE_REFUSEE,
        DECONNEXION_EXTERNE,
        IDENTITE_RATTACHEE,
        IDENTITE_RETIREE
    }

    public Acte {
        Objects.requireNonNull(le);
        Objects.requireNonNull(acteur);
        Objects.requireNonNull(objet);
        Objects.requireNonNull(nature);
        detail = Typographie.francaise(detail);
    }
}
