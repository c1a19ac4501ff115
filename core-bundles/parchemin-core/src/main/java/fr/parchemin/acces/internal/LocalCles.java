package fr.parchemin.acces.internal;

import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Echecs;
import fr.parchemin.acces.Facteurs;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPasser.Nature;
import fr.parchemin.acces.LaissezPassers;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.VerifieurCles;
import fr.parchemin.acces.VerifieurCles.Nouvelle;
import fr.parchemin.acces.VerifieurCles.Site;
import fr.parchemin.acces.VerifieurCles.Titulaire;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passkeys, each use journaled.
 *
 * <p>A challenge is taken from the database in a transaction of its own, so that it serves once on all nodes even when the
 * rest fails; the signature is verified outside any transaction; what follows is noted in another.
 */
@Component(configurationPid = {"fr.parchemin.plateforme", "fr.parchemin.acces"})
public final class LocalCles implements ClesAcces {

    /** The part of the configuration that matters here. */
    public @interface Config {
        /** Where people reach the platform. */
        String adressePublique() default "http://127.0.0.1:8181";

        /** Domain that keys are made for: the host of that address, or one above it; the host when nothing is said. */
        String domaineCles() default "";
    }

    /** What a challenge is for. */
    private enum Usage {
        INSCRIPTION,
        CONNEXION,
        SECOND_TEMPS,
        CONFIRMATION
    }

    /**
     * A challenge, for one use by one holder.
     *
     * @param attache what else must be there with its ticket: a session, the first step of a sign-in, or nothing
     */
    private record Pris(Usage usage, String defi, String attache) {
        static Optional<Pris> of(String donnees) {
            String[] parts = donnees.split(" ", -1);
            return parts.length == 3
                    ? Optional.of(new Pris(Usage.valueOf(parts[0]), parts[1], parts[2]))
                    : Optional.empty();
        }

        String donnees() {
            return usage + " " + defi + " " + attache;
        }
    }

    /** A key that signed what it was asked to. */
    private record Signee(Cle cle, long compteur) {}

    private static final Logger LOG = LoggerFactory.getLogger(LocalCles.class);
    private static final Duration DUREE_DEFI = Duration.ofMinutes(5);
    private static final int OCTETS_POIGNEE = 32;

    private final Site site;
    private final Transactions transactions;
    private final Comptes comptes;
    private final Facteurs facteurs;
    private final LaissezPassers laissezPassers;
    private final Connexions connexions;
    private final Clock clock;
    private final Tentatives tentatives;
    private final Ouvertures ouvertures;
    private final Dotation dotation;
    private final Debit sansSuite;
    private final Secrets secrets = new Secrets();

    /** Comes and goes with its bundle. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile VerifieurCles verifieur;

    @Activate
    public LocalCles(
            Config config,
            @Reference Politique politique,
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Facteurs facteurs,
            @Reference Jetons jetons,
            @Reference LaissezPassers laissezPassers,
            @Reference Echecs echecs,
            @Reference Connexions connexions,
            @Reference Journal journal) {
        this(
                site(config),
                null,
                politique,
                transactions,
                comptes,
                facteurs,
                jetons,
                laissezPassers,
                echecs,
                connexions,
                journal,
                HeureLegale.clock());
    }

    /**
     * @param site {@code null} where browsers would make no keys
     * @param verifieur {@code null} until there is one
     */
    public LocalCles(
            Site site,
            VerifieurCles verifieur,
            Politique politique,
            Transactions transactions,
            Comptes comptes,
            Facteurs facteurs,
            Jetons jetons,
            LaissezPassers laissezPassers,
            Echecs echecs,
            Connexions connexions,
            Journal journal,
            Clock clock) {
        this.site = site;
        this.verifieur = verifieur;
        this.transactions = transactions;
        this.comptes = comptes;
        this.facteurs = facteurs;
        this.laissezPassers = laissezPassers;
        this.connexions = connexions;
        this.clock = clock;
        this.tentatives = new Tentatives(politique, transactions, echecs, clock);
        this.ouvertures = new Ouvertures(politique, transactions, comptes, jetons, journal, clock);
        this.dotation = new Dotation(comptes, facteurs);
        this.sansSuite = new Debit(30, Duration.ofSeconds(10), clock);
    }

    private static Site site(Config config) {
        try {
            return SiteCles.of(config.adressePublique(), config.domaineCles());
        } catch (IllegalArgumentException e) {
            LOG.warn("No passkeys are offered: {}", e.getMessage());
            return null;
        }
    }

    @Override
    public Optional<String> origine() {
        return verifieur == null || site == null ? Optional.empty() : Optional.of(site.origine());
    }

    private Outcome<VerifieurCles> verifieur() {
        VerifieurCles there = verifieur;
        return there == null || site == null ? Outcome.refused(CodeRefus.CLES_INDISPONIBLES) : Outcome.done(there);
    }

    @Override
    public Outcome<Defi> beginRegistration(Identite by) {
        String identifiant = by.acteur().identifiant();
        return verifieur()
                .then(there -> transactions.write(() -> {
                    Compte compte = comptes.find(identifiant).orElse(null);
                    if (!by.isPersonne() || compte == null) {
                        return Outcome.refused(CodeRefus.JETON_LIMITE, Droit.COMPTE_PROPRE_GERER.libelle());
                    }
                    Optional<Refus> missing = Preuves.missing(compte, by, clock.instant());
                    if (missing.isPresent()) {
                        return Outcome.refused(missing.get());
                    }
                    List<Cle> cles = facteurs.cles(identifiant);
                    if (cles.size() >= CLES_MAXIMUM) {
                        return Outcome.refused(CodeRefus.CLES_TROP_NOMBREUSES, CLES_MAXIMUM);
                    }
                    // Devices keep one key for a handle and site: all of an account share theirs.
                    String poignee = cles.isEmpty()
                            ? Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.octets(OCTETS_POIGNEE))
                            : there.poignee(cles.get(0));
                    return Outcome.done(begun(
                            Usage.INSCRIPTION,
                            identifiant,
                            poignee + "@" + by.session(),
                            defi -> there.creation(
                                    site, new Titulaire(poignee, identifiant, compte.nom()), defi, cles)));
                }));
    }

    @Override
    public Outcome<Enregistree> register(Identite by, String billet, String nom, String reponse) {
        String identifiant = by.acteur().identifiant();
        return verifieur().then(there -> name(nom).then(named -> take(
                        billet, Usage.INSCRIPTION, identifiant, attache -> attache.endsWith("@" + by.session()))
                .then(pris -> there.created(site, pris.defi(), poignee(pris), reponse))
                .then(made -> registered(identifiant, named, made))));
    }

    private static String poignee(Pris pris) {
        return pris.attache().substring(0, pris.attache().indexOf('@'));
    }

    private Outcome<Enregistree> registered(String identifiant, String nom, Nouvelle made) {
        return transactions.write(() -> {
            if (facteurs.cle(made.id()).isPresent()) {
                return Outcome.refused(CodeRefus.CLE_EXISTANTE);
            }
            if (facteurs.cles(identifiant).size() >= CLES_MAXIMUM) {
                return Outcome.refused(CodeRefus.CLES_TROP_NOMBREUSES, CLES_MAXIMUM);
            }
            Cle cle = new Cle(made.id(), identifiant, nom, made.donnees(), made.compteur(), clock.instant(), null);
            facteurs.addCle(cle);
            dotation.settle(identifiant);
            List<String> secours = facteurs.countSecours(identifiant) == 0 ? dotation.secours(identifiant) : List.of();
            record(identifiant, Acte.Nature.FACTEUR_AJOUTE, "Clé d’accès enregistrée");
            return Outcome.done(new Enregistree(cle, secours));
        });
    }

    @Override
    public Outcome<Void> rename(Identite by, String id, String nom) {
        String identifiant = by.acteur().identifiant();
        return name(nom)
                .then(named -> transactions.write(() -> {
                    if (!facteurs.renameCle(identifiant, id, named)) {
                        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé d’accès");
                    }
                    record(identifiant, Acte.Nature.FACTEUR_MODIFIE, "Clé d’accès renommée");
                    return Outcome.done(null);
                }));
    }

    private static Outcome<String> name(String nom) {
        String named = nom == null ? "" : nom.replaceAll("\\p{Cntrl}", " ").strip();
        if (named.isEmpty()) {
            return Outcome.refused(CodeRefus.CHAMP_MANQUANT, "nom");
        }
        return named.length() > NOM_MAXIMUM
                ? Outcome.refused(CodeRefus.CHAMP_INVALIDE, "nom", NOM_MAXIMUM + " caractères au plus")
                : Outcome.done(named);
    }

    @Override
    public Outcome<Defi> beginSignIn() {
        return verifieur()
                .then(there -> transactions.write(() ->
                        Outcome.done(begun(Usage.CONNEXION, null, "", defi -> there.demande(site, defi, List.of())))));
    }

    @Override
    public Outcome<Session> open(String billet, String reponse, Origine origine) {
        return signed(reponse, origine, null, () -> take(billet, Usage.CONNEXION, null, String::isEmpty))
                .then(signee -> used(signee, compte -> ouvertures.openFor(compte, Moyen.CLE_ACCES, origine)));
    }

    @Override
    public Outcome<Defi> beginSecondStep(String motDePasse) {
        return verifieur()
                .then(there -> transactions.write(() -> proved(motDePasse)
                        .then(login ->
                                begunWithKeys(there, Usage.SECOND_TEMPS, login, Secrets.empreinte(motDePasse)))));
    }

    /** Whose password that ticket stands for; inside an act. */
    private Outcome<String> proved(String motDePasse) {
        return !Secrets.isPlausible(motDePasse)
                ? Outcome.refused(CodeRefus.LIEN_PERIME)
                : laissezPassers
                        .find(Secrets.empreinte(motDePasse), Nature.SECOND_FACTEUR, clock.instant())
                        .map(LaissezPasser::identifiant)
                        .<Outcome<String>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(CodeRefus.LIEN_PERIME));
    }

    @Override
    public Outcome<Session> finish(String motDePasse, String billet, String reponse, Origine origine) {
        return transactions
                .write(() -> proved(motDePasse))
                .then(login -> signed(
                        reponse,
                        origine,
                        login,
                        () -> take(billet, Usage.SECOND_TEMPS, login, Secrets.empreinte(motDePasse)::equals)))
                .then(signee -> used(
                        signee,
                        compte -> laissezPassers.remove(Secrets.empreinte(motDePasse))
                                ? ouvertures.openFor(compte, Moyen.MOT_DE_PASSE_ET_CLE, origine)
                                : Outcome.refused(CodeRefus.LIEN_PERIME)));
    }

    @Override
    public Outcome<Defi> beginElevation(Identite by) {
        if (!by.isPersonne()) {
            return Outcome.refused(CodeRefus.JETON_LIMITE, Droit.COMPTE_PROPRE_GERER.libelle());
        }
        return verifieur()
                .then(there -> transactions.write(() -> begunWithKeys(
                        there,
                        Usage.CONFIRMATION,
                        by.acteur().identifiant(),
                        by.session().toString())));
    }

    @Override
    public Outcome<Instant> elevate(String jeton, String billet, String reponse, Origine origine) {
        Optional<Identite> by = connexions.recognize(jeton).filter(Identite::isPersonne);
        if (by.isEmpty()) {
            return Outcome.refused(CodeRefus.AUTHENTIFICATION_REQUISE);
        }
        String login = by.get().acteur().identifiant();
        String session = by.get().session().toString();
        return signed(reponse, origine, login, () -> take(billet, Usage.CONFIRMATION, login, session::equals))
                .then(signee -> used(signee, compte -> ouvertures.elevated(jeton, login, Moyen.CLE_ACCES)));
    }

    private Outcome<Defi> begunWithKeys(VerifieurCles there, Usage usage, String login, String attache) {
        List<Cle> cles = facteurs.cles(login);
        return cles.isEmpty()
                ? Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé d’accès")
                : Outcome.done(begun(usage, login, attache, defi -> there.demande(site, defi, cles)));
    }

    private Defi begun(Usage usage, String identifiant, String attache, UnaryOperator<String> options) {
        Instant now = clock.instant();
        String billet = secrets.next();
        String defi = secrets.next();
        laissezPassers.removeExpired(now);
        laissezPassers.add(new LaissezPasser(
                Secrets.empreinte(billet),
                Nature.DEFI,
                identifiant,
                new Pris(usage, defi, attache).donnees(),
                now,
                now.plus(DUREE_DEFI)));
        return new Defi(billet, options.apply(defi));
    }

    /** The challenge of that ticket, which serves no more from then on. */
    private Outcome<Pris> take(String billet, Usage usage, String identifiant, Predicate<String> attache) {
        if (!Secrets.isPlausible(billet)) {
            return Outcome.refused(CodeRefus.DEFI_PERIME);
        }
        String empreinte = Secrets.empreinte(billet);
        return transactions.write(() -> laissezPassers
                .find(empreinte, Nature.DEFI, clock.instant())
                .filter(found -> Objects.equals(found.identifiant(), identifiant))
                .flatMap(found -> Pris.of(found.donnees()))
                .filter(pris -> pris.usage() == usage && attache.test(pris.attache()))
                .filter(pris -> laissezPassers.remove(empreinte))
                .<Outcome<Pris>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.DEFI_PERIME)));
    }

    /**
     * The key that signed the challenge; not whether it may be used.
     *
     * @param login whose key it has to be, {@code null} when anybody's
     */
    private Outcome<Signee> signed(String reponse, Origine origine, String login, Supplier<Outcome<Pris>> challenge) {
        return verifieur().then(there -> {
            Optional<String> id = there.cle(reponse);
            if (id.isEmpty()) {
                return Outcome.refused(CodeRefus.CLE_REFUSEE);
            }
            // Counted by key, known or not: who holds none of an account's keys does not make its owner wait.
            return tentatives.attempt("cle/" + Secrets.empreinte(id.get()), origine.adresse(), () -> challenge
                    .get()
                    .fold(
                            pris -> verified(there, pris, id.get(), login, reponse),
                            refus -> noted(login, refus.code(), "demande à une clé d’accès périmée ou déjà servie")));
        });
    }

    private Outcome<Signee> verified(VerifieurCles there, Pris pris, String id, String login, String reponse) {
        Optional<Cle> cle = transactions
                .read(() -> facteurs.cle(id))
                .filter(known -> login == null || login.equals(known.identifiant()));
        return cle.isEmpty()
                ? noted(login, CodeRefus.CLE_REFUSEE, "clé d’accès inconnue")
                : there.signed(site, pris.defi(), cle.get(), reponse)
                        .fold(
                                compteur -> Outcome.done(new Signee(cle.get(), compteur)),
                                refus -> noted(cle.get().identifiant(), refus.code(), "clé d’accès refusée"));
    }

    /** Notes that the key was used, and does what it was used for. */
    private <T> Outcome<T> used(Signee signee, Function<Compte, Outcome<T>> act) {
        String login = signee.cle().identifiant();
        Outcome<T> outcome = transactions.write(() -> {
            Optional<Compte> compte = comptes.find(login).filter(c -> c.etat() == Compte.Etat.ACTIF);
            if (compte.isEmpty() || facteurs.cle(signee.cle().id()).isEmpty()) {
                return Outcome.refused(CodeRefus.CLE_REFUSEE);
            }
            return facteurs.useCle(signee.cle().id(), signee.compteur(), clock.instant())
                    ? act.apply(compte.get())
                    : Outcome.refused(CodeRefus.CLE_COPIEE);
        });
        return outcome.fold(Outcome::done, refus -> switch (refus.code()) {
            case CLE_COPIEE -> noted(login, refus.code(), "clé d’accès peut-être copiée, son compteur n’avance pas");
            case CLE_REFUSEE -> noted(login, refus.code(), "clé d’accès d’un compte qui n’est pas actif");
            default -> Outcome.refused(refus);
        });
    }

    /** Anybody can make refusals of nobody's by the thousand: the journal keeps enough of them to see it. */
    private <T> Outcome<T> noted(String login, CodeRefus code, String why) {
        if (login == null && !sansSuite.admits()) {
            LOG.warn("Answers of passkeys that are nobody's: more than are journaled");
            return Outcome.refused(code);
        }
        return ouvertures.refusedAndNoted(login, code, why);
    }

    private void record(String identifiant, Acte.Nature nature, String detail) {
        ouvertures.record(identifiant, "compte/" + identifiant, nature, detail);
    }
}
