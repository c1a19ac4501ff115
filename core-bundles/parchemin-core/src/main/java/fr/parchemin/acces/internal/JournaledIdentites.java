package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Federation;
import fr.parchemin.acces.Federation.Demande;
import fr.parchemin.acces.Federation.Rattachement;
import fr.parchemin.acces.Federation.SessionExterne;
import fr.parchemin.acces.FournisseurIdentite;
import fr.parchemin.acces.FournisseurIdentite.Conge;
import fr.parchemin.acces.FournisseurIdentite.Defi;
import fr.parchemin.acces.FournisseurIdentite.Description;
import fr.parchemin.acces.FournisseurIdentite.Preuve;
import fr.parchemin.acces.FournisseurIdentite.Public;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acces.IdentitesExternes;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Transactions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identities of elsewhere, each use of them journaled.
 *
 * <p>Three steps that never overlap: what was begun is taken from the database in a transaction of its own, so that it
 * serves once on all nodes even when the rest fails; then the provider is asked, outside any transaction; then the session
 * is opened, with its trace.
 */
@Component(configurationPid = "fr.parchemin.plateforme")
public final class JournaledIdentites implements IdentitesExternes {

    /** The part of {@code fr.parchemin.plateforme} that matters here. */
    public @interface Config {
        /** Where people reach the platform, without a slash at the end. */
        String adressePublique() default "http://127.0.0.1:8181";
    }

    private static final Logger LOG = LoggerFactory.getLogger(JournaledIdentites.class);
    private static final int OCTETS_SECRET = 32;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int NOM_MAXIMAL = 200;
    private static final String PLATEFORME = "plateforme";

    private final Transactions transactions;
    private final Comptes comptes;
    private final Connexions connexions;
    private final Federation federation;
    private final Journal journal;
    private final String adressePublique;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Debit inconnus;

    /** Replaced as a whole by the framework while requests read it. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<FournisseurIdentite> fournisseurs = List.of();

    @Activate
    public JournaledIdentites(
            Config config,
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Connexions connexions,
            @Reference Federation federation,
            @Reference Journal journal) {
        this(
                config.adressePublique(),
                transactions,
                comptes,
                connexions,
                federation,
                journal,
                List.of(),
                HeureLegale.clock());
    }

    public JournaledIdentites(
            String adressePublique,
            Transactions transactions,
            Comptes comptes,
            Connexions connexions,
            Federation federation,
            Journal journal,
            List<FournisseurIdentite> fournisseurs,
            Clock clock) {
        this.adressePublique = adressePublique.replaceAll("/+$", "");
        this.transactions = transactions;
        this.comptes = comptes;
        this.connexions = connexions;
        this.federation = federation;
        this.journal = journal;
        this.fournisseurs = fournisseurs;
        this.clock = clock;
        this.inconnus = new Debit(30, Duration.ofSeconds(10), clock);
    }

    @Override
    public List<Description> fournisseurs() {
        return fournisseurs.stream()
                .map(FournisseurIdentite::description)
                .sorted(Comparator.comparingInt(Description::ordre).thenComparing(Description::code))
                .toList();
    }

    private Outcome<FournisseurIdentite> fournisseur(String code) {
        return fournisseurs.stream()
                .filter(f -> f.description().code().equals(code))
                .findFirst()
                .<Outcome<FournisseurIdentite>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "fournisseur d’identité " + code));
    }

    @Override
    public Outcome<Depart> begin(String fournisseur, String temoin, String retour) {
        return fournisseur(fournisseur).then(known -> begin(known, temoin, retour, null));
    }

    @Override
    public Outcome<Depart> beginLinking(Identite by, String fournisseur, String temoin, String retour) {
        String identifiant = by.acteur().identifiant();
        return fournisseur(fournisseur)
                .then(known -> Outcome.unless(
                        transactions
                                .read(() -> comptes.find(identifiant))
                                .flatMap(compte -> Preuves.missing(compte, by, clock.instant())),
                        known))
                .then(known -> begin(known, temoin, retour, identifiant));
    }

    private Outcome<Depart> begin(FournisseurIdentite fournisseur, String temoin, String retour, String identifiant) {
        String code = fournisseur.description().code();
        // Two pages of one browser may be under way at once: they share its secret, each has a state of its own.
        String navigateur = temoin != null && SECRET.matcher(temoin).matches() ? temoin : secret();
        Defi defi = new Defi(secret(), secret(), secret(), retour(code));
        Instant now = clock.instant();
        return fournisseur
                .authorization(defi)
                .then(adresse -> transactions.write(() -> {
                    federation.removeDemandesExpired(now);
                    federation.add(new Demande(
                            Secrets.empreinte(defi.etat()),
                            Secrets.empreinte(navigateur),
                            code,
                            defi.nonce(),
                            defi.verificateur(),
                            retour,
                            identifiant,
                            now.plus(Duration.ofMinutes(MINUTES_DEMANDE))));
                    return Outcome.done(new Depart(adresse, navigateur));
                }));
    }

    private URI retour(String fournisseur) {
        return URI.create(adressePublique + "/connexion/oidc/" + fournisseur + "/retour");
    }

    private String secret() {
        byte[] secret = new byte[OCTETS_SECRET];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public Outcome<Entree> finish(String code, Map<String, String> reponse, String temoin, String agent) {
        return fournisseur(code).then(fournisseur -> {
            Outcome<Demande> demande = take(code, reponse.get("state"), temoin);
            if (demande.reason().isPresent()) {
                // Anybody can make these by the thousand: the journal keeps enough of them to see it.
                if (inconnus.admits()) {
                    refused(code, null, demande.reason().get());
                } else {
                    LOG.warn("Answers for provider {} that belong to no question: more than are journaled", code);
                }
                return Outcome.refused(demande.reason().get());
            }
            Demande begun = demande.orElseThrow();
            Defi defi = new Defi(reponse.get("state"), begun.nonce(), begun.verificateur(), retour(code));
            Outcome<Entree> entree = fournisseur
                    .redeem(defi, reponse)
                    .then(preuve -> begun.identifiant() == null
                            ? enter(fournisseur.description(), preuve, begun.retour(), agent)
                            : link(fournisseur.description(), preuve.identite(), begun));
            entree.reason().ifPresent(refus -> refused(code, begun.identifiant(), refus));
            return entree;
        });
    }

    /** What was begun with that state, by this provider, in this browser, not too long ago; it serves once, right or not. */
    private Outcome<Demande> take(String fournisseur, String etat, String temoin) {
        Outcome<Demande> unknown = Outcome.refused(CodeRefus.CONNEXION_EXTERNE_PERIMEE);
        if (etat == null || !SECRET.matcher(etat).matches()) {
            return unknown;
        }
        Instant now = clock.instant();
        return transactions
                .write(() -> Outcome.done(federation.take(Secrets.empreinte(etat))))
                .then(found -> found.filter(demande -> demande.fournisseur().equals(fournisseur)
                                && temoin != null
                                && demande.navigateur().equals(Secrets.empreinte(temoin))
                                && now.isBefore(demande.expireLe()))
                        .<Outcome<Demande>>map(Outcome::done)
                        .orElse(unknown));
    }

    private Outcome<Entree> enter(Description fournisseur, Preuve preuve, String retour, String agent) {
        IdentiteExterne identite = preuve.identite();
        return transactions.write(() -> {
            Instant now = clock.instant();
            Optional<Rattachement> known = federation.find(identite.emetteur(), identite.sujet());
            if (known.isEmpty() && !fournisseur.creeComptes()) {
                return Outcome.refused(CodeRefus.IDENTITE_EXTERNE_INCONNUE, fournisseur.libelle());
            }
            Rattachement rattachement = known.map(old -> visited(old, identite, now))
                    .orElseGet(() -> createCompte(fournisseur, identite, now));
            return connexions.openExternal(identite, agent).then(session -> {
                Optional<Refus> foreign = notFor(fournisseur, session.acteur());
                if (foreign.isPresent()) {
                    return Outcome.refused(foreign.get());
                }
                federation.update(rattachement);
                federation.add(new SessionExterne(
                        Secrets.empreinte(session.jeton()),
                        fournisseur.code(),
                        identite.emetteur(),
                        identite.sujet(),
                        preuve.session(),
                        preuve.jetonIdentite()));
                record(
                        session.acteur().identifiant(),
                        "compte/" + session.acteur().identifiant(),
                        Acte.Nature.CONNEXION_EXTERNE,
                        "Session ouverte par « " + fournisseur.libelle() + " »"
                                + (identite.acr() == null ? "" : ", niveau " + identite.acr()));
                return Outcome.done(new Entree.Ouverte(session, retour));
            });
        });
    }

    /** A provider for candidates proves too little to act with a role. */
    private static Optional<Refus> notFor(Description fournisseur, Acteur acteur) {
        boolean candidat = acteur.habilitations().stream().allMatch(h -> h.role() == Role.CANDIDAT);
        // Whoever has no role yet may sign in where staff does, and sees nothing.
        return candidat || fournisseur.publics().contains(Public.PERSONNEL)
                ? Optional.empty()
                : Optional.of(Refus.of(CodeRefus.IDENTITE_EXTERNE_NON_ADMISE, fournisseur.libelle()));
    }

    private static Rattachement visited(Rattachement old, IdentiteExterne identite, Instant now) {
        return new Rattachement(
                old.id(),
                old.identifiant(),
                identite.fournisseur(),
                old.emetteur(),
                old.sujet(),
                identite.nom(),
                identite.courriel(),
                identite.acr(),
                identite.attributs(),
                old.rattacheeLe(),
                now);
    }

    private static Rattachement fresh(String identifiant, IdentiteExterne identite, Instant now) {
        return new Rattachement(
                UUID.randomUUID(),
                identifiant,
                identite.fournisseur(),
                identite.emetteur(),
                identite.sujet(),
                identite.nom(),
                identite.courriel(),
                identite.acr(),
                identite.attributs(),
                now,
                null);
    }

    private Rattachement createCompte(Description fournisseur, IdentiteExterne identite, Instant now) {
        String identifiant =
                fournisseur.code() + "-" + UUID.randomUUID().toString().replace("-", "");
        String nom = identite.nom() == null ? "" : Textes.tidy(identite.nom());
        comptes.add(new Compte(
                identifiant,
                nom.isEmpty() || nom.length() > NOM_MAXIMAL ? "Compte " + fournisseur.libelle() : nom,
                null,
                Set.of()));
        record(
                PLATEFORME,
                "compte/" + identifiant,
                Acte.Nature.COMPTE_CREE,
                "Compte créé sans rôle à la première venue par « " + fournisseur.libelle() + " »");
        Rattachement rattachement = fresh(identifiant, identite, now);
        federation.add(rattachement);
        linked(PLATEFORME, fournisseur, rattachement);
        return rattachement;
    }

    private Outcome<Entree> link(Description fournisseur, IdentiteExterne identite, Demande begun) {
        return transactions.write(() -> {
            Optional<Compte> compte = comptes.find(begun.identifiant());
            if (compte.isEmpty()) {
                return Outcome.refused(CodeRefus.CONNEXION_EXTERNE_PERIMEE);
            }
            Optional<Refus> foreign = notFor(fournisseur, compte.get().acteur());
            if (foreign.isPresent()) {
                return Outcome.refused(foreign.get());
            }
            Optional<Rattachement> known = federation.find(identite.emetteur(), identite.sujet());
            if (known.isPresent() && !known.get().identifiant().equals(begun.identifiant())) {
                return Outcome.refused(CodeRefus.IDENTITE_EXTERNE_DEJA_RATTACHEE, fournisseur.libelle());
            }
            if (known.isEmpty()) {
                Rattachement rattachement = fresh(begun.identifiant(), identite, clock.instant());
                federation.add(rattachement);
                linked(begun.identifiant(), fournisseur, rattachement);
            }
            return Outcome.done(new Entree.Rattachee(begun.retour()));
        });
    }

    private void linked(String by, Description fournisseur, Rattachement rattachement) {
        record(
                by,
                "compte/" + rattachement.identifiant(),
                Acte.Nature.IDENTITE_RATTACHEE,
                "Identité rattachée chez « " + fournisseur.libelle() + " »");
    }

    @Override
    public List<Rattachement> list(Acteur by) {
        return transactions.read(() -> federation.of(by.identifiant()));
    }

    @Override
    public Outcome<Rattachement> unlink(Acteur by, UUID rattachement) {
        return transactions.write(() -> {
            List<Rattachement> held = federation.of(by.identifiant());
            Optional<Rattachement> leaving =
                    held.stream().filter(r -> r.id().equals(rattachement)).findFirst();
            if (leaving.isEmpty()) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "identité rattachée " + rattachement);
            }
            boolean password = comptes.find(by.identifiant())
                    .map(compte -> compte.motDePasse() != null)
                    .orElse(false);
            if (held.size() == 1 && !password) {
                return Outcome.refused(CodeRefus.DERNIER_MOYEN_DE_CONNEXION);
            }
            federation.remove(rattachement);
            record(
                    by.identifiant(),
                    "compte/" + by.identifiant(),
                    Acte.Nature.IDENTITE_RETIREE,
                    "Identité retirée chez « " + libelle(leaving.get().fournisseur()) + " »");
            return Outcome.done(leaving.get());
        });
    }

    private String libelle(String code) {
        return fournisseur(code).fold(known -> known.description().libelle(), refus -> code);
    }

    @Override
    public Optional<URI> signOut(String jeton) {
        return transactions
                .read(() -> federation.session(Secrets.empreinte(jeton)))
                .flatMap(session -> fournisseur(session.fournisseur())
                        .fold(
                                known -> known.endSession(
                                        session.jetonIdentite(), URI.create(adressePublique + "/deconnexion/retour")),
                                refus -> Optional.empty()));
    }

    @Override
    public Outcome<Integer> ended(String code, String avis) {
        return fournisseur(code).then(fournisseur -> {
            Outcome<Conge> conge = fournisseur.ended(avis);
            if (conge.reason().isPresent() && inconnus.admits()) {
                refused(code, null, conge.reason().get());
            }
            return conge.then(end -> transactions.write(() -> {
                int closed = federation.closeSessions(end.emetteur(), end.sujet(), end.session());
                if (closed > 0) {
                    record(
                            PLATEFORME,
                            "fournisseur/" + code,
                            Acte.Nature.DECONNEXION_EXTERNE,
                            closed + " session(s) fermée(s) à la demande du fournisseur");
                }
                return Outcome.done(closed);
            }));
        });
    }

    /** In a transaction of its own: that of a refused act leaves nothing. */
    private void refused(String fournisseur, String identifiant, Refus refus) {
        LOG.info("Sign-in by provider {} refused: {} {}", fournisseur, refus.code(), refus.detail());
        transactions
                .write(() -> {
                    record(
                            identifiant == null ? PLATEFORME : identifiant,
                            "fournisseur/" + fournisseur,
                            Acte.Nature.CONNEXION_EXTERNE_REFUSEE,
                            refus.code() + " : " + refus.detail());
                    return Outcome.done(null);
                })
                .orElseThrow();
    }

    private void record(String by, String objet, Acte.Nature nature, String detail) {
        journal.append(new Acte(null, clock.instant(), by, null, objet, nature, detail));
    }
}
