package fr.parchemin.web.internal;

import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Origine;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passkeys in memory: an answer is the name of the account that the key is of, and right when its ticket is. */
final class MemoryCles implements ClesAcces {
    static final String ORIGINE = "https://parchemin.exemple.fr";

    /** Where keys are offered; {@code null} where they are not. */
    String origine = ORIGINE;

    final List<Cle> cles = new ArrayList<>();

    private final World world;
    private final MemoryConnexions connexions;
    private final Map<String, String> billets = new HashMap<>();

    MemoryCles(World world, MemoryConnexions connexions) {
        this.world = world;
        this.connexions = connexions;
    }

    @Override
    public Optional<String> origine() {
        return Optional.ofNullable(origine);
    }

    private Outcome<Defi> begun(String usage) {
        String billet = "billet-" + billets.size();
        billets.put(billet, usage);
        return origine == null
                ? Outcome.refused(CodeRefus.CLES_INDISPONIBLES)
                : Outcome.done(new Defi(billet, "{\"challenge\":\"" + usage + "\"}"));
    }

    private boolean takes(String billet, String usage) {
        return billet != null && usage.equals(billets.remove(billet));
    }

    private boolean has(String identifiant) {
        return cles.stream().anyMatch(cle -> cle.identifiant().equals(identifiant));
    }

    @Override
    public Outcome<Defi> beginRegistration(Identite by) {
        return by.secondFacteur() && !by.isFresh(world.clock.instant())
                ? Outcome.refused(CodeRefus.ELEVATION_REQUISE, "votre mot de passe et un code, ou une clé d’accès")
                : begun("creation");
    }

    @Override
    public Outcome<Enregistree> register(Identite by, String billet, String nom, String reponse) {
        if (!takes(billet, "creation")) {
            return Outcome.refused(CodeRefus.DEFI_PERIME);
        }
        if (nom == null) {
            return Outcome.refused(CodeRefus.CHAMP_MANQUANT, "nom");
        }
        String identifiant = by.acteur().identifiant();
        boolean first = !has(identifiant);
        Cle cle = new Cle("cle-" + cles.size(), identifiant, nom, "", 0, world.clock.instant(), null);
        cles.add(cle);
        connexions.secondFacteur.add(identifiant);
        return Outcome.done(new Enregistree(cle, first ? List.of("AAAA-BBBB-CCCC-DDDD") : List.of()));
    }

    @Override
    public Outcome<Void> rename(Identite by, String id, String nom) {
        for (int i = 0; i < cles.size(); i++) {
            Cle cle = cles.get(i);
            if (cle.id().equals(id) && cle.identifiant().equals(by.acteur().identifiant())) {
                cles.set(i, new Cle(id, cle.identifiant(), nom, "", 0, cle.creeeLe(), cle.utiliseeLe()));
                return Outcome.done(null);
            }
        }
        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé d’accès");
    }

    @Override
    public Outcome<Defi> beginSignIn() {
        return begun("connexion");
    }

    @Override
    public Outcome<Session> open(String billet, String reponse, Origine origin) {
        if (!takes(billet, "connexion")) {
            return Outcome.refused(CodeRefus.DEFI_PERIME);
        }
        return has(reponse)
                ? Outcome.done(connexions.openFor(reponse, Moyen.CLE_ACCES, origin))
                : Outcome.refused(CodeRefus.CLE_REFUSEE);
    }

    @Override
    public Outcome<Defi> beginSecondStep(String motDePasse) {
        return connexions
                .provedBy(motDePasse)
                .filter(this::has)
                .map(login -> begun("second"))
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé d’accès"));
    }

    @Override
    public Outcome<Session> finish(String motDePasse, String billet, String reponse, Origine origin) {
        return takes(billet, "second")
                        && connexions
                                .provedBy(motDePasse)
                                .filter(reponse::equals)
                                .isPresent()
                ? Outcome.done(connexions.openFor(reponse, Moyen.MOT_DE_PASSE_ET_CLE, origin))
                : Outcome.refused(CodeRefus.CLE_REFUSEE);
    }

    @Override
    public Outcome<Defi> beginElevation(Identite by) {
        return has(by.acteur().identifiant())
                ? begun("confirmation")
                : Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé d’accès");
    }

    @Override
    public Outcome<Instant> elevate(String jeton, String billet, String reponse, Origine origin) {
        return takes(billet, "confirmation")
                        && connexions
                                .recognize(jeton)
                                .filter(by -> by.acteur().identifiant().equals(reponse))
                                .isPresent()
                ? Outcome.done(connexions.elevate(jeton, Moyen.CLE_ACCES))
                : Outcome.refused(CodeRefus.CLE_REFUSEE);
    }
}
