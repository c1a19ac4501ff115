package fr.parchemin.journal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Journal.Tete;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.journal.Verification.Nature;
import fr.parchemin.journal.Verification.Rupture;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the chain from its first line to where it ended when the going began. A thousand lines at a time, each
 * thousand in a transaction of its own: the memory it takes does not grow with the journal, and no view of the database is
 * held open. What is appended meanwhile is for the next time.
 */
public final class Verificateur {

    private static final int LIGNES_A_LA_FOIS = 1000;

    private final Transactions transactions;
    private final Journal journal;

    public Verificateur(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /**
     * Verifies everything.
     *
     * @param ancre an end of the chain that was written down before, elsewhere; the chain must go through it
     */
    public Verification verify(Optional<Tete> ancre) {
        Tete end = transactions.read(Perimetre.tout(Perimetre.Motif.JOURNAL), journal::head);
        Passage passage = new Passage(ancre);
        List<LigneJournal> lines;
        do {
            long behind = passage.read;
            lines = transactions.read(
                    Perimetre.tout(Perimetre.Motif.JOURNAL), () -> journal.lines(behind, end.rang(), LIGNES_A_LA_FOIS));
            for (LigneJournal line : lines) {
                Optional<Rupture> rupture = passage.next(line);
                if (rupture.isPresent()) {
                    return passage.ending(rupture);
                }
            }
        } while (!lines.isEmpty());
        return passage.ending(passage.end(end));
    }

    /** How far the going is. */
    private static final class Passage {
        private final Optional<Tete> ancre;
        private String precedente = LigneJournal.ORIGINE;
        private long read = Long.MIN_VALUE;
        private long sound;
        private long lignes;
        private boolean chained;
        private boolean anchored;

        Passage(Optional<Tete> ancre) {
            this.ancre = ancre;
        }

        /** Takes in a line; what is wrong with it. */
        Optional<Rupture> next(LigneJournal line) {
            if (chained && line.rang() != read + 1) {
                return broken(
                        read + 1,
                        Nature.MANQUANTE,
                        "la ligne " + (read + 1) + " manque : la suivante porte le rang " + line.rang());
            }
            boolean begins = line.nature().equals(Acte.Nature.JOURNAL_ENCHAINE.name());
            String seal = line.sealedBehind(precedente);
            // Lines from before the chain bear no hash of their own; the line that begins it answers for them.
            if (line.empreinte() == null ? chained || begins : !line.empreinte().equals(seal)) {
                return broken(
                        line.rang(),
                        Nature.MODIFIEE,
                        "la ligne " + line.rang() + " n’est pas telle qu’elle a été écrite, ou ce qui la précède"
                                + " a changé");
            }
            chained |= line.empreinte() != null;
            if (ancre.isPresent() && ancre.get().rang() == line.rang()) {
                if (!ancre.get().empreinte().equals(seal)) {
                    return broken(
                            line.rang(),
                            Nature.ANCRE,
                            "la ligne " + line.rang() + " n’a pas l’empreinte relevée : la chaîne a été récrite"
                                    + " jusque-là");
                }
                anchored = true;
            }
            precedente = seal;
            read = line.rang();
            sound = line.rang();
            lignes++;
            return Optional.empty();
        }

        /** What is wrong with where the chain ends. */
        Optional<Rupture> end(Tete end) {
            if (end.rang() != sound || !end.empreinte().equals(precedente)) {
                return broken(
                        sound + 1,
                        Nature.TETE,
                        end.rang() > sound
                                ? "le journal s’arrête à la ligne " + sound + " alors qu’il en a compté jusqu’à "
                                        + end.rang()
                                : "la dernière ligne n’a pas l’empreinte que le journal a retenue");
            }
            return ancre.isEmpty() || anchored
                    ? Optional.empty()
                    : broken(
                            sound + 1,
                            Nature.ANCRE,
                            "le journal s’arrête à la ligne " + sound + ", avant la ligne relevée, "
                                    + ancre.get().rang());
        }

        private static Optional<Rupture> broken(long rang, Nature nature, String phrase) {
            return Optional.of(new Rupture(rang, nature, Typographie.francaise(phrase)));
        }

        Verification ending(Optional<Rupture> rupture) {
            return new Verification(lignes, new Tete(sound, precedente), rupture);
        }
    }
}
