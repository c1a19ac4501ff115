package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How to go about one's work, by what one is; every role has one. */
public enum Guide {
    CANDIDAT(
            "Vous êtes candidat, ou vous suivez un dossier",
            EnumSet.of(Role.CANDIDAT, Role.EMPLOYEUR, Role.TUTEUR, Role.ACCOMPAGNATEUR_VAE, Role.CONSEILLER),
            "L’accueil dit où en est le dossier et ce qui vient ensuite.",
            "S’il manque une condition d’accès, remettez la pièce à l’organisme ou au secrétariat qui a déposé le dossier.",
            "La décision du jury, puis le certificat, paraissent sur la page du dossier."),
    ORGANISME(
            "Vous êtes un organisme habilité",
            EnumSet.of(Role.ORGANISME),
            "Déposez un dossier depuis « Candidatures », « Nouvelle candidature ». Ce que vous écrivez est gardé en brouillon.",
            "Constatez les prérequis de vos candidats au vu des pièces : numéro, date, durée de validité.",
            "Quand le dossier est recevable, désignez les évaluateurs. Qui a formé le candidat ne l’évalue pas."),
    EVALUATEUR(
            "Vous êtes évaluateur",
            EnumSet.of(Role.EVALUATEUR),
            "L’accueil donne les dossiers dont une grille vous attend.",
            "Ouvrez l’épreuve, notez chaque critère, enregistrez. « Non observé » veut dire que vous n’avez pas pu vous faire un avis.",
            "Une grille se corrige jusqu’à la présentation au jury."),
    SECRETARIAT(
            "Vous êtes au secrétariat d’une branche",
            EnumSet.of(Role.SECRETARIAT),
            "Commencez par l’accueil : il range par échéance les dossiers à instruire, sans évaluateurs ou prêts pour un jury.",
            "Composez un jury depuis « Jurys » ; la règle de la branche est rappelée sur la page et vérifiée à l’envoi.",
            "Présentez à un jury les dossiers dont l’évaluation est complète : leurs notes se ferment alors.",
            "Les tarifs, contacts et signataires se règlent dans « Paramètres », avec leurs dates."),
    JURY(
            "Vous siégez dans un jury",
            EnumSet.of(Role.JURY),
            "Ouvrez le jury depuis l’accueil, puis chaque dossier : notes, avis divergents et proposition des règles y sont.",
            "Indiquez les présents, puis la décision bloc par bloc, à l’unanimité ou aux voix.",
            "Écrivez un motif pour un refus, et chaque fois que vous vous écartez de la proposition. Une décision ne se reprend pas."),
    CERTIFICATEUR(
            "Vous êtes le certificateur",
            EnumSet.of(Role.CERTIFICATEUR),
            "Validez la composition des jurys avant leur séance : sans cela, ils ne peuvent pas décider.",
            "Délivrez le certificat après une décision favorable : il reçoit son numéro, et ses documents se téléchargent aussitôt.",
            "La plateforme vous demande de confirmer qui vous êtes avant de signer."),
    PLATEFORME(
            "Vous tenez la plateforme ou l’extension d’une branche",
            EnumSet.of(Role.ADMINISTRATEUR, Role.EXPLOITANT, Role.ADMINISTRATEUR_CQPI, Role.CPNE, Role.AUTEUR),
            "L’accueil signale les branches en erreur, les courriels non envoyés et les comptes sans second facteur.",
            "Une branche s’installe en déposant son extension dans le dossier « branches » ; le catalogue dit ce qui l’empêche d’être admise.",
            "Le journal garde chaque acte ; sa vérification prouve que rien n’y a été changé.");

    private final String titre;
    private final Set<Role> roles;
    private final List<String> etapes;

    Guide(String titre, Set<Role> roles, String... etapes) {
        this.titre = titre;
        this.roles = roles;
        this.etapes = Arrays.stream(etapes).map(Wording::fr).toList();
    }

    public String titre() {
        return titre;
    }

    public List<String> etapes() {
        return etapes;
    }

    public boolean isFor(Acteur acteur) {
        return acteur.habilitations().stream().anyMatch(h -> roles.contains(h.role()));
    }

    /** Whether it speaks to that role. */
    public boolean speaksTo(Role role) {
        return roles.contains(role);
    }

    /** All of them, those for the account first. */
    public static List<Guide> forReader(PageContext ctx) {
        return Arrays.stream(values())
                .sorted(Comparator.comparing(g -> !ctx.acteur().map(g::isFor).orElse(false)))
                .toList();
    }
}
