package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Facteurs;
import fr.parchemin.acces.Facteurs.Application;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPasser.Nature;
import fr.parchemin.acces.LaissezPassers;
import fr.parchemin.acces.Objet;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Coffre;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors, each change journaled. */
@Component
public final class LocalSecondFacteur implements SecondFacteur {

    private static final Duration DUREE_INSCRIPTION = Duration.ofMinutes(15);
    private static final String EMETTEUR = "Parchemin";

    private final Politique politique;
    private final Transactions transactions;
    private final Comptes comptes;
    private final Facteurs facteurs;
    private final Jetons jetons;
    private final LaissezPassers laissezPassers;
    private final Journal journal;
    private final Clock clock;
    private final Preuves preuves;
    private final Dotation dotation;
    private final Secrets secrets = new Secrets();

    @Activate
    public LocalSecondFacteur(
            @Reference Politique politique,
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Facteurs facteurs,
            @Reference Jetons jetons,
            @Reference LaissezPassers laissezPassers,
            @Reference Coffre coffre,
            @Reference Journal journal) {
        this(politique, transactions, comptes, facteurs, jetons, laissezPassers, coffre, journal, HeureLegale.clock());
    }

    public LocalSecondFacteur(
            Politique politique,
            Transactions transactions,
            Comptes comptes,
            Facteurs facteurs,
            Jetons jetons,
            LaissezPassers laissezPassers,
            Coffre coffre,
            Journal journal,
            Clock clock) {
        this.politique = politique;
        this.transactions = transactions;
        this.comptes = comptes;
        this.facteurs = facteurs;
        this.jetons = jetons;
        this.laissezPassers = laissezPassers;
        this.journal = journal;
        this.clock = clock;
        this.preuves = new Preuves(transactions, comptes, facteurs, coffre);
        this.dotation = new Dotation(comptes, facteurs);
    }

    @Override
    public Situation read(Acteur by) {
        String identifiant = by.identifiant();
        return transactions.read(() -> new Situation(
                registered(identifiant),
                facteurs.countSecours(identifiant),
                facteurs.cles(identifiant),
                comptes.find(identifiant)
                        .filter(c -> politique.asksSecondFacteur(c.habilitations()))
                        .map(Compte::secondFacteurAvant)
                        .orElse(null)));
    }

    private boolean registered(String identifiant) {
        return facteurs.application(identifiant).isPresent();
    }

    @Override
    public Outcome<Inscription> beginApplication(Identite by) {
        String identifiant = by.acteur().identifiant();
        return fresh(by, () -> {
            byte[] secret = secrets.octets(Totp.OCTETS_SECRET);
            Instant now = clock.instant();
            // The application before goes on counting until this one has shown a right code.
            laissezPassers.removeExpired(now);
            laissezPassers.removeAll(identifiant, Nature.INSCRIPTION);
            laissezPassers.add(new LaissezPasser(
                    inscription(identifiant),
                    Nature.INSCRIPTION,
                    identifiant,
                    preuves.sealed(identifiant, secret),
                    now,
                    now.plus(DUREE_INSCRIPTION)));
            String base32 = Totp.base32(secret);
            return Outcome.done(new Inscription(
                    base32,
                    "otpauth://totp/" + EMETTEUR + ":" + encoded(identifiant) + "?secret=" + base32 + "&issuer="
                            + EMETTEUR));
        });
    }

    /** One registration at a time and account: its name is no secret. */
    private static String inscription(String identifiant) {
        return Secrets.empreinte("inscription/" + identifiant);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Outcome<List<String>> confirmApplication(Identite by, String code) {
        String identifiant = by.acteur().identifiant();
        Instant now = clock.instant();
        return transactions.write(() -> {
            Optional<String> begun = laissezPassers
                    .find(inscription(identifiant), Nature.INSCRIPTION, now)
                    .map(LaissezPasser::donnees);
            OptionalLong pas = begun.isEmpty() || code == null
                    ? OptionalLong.empty()
                    : Totp.match(preuves.secret(identifiant, begun.get()), code.replace(" ", ""), now, 0);
            if (pas.isEmpty()) {
                return Outcome.refused(CodeRefus.CODE_INVALIDE);
            }
            laissezPassers.remove(inscription(identifiant));
            facteurs.putApplication(new Application(identifiant, begun.get(), now, pas.getAsLong()));
            dotation.settle(identifiant);
            record(identifiant, identifiant, Acte.Nature.FACTEUR_AJOUTE, "Application de codes enregistrée");
            return Outcome.done(dotation.secours(identifiant));
        });
    }

    @Override
    public Outcome<Void> removeApplication(Identite by) {
        String identifiant = by.acteur().identifiant();
        return fresh(by, () -> {
            if (!registered(identifiant)) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "application de codes");
            }
            facteurs.removeApplication(identifiant);
            dotation.settle(identifiant);
            record(identifiant, identifiant, Acte.Nature.FACTEUR_RETIRE, "Application de codes retirée");
            return Outcome.done(null);
        });
    }

    @Override
    public Outcome<List<String>> renewSecours(Identite by) {
        String identifiant = by.acteur().identifiant();
        return fresh(by, () -> {
            if (!by.secondFacteur()) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "second facteur");
            }
            record(identifiant, identifiant, Acte.Nature.FACTEUR_AJOUTE, "Nouveaux codes de secours");
            return Outcome.done(dotation.secours(identifiant));
        });
    }

    @Override
    public Outcome<Void> removeCle(Identite by, String id) {
        String identifiant = by.acteur().identifiant();
        return fresh(by, () -> {
            if (!facteurs.removeCle(identifiant, id)) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé d’accès");
            }
            dotation.settle(identifiant);
            record(identifiant, identifiant, Acte.Nature.FACTEUR_RETIRE, "Clé d’accès retirée");
            return Outcome.done(null);
        });
    }

    @Override
    public Outcome<Void> reset(Acteur by, String identifiant) {
        String login = Preuves.login(identifiant);
        return Outcome.unless(by.lacks(Droit.COMPTES_GERER, Objet.PLATEFORME), by)
                .then(admin -> transactions.write(() -> {
                    if (comptes.find(login).isEmpty()) {
                        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "compte " + identifiant);
                    }
                    facteurs.removeApplication(login);
                    facteurs.cles(login).stream().map(Cle::id).forEach(id -> facteurs.removeCle(login, id));
                    jetons.removeAll(login, null);
                    dotation.settle(login);
                    record(
                            admin.identifiant(),
                            login,
                            Acte.Nature.FACTEUR_RETIRE,
                            "Seconds facteurs retirés par l’administrateur, sessions fermées");
                    return Outcome.done(null);
                }));
    }

    private <T> Outcome<T> fresh(Identite by, Supplier<Outcome<T>> act) {
        if (!by.isPersonne()) {
            return Outcome.refused(CodeRefus.JETON_LIMITE, Droit.COMPTE_PROPRE_GERER.libelle());
        }
        return by.secondFacteur() && !by.isFresh(clock.instant())
                ? Outcome.refused(Refus.of(CodeRefus.ELEVATION_REQUISE, Preuves.attendues(true)))
                : transactions.write(act);
    }

    private void record(String by, String identifiant, Acte.Nature nature, String detail) {
        journal.append(new Acte(null, clock.instant(), by, null, "compte/" + identifiant, nature, detail));
    }
}
