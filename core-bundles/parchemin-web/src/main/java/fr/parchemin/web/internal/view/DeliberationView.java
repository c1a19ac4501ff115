package fr.parchemin.web.internal.view;

import fr.parchemin.acte.Refus;
import fr.parchemin.jury.CompositionJury;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.LiensCandidat;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.referentiel.Referentiel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One file before its jury.
 *
 * @param open whether the reader may record a decision now
 */
public record DeliberationView(
        Jury jury, Referentiel referentiel, Deliberations.DossierPresente dossier, boolean open, Form form) {
    /** Why a member may not sit for this candidate, empty when nothing stands in the way. */
    public Optional<String> excluded(MembreJury member) {
        return CompositionJury.excluded(referentiel.jury(), List.of(member), LiensCandidat.of(dossier.candidature()))
                .map(Refus::detail);
    }

    /** Whether a member who sits for this candidate has a voice. */
    public boolean votes(MembreJury member) {
        return CompositionJury.votes(referentiel.jury(), member, LiensCandidat.of(dossier.candidature()));
    }

    /** The members who may be asked for their vote on this candidate. */
    public List<MembreJury> voting() {
        return jury.membres().stream()
                .filter(m -> excluded(m).isEmpty() && votes(m))
                .toList();
    }

    public String member(UUID id) {
        return jury.membres().stream()
                .filter(m -> m.id().equals(id))
                .map(MembreJury::nom)
                .findFirst()
                .orElse("");
    }

    public String college(MembreJury member) {
        return referentiel.jury().colleges().stream()
                .filter(c -> c.code().equals(member.college()))
                .map(c -> c.intitule())
                .findFirst()
                .orElse(member.college());
    }
}
