package fr.parchemin.acte;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A line of the journal: an act that was done.
 *
 * @param rang order in the journal, {@code null} until it is written
 * @param acteur identifiant of the account, or {@code plateforme}, or {@code console}
 * @param auNomDe in whose name it acted, {@code null} when in its own: {@code jury/<numéro>}, the name of a certificateur
 * @param branche code of the branch, {@code null} for acts of the platform
 * @param objet what it was done to: {@code candidature/<id>}, {@code jury/<id>}, {@code branche/<code>}, {@code
 *     compte/<identifiant>}, {@code fournisseur/<code>}, {@code certificat/<numéro>}, {@code personne/<id>}
 * @param nature what was done
 * @param detail French sentence, without personal data beyond what the object itself says
 * @param avant what the act changed, as it was
 * @param apres what the act changed, as it is since
 * @param motif why, {@code null} when no reason was given
 * @param personne whose key encrypts what is personal in the line, {@code null} when the line is about nobody
 */
public record Acte(
        Long rang,
        Instant le,
        String acteur,
        String auNomDe,
        String branche,
        String objet,
        Nature nature,
        String detail,
        Valeurs avant,
        Valeurs apres,
        Valeur motif,
        UUID personne) {

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
        RATTACHEMENT_DEMANDE,
        RATTACHEMENT_REFUSE,
        TITRE_PARTAGE,
        PARTAGE_RETIRE,
        /** Read by who holds it from a role and not from a part in it, or by who runs the platform. */
        CANDIDATURE_CONSULTEE,
        /** A list of files left the platform as a table. */
        CANDIDATURES_EXPORTEES,
        BRANCHE_ADMISE,
        BRANCHE_REFUSEE,
        BRANCHE_PARTIE,
        /** A file was put into the drop folder through the platform. */
        BRANCHE_DEPOSEE,
        /** What brings a branch was taken out of the drop folder, or put back, through the platform. */
        BRANCHE_RETIREE,
        BRANCHE_REMISE,
        PARAMETRE_DECIDE,
        PARAMETRE_ANNULE,
        COMPTE_CREE,
        COMPTE_MODIFIE,
        ROLES_MODIFIES,
        CONNEXION_OUVERTE,
        CONNEXION_REFUSEE,
        /** An administrator ended the wait of an account that failed to sign in. */
        COMPTE_DEVERROUILLE,
        SESSION_FERMEE,
        /** Proved afresh, before an act that signs. */
        IDENTITE_CONFIRMEE,
        MOT_DE_PASSE_CHANGE,
        LIEN_DEMANDE,
        FACTEUR_AJOUTE,
        FACTEUR_MODIFIE,
        FACTEUR_RETIRE,
        JETON_CREE,
        JETON_RETIRE,
        LIEN_CREE,
        LIEN_RETIRE,
        MESSAGE_ENVOYE,
        NOTE_AJOUTEE,
        NOTE_RETIREE,
        ROLE_ATTRIBUE,
        ROLE_RETIRE,
        CONNEXION_EXTERNE,
        CONNEXION_EXTERNE_REFUSEE,
        DECONNEXION_EXTERNE,
        IDENTITE_RATTACHEE,
        IDENTITE_RETIREE,
        /** A certificate and what its papers say, read by its number. */
        CERTIFICAT_CONSULTE,
        /** Lines of the journal with their personal values. */
        JOURNAL_CONSULTE,
        /** From here on each line is chained to the one before. */
        JOURNAL_ENCHAINE,
        /** The key of a person is no more: what the journal holds of it can no longer be read. */
        CLE_DETRUITE;

        private static final Set<Nature> READINGS =
                EnumSet.of(CANDIDATURE_CONSULTEE, CANDIDATURES_EXPORTEES, CERTIFICAT_CONSULTE, JOURNAL_CONSULTE);

        /** Whether nothing was done: somebody read. */
        public boolean isReading() {
            return READINGS.contains(this);
        }

        public static Set<Nature> readings() {
            return Collections.unmodifiableSet(READINGS);
        }
    }

    public Acte {
        Objects.requireNonNull(le);
        Objects.requireNonNull(acteur);
        Objects.requireNonNull(objet);
        Objects.requireNonNull(nature);
        Objects.requireNonNull(avant);
        Objects.requireNonNull(apres);
        detail = Typographie.francaise(detail);
        if (personne == null && (avant.isPersonal() || apres.isPersonal() || motif != null && motif.isPersonal())) {
            throw new IllegalArgumentException("personal values need the person whose key is to encrypt them");
        }
    }

    /** An act of which there is no more to say. */
    public Acte(Long rang, Instant le, String acteur, String branche, String objet, Nature nature, String detail) {
        this(rang, le, acteur, null, branche, objet, nature, detail, Valeurs.none(), Valeurs.none(), null, null);
    }

    /** The same, about that person. */
    public Acte about(UUID whom) {
        return new Acte(rang, le, acteur, auNomDe, branche, objet, nature, detail, avant, apres, motif, whom);
    }

    /** The same, done in the name of somebody else. */
    public Acte onBehalfOf(String whom) {
        return new Acte(rang, le, acteur, whom, branche, objet, nature, detail, avant, apres, motif, personne);
    }

    /** The same, with what it changed. */
    public Acte changing(Valeurs before, Valeurs after) {
        return new Acte(rang, le, acteur, auNomDe, branche, objet, nature, detail, before, after, motif, personne);
    }

    /**
     * The same, with its reason, if there is one. Free words on an act about a person are personal: they say things of
     * that person that no field foresaw.
     */
    public Acte because(String reason) {
        if (reason == null || reason.isBlank()) {
            return this;
        }
        Valeur why = personne == null ? new Valeur.Claire(reason) : new Valeur.Personnelle(reason);
        return new Acte(rang, le, acteur, auNomDe, branche, objet, nature, detail, avant, apres, why, personne);
    }

    /** Whether anything in it is, or was, personal. */
    public boolean isPersonal() {
        return avant.isPersonal() || apres.isPersonal() || motif != null && motif.isPersonal();
    }
}
