package fr.parchemin.liste.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Registre;
import fr.parchemin.delivrance.Delivrances;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.liste.ActesEnLot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The single acts, one after the other; no rule of theirs is said again here. */
@Component
public final class OneByOne implements ActesEnLot {

    private final Registre registre;
    private final Inscriptions inscriptions;
    private final Deliberations deliberations;
    private final Delivrances delivrances;

    @Activate
    public OneByOne(
            @Reference Registre registre,
            @Reference Inscriptions inscriptions,
            @Reference Deliberations deliberations,
            @Reference Delivrances delivrances) {
        this.registre = registre;
        this.inscriptions = inscriptions;
        this.deliberations = deliberations;
        this.delivrances = delivrances;
    }

    @Override
    public Outcome<Bilan> designateEvaluateurs(Acteur by, Set<UUID> candidatures, Set<String> evaluateurs) {
        return each(
                by,
                Droit.EVALUATEURS_DESIGNER,
                candidatures,
                file -> file.etat() instanceof EtatCandidature.EnEvaluation
                        && file.evaluateurs().equals(evaluateurs),
                id -> inscriptions.designateEvaluateurs(by, id, evaluateurs));
    }

    @Override
    public Outcome<Bilan> present(Acteur by, UUID jury, Set<UUID> candidatures) {
        return deliberations
                .find(by, jury)
                .then(known -> each(
                        by,
                        Droit.JURY_PRESENTER,
                        candidatures,
                        file -> file.etat() instanceof EtatCandidature.Presentee before
                                && before.jury().equals(jury),
                        id -> deliberations.presentOne(by, jury, id)));
    }

    @Override
    public Outcome<Bilan> deliver(Acteur by, Set<UUID> candidatures, String lieu) {
        return each(
                by,
                Droit.CERTIFICAT_DELIVRER,
                candidatures,
                file -> file.etat() instanceof EtatCandidature.Delivree,
                id -> delivrances.deliver(by, id, lieu));
    }

    private Outcome<Bilan> each(
            Acteur by,
            Droit droit,
            Set<UUID> candidatures,
            Predicate<Candidature> isDone,
            Function<UUID, Outcome<?>> act) {
        if (candidatures.isEmpty()) {
            return Outcome.refused(CodeRefus.CHAMP_MANQUANT, "candidatures");
        }
        if (candidatures.size() > LOT_MAXIMAL) {
            return Outcome.refused(CodeRefus.LOT_TROP_GRAND, LOT_MAXIMAL);
        }
        Map<UUID, Candidature> seen = registre.among(by, candidatures).stream()
                .collect(Collectors.toMap(Candidature::id, Function.identity()));
        List<Resultat> resultats = new ArrayList<>();
        for (UUID id : candidatures) {
            Optional<Candidature> file = Optional.ofNullable(seen.get(id));
            boolean done = file.filter(c -> by.may(droit, c.asObjet()) && isDone.test(c))
                    .isPresent();
            Optional<Refus> refus = done ? Optional.empty() : act.apply(id).reason();
            resultats.add(new Resultat(
                    id,
                    file.map(Candidature::numero),
                    file.map(c -> c.candidat().nomComplet()),
                    done ? Issue.DEJA_FAIT : refus.isPresent() ? Issue.REFUSE : Issue.FAIT,
                    refus));
        }
        return Outcome.done(new Bilan(resultats));
    }
}
