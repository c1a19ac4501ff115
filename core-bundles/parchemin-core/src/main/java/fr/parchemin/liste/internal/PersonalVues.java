package fr.parchemin.liste.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.liste.Liste;
import fr.parchemin.liste.MesVues;
import fr.parchemin.liste.VueEnregistree;
import fr.parchemin.liste.VuesEnregistrees;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Views kept by account, each change in one transaction. */
@Component
public final class PersonalVues implements MesVues {

    /** More than every criterion of a list with every state. */
    private static final int VALEURS_MAXIMUM = 40;

    private final Transactions transactions;
    private final VuesEnregistrees vues;
    private final Comptes comptes;
    private final Clock clock;

    @Activate
    public PersonalVues(
            @Reference Transactions transactions, @Reference VuesEnregistrees vues, @Reference Comptes comptes) {
        this(transactions, vues, comptes, HeureLegale.clock());
    }

    public PersonalVues(Transactions transactions, VuesEnregistrees vues, Comptes comptes, Clock clock) {
        this.transactions = transactions;
        this.vues = vues;
        this.comptes = comptes;
        this.clock = clock;
    }

    @Override
    public List<VueEnregistree> list(Acteur by, Liste liste) {
        return transactions.read(() -> vues.of(by.identifiant(), liste));
    }

    @Override
    public Outcome<VueEnregistree> keep(Acteur by, Nouvelle nouvelle) {
        String identifiant = by.identifiant();
        Optional<Refus> wrong = Champs.requiredLine("nom", nouvelle.nom(), NOM_MAXIMAL)
                .or(() -> wrong(nouvelle.liste(), nouvelle.criteres()));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(() -> {
            // Who came by a personal link has no account to keep anything under.
            if (comptes.find(identifiant).isEmpty()) {
                return Outcome.refused(CodeRefus.ACCES_REFUSE, Droit.VUES_GERER.libelle());
            }
            vues.lock(identifiant);
            List<VueEnregistree> kept = vues.of(identifiant, nouvelle.liste());
            if (kept.size() >= VUES_MAXIMUM) {
                return Outcome.refused(CodeRefus.VUES_TROP_NOMBREUSES, VUES_MAXIMUM);
            }
            VueEnregistree vue = new VueEnregistree(
                    UUID.randomUUID(),
                    identifiant,
                    nouvelle.liste(),
                    Textes.tidy(nouvelle.nom()),
                    nouvelle.criteres(),
                    nouvelle.defaut(),
                    clock.instant());
            return Outcome.unless(taken(kept, vue), vue).map(fresh -> {
                vues.add(fresh);
                return fresh;
            });
        });
    }

    @Override
    public Outcome<VueEnregistree> change(Acteur by, UUID id, String nom, Boolean defaut) {
        Optional<Refus> wrong = nom == null ? Optional.empty() : Champs.requiredLine("nom", nom, NOM_MAXIMAL);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(() -> {
            vues.lock(by.identifiant());
            return vues.find(by.identifiant(), id)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(unknown(id)))
                    .then(vue -> {
                        VueEnregistree next = vue.named(nom == null ? vue.nom() : Textes.tidy(nom))
                                .withDefaut(defaut == null ? vue.defaut() : defaut);
                        return Outcome.unless(taken(vues.of(by.identifiant(), vue.liste()), next), next);
                    })
                    .map(next -> {
                        vues.update(next);
                        return next;
                    });
        });
    }

    @Override
    public Outcome<Void> remove(Acteur by, UUID id) {
        return transactions.write(
                () -> vues.remove(by.identifiant(), id) ? Outcome.done(null) : Outcome.refused(unknown(id)));
    }

    private static Refus unknown(UUID id) {
        return Refus.of(CodeRefus.RESSOURCE_INCONNUE, "vue " + id);
    }

    private static Optional<Refus> taken(List<VueEnregistree> kept, VueEnregistree vue) {
        return kept.stream()
                .filter(other -> !other.id().equals(vue.id()))
                .filter(other -> other.nom().equalsIgnoreCase(vue.nom()))
                .findFirst()
                .map(other -> Refus.of(CodeRefus.VUE_EXISTANTE, other.nom()));
    }

    /** Whether the criteria are ones of the list; whether they still find something shows when the view is opened. */
    private static Optional<Refus> wrong(Liste liste, Map<String, List<String>> criteres) {
        Optional<Refus> foreign = criteres.keySet().stream()
                .filter(name -> !liste.criteres().contains(name))
                .findFirst()
                .map(name -> Refus.of(
                        CodeRefus.CHAMP_INCONNU,
                        "criteres." + name,
                        String.join(", ", new TreeSet<>(liste.criteres()))));
        int values = criteres.values().stream().mapToInt(List::size).sum();
        return foreign.or(() -> values > VALEURS_MAXIMUM
                        ? Optional.of(Refus.of(
                                CodeRefus.CHAMP_INVALIDE, "criteres", "plus de " + VALEURS_MAXIMUM + " valeurs"))
                        : Optional.empty())
                .or(() -> criteres.entrySet().stream()
                        .flatMap(e -> e.getValue().stream()
                                .map(value -> Champs.requiredLine("criteres." + e.getKey(), value)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
