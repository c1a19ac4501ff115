package fr.parchemin.mention;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import java.util.UUID;

/** Use case: the mentions that the candidate of a file may be granted, as the file stands. */
public interface Mentions {

    /**
     * Reckons them for today, with what the platform knows of the file: the blocs and the certificate that the last decision
     * gave, the prerequisites established, the accreditations of the branch. Rights to practise, months of practice and
     * mentions obtained are not kept by files, so conditions about them are told as not met.
     *
     * <p>A rule in code that gives no answer is a {@link MentionsPossibles.Verdict#NON_CALCULEE} mention, never a refusal.
     */
    Outcome<MentionsPossibles> ofCandidature(Acteur by, UUID candidature);
}
