package fr.parchemin.mention.internal;

import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.delivrance.Presupposes;
import fr.parchemin.jury.Decision;
import fr.parchemin.mention.CalculMentions;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.regle.Regles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** No certificate without as many options as its groups ask for. */
@Component
public final class OptionsConstitutives implements Presupposes {

    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Regles regles;

    @Activate
    public OptionsConstitutives(
            @Reference Catalogue catalogue, @Reference Referentiels referentiels, @Reference Regles regles) {
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.regles = regles;
    }

    @Override
    public List<String> manques(Candidature candidature, Decision decision, LocalDate le) {
        Referentiel referentiel =
                referentiels.get(candidature.branche(), candidature.certification(), candidature.version());
        if (referentiel.groupesMentions().stream().noneMatch(groupe -> groupe.min() > 0)) {
            return List.of(); // no rule in code is asked for nothing
        }
        return CalculMentions.of(
                        referentiel,
                        Situations.of(candidature, Optional.of(decision), decision.opensCertificate(), catalogue, le),
                        regles.of(candidature.branche()))
                .manques();
    }
}
