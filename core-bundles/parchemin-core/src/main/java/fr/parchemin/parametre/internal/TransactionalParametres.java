package fr.parchemin.parametre.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.parametre.Decides;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.Entree.Annulation;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.parametre.ParametresEnVigueur;
import fr.parchemin.parametre.Valeur;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides and takes back in one transaction with the line of the journal. */
@Component
public final class TransactionalParametres implements ParametresBranche {

    /** How much older than the database what public pages are told may be: it is not read again at each of them. */
    private static final Duration FRAICHEUR = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Decides decides;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Clock clock;

    /** What public pages were told last, by branch: bounded by the branches there are. */
    private final Map<String, Lus> lus = new ConcurrentHashMap<>();

    /** Entries as they were read at a moment. */
    private record Lus(List<Entree> entrees, Instant le) {}

    @Activate
    public TransactionalParametres(
            @Reference Transactions transactions,
            @Reference Decides decides,
            @Reference Journal journal,
            @Reference Catalogue catalogue) {
        this(transactions, decides, journal, catalogue, HeureLegale.clock());
    }

    public TransactionalParametres(
            Transactions transactions, Decides decides, Journal journal, Catalogue catalogue, Clock clock) {
        this.transactions = transactions;
        this.decides = decides;
        this.journal = journal;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Outcome<List<Entree>> history(Acteur by, String branche) {
        return catalogue
                .branche(branche)
                .then(vue -> Outcome.unless(by.lacks(Droit.PARAMETRE_LIRE, Objet.branche(branche)), vue))
                .map(vue -> transactions.read(by.perimetre(), () -> decides.of(branche)));
    }

    @Override
    public Outcome<Entree> decide(Acteur by, String branche, Demande demande) {
        return told(branche, decided(by, branche, demande));
    }

    private Outcome<Entree> decided(Acteur by, String branche, Demande demande) {
        return catalogue
                .branche(branche)
                .then(vue -> Outcome.unless(by.lacks(Droit.PARAMETRE_DECIDER, Objet.branche(branche)), vue))
                .then(vue -> ControleParametre.check(demande, vue, LocalDate.now(clock)))
                .then(valeur -> transactions.write(by.perimetre(), () -> {
                    Entree entree = new Entree(
                            UUID.randomUUID(),
                            branche,
                            valeur,
                            demande.du(),
                            demande.au(),
                            by.identifiant(),
                            clock.instant(),
                            Textes.tidy(demande.motif()),
                            Optional.empty());
                    decides.add(entree);
                    journal.append(
                            acte(by, entree, Acte.Nature.PARAMETRE_DECIDE, "Paramètre décidé : " + described(entree))
                                    .because(entree.motif()));
                    return Outcome.done(entree);
                }));
    }

    @Override
    public Outcome<Entree> cancel(Acteur by, String branche, UUID id, String motif) {
        return told(branche, cancelled(by, branche, id, motif));
    }

    private Outcome<Entree> cancelled(Acteur by, String branche, UUID id, String motif) {
        return catalogue
                .branche(branche)
                .then(vue -> Outcome.unless(by.lacks(Droit.PARAMETRE_DECIDER, Objet.branche(branche)), vue))
                .then(vue -> Outcome.unless(reason(motif), vue))
                .then(vue -> transactions.write(by.perimetre(), () -> find(branche, id)
                        .then(entree -> cancel(by, entree, Textes.tidy(motif)))));
    }

    private Outcome<Entree> cancel(Acteur by, Entree entree, String motif) {
        if (entree.annulation().isPresent()) {
            return Outcome.refused(
                    CodeRefus.PARAMETRE_DEJA_ANNULE,
                    Typographie.jour(
                            LocalDate.ofInstant(entree.annulation().get().le(), HeureLegale.ZONE)));
        }
        Annulation annulation = new Annulation(by.identifiant(), clock.instant(), motif);
        decides.cancel(entree.id(), annulation);
        journal.append(acte(by, entree, Acte.Nature.PARAMETRE_ANNULE, "Paramètre annulé : " + described(entree))
                .because(motif));
        return Outcome.done(entree.cancelled(annulation));
    }

    private Outcome<Entree> find(String branche, UUID id) {
        return decides.of(branche).stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "paramètre " + id));
    }

    @Override
    public VueBranche today(VueBranche vue) {
        Instant now = clock.instant();
        Lus held = lus.get(vue.code());
        if (held == null || Duration.between(held.le(), now).abs().compareTo(FRAICHEUR) >= 0) {
            held = new Lus(transactions.read(Perimetre.de(vue.code()), () -> decides.of(vue.code())), now);
            lus.put(vue.code(), held);
        }
        return ParametresEnVigueur.on(LocalDate.ofInstant(now, clock.getZone()), held.entrees())
                .over(vue);
    }

    /** What was just decided here is told here at once. */
    private Outcome<Entree> told(String branche, Outcome<Entree> outcome) {
        lus.remove(branche);
        return outcome;
    }

    static Optional<Refus> reason(String motif) {
        return motif == null || motif.isBlank()
                ? Optional.of(Refus.of(CodeRefus.MOTIF_REQUIS, "un paramètre ne change pas sans dire pourquoi"))
                : Champs.paragraph("motif", motif);
    }

    private static String described(Entree entree) {
        Valeur valeur = entree.valeur();
        String what = valeur instanceof Valeur.Tarif tarif
                ? "le tarif « " + tarif.libelle() + " »"
                : valeur.cle().libelle();
        return what + ", à compter du " + Typographie.jour(entree.du())
                + (entree.au() == null ? "" : " et jusqu’au " + Typographie.jour(entree.au()));
    }

    private Acte acte(Acteur by, Entree entree, Acte.Nature nature, String detail) {
        Valeurs holding =
                Valeurs.of("cle", entree.valeur().cle()).and("du", entree.du()).and("au", entree.au());
        Acte acte = new Acte(
                null,
                clock.instant(),
                by.identifiant(),
                entree.branche(),
                "branche/" + entree.branche(),
                nature,
                detail);
        return nature == Acte.Nature.PARAMETRE_DECIDE
                ? acte.changing(Valeurs.none(), holding)
                : acte.changing(holding, Valeurs.none());
    }
}
