package fr.parchemin.console.internal;

import fr.parchemin.branche.Catalogue;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the versions ever admitted of the certification typed before. */
@Service
public final class VersionsCompleter implements Completer {

    @Reference
    private Catalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(versions(catalogue, Mots.of(line, 1), Mots.of(line, 2)))
                .complete(session, line, candidates);
    }

    static List<String> versions(Catalogue catalogue, String branche, String certification) {
        return catalogue
                .certification(branche, certification, null)
                .fold(Catalogue.Version::versions, unknown -> List.of());
    }
}
