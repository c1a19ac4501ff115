package fr.parchemin.evaluation;

import fr.parchemin.evaluation.Proposition.Explication;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleCertificat;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What the rule of the certificate makes of the blocs that a jury validated. Rules that count blocs are read on its votes;
 * on the others (mean, duration, rule in code) a jury does not vote, they stand as proposed, except that validating every
 * bloc satisfies any of them: the jury is sovereign.
 */
public final class CertificatVote {

    private final Referentiel referentiel;
    private final Set<String> valides;
    private final Iterator<Explication> proposed;

    private CertificatVote(Referentiel referentiel, Proposition proposition, Set<String> valides) {
        this.referentiel = referentiel;
        this.valides = valides;
        this.proposed = proposition.explications().iterator();
    }

    /**
     * Whether the certificate is reached.
     *
     * @param valides codes of the blocs that the jury validated
     */
    public static boolean isReached(Referentiel referentiel, Proposition proposition, Set<String> valides) {
        if (referentiel.blocs().stream().map(BlocCompetences::code).allMatch(valides::contains)) {
            return true;
        }
        return new CertificatVote(referentiel, proposition, valides).holds(referentiel.regle());
    }

    /** In the order of the lines of the explanation, one a rule. */
    private boolean holds(RegleCertificat regle) {
        boolean asProposed = proposed.hasNext() && proposed.next().resultat() == Verdict.SATISFAITE;
        if (regle instanceof RegleCertificat.TousBlocs tous) {
            return count(tous.blocs()) >= size(tous.blocs());
        }
        if (regle instanceof RegleCertificat.BlocsAuMoins atLeast) {
            return count(atLeast.blocs()) >= atLeast.nombre();
        }
        if (regle instanceof RegleCertificat.Toutes toutes) {
            return holding(toutes.regles()) == toutes.regles().size();
        }
        if (regle instanceof RegleCertificat.AuMoins auMoins) {
            return holding(auMoins.regles()) >= auMoins.nombre();
        }
        return asProposed;
    }

    private int holding(List<RegleCertificat> regles) {
        int holding = 0;
        for (RegleCertificat part : regles) {
            if (holds(part)) {
                holding++;
            }
        }
        return holding;
    }

    private long count(Collection<String> blocs) {
        return blocs.isEmpty()
                ? valides.size()
                : blocs.stream().filter(valides::contains).count();
    }

    private int size(Collection<String> blocs) {
        return blocs.isEmpty() ? referentiel.blocs().size() : blocs.size();
    }
}
