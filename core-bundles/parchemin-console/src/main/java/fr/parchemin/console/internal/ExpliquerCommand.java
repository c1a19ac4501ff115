package fr.parchemin.console.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Proposition.Explication;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(
        scope = "parchemin",
        name = "expliquer",
        description = "Explique, règle par règle, ce qui est proposé pour une candidature",
        detailedDescription = "Montre la proposition d’une candidature et l’explication de chaque règle : sur quelles"
                + " notes, avec quel résultat. Ce sont des données personnelles : la consultation est inscrite au"
                + " journal de la candidature, au nom de la console.")
public final class ExpliquerCommand implements Action {

    private static final String CONSOLE = "console";

    @Argument(name = "numéro", description = "Numéro de la candidature", required = true)
    private String numero;

    @Reference
    private Transactions transactions;

    @Reference
    private Candidatures candidatures;

    @Reference
    private Evaluations evaluations;

    @Reference
    private Session session;

    /** A file and what is proposed for it. */
    record Explique(Candidature candidature, Proposition proposition) {}

    @Override
    public Object execute() throws Exception {
        Outcome<Explique> read = read(String.valueOf(session.get("USER")));
        if (read.reason().isPresent()) {
            throw new Echec(read.reason().get().detail());
        }
        print(session.getConsole(), read.orElseThrow());
        return null;
    }

    /** Nothing is shown that the journal does not tell: the use case tells it before it answers. */
    private Outcome<Explique> read(String user) {
        return transactions
                .read(Perimetre.tout(Perimetre.Motif.CONSOLE), () -> candidatures.findByNumero(numero))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "candidature " + numero))
                .then(candidature -> evaluations
                        .proposition(reader(candidature.branche(), user), candidature.id())
                        .map(proposition -> new Explique(candidature, proposition)));
    }

    /** Who runs the platform may read what the secretariat of the branch may, and leaves a trace of it. */
    private static Acteur reader(String branche, String user) {
        return new Acteur(CONSOLE + "/" + user, user, Set.of(new Habilitation(Role.SECRETARIAT, branche)));
    }

    static void print(PrintStream out, Explique read) {
        Candidature candidature = read.candidature();
        Proposition proposition = read.proposition();
        out.println("Candidature " + candidature.numero() + " : " + candidature.certification() + " version "
                + candidature.version() + ", branche " + candidature.branche());
        out.println("État " + candidature.etat().code() + ", proposition " + proposition.proposition());
        Tableau.paragraph(out, "Référentiel ", proposition.empreinte());
        for (Proposition.PropositionBloc bloc : proposition.blocs()) {
            out.println();
            Tableau.paragraph(out, "", "Bloc " + bloc.code() + " : " + bloc.resultat() + " (" + bloc.intitule() + ")");
            explain(out, bloc.explications());
            if (!bloc.manques().isEmpty()) {
                Tableau.paragraph(out, "  ", "Épreuves encore attendues : " + String.join(", ", bloc.manques()));
            }
        }
        out.println();
        out.println("Du bloc au certificat :");
        explain(out, proposition.explications());
    }

    private static void explain(PrintStream out, List<Explication> explications) {
        for (Explication explication : explications) {
            Tableau.paragraph(
                    out,
                    "  ".repeat(explication.profondeur() + 1) + "- ",
                    explication.resultat() + " : " + explication.libelle() + " [" + explication.regle() + "]");
        }
    }
}
