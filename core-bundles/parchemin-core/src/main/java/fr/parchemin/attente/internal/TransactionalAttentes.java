package fr.parchemin.attente.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Lien;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.RolesAProteger;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Typographie;
import fr.parchemin.attente.Attendus;
import fr.parchemin.attente.Attendus.Choix;
import fr.parchemin.attente.Attendus.Parmi;
import fr.parchemin.attente.Attente;
import fr.parchemin.attente.Attente.Nature;
import fr.parchemin.attente.Attente.Sujet;
import fr.parchemin.attente.Attentes;
import fr.parchemin.attente.CalculAttentes;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.courriel.BoiteEnvoi;
import fr.parchemin.evaluation.Moteur;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Propositions;
import fr.parchemin.evaluation.ReglesEnCode;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Saisies;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decisions;
import fr.parchemin.jury.Jury;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Referentiels;
import fr.parchemin.regle.Regles;
import fr.parchemin.regle.ReglesBranche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads what may await the account in one transaction, in sets; then asks the rules, past it: those in code are waited for
 * by no transaction.
 *
 * <p>Queries, at most: for who instructs files nine, who marks four, who decides four, who delivers seven, who follows
 * files six, who runs the platform two, and one for the account itself.
 */
@Component
public final class TransactionalAttentes implements Attentes {

    /** Most files that the rules are asked about; the oldest come first. */
    private static final int EXAMINES = 200;

    private static final int JURYS = 200;

    /** Days after which a jury that nobody validated is taken for given up. */
    private static final int JURY_OUBLIE = 365;

    private static final Set<String> A_INSTRUIRE = Set.of("DEPOSEE");
    private static final Set<String> A_COMPLETER = Set.of("IRRECEVABLE");
    private static final Set<String> A_CONFIER = Set.of("RECEVABLE");
    private static final Set<String> EN_COURS = Set.of("EN_EVALUATION", "AJOURNEE");
    private static final Set<String> DECIDES = Set.of("DECIDEE");
    private static final Set<String> TOUS = Set.of(
            "DEPOSEE", "IRRECEVABLE", "RECEVABLE", "EN_EVALUATION", "PRESENTEE", "AJOURNEE", "DECIDEE", "DELIVREE");

    private final Transactions transactions;
    private final Attendus attendus;
    private final Saisies saisies;
    private final Decisions decisions;
    private final Comptes comptes;
    private final RolesAProteger proteges;
    private final BoiteEnvoi courriels;
    private final Catalogue catalogue;
    private final Referentiels referentiels;
    private final Regles regles;
    private final Clock clock;

    @Activate
    public TransactionalAttentes(
            @Reference Transactions transactions,
            @Reference Attendus attendus,
            @Reference Saisies saisies,
            @Reference Decisions decisions,
            @Reference Comptes comptes,
            @Reference RolesAProteger proteges,
            @Reference BoiteEnvoi courriels,
            @Reference Catalogue catalogue,
            @Reference Referentiels referentiels,
            @Reference Regles regles) {
        this(
                transactions,
                attendus,
                saisies,
                decisions,
                comptes,
                proteges,
                courriels,
                catalogue,
                referentiels,
                regles,
                HeureLegale.clock());
    }

    public TransactionalAttentes(
            Transactions transactions,
            Attendus attendus,
            Saisies saisies,
            Decisions decisions,
            Comptes comptes,
            RolesAProteger proteges,
            BoiteEnvoi courriels,
            Catalogue catalogue,
            Referentiels referentiels,
            Regles regles,
            Clock clock) {
        this.transactions = transactions;
        this.attendus = attendus;
        this.saisies = saisies;
        this.decisions = decisions;
        this.comptes = comptes;
        this.proteges = proteges;
        this.courriels = courriels;
        this.catalogue = catalogue;
        this.referentiels = referentiels;
        this.regles = regles;
        this.clock = clock;
    }

    @Override
    public Tableau of(Acteur by) {
        LocalDate today = LocalDate.now(clock);
        Lu lu = transactions.read(by.perimetre(), () -> read(by, today));
        return new Redaction(by, today).tableau(lu);
    }

    /** Files of one kind: the oldest, and how many there are in all. */
    private record Lot(List<Candidature> files, long total) {
        static final Lot VIDE = new Lot(List.of(), 0);
    }

    /** What was read, before any rule is asked. */
    private record Lu(
            List<Lot> aInstruire,
            List<Lot> aCompleter,
            List<Lot> aConfier,
            List<Candidature> enCours,
            List<Candidature> aNoter,
            Map<UUID, List<Saisie>> notes,
            List<Jury> aVenir,
            Map<UUID, Long> presentees,
            List<Jury> seances,
            List<Jury> aValider,
            Lot aDelivrer,
            List<Candidature> suivis,
            Map<UUID, Decision> decidees,
            long courriels,
            long sansSecondFacteur,
            LocalDate secondFacteurAvant) {}

    private Lu read(Acteur by, LocalDate today) {
        Set<String> instruit = by.branches(Droit.JURY_PRESENTER, Lien.AUCUN);
        List<Choix> deposants = deposants(by);
        List<Candidature> enCours = attendus.oldest(new Choix(instruit, EN_COURS, new Parmi.Tous()), EXAMINES);
        List<Candidature> aNoter = attendus.oldest(
                new Choix(
                        by.branches(Droit.EPREUVE_NOTER),
                        Set.of("EN_EVALUATION"),
                        new Parmi.Designes(by.identifiant())),
                EXAMINES);
        List<Candidature> suivis =
                attendus.oldest(new Choix(by.branches(), TOUS, new Parmi.Nommes(followed(by))), EXAMINES);
        Map<UUID, Long> presentees = attendus.presentees(by.branches(Droit.JURY_DECIDER, Lien.AUCUN), narrowJurys(by));
        Set<UUID> seances = new HashSet<>(presentees.keySet());
        suivis.stream().map(c -> c.etat().jury()).filter(j -> j != null).forEach(seances::add);
        Set<String> marked = Stream.concat(instruit.stream(), aNoter.stream().map(Candidature::branche))
                .collect(Collectors.toSet());
        boolean plateforme = by.may(Droit.JOURNAL_VERIFIER, Objet.PLATEFORME);
        return new Lu(
                lots(deposants, A_INSTRUIRE),
                lots(deposants, A_COMPLETER),
                lots(deposants, A_CONFIER),
                enCours,
                aNoter,
                marks(enCours, aNoter),
                attendus.jurysFrom(marked, today, JURYS),
                presentees,
                attendus.jurys(seances),
                attendus.jurysToValidate(
                        by.branches(Droit.JURY_VALIDER, Lien.AUCUN), today.minusDays(JURY_OUBLIE), PAR_NATURE * 2),
                lot(new Choix(by.branches(Droit.CERTIFICAT_DELIVRER, Lien.AUCUN), DECIDES, new Parmi.Favorables())),
                suivis,
                suivis.isEmpty()
                        ? Map.of()
                        : decisions.lastOf(suivis.stream().map(Candidature::id).toList()),
                plateforme ? courriels.count(BoiteEnvoi.Etat.ABANDONNE) : 0,
                by.may(Droit.COMPTES_GERER, Objet.PLATEFORME)
                        ? attendus.withoutSecondFacteur(proteges.roles(), today)
                        : 0,
                secondFacteurAvant(by));
    }

    /** The files whose prerequisites and évaluateurs are this account's to see to: those of its branches, or its own. */
    private static List<Choix> deposants(Acteur by) {
        Set<String> whole = by.branches(Droit.PREREQUIS_CONSTATER, Lien.AUCUN);
        Set<String> own = new HashSet<>(by.branches(Droit.PREREQUIS_CONSTATER));
        own.removeAll(whole);
        Set<String> sirets = by.narrow(Droit.PREREQUIS_CONSTATER).stream()
                .filter(Portee.DOrganisme.class::isInstance)
                .map(p -> ((Portee.DOrganisme) p).siret())
                .collect(Collectors.toSet());
        return List.of(
                new Choix(whole, Set.of(), new Parmi.Tous()),
                new Choix(own, Set.of(), new Parmi.Deposes(by.identifiant(), sirets)));
    }

    private List<Lot> lots(List<Choix> deposants, Set<String> etats) {
        return deposants.stream()
                .filter(choix -> !choix.branches().isEmpty())
                .map(choix -> lot(new Choix(choix.branches(), etats, choix.parmi())))
                .toList();
    }

    /** They are counted only when there are more than are told. */
    private Lot lot(Choix choix) {
        if (choix.branches().isEmpty()) {
            return Lot.VIDE;
        }
        List<Candidature> files = attendus.oldest(choix, PAR_NATURE);
        return new Lot(files, files.size() < PAR_NATURE ? files.size() : attendus.count(choix));
    }

    private Map<UUID, List<Saisie>> marks(List<Candidature> enCours, List<Candidature> aNoter) {
        Set<UUID> ids = Stream.concat(enCours.stream(), aNoter.stream())
                .map(Candidature::id)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : saisies.of(ids);
    }

    /** The files that the account follows without having to act on them. */
    private static Set<UUID> followed(Acteur by) {
        return by.habilitations().stream()
                .filter(h -> Droit.CANDIDATURE_LIRE.lien(h.role()).isPresent()
                        && Droit.EPREUVE_NOTER.lien(h.role()).isEmpty())
                .map(Habilitation::portee)
                .filter(Portee.DeDossier.class::isInstance)
                .map(p -> ((Portee.DeDossier) p).dossier())
                .collect(Collectors.toSet());
    }

    private static Set<UUID> narrowJurys(Acteur by) {
        return by.narrow(Droit.JURY_DECIDER).stream()
                .filter(Portee.DeJury.class::isInstance)
                .map(p -> ((Portee.DeJury) p).jury())
                .collect(Collectors.toSet());
    }

    /** Until when the account may do without the second factor that its roles ask for, {@code null} when they do not. */
    private LocalDate secondFacteurAvant(Acteur by) {
        boolean asked = by.habilitations().stream().map(Habilitation::role).anyMatch(proteges.roles()::contains);
        return !asked
                ? null
                : comptes.find(by.identifiant())
                        .filter(c -> !c.secondFacteur() && c.secondFacteurAvant() != null)
                        .map(c -> LocalDate.ofInstant(c.secondFacteurAvant(), HeureLegale.ZONE))
                        .orElse(null);
    }

    /** Makes of what was read what awaits. */
    private final class Redaction {

        private final Acteur by;
        private final LocalDate today;
        private final CalculAttentes calcul;
        private final Map<Nature, List<Attente>> found = new EnumMap<>(Nature.class);
        private final Map<Nature, Compte> comptes = new EnumMap<>(Nature.class);
        private final Map<Referentiel, Moteur> moteurs = new IdentityHashMap<>();
        private final Map<String, ReglesBranche> codes = new HashMap<>();

        Redaction(Acteur by, LocalDate today) {
            this.by = by;
            this.today = today;
            this.calcul = new CalculAttentes(today);
        }

        Tableau tableau(Lu lu) {
            account(lu);
            platform(lu);
            instruction(lu);
            evaluation(lu);
            for (Jury seance : lu.seances()) {
                Long files = lu.presentees().get(seance.id());
                if (files != null && by.may(Droit.JURY_DECIDER, seance.asObjet())) {
                    add(calcul.deliberation(seance, files));
                }
            }
            for (Jury jury : lu.aValider()) {
                calcul.validation(
                                jury,
                                referentiels
                                        .get(jury.branche(), jury.certification(), jury.version())
                                        .jury()
                                        .validationCertificateur())
                        .ifPresent(this::add);
            }
            lot(lu.aDelivrer(), Nature.CERTIFICAT_A_DELIVRER, Droit.CERTIFICAT_DELIVRER, calcul::delivrance);
            follow(lu);
            return new Tableau(
                    found.values().stream()
                            .flatMap(all ->
                                    all.stream().sorted(Attente.PAR_URGENCE).limit(PAR_NATURE))
                            .sorted(Attente.PAR_URGENCE)
                            .toList(),
                    counted(),
                    today);
        }

        private void account(Lu lu) {
            if (lu.secondFacteurAvant() != null) {
                add(new Attente(
                        Nature.SECOND_FACTEUR_A_ENREGISTRER,
                        null,
                        new Sujet.Compte(),
                        Typographie.francaise("Vos rôles demandent un second facteur ; passé ce jour, vous ne pourrez"
                                + " plus rien faire d’autre que l’enregistrer."),
                        1,
                        lu.secondFacteurAvant(),
                        null));
            }
        }

        private void platform(Lu lu) {
            if (by.may(Droit.JOURNAL_VERIFIER, Objet.PLATEFORME)) {
                catalogue.branches().stream()
                        .filter(b -> b.etat() instanceof EtatBranche.EnErreur)
                        .forEach(b -> add(new Attente(
                                Nature.BRANCHE_EN_ERREUR,
                                b.code(),
                                new Sujet.Extension(b.code(), b.nom()),
                                "Son extension n’est pas admise, rien d’elle n’est utilisé.",
                                1,
                                null,
                                LocalDate.ofInstant(b.etat().depuis(), HeureLegale.ZONE))));
            }
            platform(
                    Nature.COURRIELS_NON_ENVOYES,
                    lu.courriels(),
                    "Le serveur de messagerie les a refusés, ou ils sont venus trop tard.");
            platform(
                    Nature.COMPTES_SANS_SECOND_FACTEUR,
                    lu.sansSecondFacteur(),
                    "Leurs rôles en demandent un ; ils n’ouvrent plus rien une fois leur délai passé.");
        }

        private void platform(Nature nature, long count, String motif) {
            if (count > 0) {
                add(new Attente(
                        nature,
                        null,
                        new Sujet.Plateforme(),
                        Typographie.francaise(motif),
                        Math.toIntExact(count),
                        null,
                        null));
            }
        }

        private void instruction(Lu lu) {
            lu.aInstruire()
                    .forEach(lot ->
                            lot(lot, Nature.PREREQUIS_A_CONSTATER, Droit.PREREQUIS_CONSTATER, c -> calcul.prerequis(
                                            c, referentiel(c).certification())
                                    .orElseThrow()));
            lu.aCompleter()
                    .forEach(lot ->
                            lot(lot, Nature.PREREQUIS_A_COMPLETER, Droit.PREREQUIS_CONSTATER, c -> calcul.prerequis(
                                            c, referentiel(c).certification())
                                    .orElseThrow()));
            lu.aConfier()
                    .forEach(lot ->
                            lot(lot, Nature.EVALUATEURS_A_DESIGNER, Droit.EVALUATEURS_DESIGNER, c -> calcul.evaluateurs(
                                            c,
                                            referentiel(c).certification(),
                                            referentiel(c).evaluateursRequis())
                                    .orElseThrow()));
            List<Candidature> complete = lu.enCours().stream()
                    .filter(c -> CalculAttentes.isComplete(c, proposition(c, lu)))
                    .toList();
            calcul.presentations(complete, lu.aVenir()).forEach(this::add);
            if (lu.enCours().size() == EXAMINES) {
                atLeast(Nature.DOSSIERS_A_PRESENTER);
                atLeast(Nature.JURY_A_COMPOSER);
            }
            lu.enCours().forEach(c -> calcul.expiration(c, referentiel(c).certification())
                    .ifPresent(this::add));
        }

        private void evaluation(Lu lu) {
            for (Candidature file : lu.aNoter()) {
                if (by.may(Droit.EPREUVE_NOTER, file.asObjet())) {
                    LocalDate next = lu.aVenir().stream()
                            .filter(j -> j.branche().equals(file.branche())
                                    && j.certification().equals(file.certification()))
                            .map(Jury::date)
                            .findFirst()
                            .orElse(null);
                    calcul.grille(
                                    file,
                                    by.identifiant(),
                                    lu.notes().getOrDefault(file.id(), List.of()),
                                    proposition(file, lu),
                                    next)
                            .ifPresent(this::add);
                }
            }
            if (lu.aNoter().size() == EXAMINES) {
                atLeast(Nature.GRILLE_A_REMPLIR);
            }
        }

        private void follow(Lu lu) {
            Map<UUID, Jury> jurys = lu.seances().stream().collect(Collectors.toMap(Jury::id, j -> j));
            lu.suivis().stream()
                    .filter(c -> c.isVisibleTo(by))
                    .forEach(c -> add(calcul.suivi(
                            c,
                            referentiel(c).certification(),
                            c.etat().jury() == null ? null : jurys.get(c.etat().jury()),
                            by.may(Droit.DECISION_LIRE, c.asObjet())
                                    ? lu.decidees().get(c.id())
                                    : null)));
        }

        private void lot(Lot lot, Nature nature, Droit droit, Function<Candidature, Attente> attente) {
            List<Candidature> own =
                    lot.files().stream().filter(c -> by.may(droit, c.asObjet())).toList();
            own.forEach(
                    c -> found.computeIfAbsent(nature, n -> new ArrayList<>()).add(attente.apply(c)));
            long total = lot.total() - (lot.files().size() - own.size());
            if (total > 0) {
                comptes.merge(
                        nature,
                        new Compte(total, false),
                        (left, right) -> new Compte(left.nombre() + right.nombre(), false));
            }
        }

        private void add(Attente attente) {
            found.computeIfAbsent(attente.nature(), n -> new ArrayList<>()).add(attente);
            comptes.merge(
                    attente.nature(),
                    new Compte(attente.nombre(), false),
                    (left, right) -> new Compte(left.nombre() + right.nombre(), false));
        }

        private void atLeast(Nature nature) {
            comptes.computeIfPresent(nature, (n, compte) -> new Compte(compte.nombre(), true));
        }

        private Map<Nature, Compte> counted() {
            return Collections.unmodifiableMap(new LinkedHashMap<>(comptes));
        }

        private Proposition proposition(Candidature file, Lu lu) {
            return Propositions.of(
                    file,
                    moteurs.computeIfAbsent(referentiel(file), Moteur::of),
                    lu.notes().getOrDefault(file.id(), List.of()),
                    today,
                    new ReglesEnCode(codes.computeIfAbsent(file.branche(), regles::of)));
        }

        private Referentiel referentiel(Candidature file) {
            return referentiels.get(file.branche(), file.certification(), file.version());
        }
    }
}
