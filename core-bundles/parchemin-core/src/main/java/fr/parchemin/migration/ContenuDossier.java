package fr.parchemin.migration;

import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.evaluation.Saisie;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that a migration may change of a file, so that it can be put back exactly.
 *
 * @param empreinte hash of the snapshot of {@code version}
 * @param etat its stable name
 * @param jury the jury that the state names, {@code null} for the others
 * @param saisies in the order of épreuve, évaluateur and passage
 */
public record ContenuDossier(
        String version,
        String empreinte,
        String intitule,
        String etat,
        UUID jury,
        Map<String, ConstatPrerequis> constats,
        Set<String> evaluateurs,
        List<Saisie> saisies) {

    public ContenuDossier {
        constats = Collections.unmodifiableMap(new LinkedHashMap<>(constats));
        evaluateurs = Set.copyOf(evaluateurs);
        saisies = saisies.stream().sorted(Saisie.ORDRE).toList();
    }

    /** The file as it stands. */
    public static ContenuDossier of(Candidature candidature, List<Saisie> saisies) {
        return new ContenuDossier(
                candidature.version(),
                candidature.empreinte(),
                candidature.intitule(),
                candidature.etat().code(),
                candidature.etat().jury(),
                candidature.constats(),
                candidature.evaluateurs(),
                saisies);
    }

    /** The file put back to this; its marks are kept apart from it. */
    public Candidature restore(Candidature candidature) {
        return candidature.under(version, empreinte, intitule, EtatCandidature.of(etat, jury), constats, evaluateurs);
    }
}
