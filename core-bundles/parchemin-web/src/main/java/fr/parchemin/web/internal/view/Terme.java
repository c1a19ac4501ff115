package fr.parchemin.web.internal.view;

import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Typographie;
import fr.parchemin.referentiel.Provenance.Statut;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The words of the trade as they are explained to people: one text for the page of the glossary and for the help at a
 * touch. A template names a term by its constant, so that none is missing.
 */
public enum Terme {
    AJOURNEMENT(
            "Ajournement",
            "Le jury ne tranche pas encore : le dossier repassera devant un jury. Ce n’est ni une réussite ni un refus.",
            Statut.connu,
            "Usage des branches"),
    BLOC_DE_COMPETENCES(
            "Bloc de compétences",
            "Un ensemble de compétences qui se tient et s’évalue seul. Un bloc acquis le reste : il n’est pas à repasser tant que la certification le reconnaît.",
            Statut.source,
            "Code du travail, article L. 6113-1"),
    BRANCHE(
            "Branche",
            "Le secteur professionnel dont les employeurs et les salariés créent ensemble leurs certifications, par exemple la métallurgie.",
            Statut.source,
            "Code du travail, article L. 6113-4"),
    CANDIDATURE(
            "Candidature",
            "Le dossier d’une personne pour une certification. Il garde, du dépôt à la décision, la version du référentiel avec laquelle il a commencé.",
            Statut.connu,
            "Usage des branches"),
    CERTIFICATEUR(
            "Certificateur",
            "L’organisme qui délivre le certificat et en répond. Ce n’est ni l’organisme de formation, ni la commission paritaire.",
            Statut.source,
            "Code du travail, article L. 6113-2"),
    COLLEGE(
            "Collège",
            "Une partie du jury : les employeurs, les salariés, parfois des professionnels. Chaque branche dit combien de membres chacun apporte.",
            Statut.connu,
            "Accords de branche"),
    CPNE(
            "CPNE",
            "La commission paritaire nationale de l’emploi : employeurs et salariés de la branche, à parts égales, y décident des certifications. Certaines branches écrivent CPNEFP.",
            Statut.source,
            "Code du travail, article L. 6113-4"),
    CQP(
            "CQP",
            "Le certificat de qualification professionnelle : une certification créée par une branche pour ses métiers.",
            Statut.source,
            "Code du travail, article L. 6113-4"),
    CRITERE(
            "Critère",
            "Un résultat que l’on peut observer et que l’évaluateur note. Un critère éliminatoire non acquis suffit à refuser le bloc.",
            Statut.source,
            "Code du travail, article R. 6113-9"),
    DELIBERATION(
            "Délibération",
            "Le jury examine chaque dossier, vote et décide. Il est souverain : il peut s’écarter de la proposition des règles, en disant pourquoi.",
            Statut.connu,
            "Accords de branche"),
    DELIVRANCE(
            "Délivrance",
            "L’acte du certificateur qui donne au certificat son numéro et sa date, après une décision favorable du jury.",
            Statut.connu,
            "Usage des branches"),
    EPREUVE(
            "Épreuve",
            "L’occasion où les compétences d’un bloc se montrent : mise en situation, entretien, questionnaire, rapport.",
            Statut.connu,
            "Usage des branches"),
    EVALUATEUR(
            "Évaluateur",
            "La personne qui observe le candidat et remplit la grille. Elle ne siège pas au jury qui décide.",
            Statut.connu,
            "Usage des branches"),
    GRILLE(
            "Grille",
            "Les critères d’une épreuve et ce que chaque évaluateur y a noté. Elle se corrige tant que le dossier n’est pas devant un jury.",
            Statut.connu,
            "Usage des branches"),
    NON_OBSERVE(
            "Non observé",
            "L’évaluateur n’a pas pu se faire un avis. Ce n’est ni un acquis ni un refus : la compétence reste à évaluer.",
            Statut.hypothese,
            "Règle de la plateforme"),
    ORGANISME_HABILITE(
            "Organisme habilité",
            "L’organisme que le certificateur autorise à préparer les candidats ou à organiser leur évaluation.",
            Statut.source,
            "Code du travail, article R. 6113-16"),
    PREREQUIS(
            "Prérequis",
            "Une condition à remplir avant d’être évalué : un âge, une autorisation, une attestation. Quelqu’un doit l’avoir vérifiée.",
            Statut.connu,
            "Usage des branches"),
    PROPOSITION(
            "Proposition",
            "Ce que les règles de la branche donnent, notes en main, expliqué règle par règle. Seul le jury décide.",
            Statut.hypothese,
            "Règle de la plateforme"),
    QUORUM(
            "Quorum",
            "Le nombre de membres présents sans lequel le jury ne peut pas décider.",
            Statut.connu,
            "Accords de branche"),
    RECEVABILITE(
            "Recevabilité",
            "Un dossier est recevable quand tous ses prérequis obligatoires sont remplis : l’évaluation peut commencer.",
            Statut.connu,
            "Usage des branches"),
    REFERENTIEL(
            "Référentiel",
            "Le texte d’une certification : les activités du métier, les compétences attendues, et comment elles s’évaluent. Il change par versions.",
            Statut.source,
            "Code du travail, article L. 6113-1"),
    RELEVE_DE_BLOCS(
            "Relevé de blocs",
            "Le document qui dit quels blocs sont acquis, et jusqu’à quand ils comptent.",
            Statut.connu,
            "Usage des branches"),
    SECOND_FACTEUR(
            "Second facteur",
            "Ce que vous tenez en plus de ce que vous savez, par exemple une application qui donne un code. Un mot de passe volé n’ouvre alors plus votre compte.",
            Statut.connu,
            "Usage"),
    VAE(
            "VAE",
            "La validation des acquis de l’expérience : faire reconnaître ce que l’on sait pour l’avoir fait.",
            Statut.source,
            "Code du travail, article L. 6412-1"),
    VALIDATION_PARTIELLE(
            "Validation partielle",
            "Une partie des blocs est acquise. Le candidat garde ces blocs et repasse les autres.",
            Statut.connu,
            "Accords de branche"),
    VOIE_D_ACCES(
            "Voie d’accès",
            "La manière de parvenir à la certification : formation, alternance, expérience (VAE) ou candidature libre.",
            Statut.connu,
            "Usage des branches");

    private final String mot;
    private final String definition;
    private final Statut statut;
    private final String texte;

    Terme(String mot, String definition, Statut statut, String texte) {
        this.mot = mot;
        this.definition = Typographie.francaise(definition);
        this.statut = statut;
        this.texte = texte;
    }

    public String mot() {
        return mot;
    }

    public String definition() {
        return definition;
    }

    /** How sure the definition is. */
    public Statut statut() {
        return statut;
    }

    /** The text that it comes from. */
    public String texte() {
        return texte;
    }

    /** Where it stands on the page of the glossary. */
    public String ancre() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String adresse() {
        return "/aide/glossaire#" + ancre();
    }

    /** Those that hold what is looked for in their word or definition, however it is typed; all when nothing is. */
    public static List<Terme> search(String texte) {
        String wanted = texte == null ? "" : Textes.fold(texte);
        return Arrays.stream(values())
                .filter(t -> Textes.fold(t.mot + " " + t.definition).contains(wanted))
                .sorted(Comparator.comparing(t -> Textes.fold(t.mot)))
                .toList();
    }
}
