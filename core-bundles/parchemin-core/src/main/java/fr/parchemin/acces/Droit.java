package fr.parchemin.acces;

import static fr.parchemin.acces.Droit.Octroi.a;
import static fr.parchemin.acces.Lien.DEPOSE;
import static fr.parchemin.acces.Lien.DESIGNE;
import static fr.parchemin.acces.Lien.PRESENTE;
import static fr.parchemin.acces.Role.ACCOMPAGNATEUR_VAE;
import static fr.parchemin.acces.Role.ADMINISTRATEUR;
import static fr.parchemin.acces.Role.CANDIDAT;
import static fr.parchemin.acces.Role.CERTIFICATEUR;
import static fr.parchemin.acces.Role.CONSEILLER;
import static fr.parchemin.acces.Role.EMPLOYEUR;
import static fr.parchemin.acces.Role.EVALUATEUR;
import static fr.parchemin.acces.Role.EXPLOITANT;
import static fr.parchemin.acces.Role.JURY;
import static fr.parchemin.acces.Role.ORGANISME;
import static fr.parchemin.acces.Role.SECRETARIAT;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one table of who may do what: a row an act, in it the roles that may and what must tie them to the object. What is
 * not said is not allowed. Each operation of the REST interface and each page names its row.
 */
public enum Droit {
    CATALOGUE_LIRE(Nature.LECTURE, "consulter le catalogue et les conventions", Public.TOUS),
    CERTIFICAT_VERIFIER(Nature.LECTURE, "vérifier un certificat", Public.TOUS),
    SANTE_LIRE(Nature.LECTURE, "lire l’état de la plateforme", Public.TOUS),
    INTERFACE_LIRE(Nature.LECTURE, "lire la description de l’interface REST", Public.TOUS),
    SESSION_OUVRIR(Nature.ACTE, "se connecter", Public.TOUS),
    SESSION_FERMER(Nature.ACTE, "se déconnecter", Public.CONNECTES),
    COMPTE_PROPRE_LIRE(Nature.LECTURE, "lire son propre compte", Public.CONNECTES),
    IDENTITES_LIRE(Nature.LECTURE, "lire les identités rattachées à son compte", Public.CONNECTES),
    IDENTITE_RATTACHER(Nature.ACTE, "rattacher une identité à son compte", Public.CONNECTES),
    IDENTITE_RETIRER(Nature.ACTE, "retirer une identité de son compte", Public.CONNECTES),
    FIN_DE_SESSION_ANNONCER(
            Nature.ACTE, "annoncer, par un avis signé, la fin d’une session chez son fournisseur", Public.TOUS),
    COMPTE_PROPRE_GERER(Nature.ACTE, "gérer son propre compte", Public.CONNECTES),
    ACCES_DEMANDER(Nature.ACTE, "choisir son mot de passe par un lien", Public.TOUS),

    CANDIDATURE_DEPOSER(Nature.ACTE, "déposer une candidature", a(SECRETARIAT), a(ORGANISME)),
    CANDIDATURES_LISTER(Nature.LECTURE, "lister les dossiers à sa portée", Public.CONNECTES),
    CANDIDATURES_EXPORTER(
            Nature.LECTURE_SENSIBLE,
            "exporter une liste de dossiers",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE)),
    VUES_GERER(Nature.ACTE, "garder ses vues d’une liste", Public.CONNECTES),
    CANDIDATURE_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire un dossier",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(JURY, PRESENTE),
            a(CANDIDAT),
            a(EMPLOYEUR),
            a(ACCOMPAGNATEUR_VAE),
            a(CONSEILLER)),
    CANDIDATURE_JOURNAL_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire les actes d’un dossier",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(JURY, PRESENTE),
            a(CANDIDAT)),
    PREREQUIS_CONSTATER(Nature.ACTE, "constater un prérequis", a(SECRETARIAT), a(ORGANISME, DEPOSE)),
    PREREQUIS_SUPPLEER(Nature.ACTE, "constater un prérequis à la place d’une règle sans réponse", a(SECRETARIAT)),
    EVALUATEURS_DESIGNER(Nature.ACTE, "désigner les évaluateurs", a(SECRETARIAT), a(ORGANISME, DEPOSE)),
    LIEN_PERSONNEL_DONNER(Nature.ACTE, "donner un lien personnel sur un dossier", a(SECRETARIAT)),
    EVALUATEURS_LISTER(Nature.LECTURE, "lister les évaluateurs de la branche", a(SECRETARIAT), a(ORGANISME)),
    GRILLE_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire les notes d’un dossier",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(JURY, PRESENTE)),
    EPREUVE_NOTER(Nature.ACTE, "noter une épreuve", a(EVALUATEUR, DESIGNE)),
    PROPOSITION_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire la proposition des règles",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(JURY, PRESENTE)),
    DECISION_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire la décision du jury",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(JURY, PRESENTE),
            a(CANDIDAT),
            a(EMPLOYEUR),
            a(ACCOMPAGNATEUR_VAE),
            a(CONSEILLER)),
    MIGRATION_CONDUIRE(Nature.ACTE, "porter un dossier à une autre version", a(SECRETARIAT)),
    DOSSIERS_DENOMBRER(Nature.LECTURE, "compter les dossiers ouverts par version", a(SECRETARIAT)),

    JURY_COMPOSER(Nature.ACTE, "composer un jury", a(SECRETARIAT)),
    JURYS_LISTER(Nature.LECTURE, "lister les jurys à sa portée", Public.CONNECTES),
    JURY_LIRE(Nature.LECTURE_SENSIBLE, "lire un jury", a(SECRETARIAT), a(JURY), a(CERTIFICATEUR)),
    JURY_VALIDER(Nature.SIGNATURE, "valider la composition d’un jury", a(CERTIFICATEUR)),
    JURY_PRESENTER(Nature.ACTE, "présenter des dossiers à un jury", a(SECRETARIAT)),
    JURY_DECIDER(Nature.SIGNATURE, "enregistrer la décision du jury", a(JURY)),

    CERTIFICAT_DELIVRER(Nature.SIGNATURE, "délivrer un certificat", a(CERTIFICATEUR)),
    CERTIFICAT_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire un certificat et son relevé",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(JURY, PRESENTE),
            a(CANDIDAT),
            a(EMPLOYEUR)),

    PERSONNE_RATTACHER(
            Nature.ACTE, "confirmer, par un lien personnel, que deux inscriptions sont les siennes", Public.TOUS),
    RESSEMBLANCES_LIRE(
            Nature.LECTURE_SENSIBLE, "voir les dossiers de la branche dont l’identité ressemble", a(SECRETARIAT)),
    TITRES_AILLEURS_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire les titres que la personne partage avec la branche",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(JURY, PRESENTE)),
    TITRE_PARTAGER(Nature.ACTE, "partager ses titres avec une branche", a(CANDIDAT)),
    PARCOURS_LIRE(Nature.LECTURE, "suivre son propre parcours", a(CANDIDAT)),
    RATTACHEMENT_REPONDRE(Nature.ACTE, "dire si deux de ses inscriptions sont les siennes", a(CANDIDAT)),
    RATTACHEMENT_DEMANDER(
            Nature.ACTE, "demander à la personne si deux inscriptions de la branche sont les siennes", a(SECRETARIAT)),

    PARAMETRE_LIRE(Nature.LECTURE, "lire l’histoire des paramètres de la branche", a(SECRETARIAT), a(CERTIFICATEUR)),
    PARAMETRE_DECIDER(Nature.ACTE, "régler les paramètres de la branche", a(SECRETARIAT)),

    JOURNAL_LIRE(
            Nature.LECTURE_SENSIBLE, "lire le journal des actes", a(ADMINISTRATEUR), a(EXPLOITANT), a(SECRETARIAT)),
    JOURNAL_VERIFIER(Nature.LECTURE, "vérifier la chaîne du journal", a(ADMINISTRATEUR), a(EXPLOITANT)),
    CLE_PERSONNE_DETRUIRE(
            Nature.SIGNATURE,
            "détruire la clé d’une personne et effacer ainsi ce que le journal en dit",
            a(ADMINISTRATEUR)),

    BRANCHES_ADMINISTRER(
            Nature.LECTURE,
            "voir d’où viennent les branches, les vérifier et ce qui en dépend",
            a(ADMINISTRATEUR),
            a(EXPLOITANT)),
    BRANCHE_DEPOSER(Nature.SIGNATURE, "déposer une branche faite de données seules", a(ADMINISTRATEUR), a(EXPLOITANT)),
    EXTENSION_DEPOSER(
            Nature.SIGNATURE, "déposer ou essayer une branche qui apporte du code", a(ADMINISTRATEUR), a(EXPLOITANT)),
    BRANCHE_RETIRER(
            Nature.SIGNATURE, "retirer une branche du dépôt, ou l’y remettre", a(ADMINISTRATEUR), a(EXPLOITANT)),

    DROITS_LIRE(Nature.LECTURE, "lire la table des droits", a(ADMINISTRATEUR), a(EXPLOITANT), a(SECRETARIAT)),
    COMPTES_LIRE(
            Nature.LECTURE, "voir les comptes qui tiennent un rôle à sa portée", a(ADMINISTRATEUR), a(SECRETARIAT)),
    ROLE_SENSIBLE_ATTRIBUER(
            Nature.SIGNATURE, "donner et retirer les rôles qu’une branche ne donne pas elle-même", a(ADMINISTRATEUR)),
    COMPTES_GERER(Nature.ACTE, "gérer les comptes et leurs rôles", a(ADMINISTRATEUR)),
    ROLES_ATTRIBUER(Nature.ACTE, "donner et retirer des rôles", a(ADMINISTRATEUR), a(SECRETARIAT)),

    // What is said around a file. A jury is not written to: it decides on the file, and on nothing else.
    MESSAGES_LIRE(
            Nature.LECTURE_SENSIBLE,
            "lire les messages d’un dossier qui lui sont adressés",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(CANDIDAT),
            a(EMPLOYEUR),
            a(ACCOMPAGNATEUR_VAE),
            a(CONSEILLER)),
    MESSAGE_ECRIRE(
            Nature.ACTE,
            "écrire un message sur un dossier",
            a(SECRETARIAT),
            a(CERTIFICATEUR),
            a(ORGANISME, DEPOSE),
            a(EVALUATEUR, DESIGNE),
            a(CANDIDAT),
            a(EMPLOYEUR),
            a(ACCOMPAGNATEUR_VAE),
            a(CONSEILLER)),
    NOTE_INTERNE_LIRE(
            Nature.LECTURE_SENSIBLE, "lire les notes internes d’un dossier", a(SECRETARIAT), a(CERTIFICATEUR)),
    NOTE_INTERNE_ECRIRE(Nature.ACTE, "écrire une note interne sur un dossier", a(SECRETARIAT), a(CERTIFICATEUR)),
    NOTIFICATIONS_LIRE(Nature.LECTURE, "lire ses notifications", Public.CONNECTES),
    NOTIFICATIONS_GERER(
            Nature.ACTE, "marquer ses notifications comme lues et choisir leurs courriels", Public.CONNECTES);

    /** What kind of act it is. */
    public enum Nature {
        LECTURE,
        /** A read of what is about a person, that the journal keeps. */
        LECTURE_SENSIBLE,
        ACTE,
        /** An act that binds its author as a signature does: a fresh proof of identity is asked. */
        SIGNATURE
    }

    /** Rows that ask for no role. */
    enum Public {
        TOUS,
        CONNECTES
    }

    /** A role that may, and what must tie it to the object. */
    record Octroi(Role role, Lien lien) {
        static Octroi a(Role role) {
            return new Octroi(role, Lien.AUCUN);
        }

        static Octroi a(Role role, Lien lien) {
            return new Octroi(role, lien);
        }
    }

    private final Nature nature;
    private final String libelle;
    private final Public forAll;
    private final Map<Role, Lien> octrois = new EnumMap<>(Role.class);

    Droit(Nature nature, String libelle, Public forAll) {
        this.nature = nature;
        this.libelle = libelle;
        this.forAll = forAll;
    }

    Droit(Nature nature, String libelle, Octroi... octrois) {
        this(nature, libelle, (Public) null);
        for (Octroi octroi : octrois) {
            this.octrois.put(octroi.role(), octroi.lien());
        }
    }

    public Nature nature() {
        return nature;
    }

    /** The act, as it is said to people. */
    public String libelle() {
        return libelle;
    }

    /** Whether nobody need be signed in. */
    public boolean isPublic() {
        return forAll == Public.TOUS;
    }

    /** Whether to be signed in is enough, or not even needed. */
    public boolean isForEverybodySignedIn() {
        return forAll != null;
    }

    /** What must tie the role to the object, empty when it may not. */
    public Optional<Lien> lien(Role role) {
        return Optional.ofNullable(octrois.get(role));
    }

    /** The roles that may, each with what must tie it to the object. */
    public Map<Role, Lien> octrois() {
        return Collections.unmodifiableMap(octrois);
    }

    boolean grants(Acteur acteur, Habilitation by, Objet objet) {
        Lien lien = octrois.get(by.role());
        return lien != null && by.portee().covers(objet) && lien.holds(acteur, by, objet);
    }

    /** The roles that may, for a refusal. */
    String who() {
        return octrois.keySet().stream().map(Role::libelle).collect(Collectors.joining(" ou "));
    }
}
