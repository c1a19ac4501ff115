package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.evaluation.PropositionEngine;
import fr.parchemin.golden.FichierCas.Candidat;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Deliberer;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.LiensCandidat;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.Vote;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the voices of a jury that sits come to; every member says the same on each bloc. */
final class CasVote implements EspeceDeCas {

    record Situation(List<Membre> membres, Candidat candidat) {}

    /**
     * @param vote {@code null}: the member says nothing, as one without a vote has to
     */
    record Membre(
            String nom,
            String college,
            String employeur,
            Integer pratiqueAnnees,
            boolean president,
            Boolean present,
            Vote.Sens vote) {}

    @Override
    public String cle() {
        return "vote";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        return EspeceDeCas.compared(
                "décision attendue",
                attendu.asText(),
                obtained(referentiel, DefinitionJson.read(situation, Situation.class)));
    }

    private static String obtained(Referentiel referentiel, Situation asked) {
        List<MembreJury> membres = new ArrayList<>();
        Set<UUID> presents = new HashSet<>();
        List<Vote> given = new ArrayList<>();
        for (Membre membre : asked.membres()) {
            UUID id = new UUID(0, membres.size() + 1L);
            membres.add(new MembreJury(
                    id,
                    membre.nom() == null ? membre.college() : membre.nom(),
                    membre.college(),
                    null,
                    membre.employeur(),
                    membre.pratiqueAnnees(),
                    membre.president()));
            if (!Boolean.FALSE.equals(membre.present())) {
                presents.add(id);
            }
            if (membre.vote() != null) {
                given.add(new Vote(id, membre.vote()));
            }
        }
        Map<String, List<Vote>> votes = new HashMap<>();
        for (BlocCompetences bloc : referentiel.blocs()) {
            votes.put(bloc.code(), given);
        }
        return Deliberer.deliberate(
                        referentiel,
                        jury(referentiel, membres),
                        liens(asked.candidat()),
                        PropositionEngine.propose(referentiel, "", List.of(), Set.of()),
                        new Deliberations.Deliberation(presents, votes, Map.of(), "cas de référence"))
                .fold(done -> done.issue().name(), refus -> refus.code().name());
    }

    private static Jury jury(Referentiel referentiel, List<MembreJury> membres) {
        return new Jury(
                new UUID(0, 0),
                "J-0000-000000",
                "",
                referentiel.certification().code(),
                referentiel.certification().intitule(),
                referentiel.version(),
                LocalDate.EPOCH,
                null,
                membres,
                "",
                Instant.EPOCH,
                null,
                null,
                0);
    }

    private static LiensCandidat liens(Candidat candidat) {
        return candidat == null
                ? new LiensCandidat(Set.of(), Set.of(), List.of(), null, null)
                : new LiensCandidat(
                        Set.of(),
                        Set.copyOf(candidat.evaluateurs()),
                        candidat.formateurs(),
                        candidat.entreprise(),
                        candidat.organisme());
    }
}
