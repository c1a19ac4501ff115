package fr.parchemin.acces.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Facteurs;
import java.util.List;
import java.util.stream.Stream;

/** What goes with the second factors of an account, whichever they are; inside an act. */
final class Dotation {

    private static final int CODES_SECOURS = 10;
    private static final int OCTETS_SECOURS = 10;

    private final Comptes comptes;
    private final Facteurs facteurs;
    private final Secrets secrets = new Secrets();

    Dotation(Comptes comptes, Facteurs facteurs) {
        this.comptes = comptes;
        this.facteurs = facteurs;
    }

    /**
     * Ten codes of sixteen letters and digits in place of all before: 80 bits each, out of reach of guessing even where
     * hashes are known.
     */
    List<String> secours(String identifiant) {
        List<String> codes = Stream.generate(() -> Totp.base32(secrets.octets(OCTETS_SECOURS)))
                .limit(CODES_SECOURS)
                .toList();
        facteurs.setSecours(
                identifiant,
                codes.stream().map(code -> Preuves.secours(identifiant, code)).toList());
        return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    /** Notes on the account whether it has a second factor now; without one, recovery codes recover nothing. */
    void settle(String identifiant) {
        boolean has = facteurs.application(identifiant).isPresent()
                || !facteurs.cles(identifiant).isEmpty();
        if (!has) {
            facteurs.setSecours(identifiant, List.of());
        }
        Compte compte = comptes.find(identifiant).orElseThrow();
        if (compte.secondFacteur() != has) {
            comptes.update(compte.withSecondFacteur(has));
        }
    }
}
