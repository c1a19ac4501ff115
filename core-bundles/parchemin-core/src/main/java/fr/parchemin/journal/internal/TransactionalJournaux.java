package fr.parchemin.journal.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Lien;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.ClesPersonnes;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Journal.Selection;
import fr.parchemin.acte.Lecture;
import fr.parchemin.acte.Lectures;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import fr.parchemin.journal.Journaux;
import fr.parchemin.journal.Verificateur;
import fr.parchemin.journal.Verification;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads, verifies and erases; what that takes in rights is said here, what it takes in care is said by the ports. */
@Component
public final class TransactionalJournaux implements Journaux {

    private final Transactions transactions;
    private final Journal journal;
    private final ClesPersonnes cles;
    private final Lectures lectures;
    private final Clock clock;

    @Activate
    public TransactionalJournaux(
            @Reference Transactions transactions,
            @Reference Journal journal,
            @Reference ClesPersonnes cles,
            @Reference Lectures lectures) {
        this(transactions, journal, cles, lectures, HeureLegale.clock());
    }

    public TransactionalJournaux(
            Transactions transactions, Journal journal, ClesPersonnes cles, Lectures lectures, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.cles = cles;
        this.lectures = lectures;
        this.clock = clock;
    }

    @Override
    public Outcome<Page> list(Acteur by, Demande demande) {
        Optional<Refus> notAll = by.lacks(Droit.JOURNAL_LIRE, Objet.PLATEFORME);
        Set<String> own = by.branches(Droit.JOURNAL_LIRE, Lien.AUCUN);
        if (notAll.isPresent() && own.isEmpty()) {
            return Outcome.refused(notAll.get());
        }
        if (demande.branche() != null && notAll.isPresent() && !own.contains(demande.branche())) {
            return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "journal de la branche " + demande.branche());
        }
        if (demande.du() != null && demande.au() != null && demande.au().isBefore(demande.du())) {
            return Outcome.refused(CodeRefus.CHAMP_INVALIDE, "au", "il précède la date de début");
        }
        Set<String> asked = demande.branche() != null ? Set.of(demande.branche()) : notAll.isPresent() ? own : null;
        // An account that is both reads with the eyes of the secretariat where it is one, and only there.
        boolean reveals = asked != null && own.containsAll(asked);
        int size = Math.max(1, Math.min(demande.limite(), LIMITE_MAXIMALE));
        Selection selection = Selection.of(asked, size + 1)
                .about(demande.objet())
                .by(demande.acteur())
                .between(
                        start(demande.du()),
                        demande.au() == null ? null : start(demande.au().plusDays(1)))
                .before(demande.avant());
        List<Acte> found = transactions.read(
                notAll.isEmpty() ? Perimetre.tout(Perimetre.Motif.JOURNAL) : by.perimetre(),
                () -> journal.list(reveals ? selection.revealed() : selection));
        boolean more = found.size() > size;
        List<Acte> page = more ? List.copyOf(found.subList(0, size)) : found;
        if (reveals) {
            tell(by, page);
        }
        return Outcome.done(new Page(page, more ? Optional.of(page.get(size - 1).rang()) : Optional.empty()));
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(HeureLegale.ZONE).toInstant();
    }

    private void tell(Acteur by, List<Acte> page) {
        Set<String> read =
                page.stream().filter(Acte::isPersonal).map(Acte::branche).collect(Collectors.toSet());
        for (String branche : read) {
            lectures.tell(
                    by.identifiant(),
                    new Lecture(
                            "branche/" + branche,
                            branche,
                            Acte.Nature.JOURNAL_CONSULTE,
                            "Journal de la branche lu, valeurs personnelles comprises",
                            null));
        }
    }

    @Override
    public Outcome<Verification> verify(Acteur by) {
        return Outcome.unless(by.lacks(Droit.JOURNAL_VERIFIER, Objet.PLATEFORME), by)
                .map(admin -> new Verificateur(transactions, journal).verify(Optional.empty()));
    }

    @Override
    public Outcome<Void> erase(Acteur by, UUID personne, String motif) {
        Optional<Refus> wrong = by.lacks(Droit.CLE_PERSONNE_DETRUIRE, Objet.PLATEFORME)
                .or(() -> motif == null || motif.isBlank()
                        ? Optional.of(
                                Refus.of(CodeRefus.MOTIF_REQUIS, "un effacement ne se fait pas sans dire pourquoi"))
                        : Champs.paragraph("motif", motif));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(by.perimetre(), () -> {
            Instant now = clock.instant();
            return switch (cles.destroy(personne, now)) {
                case INCONNUE -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé de la personne " + personne);
                case DEJA_DETRUITE -> Outcome.refused(CodeRefus.CLE_DEJA_DETRUITE, personne);
                case DETRUITE -> {
                    journal.append(new Acte(
                                    null,
                                    now,
                                    by.identifiant(),
                                    null,
                                    "personne/" + personne,
                                    Acte.Nature.CLE_DETRUITE,
                                    "Clé de la personne détruite : ce que le journal contient d’elle est effacé")
                            .because(Textes.tidy(motif)));
                    yield Outcome.done(null);
                }
            };
        });
    }
}
