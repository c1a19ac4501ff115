package fr.parchemin.web.internal.view;

import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.referentiel.Referentiel;
import java.util.UUID;

/**
 * One file before its jury.
 *
 * @param open whether the reader may record a decision now
 */
public record DeliberationView(
        Jury jury, Referentiel referentiel, Deliberations.DossierPresente dossier, boolean open, Form form) {
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
