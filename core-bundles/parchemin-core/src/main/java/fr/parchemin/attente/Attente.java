package fr.parchemin.attente;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that awaits an account.
 *
 * @param branche code of the branch, {@code null} for what is about the platform or the account itself
 * @param motif French sentence: why it awaits
 * @param nombre how many files it is about, 1 for a single one; accounts or mails for what is about the platform
 * @param echeance until when, {@code null} when the data know no day
 * @param depuis since when it awaits, {@code null} when that is not known
 */
public record Attente(
        Nature nature, String branche, Sujet sujet, String motif, int nombre, LocalDate echeance, LocalDate depuis) {

    /** What awaits comes by its day, the earliest first, then what has none; then by kind, and what waits longest first. */
    public static final Comparator<Attente> PAR_URGENCE = Comparator.comparing(
                    Attente::echeance, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Attente::nature)
            .thenComparing(Attente::depuis, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(a -> a.sujet().nom());

    /** Days within which a deadline is near. */
    private static final int PROCHE = 7;

    public Attente {
        Objects.requireNonNull(nature);
        Objects.requireNonNull(sujet);
        Objects.requireNonNull(motif);
    }

    /** What is to be done; in the order in which they come when nothing says which is more urgent. */
    public enum Nature {
        SECOND_FACTEUR_A_ENREGISTRER("Protéger votre compte", "compte à protéger", "comptes à protéger"),
        BRANCHE_EN_ERREUR("Corriger l’extension de la branche", "branche en erreur", "branches en erreur"),
        COURRIELS_NON_ENVOYES("Voir la messagerie", "courriel non envoyé", "courriels non envoyés"),
        COMPTES_SANS_SECOND_FACTEUR(
                "Rappeler le second facteur", "compte sans second facteur", "comptes sans second facteur"),
        DOSSIERS_A_DELIBERER("Délibérer", "dossier à délibérer", "dossiers à délibérer"),
        JURY_A_VALIDER("Valider la composition du jury", "jury à valider", "jurys à valider"),
        CERTIFICAT_A_DELIVRER("Délivrer le certificat", "certificat à délivrer", "certificats à délivrer"),
        GRILLE_A_REMPLIR("Remplir la grille", "dossier à évaluer", "dossiers à évaluer"),
        PREREQUIS_QUI_EXPIRE("Renouveler une attestation", "attestation qui expire", "attestations qui expirent"),
        DOSSIERS_A_PRESENTER("Présenter au jury", "dossier à présenter", "dossiers à présenter"),
        JURY_A_COMPOSER("Composer un jury", "dossier sans jury à venir", "dossiers sans jury à venir"),
        PREREQUIS_A_CONSTATER("Constater les prérequis", "dossier à instruire", "dossiers à instruire"),
        EVALUATEURS_A_DESIGNER("Désigner les évaluateurs", "dossier sans évaluateurs", "dossiers sans évaluateurs"),
        PREREQUIS_A_COMPLETER("Compléter le dossier", "dossier irrecevable", "dossiers irrecevables"),
        /** Nothing to do oneself: what becomes of a file that one follows. */
        DOSSIER_SUIVI("Suivre le dossier", "dossier suivi", "dossiers suivis");

        private final String acte;
        private final String un;
        private final String plusieurs;

        Nature(String acte, String un, String plusieurs) {
            this.acte = acte;
            this.un = un;
            this.plusieurs = plusieurs;
        }

        /** What is to be done, in words. */
        public String acte() {
            return acte;
        }

        /** What is counted, for that many. */
        public String libelle(long nombre) {
            return nombre == 1 ? un : plusieurs;
        }

        /** Whether the account itself has something to do. */
        public boolean isActe() {
            return this != DOSSIER_SUIVI;
        }
    }

    /** How near its day is. */
    public enum Urgence {
        PASSEE,
        PROCHE,
        LOINTAINE,
        SANS_ECHEANCE
    }

    /** What it is about. */
    public sealed interface Sujet {
        /** What people call it. */
        String nom();

        /** A file. */
        record Dossier(UUID id, String numero, String candidat, String intitule) implements Sujet {
            @Override
            public String nom() {
                return candidat;
            }
        }

        /** A jury. */
        record Seance(UUID id, String numero, String intitule) implements Sujet {
            @Override
            public String nom() {
                return "Jury " + numero;
            }
        }

        /** A certification. */
        record Certification(String code, String intitule) implements Sujet {
            @Override
            public String nom() {
                return intitule;
            }
        }

        /** A branch. */
        record Extension(String code, String nom) implements Sujet {}

        /** The account of who asks. */
        record Compte() implements Sujet {
            @Override
            public String nom() {
                return "Votre compte";
            }
        }

        /** The platform as a whole. */
        record Plateforme() implements Sujet {
            @Override
            public String nom() {
                return "La plateforme";
            }
        }
    }

    /** The day until when, empty when the data know none. */
    public Optional<LocalDate> jour() {
        return Optional.ofNullable(echeance);
    }

    public Urgence urgence(LocalDate today) {
        if (echeance == null) {
            return Urgence.SANS_ECHEANCE;
        }
        if (echeance.isBefore(today)) {
            return Urgence.PASSEE;
        }
        return echeance.isAfter(today.plusDays(PROCHE)) ? Urgence.LOINTAINE : Urgence.PROCHE;
    }
}
