package fr.parchemin.console.internal;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.spi.BranchePlugin;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;

@Service
@Command(
        scope = "parchemin",
        name = "cas",
        description = "Exécute les cas de référence d’une branche présente",
        detailedDescription = "Exécute les cas de référence de la définition que porte l’extension de la branche, avec"
                + " les règles mêmes que rencontrent les candidats. La commande échoue si un cas ne donne pas ce"
                + " qu’il annonce.")
public final class CasCommand implements Action {

    @Argument(index = 0, name = "branche", description = "Code de la branche", required = true)
    @Completion(BranchesCompleter.class)
    private String branche;

    @Argument(index = 1, name = "certification", description = "Seulement les cas de cette certification")
    @Completion(CertificationsCompleter.class)
    private String certification;

    @Argument(index = 2, name = "version", description = "Seulement ceux de cette version du référentiel")
    @Completion(VersionsCompleter.class)
    private String version;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        List<GoldenCases.Resultat> cas = new Plugins(context)
                        .with(branche, this::run)
                        .orElseThrow(() -> new Echec("aucune extension n’apporte la branche « " + branche
                                + " » en ce moment ; voyez parchemin:branches"))
                        .orElseThrow(() -> new Echec(
                                "la définition de « " + branche + " » n’est pas valide ; voyez parchemin:branches"))
                        .stream()
                        .filter(c -> certification == null || c.certification().equals(certification))
                        .filter(c -> version == null || c.version().equals(version))
                        .toList();
        if (cas.isEmpty()) {
            throw new Echec("aucun cas de référence ne correspond ; voyez les certifications avec parchemin:branches");
        }
        long failed = print(session.getConsole(), cas);
        if (failed > 0) {
            throw new Echec(failed + " cas sur " + cas.size() + " ne donnent pas ce qu’ils annoncent");
        }
        return null;
    }

    /** With the rules in code of the plugin, called guarded as at admission; empty when its definition is not valid. */
    private Optional<List<GoldenCases.Resultat>> run(BranchePlugin plugin) {
        try (GardeRegles.Essai essai = GardeRegles.standalone().examine(branche, plugin)) {
            return essai.definition()
                    .map(url -> DefinitionReader.standalone().read(url, essai.noms()))
                    .filter(DefinitionReader.Lecture.Valide.class::isInstance)
                    .map(lecture ->
                            GoldenCases.run(((DefinitionReader.Lecture.Valide) lecture).definition(), essai.regles()));
        }
    }

    static long print(PrintStream out, List<GoldenCases.Resultat> cas) {
        Tableau tableau = new Tableau("Certification", "Version", "N°", "Résultat", "Cas");
        for (GoldenCases.Resultat resultat : cas) {
            tableau.row(
                    resultat.certification(),
                    resultat.version(),
                    resultat.rang() + 1,
                    resultat.difference().isPresent() ? "ÉCHEC" : "conforme",
                    resultat.cas());
        }
        tableau.print(out);
        long failed = cas.stream().filter(c -> c.difference().isPresent()).count();
        cas.stream().flatMap(c -> c.motif().stream()).forEach(motif -> Tableau.paragraph(out, "- ", motif.phrase()));
        out.println(cas.size() + " cas, " + failed + " en échec.");
        return failed;
    }
}
