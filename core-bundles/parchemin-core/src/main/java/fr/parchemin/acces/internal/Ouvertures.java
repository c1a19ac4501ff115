package fr.parchemin.acces.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import java.time.Clock;
import java.time.Instant;

/** What follows a proof, however it was given: a session, a fresh proof, or a line that says it failed. */
final class Ouvertures {

    private final Politique politique;
    private final Transactions transactions;
    private final Comptes comptes;
    private final Jetons jetons;
    private final Journal journal;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    Ouvertures(
            Politique politique,
            Transactions transactions,
            Comptes comptes,
            Jetons jetons,
            Journal journal,
            Clock clock) {
        this.politique = politique;
        this.transactions = transactions;
        this.comptes = comptes;
        this.jetons = jetons;
        this.journal = journal;
        this.clock = clock;
    }

    /** Opens a session for an account that was proved, and says so in the journal. */
    Outcome<Session> openFor(Compte compte, Moyen moyen, Origine origine) {
        return transactions.write(() -> {
            record(
                    compte.identifiant(),
                    "compte/" + compte.identifiant(),
                    Acte.Nature.CONNEXION_OUVERTE,
                    "Session ouverte par " + moyen.libelle());
            return opened(compte, moyen, origine);
        });
    }

    /** The same for a caller who journals it. */
    Outcome<Session> opened(Compte compte, Moyen moyen, Origine origine) {
        Instant now = clock.instant();
        return transactions.write(() -> {
            String jeton = secrets.next();
            Instant expireLe = politique.end(now);
            jetons.removeExpired(now);
            Jeton opened =
                    Jeton.ouvert(Secrets.empreinte(jeton), compte.identifiant(), moyen, origine.agent(), now, expireLe);
            // Who just proved two things need not do so again at once.
            jetons.add(moyen.isFort() ? opened.eleve(moyen, now.plus(Politique.ELEVATION)) : opened);
            if (compte.secondFacteurAvant() == null && politique.asksSecondFacteur(compte.habilitations())) {
                comptes.update(compte.withSecondFacteurAvant(now.plus(politique.delaiSecondFacteur())));
            }
            return Outcome.done(new Session(jeton, expireLe, compte.acteur()));
        });
    }

    /** Notes that the bearer of a session proved afresh who they are. */
    Outcome<Instant> elevated(String jeton, String login, Moyen moyen) {
        Instant until = clock.instant().plus(Politique.ELEVATION);
        return transactions.write(() -> {
            jetons.elevate(Secrets.empreinte(jeton), moyen, until);
            record(
                    login,
                    "compte/" + login,
                    Acte.Nature.IDENTITE_CONFIRMEE,
                    "Identité confirmée par " + moyen.libelle());
            return Outcome.done(until);
        });
    }

    /**
     * Journals a failure: under the account if there is one, otherwise without what was typed, which may well be a password.
     *
     * @param login {@code null} when it is not even said whose
     */
    <T> Outcome<T> refusedAndNoted(String login, CodeRefus code, String why) {
        transactions.write(() -> {
            String objet = login == null
                    ? "compte"
                    : comptes.find(login).map(c -> "compte/" + c.identifiant()).orElse("compte");
            record("anonyme", objet, Acte.Nature.CONNEXION_REFUSEE, "Connexion refusée : " + why);
            return Outcome.done(null);
        });
        return Outcome.refused(code);
    }

    void record(String by, String objet, Acte.Nature nature, String detail) {
        journal.append(new Acte(null, clock.instant(), by, null, objet, nature, detail));
    }
}
