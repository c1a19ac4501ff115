package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Refus;
import fr.parchemin.notification.Notifications;
import java.util.Optional;

/**
 * What every page needs around its own content.
 *
 * @param formToken goes into each form
 * @param path where the page is
 * @param announcement what was just done
 * @param refus why the last act was refused
 * @param nonLues how many notifications are not read
 */
public record PageContext(
        Optional<Acteur> acteur,
        String formToken,
        String path,
        String picoCss,
        String parcheminCss,
        String branchesCss,
        String htmxJs,
        String parcheminJs,
        String icon,
        Optional<Announcement> announcement,
        Optional<Refus> refus,
        int nonLues) {
    /** How many notifications are not read, as the bell says it. */
    public String cloche() {
        return nonLues >= Notifications.COMPTE_MAXIMAL ? "99+" : String.valueOf(nonLues);
    }

    /** Whether the page stands in that part of the site. */
    public boolean isIn(String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }

    /** Whether the page is about the parameters of a branch rather than about the branch. */
    public boolean isParametres() {
        return path.equals("/branches") || isIn("/branches") && path.split("/").length > 3;
    }

    /** Whether the account reads juries in any branch. */
    public boolean readsJurys() {
        return acteur.map(a -> !a.branches(Droit.JURY_LIRE).isEmpty()).orElse(false);
    }

    /** Whether the account reads the journal, of the platform or of any branch. */
    public boolean readsJournal() {
        return acteur.map(a -> a.may(Droit.JOURNAL_LIRE, Objet.PLATEFORME)
                        || !a.branches(Droit.JOURNAL_LIRE).isEmpty())
                .orElse(false);
    }

    /** Whether the account looks after accounts, of the platform or of a branch. */
    public boolean readsComptes() {
        return acteur.map(a -> a.lacksAnywhere(Droit.COMPTES_LIRE).isEmpty()).orElse(false);
    }

    /** Whether the account sees to what brings the branches. */
    public boolean administersBranches() {
        return acteur.map(a -> a.may(Droit.BRANCHES_ADMINISTRER, Objet.PLATEFORME))
                .orElse(false);
    }

    /** Whether the account reads the parameters of any branch. */
    public boolean readsParametres() {
        return acteur.map(a -> !a.branches(Droit.PARAMETRE_LIRE).isEmpty()).orElse(false);
    }

    /** Whether the account is the candidate of any file. */
    public boolean hasParcours() {
        return acteur.map(a -> !a.narrow(Droit.PARCOURS_LIRE).isEmpty()).orElse(false);
    }

    /** Whether the act is for the account, on that very thing. */
    public boolean may(Droit droit, Objet objet) {
        return acteur.map(a -> a.may(droit, objet)).orElse(false);
    }

    /** Whether lists of files concern this account at all. */
    public boolean hasBranche() {
        return acteur.map(a -> !a.branches(Droit.CANDIDATURE_LIRE).isEmpty()).orElse(false);
    }
}
