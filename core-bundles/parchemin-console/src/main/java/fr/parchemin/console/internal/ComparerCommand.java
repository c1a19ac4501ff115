package fr.parchemin.console.internal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.console.internal.Differences.Difference;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Snapshots;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(
        scope = "parchemin",
        name = "comparer",
        description = "Compare deux versions admises d’un référentiel",
        detailedDescription = "Dit ce qui a changé entre deux versions, par le sens : blocs, compétences, critères,"
                + " épreuves, règles, seuils et textes, rapprochés par leurs codes. Changer l’ordre n’est pas une"
                + " différence.")
public final class ComparerCommand implements Action {

    @Argument(index = 0, name = "branche", description = "Code de la branche", required = true)
    @Completion(BranchesCompleter.class)
    private String branche;

    @Argument(index = 1, name = "certification", description = "Code de la certification", required = true)
    @Completion(CertificationsCompleter.class)
    private String certification;

    @Argument(index = 2, name = "avant", description = "Version de départ", required = true)
    @Completion(VersionsCompleter.class)
    private String avant;

    @Argument(index = 3, name = "après", description = "Version d’arrivée", required = true)
    @Completion(VersionsCompleter.class)
    private String apres;

    @Reference
    private Catalogue catalogue;

    @Reference
    private Transactions transactions;

    @Reference
    private Snapshots snapshots;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        JsonNode before = read(avant);
        JsonNode after = read(apres);
        print(session.getConsole(), avant, apres, Differences.between(before, after));
        return null;
    }

    private JsonNode read(String version) throws Echec {
        return transactions
                .read(() -> snapshots.find(branche, certification, version))
                .map(snapshot -> DefinitionJson.read(snapshot.contenu(), JsonNode.class))
                .orElseThrow(() -> new Echec(unknown(version)));
    }

    /** The words of the catalogue say whether it is the branch, the certification or the version that is not known. */
    private String unknown(String version) {
        return catalogue
                .certification(branche, certification, version)
                .reason()
                .map(refus -> refus.detail())
                .orElse("la version « " + version + " » n’a jamais été admise");
    }

    static void print(PrintStream out, String avant, String apres, List<Difference> differences) {
        if (differences.isEmpty()) {
            out.println("Les versions " + avant + " et " + apres + " disent la même chose.");
            return;
        }
        Tableau tableau = new Tableau("Où", avant, apres);
        differences.forEach(d -> tableau.row(d.ou(), d.avant(), d.apres()));
        tableau.print(out);
        out.println(differences.size() == 1 ? "1 différence." : differences.size() + " différences.");
    }
}
