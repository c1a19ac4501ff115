package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Attributions;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Compte.Etat;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Echecs;
import fr.parchemin.acces.Facteurs;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Invitations;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPasser.Nature;
import fr.parchemin.acces.LaissezPassers;
import fr.parchemin.acces.MotsDePasse;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.Origine;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Coffre;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Courriels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links that serve once: of each only the hash is kept, and the secret goes to the mail address of the account. */
@Component(service = {Invitations.class, MotsDePasse.class})
public final class LocalInvitations implements Invitations, MotsDePasse {

    static final Duration DUREE_INVITATION = Duration.ofDays(7);
    private static final Duration DUREE_REINITIALISATION = Duration.ofHours(1);
    private static final Duration ENTRE_DEUX = Duration.ofMinutes(5);
    private static final int COMPTES_MAXIMUM = 1000;

    private final Politique politique;
    private final Transactions transactions;
    private final Comptes comptes;
    private final Jetons jetons;
    private final LaissezPassers laissezPassers;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock clock;
    private final JournaledComptes gestion;
    private final Preuves preuves;
    private final Tentatives tentatives;
    private final Secrets secrets = new Secrets();

    @Activate
    public LocalInvitations(
            @Reference Politique politique,
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Attributions attributions,
            @Reference Jetons jetons,
            @Reference LaissezPassers laissezPassers,
            @Reference Echecs echecs,
            @Reference Facteurs facteurs,
            @Reference Coffre coffre,
            @Reference Courriels courriels,
            @Reference Journal journal) {
        this(
                politique,
                transactions,
                comptes,
                attributions,
                jetons,
                laissezPassers,
                echecs,
                facteurs,
                coffre,
                courriels,
                journal,
                HeureLegale.clock());
    }

    public LocalInvitations(
            Politique politique,
            Transactions transactions,
            Comptes comptes,
            Attributions attributions,
            Jetons jetons,
            LaissezPassers laissezPassers,
            Echecs echecs,
            Facteurs facteurs,
            Coffre coffre,
            Courriels courriels,
            Journal journal,
            Clock clock) {
        this.politique = politique;
        this.transactions = transactions;
        this.comptes = comptes;
        this.jetons = jetons;
        this.laissezPassers = laissezPassers;
        this.courriels = courriels;
        this.journal = journal;
        this.clock = clock;
        this.gestion = new JournaledComptes(transactions, comptes, attributions, journal, clock);
        this.preuves = new Preuves(transactions, comptes, facteurs, coffre);
        this.tentatives = new Tentatives(politique, transactions, echecs, clock);
    }

    @Override
    public boolean sendsMail() {
        return courriels.isConfigured();
    }

    @Override
    public Outcome<LienUnique> invite(
            Acteur by, String identifiant, String nom, String courriel, Set<Habilitation> habilitations) {
        String address = Adresses.tidy(courriel);
        Optional<Refus> wrong = by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME).or(() -> Adresses.invalid(address));
        return Outcome.unless(wrong, by)
                .then(admin -> transactions.write(() -> taken(address, null)
                        .<Outcome<LienUnique>>map(Outcome::refused)
                        .orElseGet(
                                () -> gestion.add(admin.identifiant(), identifiant, nom, address, null, habilitations)
                                        .then(compte -> make(admin.identifiant(), compte)))))
                .map(this::sent);
    }

    @Override
    public Outcome<LienUnique> renew(Acteur by, String identifiant) {
        return administered(by, identifiant, compte -> {
                    if (compte.etat() == Etat.SUSPENDU) {
                        return Outcome.refused(
                                CodeRefus.CHAMP_INVALIDE, "identifiant", "ce compte est suspendu, reprenez-le d’abord");
                    }
                    return make(by.identifiant(), compte);
                })
                .map(this::sent);
    }

    @Override
    public Outcome<Void> withdraw(Acteur by, String identifiant) {
        return administered(by, identifiant, compte -> {
            if (compte.etat() != Etat.INVITE
                    || laissezPassers
                            .newest(compte.identifiant(), Nature.INVITATION)
                            .isEmpty()) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "invitation de " + identifiant);
            }
            laissezPassers.removeAll(compte.identifiant(), Nature.INVITATION);
            record(
                    by.identifiant(),
                    compte.identifiant(),
                    Acte.Nature.COMPTE_MODIFIE,
                    "Invitation retirée : son lien n’ouvre plus rien");
            return Outcome.done(null);
        });
    }

    @Override
    public Outcome<Compte> setCourriel(Acteur by, String identifiant, String courriel) {
        String address = Adresses.tidy(courriel);
        Optional<Refus> wrong = address == null ? Optional.empty() : Adresses.invalid(address);
        return Outcome.unless(wrong, by)
                .then(admin -> administered(admin, identifiant, compte -> {
                    Optional<Refus> taken = address == null ? Optional.empty() : taken(address, compte.identifiant());
                    if (taken.isPresent()) {
                        return Outcome.refused(taken.get());
                    }
                    // A link that was sent to the address before must not open the account of the address after.
                    Stream.of(Nature.INVITATION, Nature.REINITIALISATION)
                            .forEach(nature -> laissezPassers.removeAll(compte.identifiant(), nature));
                    return changed(admin, compte.withCourriel(address), "Adresse de courriel modifiée");
                }));
    }

    @Override
    public Outcome<Compte> setSuspendu(Acteur by, String identifiant, boolean suspendu) {
        return administered(by, identifiant, compte -> {
            if (suspendu && compte.identifiant().equals(by.identifiant())) {
                return Outcome.refused(
                        CodeRefus.CHAMP_INVALIDE, "identifiant", "un administrateur ne se suspend pas lui-même");
            }
            if (!suspendu) {
                Etat next = compte.motDePasse() == null ? Etat.INVITE : Etat.ACTIF;
                return changed(by, compte.withEtat(next), "Compte repris");
            }
            jetons.removeAll(compte.identifiant(), null);
            for (Nature nature : Nature.values()) {
                laissezPassers.removeAll(compte.identifiant(), nature);
            }
            return changed(by, compte.withEtat(Etat.SUSPENDU), "Compte suspendu, sessions fermées");
        });
    }

    @Override
    public Outcome<List<Compte>> list(Acteur by) {
        return Outcome.unless(by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME), by)
                .map(admin -> transactions.read(() -> comptes.list(COMPTES_MAXIMUM)));
    }

    @Override
    public void request(String typed) {
        String asked = Preuves.login(typed);
        if (asked.isEmpty() || asked.length() > Adresses.LONGUEUR_MAXIMALE || !sendsMail()) {
            return;
        }
        transactions.write(() -> {
            Optional<Compte> compte = asked.contains("@")
                    ? comptes.findByCourriel(asked).or(() -> comptes.find(asked))
                    : comptes.find(asked);
            Instant recent = clock.instant().minus(ENTRE_DEUX);
            compte.filter(c -> c.etat() != Etat.SUSPENDU && c.courriel() != null)
                    .filter(c -> laissezPassers
                            .newest(c.identifiant(), nature(c))
                            .map(recent::isAfter)
                            .orElse(true))
                    .ifPresent(c -> make(c.identifiant(), c));
            return Outcome.done(null);
        });
        courriels.wake();
    }

    @Override
    public Optional<Demande> read(String secret) {
        return !Secrets.isPlausible(secret)
                ? Optional.empty()
                : transactions.read(() -> find(secret).flatMap(link -> comptes.find(link.identifiant())
                        .map(c -> new Demande(link.nature(), c.identifiant(), c.nom()))));
    }

    private Optional<LaissezPasser> find(String secret) {
        String empreinte = Secrets.empreinte(secret);
        Instant now = clock.instant();
        return laissezPassers
                .find(empreinte, Nature.INVITATION, now)
                .or(() -> laissezPassers.find(empreinte, Nature.REINITIALISATION, now));
    }

    @Override
    public Outcome<String> choose(String secret, String motDePasse) {
        Optional<Refus> wrong = JournaledComptes.badPassword(motDePasse);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (read(secret).isEmpty()) {
            return Outcome.refused(CodeRefus.LIEN_PERIME);
        }
        // Hashing takes its time: not inside the act.
        String hash = preuves.hash(motDePasse);
        return transactions
                .write(() -> find(secret)
                        .filter(link -> laissezPassers.remove(link.empreinte()))
                        .flatMap(link -> comptes.find(link.identifiant()))
                        .filter(compte -> compte.etat() != Etat.SUSPENDU)
                        .<Outcome<String>>map(compte -> {
                            Compte chosen = compte.withMotDePasse(hash);
                            comptes.update(chosen);
                            ended(chosen, null, "Mot de passe choisi par un lien, sessions fermées");
                            return Outcome.done(chosen.identifiant());
                        })
                        .orElseGet(() -> Outcome.refused(CodeRefus.LIEN_PERIME)))
                .map(identifiant -> {
                    courriels.wake();
                    return identifiant;
                });
    }

    @Override
    public Outcome<Void> change(Identite by, String before, String motDePasse, Origine origine) {
        String login = by.acteur().identifiant();
        Optional<Refus> wrong = JournaledComptes.badPassword(motDePasse);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (!Preuves.arePlausible(login, before)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        return tentatives
                .attempt(login, origine.adresse(), () -> preuves.password(login, before)
                        .<Outcome<Compte>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES)))
                .map(compte -> preuves.hash(motDePasse))
                .then(hash -> transactions.write(() -> {
                    Compte changed = comptes.find(login).orElseThrow().withMotDePasse(hash);
                    comptes.update(changed);
                    ended(changed, by, "Mot de passe changé, autres sessions fermées");
                    return Outcome.<Void>done(null);
                }))
                .map(done -> {
                    courriels.wake();
                    return done;
                });
    }

    /** What follows a new password: nothing that was opened or asked for under the one before remains. */
    private void ended(Compte compte, Identite but, String detail) {
        String identifiant = compte.identifiant();
        jetons.removeAll(identifiant, but == null ? null : but.session());
        for (Nature nature : Nature.values()) {
            laissezPassers.removeAll(identifiant, nature);
        }
        tentatives.forget(identifiant);
        record(identifiant, identifiant, Acte.Nature.MOT_DE_PASSE_CHANGE, detail);
        if (compte.courriel() != null && sendsMail()) {
            courriels.enqueue(Courriers.motDePasseChange(
                    compte, clock.instant().plus(Duration.ofDays(2)), politique.address("/connexion/oubli")));
        }
    }

    private static Nature nature(Compte compte) {
        return compte.etat() == Etat.INVITE ? Nature.INVITATION : Nature.REINITIALISATION;
    }

    /** Makes a link and enqueues its mail; the links of the same nature before it end. Inside an act. */
    private Outcome<LienUnique> make(String by, Compte compte) {
        Nature nature = nature(compte);
        Instant now = clock.instant();
        boolean invites = nature == Nature.INVITATION;
        Instant expireLe = now.plus(invites ? DUREE_INVITATION : DUREE_REINITIALISATION);
        String secret = secrets.next();
        laissezPassers.removeExpired(now);
        laissezPassers.removeAll(compte.identifiant(), nature);
        laissezPassers.add(
                new LaissezPasser(Secrets.empreinte(secret), nature, compte.identifiant(), null, now, expireLe));
        String adresse = politique.address("/acces/" + secret);
        boolean mailed = compte.courriel() != null && sendsMail();
        if (mailed) {
            Courriel courriel = invites
                    ? Courriers.invitation(compte, adresse, expireLe)
                    : Courriers.reinitialisation(compte, adresse, expireLe);
            courriels.enqueue(courriel);
        }
        record(
                by,
                compte.identifiant(),
                Acte.Nature.LIEN_DEMANDE,
                (invites ? "Invitation" : "LienUnique pour un nouveau mot de passe")
                        + (mailed ? " envoyé par courriel" : " remis à l’administrateur, faute de courriel"));
        return Outcome.done(new LienUnique(
                compte.identifiant(), expireLe, mailed ? compte.courriel() : null, mailed ? null : adresse));
    }

    private LienUnique sent(LienUnique lien) {
        courriels.wake();
        return lien;
    }

    private <T> Outcome<T> administered(Acteur by, String identifiant, Function<Compte, Outcome<T>> act) {
        return Outcome.unless(by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME), by)
                .then(admin -> transactions.write(() -> comptes.find(Preuves.login(identifiant))
                        .map(act)
                        .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "compte " + identifiant))));
    }

    private Outcome<Compte> changed(Acteur by, Compte compte, String detail) {
        comptes.update(compte);
        record(by.identifiant(), compte.identifiant(), Acte.Nature.COMPTE_MODIFIE, detail);
        return Outcome.done(compte);
    }

    private Optional<Refus> taken(String address, String but) {
        return comptes.findByCourriel(address)
                .filter(other -> !other.identifiant().equals(but))
                .map(other -> Refus.of(
                        CodeRefus.CHAMP_INVALIDE,
                        "courriel",
                        "c’est déjà l’adresse du compte « " + other.identifiant() + " »"));
    }

    private void record(String by, String identifiant, Acte.Nature nature, String detail) {
        journal.append(new Acte(null, clock.instant(), by, null, "compte/" + identifiant, nature, detail));
    }
}
