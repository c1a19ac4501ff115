package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Echecs;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.Facteurs;
import fr.parchemin.acces.Federation;
import fr.parchemin.acces.GestionJetonsApi;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.JetonsApi;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPasser.Nature;
import fr.parchemin.acces.LaissezPassers;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.LiensPersonnels;
import fr.parchemin.acces.Limites;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.SessionsOuvertes;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Coffre;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Local accounts: a password, and a code where the account has a second factor, open a session borne by an opaque token of
 * which only the hash is kept.
 */
@Component(service = {Connexions.class, SessionsOuvertes.class, Elevations.class})
public final class LocalConnexions implements Connexions, SessionsOuvertes, Elevations {

    /** What is left to an account that has to register a second factor first: to do so, or to leave. */
    private static final Set<Droit> POUR_TOUS =
            EnumSet.of(Droit.COMPTE_PROPRE_LIRE, Droit.COMPTE_PROPRE_GERER, Droit.SESSION_FERMER);

    /** What only the owner of an account does, in a session: no program, and nobody who has no account. */
    private static final Set<Droit> DU_TITULAIRE =
            EnumSet.of(Droit.COMPTE_PROPRE_GERER, Droit.IDENTITE_RATTACHER, Droit.IDENTITE_RETIRER);

    private static final Duration DUREE_BILLET = Duration.ofMinutes(5);

    private final Politique politique;
    private final Transactions transactions;
    private final Comptes comptes;
    private final Jetons jetons;
    private final LaissezPassers laissezPassers;
    private final JetonsApi jetonsApi;
    private final LiensPersonnels liens;
    private final Federation federation;
    private final Clock clock;
    private final Preuves preuves;
    private final Tentatives tentatives;
    private final Ouvertures ouvertures;
    private final Secrets secrets = new Secrets();

    @Activate
    public LocalConnexions(
            @Reference Politique politique,
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Jetons jetons,
            @Reference LaissezPassers laissezPassers,
            @Reference JetonsApi jetonsApi,
            @Reference LiensPersonnels liens,
            @Reference Federation federation,
            @Reference Echecs echecs,
            @Reference Facteurs facteurs,
            @Reference Coffre coffre,
            @Reference Journal journal) {
        this(
                politique,
                transactions,
                comptes,
                jetons,
                laissezPassers,
                jetonsApi,
                liens,
                federation,
                echecs,
                facteurs,
                coffre,
                journal,
                HeureLegale.clock());
    }

    public LocalConnexions(
            Politique politique,
            Transactions transactions,
            Comptes comptes,
            Jetons jetons,
            LaissezPassers laissezPassers,
            JetonsApi jetonsApi,
            LiensPersonnels liens,
            Federation federation,
            Echecs echecs,
            Facteurs facteurs,
            Coffre coffre,
            Journal journal,
            Clock clock) {
        this.politique = politique;
        this.transactions = transactions;
        this.comptes = comptes;
        this.jetons = jetons;
        this.laissezPassers = laissezPassers;
        this.jetonsApi = jetonsApi;
        this.liens = liens;
        this.federation = federation;
        this.clock = clock;
        this.preuves = new Preuves(transactions, comptes, facteurs, coffre);
        this.tentatives = new Tentatives(politique, transactions, echecs, clock);
        this.ouvertures = new Ouvertures(politique, transactions, comptes, jetons, journal, clock);
    }

    @Override
    public Outcome<Etape> begin(String identifiant, String motDePasse, Origine origine) {
        if (!Preuves.arePlausible(identifiant, motDePasse)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        String login = Preuves.login(identifiant);
        return tentatives
                .attempt(login, origine.adresse(), () -> checkPassword(login, motDePasse))
                .then(compte -> compte.secondFacteur()
                        ? billet(compte).map(Etape.CodeDemande::new)
                        : ouvertures
                                .openFor(compte, Moyen.MOT_DE_PASSE, origine)
                                .map(Etape.Ouverte::new));
    }

    @Override
    public Outcome<Session> finish(String billet, String code, Origine origine) {
        if (!Secrets.isPlausible(billet) || code == null) {
            return Outcome.refused(CodeRefus.LIEN_PERIME);
        }
        String empreinte = Secrets.empreinte(billet);
        Optional<LaissezPasser> proved =
                transactions.read(() -> laissezPassers.find(empreinte, Nature.SECOND_FACTEUR, clock.instant()));
        if (proved.isEmpty()) {
            return Outcome.refused(CodeRefus.LIEN_PERIME);
        }
        String login = proved.get().identifiant();
        return checkCode(login, code, origine)
                .then(moyen -> transactions.write(() -> {
                    Optional<Compte> compte = comptes.find(login).filter(c -> c.etat() == Compte.Etat.ACTIF);
                    return compte.isPresent() && laissezPassers.remove(empreinte)
                            ? ouvertures.openFor(compte.get(), moyen, origine)
                            : Outcome.refused(CodeRefus.LIEN_PERIME);
                }));
    }

    @Override
    public Outcome<Session> open(String identifiant, String motDePasse, String code, Origine origine) {
        if (!Preuves.arePlausible(identifiant, motDePasse)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        String login = Preuves.login(identifiant);
        Outcome<Compte> compte = tentatives.attempt(login, origine.adresse(), () -> checkPassword(login, motDePasse));
        return compte.then(proved -> {
            if (!proved.secondFacteur()) {
                return ouvertures.openFor(proved, Moyen.MOT_DE_PASSE, origine);
            }
            return code == null || code.isBlank()
                    ? Outcome.refused(CodeRefus.SECOND_FACTEUR_REQUIS)
                    : checkCode(login, code, origine).then(moyen -> ouvertures.openFor(proved, moyen, origine));
        });
    }

    @Override
    public Outcome<Session> openExternal(IdentiteExterne identite, String agent) {
        return transactions.write(() -> federation
                .find(identite.emetteur(), identite.sujet())
                .flatMap(rattachement -> comptes.find(rattachement.identifiant()))
                .filter(compte -> compte.etat() == Compte.Etat.ACTIF)
                .map(compte -> ouvertures.opened(compte, Moyen.FOURNISSEUR, new Origine(null, agent)))
                .orElseGet(() -> Outcome.refused(CodeRefus.IDENTITE_EXTERNE_INCONNUE, identite.fournisseur())));
    }

    private Outcome<Compte> checkPassword(String login, String motDePasse) {
        Optional<Compte> compte = preuves.password(login, motDePasse);
        return compte.isPresent()
                ? Outcome.done(compte.get())
                : ouvertures.refusedAndNoted(login, CodeRefus.IDENTIFIANTS_INVALIDES, "mot de passe refusé");
    }

    private Outcome<Moyen> checkCode(String login, String code, Origine origine) {
        return tentatives.attempt(
                Tentatives.code(login), origine.adresse(), () -> preuves.code(login, code, clock.instant())
                        .<Outcome<Moyen>>map(Outcome::done)
                        .orElseGet(() -> ouvertures.refusedAndNoted(login, CodeRefus.CODE_INVALIDE, "code refusé")));
    }

    private Outcome<String> billet(Compte compte) {
        Instant now = clock.instant();
        return transactions.write(() -> {
            String billet = secrets.next();
            laissezPassers.removeExpired(now);
            laissezPassers.add(new LaissezPasser(
                    Secrets.empreinte(billet),
                    Nature.SECOND_FACTEUR,
                    compte.identifiant(),
                    null,
                    now,
                    now.plus(DUREE_BILLET)));
            return Outcome.done(billet);
        });
    }

    @Override
    public Optional<Identite> recognize(String jeton) {
        if (!Secrets.isPlausible(jeton)) {
            return Optional.empty();
        }
        if (jeton.startsWith(GestionJetonsApi.PREFIXE)) {
            return program(jeton);
        }
        if (jeton.startsWith(LienPersonnel.PREFIXE)) {
            return guest(jeton);
        }
        Instant now = clock.instant();
        String empreinte = Secrets.empreinte(jeton);
        return transactions
                .read(() -> jetons.find(empreinte, now))
                .filter(p -> p.compte().etat() == Compte.Etat.ACTIF
                        && !politique.isIdle(p.jeton().activeLe(), now))
                .map(p -> {
                    served(p.jeton(), now);
                    return identite(p, now);
                });
    }

    private Optional<Identite> program(String jeton) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return transactions
                .read(() -> jetonsApi.find(Secrets.empreinte(jeton), now))
                .filter(p -> p.compte().etat() == Compte.Etat.ACTIF && !politique.isOverdue(p.compte(), now))
                .map(p -> {
                    if (!today.equals(p.jeton().serviLe())) {
                        transactions.write(() -> {
                            jetonsApi.use(p.jeton().id(), today);
                            return Outcome.done(null);
                        });
                    }
                    return new Identite(
                            limited(p.compte(), p.jeton().limites()),
                            p.jeton().id(),
                            Moyen.JETON_API,
                            null,
                            p.compte().secondFacteur(),
                            false,
                            Optional.of(p.jeton().limites()));
                });
    }

    /** The account with what it may in the branch of the token; roles of the platform are of no branch. */
    private static Acteur limited(Compte compte, Limites limites) {
        return limites.branche() == null
                ? compte.acteur()
                : new Acteur(
                        compte.identifiant(),
                        compte.nom(),
                        compte.habilitations().stream()
                                .filter(h -> limites.branche().equals(h.branche()))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<Identite> guest(String secret) {
        Instant now = clock.instant();
        return transactions
                .read(() -> liens.find(Secrets.empreinte(secret)))
                .filter(lien -> lien.isOpen(now))
                .map(lien -> {
                    if (lien.ouvertLe() == null) {
                        transactions.write(() -> {
                            liens.open(lien.id(), now);
                            return Outcome.done(null);
                        });
                    }
                    return new Identite(
                            lien.acteur(), lien.id(), Moyen.LIEN_PERSONNEL, null, false, false, Optional.empty());
                });
    }

    private void served(Jeton jeton, Instant now) {
        if (!now.isBefore(jeton.activeLe().plus(Politique.PAS_ACTIVITE))) {
            transactions.write(() -> {
                jetons.touch(jeton.empreinte(), now);
                return Outcome.done(null);
            });
        }
    }

    private Identite identite(Jetons.Porteur porteur, Instant now) {
        Compte compte = porteur.compte();
        boolean overdue = politique.isOverdue(compte, now);
        Acteur acteur = overdue ? Politique.bare(compte) : compte.acteur();
        return new Identite(
                acteur,
                porteur.jeton().id(),
                porteur.jeton().moyen(),
                porteur.jeton().eleveJusquA(),
                compte.secondFacteur(),
                overdue,
                Optional.empty());
    }

    @Override
    public void close(String jeton) {
        transactions.write(() -> {
            jetons.remove(Secrets.empreinte(jeton));
            return Outcome.done(null);
        });
    }

    @Override
    public List<Jeton> list(Acteur by) {
        Instant now = clock.instant();
        return transactions.read(() -> jetons.of(by.identifiant(), now)).stream()
                .filter(jeton -> !politique.isIdle(jeton.activeLe(), now))
                .toList();
    }

    @Override
    public Outcome<Void> revoke(Acteur by, UUID session) {
        return transactions.write(() -> {
            if (!jetons.remove(by.identifiant(), session)) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "session " + session);
            }
            ouvertures.record(
                    by.identifiant(),
                    "compte/" + by.identifiant(),
                    Acte.Nature.SESSION_FERMEE,
                    "Session fermée par son titulaire");
            return Outcome.done(null);
        });
    }

    @Override
    public Outcome<Integer> revokeOthers(Identite by) {
        String identifiant = by.acteur().identifiant();
        return transactions.write(() -> {
            int ended = jetons.removeAll(identifiant, by.session());
            ouvertures.record(
                    identifiant,
                    "compte/" + identifiant,
                    Acte.Nature.SESSION_FERMEE,
                    "Autres sessions fermées par leur titulaire : " + ended);
            return Outcome.done(ended);
        });
    }

    @Override
    public Optional<Refus> lacks(Identite by, Droit droit) {
        if (by.secondFacteurAttendu() && !droit.isPublic() && !POUR_TOUS.contains(droit)) {
            return Optional.of(Refus.of(CodeRefus.SECOND_FACTEUR_ATTENDU));
        }
        if (!by.isPersonne() && DU_TITULAIRE.contains(droit)) {
            return Optional.of(Refus.of(CodeRefus.JETON_LIMITE, droit.libelle()));
        }
        if (by.limites().isPresent()) {
            return by.limites().get().admits(droit)
                    ? Optional.empty()
                    : Optional.of(Refus.of(CodeRefus.JETON_LIMITE, droit.libelle()));
        }
        if (droit.nature() != Droit.Nature.SIGNATURE
                || by.isFresh(clock.instant())
                || !politique.asksElevation(by.secondFacteur())) {
            return Optional.empty();
        }
        return Optional.of(Refus.of(CodeRefus.ELEVATION_REQUISE, Preuves.attendues(by.secondFacteur())));
    }

    @Override
    public Outcome<Instant> elevate(String jeton, String motDePasse, String code, Origine origine) {
        Optional<Identite> by = recognize(jeton);
        if (by.isEmpty()) {
            return Outcome.refused(CodeRefus.AUTHENTIFICATION_REQUISE);
        }
        String login = by.get().acteur().identifiant();
        if (!Preuves.arePlausible(login, motDePasse)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        return tentatives
                .attempt(login, origine.adresse(), () -> checkPassword(login, motDePasse))
                .then(compte -> {
                    if (!compte.secondFacteur()) {
                        return Outcome.done(Moyen.MOT_DE_PASSE);
                    }
                    return code == null || code.isBlank()
                            ? Outcome.<Moyen>refused(CodeRefus.SECOND_FACTEUR_REQUIS)
                            : checkCode(login, code, origine);
                })
                .then(moyen -> ouvertures.elevated(jeton, login, moyen));
    }
}
