package fr.parchemin.branche;

import java.time.Instant;
import java.util.List;

/** Where a branch stands. */
public sealed interface EtatBranche {

    Instant depuis();

    /** Its stable name. */
    String code();

    /** Admitted: its certifications are open. */
    record Active(Instant depuis) implements EtatBranche {
        @Override
        public String code() {
            return "ACTIVE";
        }
    }

    /** There, but not admitted; nothing of it is used. */
    record EnErreur(Instant depuis, List<MotifErreur> motifs) implements EtatBranche {
        public EnErreur {
            motifs = List.copyOf(motifs);
        }

        @Override
        public String code() {
            return "EN_ERREUR";
        }
    }

    /** Known from before, its plugin is gone; its files stay readable. */
    record Absente(Instant depuis) implements EtatBranche {
        @Override
        public String code() {
            return "ABSENTE";
        }
    }
}
