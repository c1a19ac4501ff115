package fr.parchemin.console.internal;

import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.VersionsAdmises;
import fr.parchemin.depot.Validation;
import fr.parchemin.referentiel.Snapshots;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
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
        name = "valider",
        description = "Valide la définition d’une branche avant de la déposer",
        detailedDescription = "Lit la définition comme le ferait la plateforme et dit tout ce qui ne va pas : schéma,"
                + " cohérence, cas de référence, versions déjà admises avec un autre contenu. Rien n’est installé ni"
                + " enregistré. La commande échoue s’il y a au moins une objection.")
public final class ValiderCommand implements Action {

    @Argument(name = "artefact", description = "branche.yaml, dossier, .zip ou .jar à valider", required = true)
    @Completion(FichiersCompleter.class)
    private String artefact;

    @Reference
    private Transactions transactions;

    @Reference
    private Snapshots snapshots;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Path path = session.currentDir().resolve(artefact).normalize();
        Validation validation = Validation.of(path, DefinitionReader.standalone());
        List<MotifErreur> motifs = new ArrayList<>(validation.motifs());
        validation
                .definition()
                .ifPresent(definition -> motifs.addAll(VersionsAdmises.changed(transactions, snapshots, definition)));
        print(session.getConsole(), validation, motifs);
        if (!motifs.isEmpty()) {
            throw new Echec(path.getFileName() + " : "
                    + (motifs.size() == 1 ? "une objection" : motifs.size() + " objections"));
        }
        return null;
    }

    static void print(PrintStream out, Validation validation, List<MotifErreur> motifs) {
        validation.definition().ifPresent(definition -> {
            out.println("Branche " + definition.branche().code() + ", "
                    + definition.branche().nom());
            Tableau tableau = new Tableau("Certification", "Version", "En vigueur", "Fichier");
            definition
                    .referentiels()
                    .forEach(v -> tableau.row(
                            v.referentiel().certification().code(),
                            v.referentiel().version(),
                            v.referentiel().enVigueurDu(),
                            v.fichier()));
            tableau.print(out);
            out.println(validation.cas() + " cas de référence passés en revue.");
        });
        if (motifs.isEmpty()) {
            out.println("Aucune objection : cette définition serait admise.");
        }
        for (MotifErreur motif : motifs) {
            Tableau.paragraph(out, "- ", motif.code() + " : " + motif.phrase());
        }
    }
}
