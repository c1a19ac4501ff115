package fr.parchemin.acces.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Facteurs;
import fr.parchemin.acces.GestionComptes;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Coffre;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks what people prove themselves with; counts nothing and opens nothing. */
final class Preuves {

    /** Checked in place of the hash of an account that has none or does not exist, so that all answers take as long. */
    private static final String LEURRE = Argon2id.leurre();

    private final Transactions transactions;
    private final Comptes comptes;
    private final Facteurs facteurs;
    private final Coffre coffre;
    private final Argon2id argon2id = new Argon2id();

    Preuves(Transactions transactions, Comptes comptes, Facteurs facteurs, Coffre coffre) {
        this.transactions = transactions;
        this.comptes = comptes;
        this.facteurs = facteurs;
        this.coffre = coffre;
    }

    /** What to prove afresh who one is with, for a refusal. */
    static String attendues(boolean secondFacteur) {
        return secondFacteur ? "votre mot de passe et un code, ou une clé d’accès" : "votre mot de passe";
    }

    /**
     * Why an account must not get another way in from who asks: they proved nothing lately. Who has neither a password nor
     * a second factor signs in elsewhere only, and has nothing here to prove.
     */
    static Optional<Refus> missing(Compte compte, Identite by, Instant now) {
        boolean proves = compte.motDePasse() != null || compte.secondFacteur();
        return proves && !by.isFresh(now)
                ? Optional.of(Refus.of(CodeRefus.ELEVATION_REQUISE, attendues(compte.secondFacteur())))
                : Optional.empty();
    }

    /** An identifiant as accounts bear it, however it was typed. */
    static String login(String typed) {
        return typed == null ? "" : typed.trim().toLowerCase(Locale.ROOT);
    }

    /** Whether the texts are worth hashing. */
    static boolean arePlausible(String identifiant, String motDePasse) {
        return identifiant != null
                && motDePasse != null
                && identifiant.length() <= GestionComptes.LONGUEUR_MAXIMALE
                && motDePasse.length() <= GestionComptes.LONGUEUR_MAXIMALE;
    }

    /** The active account that this password is of. */
    Optional<Compte> password(String login, String motDePasse) {
        Optional<Compte> compte = transactions.read(() -> comptes.find(login));
        boolean right =
                argon2id.matches(motDePasse, compte.map(Compte::motDePasse).orElse(LEURRE));
        return compte.filter(c -> right && c.etat() == Compte.Etat.ACTIF);
    }

    String hash(String motDePasse) {
        return argon2id.hash(motDePasse);
    }

    /** What the code proves: the application, a recovery code, or nothing; it is used up. */
    Optional<Moyen> code(String identifiant, String typed, Instant now) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (code.isEmpty() || code.length() > 64) {
            return Optional.empty();
        }
        return transactions
                .write(() -> Outcome.done(use(identifiant, code, now)))
                .fold(moyen -> moyen, conflict -> Optional.empty());
    }

    private Optional<Moyen> use(String identifiant, String code, Instant now) {
        Optional<Facteurs.Application> application = facteurs.application(identifiant);
        if (application.isPresent()) {
            OptionalLong pas = Totp.match(
                    secret(identifiant, application.get().secret()),
                    code,
                    now,
                    application.get().dernierPas());
            if (pas.isPresent() && facteurs.usePas(identifiant, pas.getAsLong())) {
                return Optional.of(Moyen.MOT_DE_PASSE_ET_CODE);
            }
        }
        return facteurs.useSecours(identifiant, secours(identifiant, code))
                ? Optional.of(Moyen.MOT_DE_PASSE_ET_SECOURS)
                : Optional.empty();
    }

    byte[] secret(String identifiant, String sealed) {
        return HexFormat.of().parseHex(coffre.open(place(identifiant), sealed));
    }

    String sealed(String identifiant, byte[] secret) {
        return coffre.seal(place(identifiant), HexFormat.of().formatHex(secret));
    }

    /** The hash of a recovery code; salted with its owner, so that one table does not serve for all accounts. */
    static String secours(String identifiant, String code) {
        return Secrets.empreinte(identifiant + "/" + code);
    }

    private static String place(String identifiant) {
        return "totp/" + identifiant;
    }
}
