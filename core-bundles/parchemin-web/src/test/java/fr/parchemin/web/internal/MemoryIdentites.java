package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Federation.Rattachement;
import fr.parchemin.acces.FournisseurIdentite.Description;
import fr.parchemin.acces.FournisseurIdentite.Public;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.IdentitesExternes;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Providers whose answer is the identifiant of who comes: {@code code=identifiant}. */
final class MemoryIdentites implements IdentitesExternes {
    static final String TEMOIN = "T".repeat(43);

    private final World world;
    private final MemoryConnexions connexions;
    final List<Description> fournisseurs = new ArrayList<>();
    final Map<String, List<Rattachement>> held = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private String linking;
    private String retour;
    String agent;

    MemoryIdentites(World world, MemoryConnexions connexions) {
        this.world = world;
        this.connexions = connexions;
    }

    void offer(String code, String libelle) {
        fournisseurs.add(new Description(code, libelle, 1, Set.of(Public.PERSONNEL), false));
    }

    @Override
    public List<Description> fournisseurs() {
        return fournisseurs;
    }

    @Override
    public Outcome<Depart> begin(String fournisseur, String temoin, String page) {
        if (fournisseurs.stream().noneMatch(f -> f.code().equals(fournisseur))) {
            return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, fournisseur);
        }
        linking = null;
        retour = page;
        return Outcome.done(new Depart(URI.create("https://ailleurs.test/autorisation?a=1&b=2"), TEMOIN));
    }

    @Override
    public Outcome<Depart> beginLinking(Identite by, String fournisseur, String temoin, String page) {
        if (!by.isFresh(world.clock.instant())) {
            return Outcome.refused(CodeRefus.ELEVATION_REQUISE, "votre mot de passe");
        }
        Outcome<Depart> depart = begin(fournisseur, temoin, page);
        linking = by.acteur().identifiant();
        return depart;
    }

    @Override
    public Outcome<Entree> finish(String fournisseur, Map<String, String> reponse, String temoin, String browser) {
        agent = browser;
        String identifiant = reponse.get("code");
        if (!TEMOIN.equals(temoin) || identifiant == null) {
            return Outcome.refused(CodeRefus.CONNEXION_EXTERNE_PERIMEE);
        }
        if (linking != null) {
            hold(linking, fournisseur);
            return Outcome.done(new Entree.Rattachee(retour));
        }
        if (!world.accounts.containsKey(identifiant)) {
            return Outcome.refused(CodeRefus.IDENTITE_EXTERNE_INCONNUE, "Ailleurs");
        }
        Session session =
                connexions.open(identifiant, MemoryConnexions.PASSWORD).orElseThrow();
        opened.add(session.jeton());
        return Outcome.done(new Entree.Ouverte(session, retour));
    }

    void hold(String identifiant, String fournisseur) {
        held.computeIfAbsent(identifiant, key -> new ArrayList<>())
                .add(new Rattachement(
                        UUID.randomUUID(),
                        identifiant,
                        fournisseur,
                        "https://ailleurs.test",
                        "s-1",
                        "Alix <b>Durand</b>",
                        "alix@exemple.test",
                        null,
                        Map.of(),
                        world.clock.instant(),
                        null));
    }

    @Override
    public List<Rattachement> list(Acteur by) {
        return held.getOrDefault(by.identifiant(), List.of());
    }

    @Override
    public Outcome<Rattachement> unlink(Acteur by, UUID rattachement) {
        Optional<Rattachement> found =
                list(by).stream().filter(r -> r.id().equals(rattachement)).findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "identité");
        }
        if (found.get().fournisseur().equals("dernier")) {
            return Outcome.refused(CodeRefus.DERNIER_MOYEN_DE_CONNEXION);
        }
        held.get(by.identifiant()).remove(found.get());
        return Outcome.done(found.get());
    }

    @Override
    public Optional<URI> signOut(String jeton) {
        return opened.contains(jeton) ? Optional.of(URI.create("https://ailleurs.test/fin?x=1")) : Optional.empty();
    }

    @Override
    public Outcome<Integer> ended(String fournisseur, String avis) {
        return Outcome.done(0);
    }
}
