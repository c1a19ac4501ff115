package fr.parchemin.console.internal;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.VueBranche;
import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;

@Service
@Command(
        scope = "parchemin",
        name = "branches",
        description = "Liste les branches, leur état, ce qui les apporte, et ce qui ne va pas",
        detailedDescription = "Chaque branche avec son état (ACTIVE, EN_ERREUR, ABSENTE), la version en vigueur de"
                + " chaque certification et ce qui l’apporte : numéro et nom de l’extension, ou fichier YAML déposé."
                + " Les motifs d’erreur suivent, avec fichier, ligne et chemin.")
public final class BranchesCommand implements Action {

    private static final DateTimeFormatter DEPUIS =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(HeureLegale.ZONE);

    @Reference
    private Catalogue catalogue;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        print(session.getConsole(), catalogue.branches(), new Plugins(context));
        return null;
    }

    static void print(PrintStream out, List<VueBranche> branches, Origines origines) {
        if (branches.isEmpty()) {
            out.println("Aucune branche. Déposez-en une dans branches/.");
            return;
        }
        Tableau tableau = new Tableau("Code", "État", "Depuis", "Certifications", "Apportée par");
        for (VueBranche vue : branches) {
            tableau.row(
                    vue.code(),
                    vue.etat().code(),
                    DEPUIS.format(vue.etat().depuis()),
                    vue.referentiels().stream()
                            .map(r -> r.referentiel().certification().code() + " "
                                    + r.referentiel().version())
                            .collect(Collectors.joining(", ")),
                    origines.of(vue.code()));
        }
        tableau.print(out);
        for (VueBranche vue : branches) {
            if (vue.etat() instanceof EtatBranche.EnErreur enErreur) {
                out.println();
                out.println(vue.code() + " :");
                for (MotifErreur motif : enErreur.motifs()) {
                    Tableau.paragraph(out, "  - ", motif.phrase());
                }
            }
        }
    }

    /** What brings the branch of a code; empty when nothing does. */
    interface Origines {
        String of(String code);
    }
}
