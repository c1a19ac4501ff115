package fr.parchemin.acces.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Federation;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Local accounts: a password opens a session, borne by an opaque token of which only the hash is kept. */
@Component
public final class LocalConnexions implements Connexions {

    private static final Duration DUREE = Duration.ofHours(10);
    private static final int OCTETS_JETON = 32;
    private static final int JETON_MAXIMAL = 256;
    /** Checked in place of the hash of an account that does not exist, so that both answers take as long. */
    private static final String LEURRE = Argon2id.leurre();

    private final Transactions transactions;
    private final Comptes comptes;
    private final Jetons jetons;
    private final Federation federation;
    private final Clock clock;
    private final Argon2id argon2id = new Argon2id();
    private final Tentatives tentatives = new Tentatives();
    private final SecureRandom random = new SecureRandom();

    @Activate
    public LocalConnexions(
            @Reference Transactions transactions,
            @Reference Comptes comptes,
            @Reference Jetons jetons,
            @Reference Federation federation) {
        this(transactions, comptes, jetons, federation, HeureLegale.clock());
    }

    public LocalConnexions(
            Transactions transactions, Comptes comptes, Jetons jetons, Federation federation, Clock clock) {
        this.transactions = transactions;
        this.comptes = comptes;
        this.jetons = jetons;
        this.federation = federation;
        this.clock = clock;
    }

    @Override
    public Outcome<Session> open(String identifiant, String motDePasse) {
        if (identifiant == null
                || motDePasse == null
                || identifiant.length() > GestionComptes.LONGUEUR_MAXIMALE
                || motDePasse.length() > GestionComptes.LONGUEUR_MAXIMALE) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        String login = identifiant.trim().toLowerCase(Locale.ROOT);
        return tentatives.chacunSonTour(login, () -> check(login, motDePasse)).then(this::openFor);
    }

    private Outcome<Compte> check(String login, String motDePasse) {
        Instant now = clock.instant();
        Duration attente = tentatives.attente(login, now);
        if (!attente.isZero()) {
            return Outcome.refused(
                    CodeRefus.TROP_DE_TENTATIVES,
                    attente.plusSeconds(1).minusNanos(1).toSeconds());
        }
        Optional<Compte> compte = transactions.read(() -> comptes.find(login));
        boolean right =
                argon2id.matches(motDePasse, compte.map(Compte::motDePasse).orElse(LEURRE));
        if (compte.isEmpty() || !right) {
            tentatives.echec(login, now);
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        tentatives.reussite(login);
        return Outcome.done(compte.get());
    }

    @Override
    public Outcome<Session> openExternal(IdentiteExterne identite, String agent) {
        return transactions.write(() -> federation
                .find(identite.emetteur(), identite.sujet())
                .flatMap(rattachement -> comptes.find(rattachement.identifiant()))
                .map(this::openFor)
                .orElseGet(() -> Outcome.refused(CodeRefus.IDENTITE_EXTERNE_INCONNUE, identite.fournisseur())));
    }

    private Outcome<Session> openFor(Compte compte) {
        Instant now = clock.instant();
        return transactions.write(() -> {
            byte[] secret = new byte[OCTETS_JETON];
            random.nextBytes(secret);
            String jeton = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            jetons.removeExpired(now);
            jetons.add(new Jeton(Empreintes.sha256(jeton), compte.identifiant(), now, now.plus(DUREE)));
            return Outcome.done(new Session(jeton, now.plus(DUREE), compte.acteur()));
        });
    }

    @Override
    public Optional<Acteur> identify(String jeton) {
        if (jeton == null || jeton.isBlank() || jeton.length() > JETON_MAXIMAL) {
            return Optional.empty();
        }
        return transactions
                .read(() -> jetons.findCompte(Empreintes.sha256(jeton), clock.instant()))
                .map(Compte::acteur);
    }

    @Override
    public void close(String jeton) {
        transactions.write(() -> {
            jetons.remove(Empreintes.sha256(jeton));
            return Outcome.done(null);
        });
    }
}
