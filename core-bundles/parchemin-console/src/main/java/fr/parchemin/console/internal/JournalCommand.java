package fr.parchemin.console.internal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Journal.Selection;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(
        scope = "parchemin",
        name = "journal",
        description = "Liste les lignes du journal : qui, quand, quoi",
        detailedDescription = "Les lignes les plus récentes d’abord, toutes ou celles d’un objet, par exemple"
                + " branche/metallurgie ou candidature/ suivi de son identifiant. Les valeurs personnelles ne sont pas"
                + " déchiffrées. La dernière ligne dit comment continuer.")
public final class JournalCommand implements Action {

    private static final int LIGNES_MAXIMUM = 1000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(HeureLegale.ZONE);

    @Argument(name = "objet", description = "Ce sur quoi portent les actes ; tout par défaut")
    private String objet;

    @Option(name = "--branche", description = "Seulement les lignes de cette branche")
    @Completion(BranchesCompleter.class)
    private String branche;

    @Option(name = "--acteur", description = "Seulement les actes de ce compte")
    private String acteur;

    @Option(name = "--avant", description = "Rang avant lequel continuer")
    private Long avant;

    @Option(name = "--limite", description = "Nombre de lignes")
    private int limite = 20;

    @Reference
    private Transactions transactions;

    @Reference
    private Journal journal;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        int size = Math.max(1, Math.min(limite, LIGNES_MAXIMUM));
        Selection selection = Selection.of(branche == null ? null : Set.of(branche), size + 1)
                .about(objet)
                .by(acteur)
                .before(avant);
        print(
                session.getConsole(),
                transactions.read(Perimetre.tout(Perimetre.Motif.JOURNAL), () -> journal.list(selection)),
                size);
        return null;
    }

    /**
     * Prints a page.
     *
     * @param lines one more than the page holds when there are more
     */
    static void print(PrintStream out, List<Acte> lines, int size) {
        if (lines.isEmpty()) {
            out.println("Aucune ligne.");
            return;
        }
        List<Acte> page = lines.subList(0, Math.min(size, lines.size()));
        Tableau tableau = new Tableau("Rang", "Le", "Acteur", "Objet", "Acte", "Détail");
        for (Acte acte : page) {
            tableau.row(
                    acte.rang(),
                    MOMENT.format(acte.le()),
                    acte.auNomDe() == null ? acte.acteur() : acte.acteur() + " pour " + acte.auNomDe(),
                    acte.objet(),
                    acte.nature(),
                    acte.detail());
        }
        tableau.print(out);
        if (lines.size() > size) {
            out.println("Suite : --avant " + page.get(page.size() - 1).rang());
        }
    }
}
