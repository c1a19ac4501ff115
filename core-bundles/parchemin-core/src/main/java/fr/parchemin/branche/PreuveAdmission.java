package fr.parchemin.branche;

import fr.parchemin.regle.ReglesBranche;
import java.util.List;

/** Port: the proof that a definition does what it says, asked before a branch is admitted. */
public interface PreuveAdmission {

    /**
     * Runs the golden cases, asking these for the rules in code; the reasons for which the branch is not admitted, empty when all came out as
     * expected.
     */
    List<MotifErreur> prove(DefinitionBranche definition, ReglesBranche regles);
}
