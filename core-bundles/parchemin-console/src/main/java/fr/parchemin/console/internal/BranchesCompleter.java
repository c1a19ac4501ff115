package fr.parchemin.console.internal;

import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the codes of branches. */
@Service
public final class BranchesCompleter implements Completer {

    @Reference
    private Catalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(
                        catalogue.branches().stream().map(VueBranche::code).toList())
                .complete(session, line, candidates);
    }
}
