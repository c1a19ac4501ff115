package fr.parchemin.acte;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The refusals of the platform: a stable code, what kind it is, and the French sentence that says how to mend.
 *
 * <p>The sentence is shown to people on pages as it is sent to programs: it names no address and no field of an interface,
 * but where the refusal is about one.
 */
public enum CodeRefus {
    JSON_INVALIDE(
            Nature.INVALIDE,
            "Requête illisible",
            "Le corps de la requête n’est pas du JSON valide : %s. Corrigez-le puis renvoyez-le."),
    CHAMP_INCONNU(
            Nature.INVALIDE,
            "Champ inconnu",
            "Le champ « %s » n’existe pas ici. Retirez-le ou corrigez son nom ; champs admis : %s."),
    CHAMP_INVALIDE(
            Nature.INVALIDE,
            "Champ invalide",
            "Le champ « %s » n’est pas recevable : %s. Corrigez-le puis recommencez."),
    CHAMP_MANQUANT(
            Nature.INVALIDE, "Champ manquant", "Le champ « %s » est obligatoire. Renseignez-le puis recommencez."),
    AUTHENTIFICATION_REQUISE(
            Nature.NON_IDENTIFIE,
            "Authentification requise",
            "Cette opération demande de s’identifier. Connectez-vous puis recommencez."),
    IDENTIFIANTS_INVALIDES(
            Nature.NON_IDENTIFIE,
            "Identifiants invalides",
            "L’identifiant ou le mot de passe n’est pas le bon. Vérifiez-les puis recommencez."),
    TROP_DE_TENTATIVES(
            Nature.SURCHARGE,
            "Trop de tentatives",
            "Trop d’essais infructueux. Attendez %s avant de recommencer, ou demandez un nouveau mot de passe par courriel."),
    SECOND_FACTEUR_REQUIS(
            Nature.NON_IDENTIFIE,
            "Code demandé",
            "Ce compte demande aussi un code : celui de l’application, ou l’un des codes de secours. Ajoutez-le puis recommencez, ou connectez-vous par une clé d’accès."),
    CODE_INVALIDE(
            Nature.NON_IDENTIFIE,
            "Code refusé",
            "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant dans l’application, ou prenez un code de secours."),
    ELEVATION_REQUISE(
            Nature.INTERDIT,
            "Identité à confirmer",
            "Cet acte demande une preuve récente : confirmez d’abord qui vous êtes avec %s. La confirmation vaut cinq minutes."),
    SECOND_FACTEUR_ATTENDU(
            Nature.INTERDIT,
            "Second facteur attendu",
            "Votre rôle demande un second facteur, et le délai pour l’enregistrer est passé. Enregistrez une clé d’accès ou une application de codes dans « Mon compte », puis recommencez."),
    CLES_INDISPONIBLES(
            Nature.INDISPONIBLE,
            "Pas de clé d’accès ici",
            "La plateforme ne propose pas de clé d’accès : il y faut une adresse publique sûre, en HTTPS. Connectez-vous par mot de passe, ou adressez-vous à l’exploitant."),
    DEFI_PERIME(
            Nature.CONFLIT,
            "Demande expirée",
            "La demande faite à votre clé d’accès a expiré, ou elle a déjà servi. Recommencez : une demande sert une fois, dans les cinq minutes."),
    CLE_REFUSEE(
            Nature.NON_IDENTIFIE,
            "Clé d’accès refusée",
            "Cette clé d’accès n’ouvre rien ici : elle a été retirée, elle est d’un autre compte, ou l’appareil n’a pas vérifié que c’est bien vous. Prenez-en une autre, ou votre mot de passe."),
    CLE_COPIEE(
            Nature.NON_IDENTIFIE,
            "Clé d’accès suspecte",
            "Cette clé d’accès annonce moins d’usages que la plateforme n’en a compté : elle a peut-être été copiée. Connectez-vous autrement, retirez-la dans « Mon compte » et enregistrez-en une nouvelle."),
    CLE_NON_ENREGISTREE(
            Nature.INVALIDE,
            "Clé d’accès non enregistrée",
            "La clé d’accès n’est pas recevable : %s. Recommencez, au besoin avec un autre appareil."),
    CLE_EXISTANTE(
            Nature.CONFLIT,
            "Clé d’accès déjà enregistrée",
            "Cette clé d’accès est déjà enregistrée. Choisissez un autre appareil, ou gardez celle que vous avez."),
    CLES_TROP_NOMBREUSES(
            Nature.CONFLIT,
            "Trop de clés d’accès",
            "Un compte a %s clés d’accès au plus. Retirez-en une qui ne sert plus, puis recommencez."),
    JETON_LIMITE(
            Nature.INTERDIT,
            "Jeton limité",
            "Ce jeton d’interface n’est pas fait pour cet acte : %s. Prenez un jeton qui le permet, ou connectez-vous."),
    LIEN_PERIME(
            Nature.NON_TROUVE,
            "Lien périmé",
            "Ce lien n’est plus valable : il a expiré, il a déjà servi ou il a été retiré. Demandez-en un nouveau."),
    CADENCE_DEPASSEE(
            Nature.SURCHARGE,
            "Trop de demandes",
            "Trop de demandes en peu de temps. Attendez %s seconde(s) avant de recommencer."),
    ACCES_REFUSE(
            Nature.INTERDIT,
            "Accès refusé",
            "Votre compte n’a pas le rôle que demande cet acte : %s. Demandez-le à l’administrateur de la plateforme."),
    ATTRIBUTION_EXISTANTE(
            Nature.CONFLIT,
            "Rôle déjà donné",
            "Le compte « %s » tient déjà ce rôle, %s, sur une partie de ces jours. Retirez d’abord l’attribution en cours, ou choisissez d’autres dates."),
    ATTRIBUTION_TERMINEE(
            Nature.CONFLIT,
            "Rôle déjà retiré",
            "Ce rôle n’est plus tenu : il a été retiré ou son dernier jour est passé. Vérifiez l’attribution choisie ; celle-ci n’a plus besoin d’être retirée."),
    RESSOURCE_INCONNUE(
            Nature.NON_TROUVE,
            "Ressource inconnue",
            "Rien ne correspond à « %s » parmi ce que vous pouvez voir. Vérifiez l’adresse ou l’identifiant."),
    METHODE_NON_ADMISE(
            Nature.METHODE,
            "Méthode non admise",
            "Cette adresse n’admet pas la méthode %s. Consultez la description de l’interface pour savoir lesquelles elle admet."),
    TYPE_NON_ADMIS(
            Nature.TYPE,
            "Type de contenu non admis",
            "Ce type de contenu n’est pas admis. Envoyez et acceptez du JSON (application/json)."),
    CORPS_TROP_VOLUMINEUX(
            Nature.VOLUME,
            "Requête trop volumineuse",
            "Le corps de la requête dépasse %s. Envoyez moins de données à la fois."),
    EXPORT_TROP_GRAND(
            Nature.VOLUME,
            "Export trop grand",
            "Plus de %s dossiers répondent à ces filtres. Resserrez-les, par exemple par dates de dépôt, puis exportez en plusieurs fois."),
    LOT_TROP_GRAND(
            Nature.VOLUME,
            "Trop de dossiers à la fois",
            "Un même acte porte sur %s dossiers au plus. Choisissez-en moins, puis recommencez avec les suivants."),
    VUES_TROP_NOMBREUSES(
            Nature.CONFLIT,
            "Trop de vues",
            "Une liste garde %s vues au plus. Supprimez-en une qui ne sert plus, puis recommencez."),
    VUE_EXISTANTE(
            Nature.CONFLIT,
            "Vue déjà nommée ainsi",
            "Vous avez déjà une vue « %s » sur cette liste. Choisissez un autre nom, ou supprimez d’abord l’ancienne."),
    BRANCHE_INCONNUE(
            Nature.NON_TROUVE,
            "Branche inconnue",
            "Aucune branche n’a le code « %s ». Vérifiez-le dans la liste des branches."),
    DEPOT_FERME(
            Nature.CONFLIT,
            "Dépôt fermé",
            "Cette plateforme ne reçoit pas de branche sous cette forme (%s) par ses pages ni par son interface. Faites déposer le fichier dans le dossier des branches par l’exploitant, qui décide aussi de ce réglage."),
    DEPOT_OCCUPE(
            Nature.CONFLIT,
            "Place déjà prise",
            "« %s » ne peut pas être remis : le dossier des branches contient déjà un fichier de ce nom, ou qui apporte la même branche. Retirez-le d’abord."),
    BRANCHE_HORS_DEPOT(
            Nature.CONFLIT,
            "Branche hors du dépôt",
            "Rien dans le dossier des branches n’apporte « %s » : elle est absente, ou l’exploitant l’a installée autrement. Voyez avec lui."),
    BRANCHE_ABSENTE(
            Nature.CONFLIT,
            "Branche absente",
            "L’extension de la branche « %s » est absente depuis le %s. Les dossiers en cours restent consultables ; redéposez l’extension pour en ouvrir de nouveaux."),
    BRANCHE_EN_ERREUR(
            Nature.CONFLIT,
            "Branche en erreur",
            "La branche « %s » est en erreur et n’ouvre pas de nouveau dossier : %s. Corrigez l’extension puis redéposez-la."),
    CERTIFICATION_INCONNUE(
            Nature.NON_TROUVE,
            "Certification inconnue",
            "La branche « %s » n’a pas de certification « %s ». Choisissez-en une dans le catalogue."),
    VERSION_INCONNUE(
            Nature.NON_TROUVE,
            "Version inconnue",
            "La certification « %s » n’a pas de version « %s ». Choisissez parmi : %s."),
    VERSION_HORS_VIGUEUR(
            Nature.CONFLIT,
            "Version hors vigueur",
            "Aucun dossier ne s’ouvre aujourd’hui sur « %s » : sa version %s est en vigueur %s. Attendez qu’une version soit en vigueur."),
    VERSION_PLUS_DELIVREE(
            Nature.CONFLIT,
            "Version qui ne se délivre plus",
            "La version %s du référentiel ne se délivre plus pour une décision postérieure au %s, celle-ci est du %s. Reprenez le dossier sous la version %s, ou faites trancher la branche."),
    MIGRATION_SANS_OBJET(
            Nature.CONFLIT,
            "Migration sans objet",
            "La candidature %s suit déjà la version %s du référentiel. Choisissez une version plus récente, s’il y en a une."),
    MIGRATION_SANS_TRANSITION(
            Nature.CONFLIT,
            "Aucune transition déclarée",
            "La branche ne dit pas ce que devient la version %s de « %s » dans la version %s. Terminez le dossier sous sa version, ou demandez à la branche de déclarer la transition."),
    MIGRATION_NON_ANNULABLE(
            Nature.CONFLIT,
            "Migration qui ne s’annule plus",
            "La reprise du dossier sous une autre version ne peut pas être annulée : %s. Poursuivez le dossier tel qu’il est."),
    COTATION_INVALIDE(
            Nature.INVALIDE,
            "Cotation invalide",
            "La cotation n’est pas recevable : %s. Corrigez-la puis recommencez."),
    VOIE_FERMEE(
            Nature.INVALIDE,
            "Voie d’accès fermée",
            "La certification « %s » n’est pas ouverte par la voie « %s ». Choisissez parmi : %s."),
    CANDIDATURE_DEJA_OUVERTE(
            Nature.CONFLIT,
            "Candidature déjà ouverte",
            "Cette personne a déjà un dossier ouvert pour « %s » : %s. Poursuivez celui-ci."),
    PREREQUIS_INCONNU(
            Nature.NON_TROUVE,
            "Prérequis inconnu",
            "La certification « %s » ne demande pas de prérequis « %s ». Choisissez parmi : %s."),
    AGREMENT_MANQUANT(
            Nature.CONFLIT,
            "Agrément manquant",
            "Aucun dossier ne s’ouvre pour cette certification : « %s » (%s) n’est pas en vigueur. Attendez que la branche l’ait obtenu."),
    PREREQUIS_INVALIDE(
            Nature.INVALIDE,
            "Prérequis invalide",
            "Le prérequis « %s » ne peut pas être enregistré ainsi : %s. Vérifiez le document présenté."),
    PREREQUIS_MANQUANTS(
            Nature.CONFLIT,
            "Prérequis manquants",
            "Prérequis à vérifier, non satisfaits ou périmés : %s. Enregistrez leur vérification avant de poursuivre."),
    EVALUATEURS_INSUFFISANTS(
            Nature.INVALIDE,
            "Évaluateurs insuffisants",
            "La grille de la branche demande %s évaluateurs différents ; %s désigné(s). Complétez la désignation."),
    EVALUATEUR_INCONNU(
            Nature.INVALIDE,
            "Évaluateur inconnu",
            "« %s » n’est pas un évaluateur de la branche. Choisissez-en un autre ou faites-lui donner le rôle d’évaluateur."),
    EVALUATEUR_INCOMPATIBLE(
            Nature.CONFLIT,
            "Évaluateur incompatible",
            "« %s » a formé ce candidat et ne peut pas l’évaluer. Désignez un autre évaluateur."),
    EVALUATEUR_DEJA_NOTE(
            Nature.CONFLIT,
            "Évaluateur qui a déjà noté",
            "« %s » a déjà noté ce candidat et reste désigné avec ses notes. Ajoutez les nouveaux évaluateurs sans le retirer."),
    EVALUATEUR_NON_DESIGNE(
            Nature.INTERDIT,
            "Évaluateur non désigné",
            "Vous n’êtes pas désigné comme évaluateur de cette candidature. Demandez votre désignation au secrétariat."),
    EPREUVE_HORS_CANDIDATURE(
            Nature.INVALIDE,
            "Épreuve étrangère à la candidature",
            "L’épreuve « %s » n’appartient pas au référentiel %s de cette candidature. Choisissez parmi : %s."),
    CRITERE_HORS_EPREUVE(
            Nature.INVALIDE,
            "Critère étranger à l’épreuve",
            "Le critère « %s » n’est pas évalué par l’épreuve « %s ». Retirez-le ; critères attendus : %s."),
    NOTE_HORS_ECHELLE(
            Nature.INVALIDE,
            "Note hors de l’échelle",
            "La note « %s » du critère « %s » est hors de l’échelle : attendu %s. Corrigez-la puis recommencez."),
    NOTE_MANQUANTE(
            Nature.INVALIDE,
            "Note manquante",
            "L’épreuve « %s » n’est pas entièrement notée. Notez les critères qui manquent : %s."),
    EPREUVE_NON_OUVERTE(
            Nature.CONFLIT,
            "Épreuve non ouverte",
            "L’épreuve « %s » ne s’ouvre qu’après l’épreuve « %s » réussie (au moins %s). Notez d’abord celle-ci."),
    EPREUVE_SANS_ATTESTATION(
            Nature.CONFLIT,
            "Attestation attendue avant l’épreuve",
            "L’épreuve « %s » ne s’ouvre qu’avec « %s » en cours de validité. Faites constater ce prérequis au secrétariat."),
    PASSAGE_HORS_LIMITE(
            Nature.INVALIDE,
            "Passage non admis",
            "Le passage %s de l’épreuve « %s » n’est pas admis : le référentiel en prévoit %s au plus. Corrigez le numéro du passage."),
    EVALUATION_INCOMPLETE(
            Nature.CONFLIT,
            "Évaluation incomplète",
            "La candidature ne peut pas être présentée au jury : %s. Complétez les grilles ou notez l’absence."),
    ETAT_INCOMPATIBLE(
            Nature.CONFLIT,
            "État incompatible",
            "La candidature est à l’état « %s » ; cet acte demande l’état %s. Vérifiez où en est le dossier."),
    JURY_COLLEGE_INCONNU(
            Nature.INVALIDE,
            "Collège inconnu",
            "Le collège « %s » n’existe pas dans la règle de la branche. Choisissez parmi : %s."),
    JURY_COLLEGE_INCOMPLET(
            Nature.INVALIDE, "Collège incomplet", "Il manque des membres au jury : %s. Complétez la composition."),
    JURY_EFFECTIF_INSUFFISANT(
            Nature.INVALIDE, "Effectif insuffisant", "Il manque des membres au jury : %s. Complétez la composition."),
    JURY_EFFECTIF_EXCESSIF(
            Nature.INVALIDE, "Effectif excessif", "Le jury compte trop de membres : %s. Réduisez la composition."),
    JURY_CONVOCATION_TARDIVE(
            Nature.INVALIDE,
            "Convocation tardive",
            "La règle de la branche demande de convoquer le jury au moins %s jours avant sa séance du %s. Choisissez une date plus lointaine."),
    JURY_PRATIQUE_INSUFFISANTE(
            Nature.INVALIDE,
            "Pratique insuffisante",
            "« %s » ne justifie pas de %s ans de pratique du métier. Désignez un autre membre."),
    JURY_PRESIDENCE(
            Nature.INVALIDE,
            "Présidence du jury",
            "La présidence du jury n’est pas conforme : %s. Corrigez la composition."),
    JURY_INCOMPATIBILITE(Nature.INVALIDE, "Incompatibilité", "« %s » ne peut pas siéger : %s. Remplacez ce membre."),
    JURY_NON_VALIDE(
            Nature.CONFLIT,
            "Jury non validé",
            "La composition du jury %s n’a pas été validée par le certificateur. Demandez sa validation avant de siéger."),
    JURY_DEJA_VALIDE(
            Nature.CONFLIT, "Jury déjà validé", "La composition du jury %s est déjà validée. Passez à la suite."),
    JURY_AUTRE_CERTIFICATION(
            Nature.INVALIDE,
            "Jury d’une autre certification",
            "Le jury %s statue sur « %s », pas sur « %s ». Choisissez un jury de la certification."),
    QUORUM_NON_ATTEINT(
            Nature.CONFLIT,
            "Quorum non atteint",
            "Le jury ne peut pas délibérer : %s. Reportez la séance ou complétez les présences."),
    VOTE_INVALIDE(Nature.INVALIDE, "Vote invalide", "Le vote n’est pas recevable : %s. Corrigez-le puis recommencez."),
    MOTIF_REQUIS(Nature.INVALIDE, "Motif requis", "Un motif est requis : %s. Écrivez-le avec la décision."),
    CANDIDATURE_NON_PRESENTEE(
            Nature.CONFLIT,
            "Candidature non présentée",
            "La candidature %s n’est pas présentée au jury %s. Présentez-la d’abord."),
    DECISION_DEJA_PRISE(
            Nature.CONFLIT,
            "Décision déjà prise",
            "Le jury a déjà décidé sur la candidature %s (%s, le %s). Consultez la décision au dossier : elle ne se reprend pas ici."),
    DECISION_ABSENTE(
            Nature.CONFLIT,
            "Décision absente",
            "Aucune décision de jury ne clôt la candidature %s. Attendez cette décision, puis recommencez."),
    DECISION_NON_FAVORABLE(
            Nature.CONFLIT,
            "Décision non favorable",
            "La décision du jury sur la candidature %s est « %s » : elle n’ouvre pas droit au certificat. Remettez au candidat le relevé de ses blocs."),
    OPTION_CONSTITUTIVE_ABSENTE(
            Nature.CONFLIT,
            "Option constitutive absente",
            "Le certificat de la candidature %s ne peut pas être délivré : %s. Faites établir ce qui manque, que montre le détail des mentions du dossier, puis recommencez."),
    CERTIFICAT_DEJA_DELIVRE(
            Nature.CONFLIT,
            "Certificat déjà délivré",
            "Le certificat %s a déjà été délivré pour cette candidature. Rééditez-le s’il a été perdu."),
    DOCUMENT_INCOMPLET(
            Nature.CONFLIT,
            "Document incomplet",
            "Le document ne peut pas être établi : %s. Complétez ces données, puis recommencez."),
    DOCUMENT_NON_IMPRIMABLE(
            Nature.CONFLIT,
            "Document non imprimable",
            "Le document ne peut pas être imprimé : %s. Corrigez ces données, puis recommencez."),
    NUMEROTATION_IMPOSSIBLE(
            Nature.CONFLIT,
            "Numérotation impossible",
            "Le certificat ne peut pas être numéroté : %s. Rien n’a été délivré ni perdu ; recommencez plus tard ou prévenez la branche."),
    REGLE_SANS_REPONSE(
            Nature.CONFLIT,
            "Règle sans réponse",
            "L’acte demande une vérification qui n’a pas pu être faite : %s. Rien n’a été enregistré ; recommencez plus tard ou prévenez la branche."),
    PARAMETRE_NON_REGLABLE(
            Nature.INVALIDE,
            "Paramètre non réglable",
            "« %s » n’est pas un paramètre de branche. Les référentiels, grilles, règles de décision et de jury ne se règlent pas à l’écran : publiez une nouvelle version. Se règlent le signataire, le contact, les tarifs et le logo."),
    PARAMETRE_DEJA_ANNULE(
            Nature.CONFLIT,
            "Paramètre déjà annulé",
            "Ce réglage a déjà été annulé le %s. Consultez l’historique, puis décidez-en un nouveau s’il le faut."),
    CLE_DEJA_DETRUITE(
            Nature.CONFLIT,
            "Clé déjà détruite",
            "La clé de la personne %s est déjà détruite : le journal ne contient plus rien de lisible sur elle. Consultez les lignes qui la concernent pour savoir quand et pourquoi."),
    FOURNISSEUR_INDISPONIBLE(
            Nature.INDISPONIBLE,
            "Fournisseur d’identité indisponible",
            "« %s » ne répond pas comme prévu pour le moment. Attendez quelques instants puis recommencez, ou connectez-vous autrement."),
    CONNEXION_EXTERNE_PERIMEE(
            Nature.INVALIDE,
            "Connexion à recommencer",
            "Cette réponse ne correspond à aucune connexion en cours dans ce navigateur : elle a déjà servi, elle a attendu trop longtemps, ou elle a commencé ailleurs. Recommencez depuis la page de connexion."),
    CONNEXION_EXTERNE_ABANDONNEE(
            Nature.NON_IDENTIFIE,
            "Connexion non aboutie",
            "« %s » n’a pas confirmé votre identité (%s). Recommencez, ou connectez-vous autrement."),
    REPONSE_FOURNISSEUR_INVALIDE(
            Nature.NON_IDENTIFIE,
            "Réponse non vérifiable",
            "La réponse de « %s » n’a pas pu être vérifiée : %s. Recommencez ; si cela se répète, prévenez l’administrateur de la plateforme."),
    NIVEAU_INSUFFISANT(
            Nature.INTERDIT,
            "Niveau de garantie insuffisant",
            "La plateforme demande à « %s » une connexion plus sûre que celle qui vient d’avoir lieu. Recommencez avec un moyen plus sûr."),
    IDENTITE_EXTERNE_INCONNUE(
            Nature.INTERDIT,
            "Identité non rattachée",
            "Votre identité chez « %s » n’est rattachée à aucun compte. Connectez-vous d’abord avec votre mot de passe, puis rattachez-la depuis la page de vos identités ; ou demandez une invitation."),
    IDENTITE_EXTERNE_NON_ADMISE(
            Nature.INTERDIT,
            "Connexion non admise pour ce compte",
            "« %s » n’ouvre pas les comptes qui tiennent un rôle sur la plateforme. Connectez-vous autrement."),
    IDENTITE_EXTERNE_DEJA_RATTACHEE(
            Nature.CONFLIT,
            "Identité déjà rattachée",
            "Cette identité chez « %s » est déjà rattachée à un autre compte. Retirez-la d’abord de celui-là."),
    DERNIER_MOYEN_DE_CONNEXION(
            Nature.CONFLIT,
            "Dernier moyen de connexion",
            "Cette identité est le seul moyen d’ouvrir votre compte. Choisissez d’abord un mot de passe ou rattachez une autre identité."),
    COMPTE_EXISTANT(Nature.CONFLIT, "Compte existant", "L’identifiant « %s » est déjà pris. Choisissez-en un autre."),
    DOSSIER_EFFACE(
            Nature.CONFLIT,
            "Dossier effacé",
            "Les données personnelles du dossier %s ont été effacées : plus rien ne peut s’y écrire. Écrivez autrement à ceux qui le suivaient."),
    NOTE_DEJA_RETIREE(Nature.CONFLIT, "Note déjà retirée", "Cette note est déjà retirée. Relisez le dossier."),
    NOTE_D_UN_AUTRE(
            Nature.INTERDIT,
            "Note d’un autre auteur",
            "Seul l’auteur d’une note la retire. Écrivez-en une autre pour dire ce qui a changé."),
    CONFLIT_MODIFICATION(
            Nature.CONFLIT,
            "Modification concurrente",
            "Quelqu’un d’autre a modifié ce dossier entre-temps. Relisez-le puis recommencez : rien n’a été écrasé."),
    ERREUR_INTERNE(
            Nature.INTERNE,
            "Erreur interne",
            "La plateforme n’a pas pu traiter la demande ; rien n’a été enregistré. Signalez la référence %s à l’exploitant.");

    /** What kind of refusal, whatever the protocol that carries it. */
    public enum Nature {
        INVALIDE,
        NON_IDENTIFIE,
        INTERDIT,
        NON_TROUVE,
        METHODE,
        TYPE,
        VOLUME,
        CONFLIT,
        SURCHARGE,
        INDISPONIBLE,
        INTERNE
    }

    private static final int CITATION_MAXIMALE = 1000;

    /** A reason that comes from elsewhere may bring its own full stop. */
    private static final Pattern DOUBLE_STOP = Pattern.compile("(?<!\\.)\\.\\.(?=\\s|$)");

    private final Nature nature;
    private final String titre;
    private final String modele;

    CodeRefus(Nature nature, String titre, String modele) {
        this.nature = nature;
        this.titre = Typographie.francaise(titre);
        this.modele = modele;
    }

    public Nature nature() {
        return nature;
    }

    /** Short French title, the same for every refusal of this code. */
    public String titre() {
        return titre;
    }

    /** Whether the first argument of its sentence is a field. */
    boolean namesAField() {
        return this == CHAMP_MANQUANT || this == CHAMP_INVALIDE || this == CHAMP_INCONNU;
    }

    String detail(Object... arguments) {
        Object[] readable = Arrays.stream(arguments).map(CodeRefus::abridged).toArray();
        String detail = String.format(Locale.FRENCH, modele, readable);
        return Typographie.francaise(DOUBLE_STOP.matcher(detail).replaceAll("."));
    }

    /** What people sent is quoted, but not by the page. */
    private static Object abridged(Object argument) {
        return argument instanceof String text && text.length() > CITATION_MAXIMALE
                ? text.substring(0, CITATION_MAXIMALE) + "…"
                : argument;
    }
}
