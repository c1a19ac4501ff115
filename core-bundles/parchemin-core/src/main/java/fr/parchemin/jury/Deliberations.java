package fr.parchemin.jury;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Composing juries, putting files before them, recording what they decide. */
public interface Deliberations {

    /** A member to be. */
    record Membre(
            String nom,
            String college,
            String identifiant,
            String employeur,
            Integer pratiqueAnnees,
            boolean president) {}

    /** A jury to compose. */
    record Composition(String branche, String certification, LocalDate date, String lieu, List<Membre> membres) {}

    /** A file before a jury: what the rules propose and what was decided. */
    record DossierPresente(Candidature candidature, Proposition proposition, Optional<Decision> decision) {}

    /** A jury with the files before it and the référentiel whose rule it follows. */
    record Seance(Jury jury, Referentiel referentiel, List<DossierPresente> dossiers) {}

    /**
     * A deliberation.
     *
     * @param presents members that sit
     * @param votes by code of bloc, one entry for each bloc of the référentiel
     * @param unanime by code of bloc, in place of the votes of that bloc: every voting member said the same
     */
    record Deliberation(
            Set<UUID> presents, Map<String, List<Vote>> votes, Map<String, Boolean> unanime, String motif) {}

    /** Part of the list of juries; see {@link Inscriptions.Page}. */
    record Page(List<Jury> elements, Optional<String> suivant) {}

    Outcome<Jury> compose(Acteur by, Composition composition);

    /** The certificateur validates the list of members. */
    Outcome<Jury> validate(Acteur by, UUID jury);

    /** The files that may be put before the jury now: of its certification, wholly marked or put off. At most 200. */
    Outcome<List<DossierPresente>> presentables(Acteur by, UUID jury);

    /** Puts files before the jury, all or none. */
    Outcome<Seance> present(Acteur by, UUID jury, Set<UUID> candidatures);

    /** Puts one file before the jury, as {@link #present} does, and shows nothing of the others. */
    Outcome<Void> presentOne(Acteur by, UUID jury, UUID candidature);

    Outcome<Decision> decide(Acteur by, UUID jury, UUID candidature, Deliberation deliberation);

    Outcome<Seance> find(Acteur by, UUID jury);

    Outcome<Page> list(Acteur by, String branche, String apres, int limite);

    /** The last decision on a file that the account may see. */
    Outcome<Optional<Decision>> decision(Acteur by, UUID candidature);
}
