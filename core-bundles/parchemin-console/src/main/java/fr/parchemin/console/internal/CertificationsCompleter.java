package fr.parchemin.console.internal;

import fr.parchemin.branche.Catalogue;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the codes of the certifications of the branch typed before. */
@Service
public final class CertificationsCompleter implements Completer {

    @Reference
    private Catalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(codes(catalogue, Mots.of(line, 1))).complete(session, line, candidates);
    }

    static List<String> codes(Catalogue catalogue, String branche) {
        return catalogue
                .branche(branche)
                .fold(
                        vue -> vue.referentiels().stream()
                                .map(r -> r.referentiel().certification().code())
                                .toList(),
                        unknown -> List.of());
    }
}
