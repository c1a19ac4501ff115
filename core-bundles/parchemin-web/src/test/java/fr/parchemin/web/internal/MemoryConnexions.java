package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Elevations;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.IdentiteExterne;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.SessionsOuvertes;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sessions in memory; each account signs in with the same password, and those with a second factor with the same code. */
final class MemoryConnexions implements Connexions, SessionsOuvertes, Elevations {
    static final String PASSWORD = " une phrase de passe ";
    static final String CODE = "123456";

    /** The accounts that are asked for a code. */
    final Set<String> secondFacteur = new HashSet<>();

    /** The accounts that have to register a second factor before anything else. */
    final Set<String> attendus = new HashSet<>();

    private final World world;
    private final Map<String, Jeton> open = new LinkedHashMap<>();
    private final Map<String, String> billets = new LinkedHashMap<>();

    MemoryConnexions(World world) {
        this.world = world;
    }

    @Override
    public Outcome<Etape> begin(String identifiant, String motDePasse, Origine origine) {
        if (!world.accounts.containsKey(identifiant) || !PASSWORD.equals(motDePasse)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        if (!secondFacteur.contains(identifiant)) {
            return Outcome.done(new Etape.Ouverte(openFor(identifiant, Moyen.MOT_DE_PASSE, origine)));
        }
        String billet = UUID.randomUUID().toString();
        billets.put(billet, identifiant);
        return Outcome.done(new Etape.CodeDemande(billet));
    }

    @Override
    public Outcome<Session> openExternal(IdentiteExterne identite, String agent) {
        return Outcome.refused(CodeRefus.IDENTITE_EXTERNE_INCONNUE, identite.fournisseur());
    }

    @Override
    public Outcome<Session> finish(String billet, String code, Origine origine) {
        if (!billets.containsKey(billet)) {
            return Outcome.refused(CodeRefus.LIEN_PERIME);
        }
        return CODE.equals(code)
                ? Outcome.done(openFor(billets.remove(billet), Moyen.MOT_DE_PASSE_ET_CODE, origine))
                : Outcome.refused(CodeRefus.CODE_INVALIDE);
    }

    @Override
    public Outcome<Session> open(String identifiant, String motDePasse, String code, Origine origine) {
        return begin(identifiant, motDePasse, origine)
                .then(step -> step instanceof Etape.Ouverte done
                        ? Outcome.done(done.session())
                        : finish(((Etape.CodeDemande) step).billet(), code, origine));
    }

    /** Whose password that ticket stands for. */
    Optional<String> provedBy(String billet) {
        return Optional.ofNullable(billets.get(billet));
    }

    Session openFor(String identifiant, Moyen moyen, Origine origine) {
        String jeton = UUID.randomUUID().toString();
        Instant now = world.clock.instant();
        Instant end = now.plus(Duration.ofHours(8));
        open.put(jeton, Jeton.ouvert(jeton, identifiant, moyen, origine.agent(), now, end));
        return new Session(jeton, end, world.accounts.get(identifiant));
    }

    @Override
    public Optional<Identite> recognize(String jeton) {
        return Optional.ofNullable(open.get(jeton)).map(this::identite);
    }

    private Identite identite(Jeton jeton) {
        Acteur acteur = world.accounts.get(jeton.identifiant());
        return new Identite(
                acteur,
                jeton.id(),
                jeton.moyen(),
                jeton.eleveJusquA(),
                secondFacteur.contains(acteur.identifiant()),
                attendus.contains(acteur.identifiant()),
                Optional.empty());
    }

    @Override
    public void close(String jeton) {
        open.remove(jeton);
    }

    @Override
    public List<Jeton> list(Acteur by) {
        return open.values().stream()
                .filter(jeton -> jeton.identifiant().equals(by.identifiant()))
                .toList();
    }

    @Override
    public Outcome<Void> revoke(Acteur by, UUID session) {
        return open.values()
                        .removeIf(jeton -> jeton.identifiant().equals(by.identifiant())
                                && jeton.id().equals(session))
                ? Outcome.done(null)
                : Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "session");
    }

    @Override
    public Outcome<Integer> revokeOthers(Identite by) {
        int before = open.size();
        open.values()
                .removeIf(jeton -> jeton.identifiant().equals(by.acteur().identifiant())
                        && !jeton.id().equals(by.session()));
        return Outcome.done(before - open.size());
    }

    @Override
    public Optional<Refus> lacks(Identite by, Droit droit) {
        if (by.secondFacteurAttendu() && droit != Droit.COMPTE_PROPRE_GERER) {
            return Optional.of(Refus.of(CodeRefus.SECOND_FACTEUR_ATTENDU));
        }
        return droit.nature() == Droit.Nature.SIGNATURE && by.secondFacteur() && !by.isFresh(world.clock.instant())
                ? Optional.of(Refus.of(CodeRefus.ELEVATION_REQUISE, "votre mot de passe et un code"))
                : Optional.empty();
    }

    @Override
    public Outcome<Instant> elevate(String jeton, String motDePasse, String code, Origine origine) {
        if (!PASSWORD.equals(motDePasse)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        if (!CODE.equals(code)) {
            return Outcome.refused(CodeRefus.CODE_INVALIDE);
        }
        return Outcome.done(elevate(jeton, Moyen.MOT_DE_PASSE_ET_CODE));
    }

    Instant elevate(String jeton, Moyen moyen) {
        Instant until = world.clock.instant().plus(Duration.ofMinutes(5));
        open.computeIfPresent(jeton, (token, session) -> session.eleve(moyen, until));
        return until;
    }
}
