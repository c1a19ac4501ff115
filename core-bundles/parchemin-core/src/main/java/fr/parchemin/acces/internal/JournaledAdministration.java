package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Attributions;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Echecs;
import fr.parchemin.acces.Echecs.Echec;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.GestionComptes.Demande;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.JetonsApi;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPassers;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.RechercheComptes;
import fr.parchemin.acces.RechercheComptes.Selection;
import fr.parchemin.acces.RechercheComptes.Trouve;
import fr.parchemin.acces.Role;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts as who administers them sees them, each change journaled. */
@Component
public final class JournaledAdministration implements AdministrationComptes {

    private static final int TEXTE_MAXIMUM = 100;

    private final Transactions transactions;
    private final RechercheComptes recherche;
    private final Comptes comptes;
    private final Attributions attributions;
    private final GestionComptes gestion;
    private final Elevations elevations;
    private final SecondFacteur secondFacteur;
    private final Jetons jetons;
    private final JetonsApi jetonsApi;
    private final LaissezPassers laissezPassers;
    private final Echecs echecs;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public JournaledAdministration(
            @Reference Transactions transactions,
            @Reference RechercheComptes recherche,
            @Reference Comptes comptes,
            @Reference Attributions attributions,
            @Reference GestionComptes gestion,
            @Reference Elevations elevations,
            @Reference SecondFacteur secondFacteur,
            @Reference Jetons jetons,
            @Reference JetonsApi jetonsApi,
            @Reference LaissezPassers laissezPassers,
            @Reference Echecs echecs,
            @Reference Journal journal) {
        this(
                transactions,
                recherche,
                comptes,
                attributions,
                gestion,
                elevations,
                secondFacteur,
                jetons,
                jetonsApi,
                laissezPassers,
                echecs,
                journal,
                HeureLegale.clock());
    }

    public JournaledAdministration(
            Transactions transactions,
            RechercheComptes recherche,
            Comptes comptes,
            Attributions attributions,
            GestionComptes gestion,
            Elevations elevations,
            SecondFacteur secondFacteur,
            Jetons jetons,
            JetonsApi jetonsApi,
            LaissezPassers laissezPassers,
            Echecs echecs,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.recherche = recherche;
        this.comptes = comptes;
        this.attributions = attributions;
        this.gestion = gestion;
        this.elevations = elevations;
        this.secondFacteur = secondFacteur;
        this.jetons = jetons;
        this.jetonsApi = jetonsApi;
        this.laissezPassers = laissezPassers;
        this.echecs = echecs;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether all accounts are within reach of who asks. */
    private static boolean seesAll(Acteur by) {
        return by.may(Droit.COMPTES_LIRE, Objet.PLATEFORME);
    }

    /** The branches within which accounts are looked for, {@code null} for all. */
    private static Set<String> branches(Acteur by) {
        return seesAll(by) ? null : by.branches(Droit.COMPTES_LIRE);
    }

    @Override
    public Outcome<Page> search(Acteur by, Demandee demandee) {
        Set<String> within = branches(by);
        Optional<Refus> wrong = by.lacksAnywhere(Droit.COMPTES_LIRE)
                .or(() -> demandee.limite() < 1 || demandee.limite() > LIMITE_MAXIMALE
                        ? invalid("limite", "de 1 à " + LIMITE_MAXIMALE)
                        : Optional.empty())
                .or(() -> demandee.texte() != null && demandee.texte().length() > TEXTE_MAXIMUM
                        ? invalid("texte", TEXTE_MAXIMUM + " caractères au plus")
                        : Optional.empty())
                .or(() -> within != null && demandee.branche() != null && !within.contains(demandee.branche())
                        ? by.lacks(Droit.COMPTES_LIRE, Objet.branche(demandee.branche()))
                        : Optional.empty());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        String texte = demandee.texte() == null || demandee.texte().isBlank()
                ? null
                : demandee.texte().strip().toLowerCase(Locale.ROOT);
        List<Trouve> found = transactions.read(() -> recherche.search(new Selection(
                within,
                texte,
                demandee.role(),
                demandee.branche(),
                demandee.situation(),
                clock.instant(),
                demandee.apres(),
                demandee.limite() + 1)));
        boolean more = found.size() > demandee.limite();
        List<Trouve> shown = found.stream()
                .limit(demandee.limite())
                .map(trouve -> seenBy(by, trouve))
                .toList();
        return Outcome.done(new Page(
                shown, more ? Optional.of(shown.get(shown.size() - 1).compte().identifiant()) : Optional.empty()));
    }

    /** Of an account a branch knows that it is there, how it is called, and what it may do in that branch. */
    private static Trouve seenBy(Acteur by, Trouve trouve) {
        if (seesAll(by)) {
            return trouve;
        }
        Set<String> within = by.branches(Droit.COMPTES_LIRE);
        Compte compte = trouve.compte();
        return new Trouve(
                new Compte(
                        compte.identifiant(),
                        compte.nom(),
                        null,
                        compte.etat(),
                        null,
                        compte.secondFacteur(),
                        null,
                        compte.habilitations().stream()
                                .filter(h -> h.branche() != null && within.contains(h.branche()))
                                .collect(Collectors.toUnmodifiableSet())),
                trouve.verrouille());
    }

    @Override
    public Outcome<Fiche> read(Acteur by, String identifiant) {
        Optional<Refus> wrong = by.lacksAnywhere(Droit.COMPTES_LIRE);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        String login = Preuves.login(identifiant);
        return gestion.attributions(by, login)
                .then(held -> transactions.read(by.perimetre(), () -> {
                    Optional<Compte> compte = comptes.find(login).filter(c -> seesAll(by) || !held.isEmpty());
                    if (compte.isEmpty()) {
                        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "compte " + identifiant);
                    }
                    Instant lock = lock(login);
                    return Outcome.done(new Fiche(
                            seenBy(by, new Trouve(compte.get(), lock != null)),
                            held,
                            seesAll(by) ? Optional.of(entrees(compte.get(), lock)) : Optional.empty()));
                }));
    }

    private Entrees entrees(Compte compte, Instant lock) {
        String login = compte.identifiant();
        Instant now = clock.instant();
        Optional<Instant> last = Stream.of(Acte.Nature.CONNEXION_OUVERTE, Acte.Nature.CONNEXION_EXTERNE)
                .flatMap(nature ->
                        journal
                                .list(Journal.Selection.of(null, 1)
                                        .about("compte/" + login)
                                        .ofNature(nature))
                                .stream())
                .map(Acte::le)
                .max(Instant::compareTo);
        Instant invitation = compte.etat() == Compte.Etat.INVITE
                ? laissezPassers
                        .newest(login, LaissezPasser.Nature.INVITATION)
                        .map(made -> made.plus(LocalInvitations.DUREE_INVITATION))
                        .filter(now::isBefore)
                        .orElse(null)
                : null;
        return new Entrees(
                last,
                lock,
                invitation,
                secondFacteur.read(compte.acteur()),
                jetons.of(login, now),
                jetonsApi.of(login));
    }

    /** Until when the account has to wait, {@code null} when it need not. */
    private Instant lock(String login) {
        return Stream.of(login, Tentatives.code(login))
                .flatMap(key -> echecs.find("compte/" + key).stream())
                .map(Echec::libreLe)
                .filter(clock.instant()::isBefore)
                .max(Instant::compareTo)
                .orElse(null);
    }

    @Override
    public Outcome<Attribution> grant(Identite by, String identifiant, Demande demande) {
        return Outcome.unless(unproved(by, demande.habilitation().role()), by)
                .then(proved -> gestion.grant(proved.acteur(), identifiant, demande));
    }

    @Override
    public Outcome<Attribution> withdraw(Identite by, long rang, LocalDate dernierJour, String motif) {
        Optional<Attribution> held = transactions.read(() -> attributions.find(rang));
        Optional<Refus> unproved =
                held.flatMap(a -> unproved(by, a.habilitation().role()));
        if (unproved.isPresent()) {
            return Outcome.refused(unproved.get());
        }
        if (dernierJour == null || held.isEmpty()) {
            return gestion.withdraw(by.acteur(), rang, motif);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate du = held.get().du().isBefore(today) ? today : held.get().du();
        LocalDate au = held.get().au();
        if (dernierJour.isBefore(du) || au != null && !dernierJour.isBefore(au)) {
            return Outcome.refused(Refus.of(
                    CodeRefus.CHAMP_INVALIDE,
                    "dernierJour",
                    "il doit tomber parmi les jours qui restent, avant le dernier prévu"));
        }
        return transactions.write(by.acteur().perimetre(), () -> gestion.withdraw(by.acteur(), rang, motif)
                .then(gone -> gestion.grant(
                        by.acteur(), gone.identifiant(), new Demande(gone.habilitation(), du, dernierJour, motif))));
    }

    /** Whoever may not give the role at all is told that, and not to prove who they are. */
    private Optional<Refus> unproved(Identite by, Role role) {
        return role.isGivenByTheBranch() || !by.acteur().may(Droit.ROLE_SENSIBLE_ATTRIBUER, Objet.PLATEFORME)
                ? Optional.empty()
                : elevations.lacks(by, Droit.ROLE_SENSIBLE_ATTRIBUER);
    }

    @Override
    public Outcome<Void> revokeSession(Acteur by, String identifiant, UUID session) {
        return administered(by, identifiant, login -> {
            if (!jetons.remove(login, session)) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "session " + session);
            }
            record(by, login, Acte.Nature.SESSION_FERMEE, "Session fermée par l’administrateur");
            return Outcome.done(null);
        });
    }

    @Override
    public Outcome<Integer> revokeSessions(Acteur by, String identifiant) {
        return administered(by, identifiant, login -> {
            int ended = jetons.removeAll(login, null);
            record(by, login, Acte.Nature.SESSION_FERMEE, "Sessions fermées par l’administrateur : " + ended);
            return Outcome.done(ended);
        });
    }

    @Override
    public Outcome<Void> unlock(Acteur by, String identifiant) {
        return administered(by, identifiant, login -> {
            echecs.remove("compte/" + login);
            echecs.remove("compte/" + Tentatives.code(login));
            record(by, login, Acte.Nature.COMPTE_DEVERROUILLE, "Attente levée par l’administrateur");
            return Outcome.done(null);
        });
    }

    @Override
    public Outcome<Void> revokeToken(Acteur by, String identifiant, UUID jeton) {
        return administered(by, identifiant, login -> {
            if (!jetonsApi.remove(login, jeton)) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "jeton " + jeton);
            }
            record(by, login, Acte.Nature.JETON_RETIRE, "Jeton d’interface retiré par l’administrateur");
            return Outcome.done(null);
        });
    }

    private <T> Outcome<T> administered(Acteur by, String identifiant, Function<String, Outcome<T>> act) {
        String login = Preuves.login(identifiant);
        return Outcome.unless(by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME), by)
                .then(admin -> transactions.write(() -> comptes.find(login)
                        .map(compte -> act.apply(login))
                        .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "compte " + identifiant))));
    }

    private static Optional<Refus> invalid(String champ, String why) {
        return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, why));
    }

    private void record(Acteur by, String login, Acte.Nature nature, String detail) {
        journal.append(new Acte(null, clock.instant(), by.identifiant(), null, "compte/" + login, nature, detail));
    }
}
