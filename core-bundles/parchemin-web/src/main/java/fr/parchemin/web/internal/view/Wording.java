package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.RechercheComptes;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Typographie;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.evaluation.Appreciation;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Verdict;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Vote;
import fr.parchemin.liste.ActesEnLot;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.migration.Apercu;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Voie;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The French words of the pages for what the trade names in code. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H' h 'mm", Locale.FRENCH);

    private static final char NBSP = '\u00a0';

    private Wording() {}

    /** A text of a branch, with the apostrophes and spaces that French printing asks for. */
    public static String fr(String text) {
        return text == null ? "" : Typographie.francaise(text).replace('\'', '’');
    }

    public static String date(LocalDate day) {
        return day == null ? "" : day.format(DAY).replaceFirst("^1 ", "1er ").replaceFirst(" ", String.valueOf(NBSP));
    }

    public static String shortDate(LocalDate day) {
        return day == null ? "" : day.format(SHORT_DAY);
    }

    public static String shortDate(Instant instant) {
        return shortDate(instant.atZone(HeureLegale.ZONE).toLocalDate());
    }

    public static String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(HeureLegale.ZONE);
        return date(local.toLocalDate()) + " à " + local.format(HOUR).replace(' ', NBSP);
    }

    /** The time of the day alone, where the day is said above. */
    public static String hour(Instant instant) {
        return instant.atZone(HeureLegale.ZONE).format(HOUR).replace(' ', NBSP);
    }

    /** The text with a capital first. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }

    /** For the {@code datetime} attribute. */
    public static String iso(Instant instant) {
        return instant.toString();
    }

    public static String number(BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    public static String duration(Integer minutes) {
        if (minutes == null) {
            return "";
        }
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) {
            return rest + "" + NBSP + "min";
        }
        return hours + "" + NBSP + "h" + (rest == 0 ? "" : NBSP + String.format(Locale.ROOT, "%02d", rest));
    }

    /** « 1 bloc », « 3 blocs ». */
    public static String count(int n, String singular, String plural) {
        return n + "" + NBSP + (n < 2 ? singular : plural);
    }

    public static String months(Integer months) {
        if (months == null) {
            return "à vie";
        }
        return months % 12 == 0 ? count(months / 12, "an", "ans") : months + "" + NBSP + "mois";
    }

    /** « a, b et c ». */
    public static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " et " + words.get(words.size() - 1);
    }

    public static String etatBranche(EtatBranche etat) {
        return switch (etat.code()) {
            case "ACTIVE" -> "Active";
            case "EN_ERREUR" -> "En erreur";
            default -> "Absente depuis le " + moment(etat.depuis());
        };
    }

    public static List<MotifErreur> motifs(EtatBranche etat) {
        return etat instanceof EtatBranche.EnErreur enErreur ? enErreur.motifs() : List.of();
    }

    /** Where in the files of a branch the reason lies, empty when it is about none. */
    public static String place(MotifErreur motif) {
        StringBuilder place = new StringBuilder();
        if (motif.fichier() != null) {
            place.append(motif.fichier());
        }
        if (motif.ligne() != null) {
            place.append(place.isEmpty() ? "" : ", ").append("ligne ").append(motif.ligne());
        }
        if (motif.chemin() != null && !motif.chemin().isEmpty()) {
            place.append(place.isEmpty() ? "" : ", ").append(motif.chemin());
        }
        return place.toString();
    }

    /** The states of a file in the order of its life, for filters. */
    public static final Map<String, String> ETATS = etats();

    private static Map<String, String> etats() {
        Map<String, String> etats = new java.util.LinkedHashMap<>();
        etats.put("DEPOSEE", "Déposée");
        etats.put("IRRECEVABLE", "Irrecevable");
        etats.put("RECEVABLE", "Recevable");
        etats.put("EN_EVALUATION", "En évaluation");
        etats.put("PRESENTEE", "Présentée au jury");
        etats.put("AJOURNEE", "Ajournée");
        etats.put("DECIDEE", "Décidée");
        etats.put("DELIVREE", "Certificat délivré");
        return java.util.Collections.unmodifiableMap(etats);
    }

    /** The orders of the register but its own. */
    public static final Map<String, String> TRIS = ordered("ANCIENNES", "Les plus anciennes d’abord", "NOM", "Par nom");

    /** How far a jury is, for filters. */
    public static final Map<String, String> ETATS_JURY = ordered("COMPOSE", "Composée", "VALIDE", "Validée");

    private static Map<String, String> ordered(String... entries) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(entries[i], entries[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }

    public static String issue(ActesEnLot.Issue issue) {
        return switch (issue) {
            case FAIT -> "Fait";
            case DEJA_FAIT -> "Déjà fait";
            case REFUSE -> "Refusé";
        };
    }

    public static String toneOf(ActesEnLot.Issue issue) {
        return switch (issue) {
            case FAIT -> "bon";
            case DEJA_FAIT -> "neutre";
            case REFUSE -> "mauvais";
        };
    }

    public static String etat(String code) {
        return ETATS.getOrDefault(code, code);
    }

    /** How a state looks: still open, waiting for somebody, well ended, badly ended. */
    public static String tone(String etat) {
        return switch (etat) {
            case "DELIVREE", "DECIDEE", "RECEVABLE", "ACTIVE" -> "bon";
            case "IRRECEVABLE", "EN_ERREUR" -> "mauvais";
            case "AJOURNEE", "PRESENTEE" -> "attente";
            default -> "neutre";
        };
    }

    public static String voie(Voie voie) {
        return switch (voie) {
            case FORMATION -> "Formation";
            case ALTERNANCE -> "Alternance";
            case CONTRAT_PROFESSIONNALISATION -> "Contrat de professionnalisation";
            case APPRENTISSAGE -> "Apprentissage";
            case VAE -> "Validation des acquis de l’expérience (VAE)";
            case BLOCS -> "Blocs de compétences isolés";
            case CANDIDAT_LIBRE -> "Candidat libre";
        };
    }

    public static String sexe(Candidat.Sexe sexe) {
        return sexe == Candidat.Sexe.F ? "Féminin" : "Masculin";
    }

    public static String modalite(Epreuve.Modalite modalite) {
        return switch (modalite) {
            case MISE_EN_SITUATION_REELLE -> "Mise en situation réelle";
            case MISE_EN_SITUATION_RECONSTITUEE -> "Mise en situation reconstituée";
            case PRESENTATION -> "Présentation";
            case ETUDE_DE_CAS -> "Étude de cas";
            case DOSSIER -> "Dossier";
            case ENTRETIEN -> "Entretien";
            case QUESTIONNAIRE -> "Questionnaire";
            case PORTFOLIO -> "Portfolio";
            case OBSERVATION_ENTREPRISE -> "Observation en entreprise";
            case CONTROLE_CONTINU -> "Contrôle continu";
        };
    }

    public static String type(Certification.Type type) {
        return switch (type) {
            case CQP -> "Certificat de qualification professionnelle (CQP)";
            case CQPI -> "Certificat de qualification professionnelle interbranches (CQPI)";
            case TFP -> "Titre à finalité professionnelle (TFP)";
            case CCC -> "Certification de compétences complémentaires (CCC)";
            case CERTIFICAT_PERSONNE -> "Certificat de personne";
        };
    }

    public static String prerequis(Prerequis.Type type) {
        return switch (type) {
            case AGE_MINIMUM -> "Âge minimum";
            case AUTORISATION -> "Autorisation";
            case ATTESTATION -> "Attestation";
            case CONDITION -> "Condition";
            case CODE -> "Condition vérifiée par la plateforme";
        };
    }

    /** The registration in words, with its dates. */
    public static String enregistrement(Enregistrement e) {
        String what =
                switch (e.statut()) {
                    case TRANSMIS -> "Transmise à France compétences, sans enregistrement";
                    case RNCP -> "Enregistrée au RNCP";
                    case RS -> "Enregistrée au répertoire spécifique";
                };
        String code = e.code() == null ? "" : " sous le code " + e.code();
        String period = period(e.du(), e.au());
        return what + code + (period.isEmpty() ? "" : ", " + period);
    }

    /** « du … au … », « depuis le … », « jusqu’au … » or nothing. */
    public static String period(LocalDate from, LocalDate to) {
        if (from != null && to != null) {
            return "du " + date(from) + " au " + date(to);
        }
        if (from != null) {
            return "depuis le " + date(from);
        }
        return to == null ? "" : "jusqu’au " + date(to);
    }

    public static String provenance(Provenance.Statut statut) {
        return switch (statut) {
            case source -> "source";
            case connu -> "connu";
            case hypothese -> "hypothèse";
        };
    }

    public static String provenanceMeaning(Provenance.Statut statut) {
        return switch (statut) {
            case source -> "Lu dans un texte nommé.";
            case connu -> "Connu du métier, non vérifié dans un texte.";
            case hypothese -> "Supposé : la branche doit le confirmer.";
        };
    }

    public static String presence(Presence presence) {
        return switch (presence) {
            case PRESENT -> "Présent";
            case ABSENT -> "Absent";
            case EXCUSE -> "Excusé";
            case ABANDON -> "Abandon";
        };
    }

    public static String appreciation(Appreciation appreciation) {
        return switch (appreciation) {
            case ACQUIS -> "Acquis";
            case NON_ACQUIS -> "Non acquis";
            case NON_OBSERVE -> "Non observé";
        };
    }

    public static String note(Note note) {
        if (note instanceof Note.Appreciee appreciee) {
            return appreciation(appreciee.valeur());
        }
        return note instanceof Note.Points points ? number(points.valeur()) : note.toString();
    }

    /** A mark as a form sends it back. */
    public static String noteValue(Note note) {
        return note == null ? "" : note.toString();
    }

    public static String resultat(Proposition.Resultat resultat) {
        return switch (resultat) {
            case TOTALE -> "Validation totale";
            case PARTIELLE -> "Validation partielle";
            case REFUS -> "Refus";
            case INCOMPLETE -> "Évaluation incomplète";
            case A_TRANCHER -> "À trancher par le jury";
            case DEFAILLANT -> "Défaillant";
            case ABSENT -> "Absent";
            case EXCUSE -> "Excusé";
            case AJOURNE -> "Ajourné";
            case ABANDON -> "Abandon";
        };
    }

    public static String resultatBloc(Proposition.ResultatBloc resultat) {
        return switch (resultat) {
            case VALIDE -> "Validé";
            case NON_VALIDE -> "Non validé";
            case INDETERMINE -> "Indéterminé";
            case DIVERGENT -> "Avis divergents";
            case DEFAILLANT -> "Défaillant";
            case ABSENT -> "Absent";
            case EXCUSE -> "Excusé";
            case AJOURNE -> "Ajourné";
            case ABANDON -> "Abandon";
        };
    }

    public static String toneOf(Proposition.ResultatBloc resultat) {
        return switch (resultat) {
            case VALIDE -> "bon";
            case NON_VALIDE, DEFAILLANT, ABANDON -> "mauvais";
            case DIVERGENT, AJOURNE, EXCUSE, ABSENT -> "attente";
            case INDETERMINE -> "neutre";
        };
    }

    public static String toneOf(Proposition.Resultat resultat) {
        return switch (resultat) {
            case TOTALE -> "bon";
            case REFUS, DEFAILLANT, ABANDON -> "mauvais";
            case PARTIELLE, A_TRANCHER, AJOURNE, EXCUSE, ABSENT -> "attente";
            case INCOMPLETE -> "neutre";
        };
    }

    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case SATISFAITE -> "Satisfaite";
            case NON_SATISFAITE -> "Non satisfaite";
            case INDETERMINEE -> "Indéterminée";
            case DIVERGENTE -> "Avis divergents";
        };
    }

    public static String toneOf(Verdict verdict) {
        return switch (verdict) {
            case SATISFAITE -> "bon";
            case NON_SATISFAITE -> "mauvais";
            case DIVERGENTE -> "attente";
            case INDETERMINEE -> "neutre";
        };
    }

    /** What becomes of a mention. */
    public static String mention(MentionsPossibles.Verdict verdict) {
        return switch (verdict) {
            case ACCORDABLE -> "Peut être accordée";
            case DETENUE -> "Déjà obtenue";
            case INCLUSE -> "Comprise dans une autre";
            case NON_ACCORDABLE -> "Pas encore";
            case NON_CALCULEE -> "Sans réponse de la règle";
        };
    }

    public static String toneOf(MentionsPossibles.Verdict verdict) {
        return switch (verdict) {
            case ACCORDABLE, DETENUE -> "bon";
            case INCLUSE -> "neutre";
            case NON_ACCORDABLE, NON_CALCULEE -> "attente";
        };
    }

    public static String issue(Decision.Issue issue) {
        String libelle = issue.libelle();
        return libelle.substring(0, 1).toUpperCase(Locale.FRENCH) + libelle.substring(1);
    }

    public static String toneOf(Decision.Issue issue) {
        return switch (issue) {
            case VALIDATION_TOTALE -> "bon";
            case REFUS -> "mauvais";
            case VALIDATION_PARTIELLE, AJOURNEMENT -> "attente";
        };
    }

    public static String decision(Decision.DecisionBloc.Resultat resultat) {
        return switch (resultat) {
            case VALIDE -> "Validé";
            case NON_VALIDE -> "Non validé";
            case EGALITE -> "Égalité des voix";
        };
    }

    public static String toneOf(Decision.DecisionBloc.Resultat resultat) {
        return switch (resultat) {
            case VALIDE -> "bon";
            case NON_VALIDE -> "mauvais";
            case EGALITE -> "attente";
        };
    }

    public static String sens(Vote.Sens sens) {
        return switch (sens) {
            case POUR -> "Pour";
            case CONTRE -> "Contre";
            case ABSTENTION -> "Abstention";
        };
    }

    /** What an account may do, in short. */
    public static String roles(Acteur acteur) {
        return acteur.habilitations().stream()
                .map(Habilitation::role)
                .distinct()
                .sorted(Comparator.comparing(Role::ordinal))
                .map(Role::libelle)
                .collect(Collectors.joining(", "));
    }

    // ---- administration

    /** « secrétariat, Métallurgie », « jury, Métallurgie (un jury) ». */
    public static String habilitation(Habilitation habilitation, Map<String, String> branches) {
        String where = habilitation.branche() == null
                ? ""
                : ", " + fr(branches.getOrDefault(habilitation.branche(), habilitation.branche()));
        String narrow = habilitation
                .portee()
                .cible()
                .map(cible -> " (" + habilitation.portee().etendue().libelle() + ")")
                .orElse("");
        return capital(habilitation.role().libelle()) + where + narrow;
    }

    public static String toneOf(RechercheComptes.Situation situation) {
        return switch (situation) {
            case ACTIF -> "bon";
            case VERROUILLE -> "mauvais";
            case INVITE -> "attente";
            case SUSPENDU -> "neutre";
        };
    }

    public static String nature(Droit.Nature nature) {
        return switch (nature) {
            case LECTURE -> "Lecture";
            case LECTURE_SENSIBLE -> "Lecture inscrite au journal";
            case ACTE -> "Acte";
            case SIGNATURE -> "Acte qui engage";
        };
    }

    /** The size of a file, « 84 Ko ». */
    public static String weight(long octets) {
        return octets < 1_000_000
                ? Math.max(1, (octets + 500) / 1000) + "" + NBSP + "Ko"
                : number(BigDecimal.valueOf(octets).movePointLeft(6).setScale(1, RoundingMode.HALF_UP)) + NBSP + "Mo";
    }

    /** What a line of a migration is about. */
    public static String objet(Apercu.Objet objet) {
        return switch (objet) {
            case BLOC -> "Bloc";
            case EPREUVE -> "Épreuve";
            case GRILLE -> "Grille remplie";
            case PREREQUIS -> "Prérequis";
            case EVALUATEURS -> "Évaluateurs";
            case JURY -> "Jury";
        };
    }

    /** What becomes of a part in a migration. */
    public static String sort(Apercu.Sort sort) {
        return switch (sort) {
            case GARDE -> "gardé";
            case RENOMME -> "sous un autre code";
            case PERDU -> "sans suite";
            case NOUVEAU -> "nouveau";
            case A_REPRENDRE -> "à reprendre";
        };
    }

    public static String toneOf(Apercu.Sort sort) {
        return switch (sort) {
            case GARDE, RENOMME -> "bon";
            case PERDU -> "mauvais";
            case NOUVEAU, A_REPRENDRE -> "attente";
        };
    }

    public static String acte(Acte.Nature nature) {
        return switch (nature) {
            case CANDIDATURE_DEPOSEE -> "Candidature déposée";
            case PREREQUIS_CONSTATE -> "Prérequis constaté";
            case REGLE_EN_ECHEC -> "Règle sans réponse";
            case EVALUATEURS_DESIGNES -> "Évaluateurs désignés";
            case EPREUVE_NOTEE -> "Épreuve notée";
            case CANDIDATURE_MIGREE -> "Dossier repris sous une autre version";
            case MIGRATION_ANNULEE -> "Reprise annulée";
            case JURY_COMPOSE -> "Jury composé";
            case JURY_VALIDE -> "Jury validé";
            case CANDIDATURE_PRESENTEE -> "Présentée au jury";
            case DECISION_PRISE -> "Décision prise";
            case CERTIFICAT_DELIVRE -> "Certificat délivré";
            case PERSONNE_RATTACHEE -> "Inscriptions rattachées par la personne";
            case RATTACHEMENT_DEMANDE -> "Question posée à la personne";
            case RATTACHEMENT_REFUSE -> "Rattachement refusé par la personne";
            case TITRE_PARTAGE -> "Titre partagé";
            case PARTAGE_RETIRE -> "Partage retiré";
            case CANDIDATURE_CONSULTEE -> "Dossier consulté";
            case CANDIDATURES_EXPORTEES -> "Dossiers exportés";
            case CERTIFICAT_CONSULTE -> "Certificat consulté";
            case JOURNAL_CONSULTE -> "Journal consulté";
            case JOURNAL_ENCHAINE -> "Journal enchaîné";
            case CLE_DETRUITE -> "Clé d’une personne détruite";
            case BRANCHE_ADMISE -> "Branche admise";
            case BRANCHE_REFUSEE -> "Branche refusée";
            case BRANCHE_PARTIE -> "Branche partie";
            case BRANCHE_DEPOSEE -> "Branche déposée";
            case BRANCHE_RETIREE -> "Branche retirée du dépôt";
            case BRANCHE_REMISE -> "Branche remise au dépôt";
            case COMPTE_DEVERROUILLE -> "Attente d’un compte levée";
            case PARAMETRE_DECIDE -> "Paramètre de la branche décidé";
            case PARAMETRE_ANNULE -> "Paramètre de la branche annulé";
            case COMPTE_CREE -> "Compte créé";
            case ROLES_MODIFIES -> "Rôles modifiés";
            case ROLE_ATTRIBUE -> "Rôle attribué";
            case ROLE_RETIRE -> "Rôle retiré";
            case CONNEXION_EXTERNE -> "Connexion par un fournisseur d’identité";
            case CONNEXION_EXTERNE_REFUSEE -> "Connexion par un fournisseur d’identité refusée";
            case DECONNEXION_EXTERNE -> "Sessions fermées par un fournisseur d’identité";
            case IDENTITE_RATTACHEE -> "Identité rattachée";
            case IDENTITE_RETIREE -> "Identité retirée";
            case COMPTE_MODIFIE -> "Compte modifié";
            case CONNEXION_OUVERTE -> "Session ouverte";
            case CONNEXION_REFUSEE -> "Connexion refusée";
            case SESSION_FERMEE -> "Session fermée";
            case IDENTITE_CONFIRMEE -> "Identité confirmée";
            case MOT_DE_PASSE_CHANGE -> "Mot de passe changé";
            case LIEN_DEMANDE -> "Lien d’accès demandé";
            case FACTEUR_AJOUTE -> "Second facteur ajouté";
            case FACTEUR_MODIFIE -> "Second facteur modifié";
            case FACTEUR_RETIRE -> "Second facteur retiré";
            case JETON_CREE -> "Jeton d’interface créé";
            case JETON_RETIRE -> "Jeton d’interface retiré";
            case LIEN_CREE -> "Lien personnel donné";
            case LIEN_RETIRE -> "Lien personnel retiré";
            case MESSAGE_ENVOYE -> "Message envoyé";
            case NOTE_AJOUTEE -> "Note interne écrite";
            case NOTE_RETIREE -> "Note interne retirée";
        };
    }

    /** The hash as people compare it: in groups of eight. */
    public static String grouped(String hash) {
        return hash == null ? "" : hash.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
