package fr.parchemin.personne.internal;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Candidatures.Voisine;
import fr.parchemin.candidature.Identite;
import fr.parchemin.candidature.Identites;
import fr.parchemin.personne.Personne;
import fr.parchemin.personne.Personnes;
import fr.parchemin.personne.Rattachements;
import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person for each file: one in a branch, whatever other branches know. */
@Component
public final class IdentitesDesPersonnes implements Identites {

    private static final Logger LOG = LoggerFactory.getLogger(IdentitesDesPersonnes.class);
    private static final int VOISINES_MAXIMUM = 200;

    private final Personnes personnes;
    private final Candidatures candidatures;
    private final Rattachements rattachements;
    private final Clock clock;

    @Activate
    public IdentitesDesPersonnes(
            @Reference Personnes personnes,
            @Reference Candidatures candidatures,
            @Reference Rattachements rattachements) {
        this(personnes, candidatures, rattachements, HeureLegale.clock());
    }

    public IdentitesDesPersonnes(
            Personnes personnes, Candidatures candidatures, Rattachements rattachements, Clock clock) {
        this.personnes = personnes;
        this.candidatures = candidatures;
        this.rattachements = rattachements;
        this.clock = clock;
    }

    @Override
    public UUID of(String branche, Candidat candidat) {
        return candidatures.neighbours(branche, candidat.dateNaissance(), VOISINES_MAXIMUM).stream()
                .filter(v -> Identite.of(v.candidat(), candidat) == Identite.EGALE)
                .findFirst()
                .map(Voisine::personne)
                .orElseGet(() -> {
                    Personne fresh = new Personne(UUID.randomUUID(), candidat, clock.instant(), null);
                    personnes.add(fresh);
                    return fresh.id();
                });
    }

    @Override
    public void applied(UUID personne, Candidat candidat) {
        try {
            rattachements.propose(new Personne(personne, candidat, clock.instant(), null));
        } catch (RuntimeException failed) {
            // The file is there; that the person is known elsewhere can be asked another time.
            LOG.warn("it could not be looked up whether a person is known", failed);
        }
    }
}
