package fr.parchemin.personne.internal;

import static fr.parchemin.acte.Perimetre.Motif.PERSONNE;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.Certificats;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import fr.parchemin.personne.Lien;
import fr.parchemin.personne.MonParcours;
import fr.parchemin.personne.Personne;
import fr.parchemin.personne.Personnes;
import fr.parchemin.personne.TitreAilleurs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the files within what the account may reach, and what belongs to the person past it. Three queries a file for its
 * parts and its person, and a handful for the rest.
 */
@Component
public final class TransactionalMonParcours implements MonParcours {

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Decisions decisions;
    private final Certificats certificats;
    private final Personnes personnes;

    @Activate
    public TransactionalMonParcours(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Decisions decisions,
            @Reference Certificats certificats,
            @Reference Personnes personnes) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.decisions = decisions;
        this.certificats = certificats;
        this.personnes = personnes;
    }

    @Override
    public Outcome<Parcours> of(Acteur by) {
        return Outcome.unless(by.lacksAnywhere(Droit.PARCOURS_LIRE), by).map(this::read);
    }

    private Parcours read(Acteur by) {
        List<Candidature> own = DossiersDeLaPersonne.of(by, Droit.PARCOURS_LIRE, transactions, candidatures);
        Map<UUID, Decision> decided = transactions.read(
                by.perimetre(),
                () -> decisions.lastOf(own.stream()
                        .filter(file -> by.may(Droit.DECISION_LIRE, file.asObjet()))
                        .map(Candidature::id)
                        .toList()));
        return transactions.read(Perimetre.tout(PERSONNE), () -> {
            Map<UUID, UUID> roots = roots(own);
            Map<UUID, List<UUID>> linked = Set.copyOf(roots.values()).stream()
                    .collect(Collectors.toMap(Function.identity(), personnes::linkedTo));
            List<UUID> same = linked.values().stream().flatMap(List::stream).toList();
            Map<UUID, Certificat> held = certificats.ofPersonnes(same).stream()
                    .collect(Collectors.toMap(
                            Certificat::candidature, Function.identity(), (one, other) -> other, LinkedHashMap::new));
            List<Inscription> inscriptions = own.stream()
                    .map(file -> new Inscription(
                            file,
                            roots.get(file.personne()),
                            Optional.ofNullable(decided.get(file.id())),
                            Optional.ofNullable(held.get(file.id()))
                                    .filter(c -> by.may(Droit.CERTIFICAT_LIRE, file.asObjet()))))
                    .toList();
            own.forEach(file -> held.remove(file.id()));
            return new Parcours(
                    inscriptions,
                    held.values().stream().map(TitreAilleurs::of).toList(),
                    shared(by, own, roots, linked),
                    questions(by, own, roots, same));
        });
    }

    /** The root of the person of each file, by that person. */
    private Map<UUID, UUID> roots(List<Candidature> own) {
        Map<UUID, UUID> roots = new LinkedHashMap<>();
        own.forEach(file -> roots.computeIfAbsent(
                file.personne(), id -> personnes.find(id).map(Personne::racine).orElse(id)));
        return roots;
    }

    private List<PartageAccorde> shared(
            Acteur by, List<Candidature> own, Map<UUID, UUID> roots, Map<UUID, List<UUID>> linked) {
        List<UUID> same = linked.values().stream().flatMap(List::stream).toList();
        List<PartageAccorde> shared = new ArrayList<>();
        personnes.partagesOf(same).forEach(partage -> own.stream()
                .filter(file -> by.may(Droit.TITRE_PARTAGER, file.asObjet()))
                .filter(file -> linked.get(roots.get(file.personne())).contains(partage.personne()))
                .findFirst()
                .ifPresent(file -> shared.add(new PartageAccorde(partage, file.id()))));
        return shared;
    }

    private List<Question> questions(Acteur by, List<Candidature> own, Map<UUID, UUID> roots, List<UUID> same) {
        List<Question> questions = new ArrayList<>();
        for (Lien lien : personnes.unanswered(roots.keySet(), same)) {
            UUID connue = personnes.find(lien.connue()).map(Personne::racine).orElse(lien.connue());
            Optional<Candidature> fresh = own.stream()
                    .filter(file -> file.personne().equals(lien.personne()))
                    .findFirst();
            Optional<Candidature> known = own.stream()
                    .filter(file -> roots.get(file.personne()).equals(connue))
                    .findFirst();
            boolean open = fresh.isPresent()
                    && known.isPresent()
                    && !roots.get(lien.personne()).equals(connue)
                    && by.may(Droit.RATTACHEMENT_REPONDRE, fresh.get().asObjet());
            if (open) {
                questions.add(new Question(lien.empreinte(), fresh.get(), known.get()));
            }
        }
        return questions;
    }
}
