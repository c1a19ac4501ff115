package fr.parchemin.console.internal;

import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Journal.Tete;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Transactions;
import fr.parchemin.journal.Verificateur;
import fr.parchemin.journal.Verification;
import java.io.PrintStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(
        scope = "parchemin",
        name = "journal-verifier",
        description = "Vérifie que le journal est tel qu’il a été écrit",
        detailedDescription = "Refait l’empreinte de chaque ligne, de la première à la dernière : une ligne changée,"
                + " retirée, ajoutée ou déplacée se voit. Échoue à la première rupture, qu’il désigne. Notez ailleurs la"
                + " tête qu’il affiche et donnez-la la fois suivante par --ancre : une chaîne récrite ou raccourcie par"
                + " qui pouvait tout changer se voit alors aussi.")
public final class JournalVerifierCommand implements Action {

    private static final Pattern ANCRE = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    @Option(
            name = "--ancre",
            description = "Tête relevée auparavant, rang:empreinte, par laquelle la chaîne doit passer")
    private String ancre;

    @Reference
    private Transactions transactions;

    @Reference
    private Journal journal;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        report(session.getConsole(), new Verificateur(transactions, journal).verify(anchor(ancre)));
        return null;
    }

    static Optional<Tete> anchor(String given) throws Echec {
        if (given == null) {
            return Optional.empty();
        }
        Matcher parts = ANCRE.matcher(given);
        if (!parts.matches()) {
            throw new Echec(
                    "--ancre attend rang:empreinte, tels que cette commande les affiche : un nombre, deux-points," + " "
                            + LigneJournal.ORIGINE.length() + " chiffres hexadécimaux.");
        }
        return Optional.of(new Tete(Long.parseLong(parts.group(1)), parts.group(2)));
    }

    static void report(PrintStream out, Verification verification) throws Echec {
        Tete tete = verification.tete();
        out.println(verification.lignes() + " ligne(s) intacte(s)");
        out.println("Tête : " + tete.rang() + ":" + tete.empreinte());
        if (verification.rupture().isPresent()) {
            throw new Echec("Journal rompu à la ligne "
                    + verification.rupture().get().rang() + " : "
                    + verification.rupture().get().phrase() + ".");
        }
        out.println("Journal intact.");
    }
}
