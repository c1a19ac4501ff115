package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.GestionJetonsApi;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.Limites;
import fr.parchemin.acces.MotsDePasse;
import fr.parchemin.acces.Origine;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What people see to about their own access, in memory. */
final class MemoryAcces implements SecondFacteur, MotsDePasse, GestionJetonsApi {
    static final String SECRET = "un-secret-qui-sert-une-fois";

    final List<String> requests = new ArrayList<>();
    final Set<String> applications = new HashSet<>();
    String chosen;

    private final World world;
    private final List<JetonApi> jetons = new ArrayList<>();

    MemoryAcces(World world) {
        this.world = world;
    }

    @Override
    public Situation read(Acteur by) {
        return new Situation(applications.contains(by.identifiant()), 10, List.of(), null);
    }

    @Override
    public Outcome<Inscription> beginApplication(Identite by) {
        return Outcome.done(new Inscription("GEZDGNBV", "otpauth://totp/Parchemin:x?secret=GEZDGNBV&issuer=Parchemin"));
    }

    @Override
    public Outcome<List<String>> confirmApplication(Identite by, String code) {
        if (!MemoryConnexions.CODE.equals(code)) {
            return Outcome.refused(CodeRefus.CODE_INVALIDE);
        }
        applications.add(by.acteur().identifiant());
        return Outcome.done(List.of("AAAA-BBBB-CCCC-DDDD"));
    }

    @Override
    public Outcome<Void> removeApplication(Identite by) {
        if (by.secondFacteur() && !by.isFresh(world.clock.instant())) {
            return Outcome.refused(CodeRefus.ELEVATION_REQUISE, "votre mot de passe et un code");
        }
        applications.remove(by.acteur().identifiant());
        return Outcome.done(null);
    }

    @Override
    public Outcome<List<String>> renewSecours(Identite by) {
        return Outcome.done(List.of("EEEE-FFFF-GGGG-HHHH"));
    }

    @Override
    public Outcome<Void> removeCle(Identite by, String id) {
        return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "clé d’accès");
    }

    @Override
    public Outcome<Void> reset(Acteur by, String identifiant) {
        throw new AssertionError("not on a page");
    }

    @Override
    public boolean sendsMail() {
        return true;
    }

    @Override
    public void request(String typed) {
        requests.add(typed);
    }

    @Override
    public Optional<Demande> read(String secret) {
        return SECRET.equals(secret)
                ? Optional.of(new Demande(LaissezPasser.Nature.INVITATION, "zoe", "Zoé Martin"))
                : Optional.empty();
    }

    @Override
    public Outcome<String> choose(String secret, String motDePasse) {
        if (read(secret).isEmpty()) {
            return Outcome.refused(CodeRefus.LIEN_PERIME);
        }
        chosen = motDePasse;
        return Outcome.done("zoe");
    }

    @Override
    public Outcome<Void> change(Identite by, String before, String motDePasse, Origine origine) {
        if (!MemoryConnexions.PASSWORD.equals(before)) {
            return Outcome.refused(CodeRefus.IDENTIFIANTS_INVALIDES);
        }
        chosen = motDePasse;
        return Outcome.done(null);
    }

    @Override
    public Outcome<Cree> create(Identite by, String nom, Limites limites, int jours) {
        JetonApi jeton = new JetonApi(
                UUID.randomUUID(),
                "empreinte",
                by.acteur().identifiant(),
                nom,
                limites,
                world.clock.instant(),
                world.clock.instant().plus(Duration.ofDays(jours)),
                null);
        jetons.add(jeton);
        return Outcome.done(new Cree("pch_jeton-montre-une-fois", jeton));
    }

    @Override
    public List<JetonApi> list(Acteur by) {
        return jetons.stream()
                .filter(jeton -> jeton.identifiant().equals(by.identifiant()))
                .toList();
    }

    @Override
    public Outcome<Void> revoke(Acteur by, UUID id) {
        return jetons.removeIf(jeton -> jeton.id().equals(id))
                ? Outcome.done(null)
                : Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "jeton");
    }
}
