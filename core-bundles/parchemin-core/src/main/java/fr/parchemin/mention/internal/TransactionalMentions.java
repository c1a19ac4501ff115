package fr.parchemin.mention.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Certificats;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import fr.parchemin.mention.CalculMentions;
import fr.parchemin.mention.Mentions;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.mention.SituationMention;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.regle.Regles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the file in one transaction, then asks the rules outside it: no wait holds a transaction. */
@Component
public final class TransactionalMentions implements Mentions {

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Decisions decisions;
    private final Certificats certificats;
    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Regles regles;
    private final Clock clock;

    @Activate
    public TransactionalMentions(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Decisions decisions,
            @Reference Certificats certificats,
            @Reference Catalogue catalogue,
            @Reference Referentiels referentiels,
            @Reference Regles regles) {
        this(transactions, candidatures, decisions, certificats, catalogue, referentiels, regles, HeureLegale.clock());
    }

    public TransactionalMentions(
            Transactions transactions,
            Candidatures candidatures,
            Decisions decisions,
            Certificats certificats,
            Catalogue catalogue,
            Referentiels referentiels,
            Regles regles,
            Clock clock) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.decisions = decisions;
        this.certificats = certificats;
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.regles = regles;
        this.clock = clock;
    }

    private record Lu(Candidature candidature, Optional<Decision> decision, Optional<Certificat> certificat) {}

    @Override
    public Outcome<MentionsPossibles> ofCandidature(Acteur by, UUID id) {
        Outcome<Lu> read = transactions.read(
                by.perimetre(), () -> Candidature.allowed(by, Droit.DECISION_LIRE, candidatures.find(id), id)
                        .map(c -> new Lu(
                                c, decisions.lastOf(id).filter(Decision::isFinal), certificats.findByCandidature(id))));
        return read.map(lu -> CalculMentions.of(
                referentiels.get(
                        lu.candidature().branche(),
                        lu.candidature().certification(),
                        lu.candidature().version()),
                situation(lu, LocalDate.now(clock)),
                regles.of(lu.candidature().branche())));
    }

    private SituationMention situation(Lu lu, LocalDate today) {
        boolean obtained = lu.decision().filter(Decision::opensCertificate).isPresent()
                && lu.certificat()
                        .filter(c -> c.statut() == Certificat.Statut.REVOQUE)
                        .isEmpty();
        return Situations.of(lu.candidature(), lu.decision(), obtained, catalogue, today);
    }
}
