package fr.parchemin.evaluation.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Lectures;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.evaluation.Contexte;
import fr.parchemin.evaluation.ControleSaisie;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Moteur;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Propositions;
import fr.parchemin.evaluation.ReglesEnCode;
import fr.parchemin.evaluation.ReglesExternes;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Saisies;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.regle.Regles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each grid kept in one transaction, journaled. */
@Component
public final class TransactionalEvaluations implements Evaluations {

    private final Transactions transactions;
    private final Candidatures candidatures;
    private final Saisies saisies;
    private final Journal journal;
    private final Lectures lectures;
    private final Referentiels referentiels;
    private final Regles regles;
    private final Clock clock;

    @Activate
    public TransactionalEvaluations(
            @Reference Transactions transactions,
            @Reference Candidatures candidatures,
            @Reference Saisies saisies,
            @Reference Journal journal,
            @Reference Lectures lectures,
            @Reference Referentiels referentiels,
            @Reference Regles regles) {
        this(transactions, candidatures, saisies, journal, lectures, referentiels, regles, HeureLegale.clock());
    }

    public TransactionalEvaluations(
            Transactions transactions,
            Candidatures candidatures,
            Saisies saisies,
            Journal journal,
            Lectures lectures,
            Referentiels referentiels,
            Regles regles,
            Clock clock) {
        this.transactions = transactions;
        this.candidatures = candidatures;
        this.saisies = saisies;
        this.journal = journal;
        this.lectures = lectures;
        this.referentiels = referentiels;
        this.regles = regles;
        this.clock = clock;
    }

    @Override
    public Outcome<Grille> grille(Acteur by, UUID id) {
        return transactions
                .read(by.perimetre(), () -> Candidature.allowed(by, Droit.GRILLE_LIRE, candidatures.find(id), id)
                        .map(c -> new Grille(c, referentiel(c), saisies.of(id))))
                .map(grille -> {
                    grille.candidature().readBy(by).ifPresent(lecture -> lectures.tell(by.identifiant(), lecture));
                    return grille;
                });
    }

    @Override
    public Outcome<Grille> mark(Acteur by, UUID id, String epreuve, Entree entree) {
        Optional<Refus> wrong = Champs.paragraph("observation", entree.observation());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(by.perimetre(), () -> forMarking(by, id).then(candidature -> {
            Referentiel referentiel = referentiel(candidature);
            List<Saisie> before = saisies.of(id);
            Contexte contexte = Propositions.contexte(candidature, LocalDate.now(clock), ReglesExternes.AUCUNE);
            return ControleSaisie.check(referentiel, epreuve, entree, before, contexte)
                    .map(notes -> {
                        Saisie saisie = new Saisie(
                                id,
                                epreuve,
                                by.identifiant(),
                                entree.presence(),
                                notes,
                                entree.observation(),
                                clock.instant(),
                                entree.passage());
                        saisies.put(saisie);
                        journal.append(new Acte(
                                        null,
                                        clock.instant(),
                                        by.identifiant(),
                                        candidature.branche(),
                                        candidature.objet(),
                                        Acte.Nature.EPREUVE_NOTEE,
                                        "Épreuve " + epreuve
                                                + (entree.passage() > 1 ? ", passage " + entree.passage() : "") + " : "
                                                + described(entree.presence(), notes.size()))
                                .about(candidature.personne())
                                .changing(marked(before.stream().filter(saisie::replaces)), marked(Stream.of(saisie))));
                        List<Saisie> after = new ArrayList<>(before);
                        after.removeIf(saisie::replaces);
                        after.add(saisie);
                        return new Grille(candidature, referentiel, after);
                    });
        }));
    }

    /** The marks, which are of the person, criterion by criterion in the order of the grid. */
    private static Valeurs marked(Stream<Saisie> saisies) {
        return saisies.findFirst()
                .map(s -> Valeurs.of("presence", s.presence())
                        .andPersonal(
                                "notes",
                                s.notes().isEmpty()
                                        ? null
                                        : s.notes().entrySet().stream()
                                                .map(n -> n.getKey() + " " + n.getValue())
                                                .collect(Collectors.joining(", ")))
                        .andPersonal("observation", s.observation()))
                .orElseGet(Valeurs::none);
    }

    private static String described(Presence presence, int marks) {
        return switch (presence) {
            case PRESENT -> marks + " critère(s) noté(s)";
            case ABSENT -> "candidat absent";
            case EXCUSE -> "candidat excusé";
            case ABANDON -> "abandon du candidat";
        };
    }

    private Outcome<Candidature> forMarking(Acteur by, UUID id) {
        Optional<Candidature> found = candidatures.findForUpdate(id);
        if (found.isEmpty() || !by.isMemberOf(found.get().branche())) {
            return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "candidature " + id);
        }
        Candidature candidature = found.get();
        Optional<Refus> lacking = by.lacks(Droit.EPREUVE_NOTER, candidature.asObjet());
        if (lacking.isPresent()) {
            return by.branches(Droit.EPREUVE_NOTER).contains(candidature.branche())
                    ? Outcome.refused(CodeRefus.EVALUATEUR_NON_DESIGNE)
                    : Outcome.refused(lacking.get());
        }
        return Outcome.unless(candidature.marksClosed(), candidature);
    }

    @Override
    public Outcome<Proposition> proposition(Acteur by, UUID id) {
        return grille(by, id)
                .map(g -> Propositions.of(
                        g.candidature(),
                        Moteur.of(g.referentiel()),
                        g.saisies(),
                        LocalDate.now(clock),
                        new ReglesEnCode(regles.of(g.candidature().branche()))));
    }

    private Referentiel referentiel(Candidature candidature) {
        return referentiels.get(candidature.branche(), candidature.certification(), candidature.version());
    }
}
