package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sessions in memory; each account signs in with the same password. */
final class MemoryConnexions implements Connexions {
    static final String PASSWORD = " une phrase de passe ";

    private final World world;
    private final Map<String, Acteur> open = new HashMap<>();

    MemoryConnexions(World world) {
        this.world = world;
    }

    @Override
    public Outcome<Session> open(String identifiant, String motDePasse) {
        Acteur acteur = world.accounts.get(identifiant);
        if (acteur == null || !PASSWORD.equals(motDePasse)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        String jeton = UUID.randomUUID().toString();
        open.put(jeton, acteur);
        return Outcome.done(new Session(jeton, world.clock.instant().plus(Duration.ofHours(8)), acteur));
    }

    @Override
    public Outcome<Session> openExternal(IdentiteExterne identite, String agent) {
        return Outcome.refused(CodeRefus.IDENTITE_EXTERNE_INCONNUE, identite.fournisseur());
    }

    @Override
    public Optional<Acteur> identify(String jeton) {
        return Optional.ofNullable(open.get(jeton));
    }

    @Override
    public void close(String jeton) {
        open.remove(jeton);
    }
}
