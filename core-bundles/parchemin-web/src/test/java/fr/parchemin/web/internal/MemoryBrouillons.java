package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.brouillon.Brouillon;
import fr.parchemin.brouillon.Brouillons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drafts of the tests. */
final class MemoryBrouillons implements Brouillons {
    private final World world;
    private final Map<List<String>, Brouillon> kept = new LinkedHashMap<>();

    MemoryBrouillons(World world) {
        this.world = world;
    }

    @Override
    public Outcome<Brouillon> keep(Acteur by, Esquisse esquisse) {
        if (esquisse.champs().toString().length() > TAILLE_MAXIMALE) {
            return Outcome.refused(CodeRefus.BROUILLON_TROP_LONG, TAILLE_MAXIMALE / 1024);
        }
        Brouillon brouillon = new Brouillon(
                esquisse.formulaire(),
                esquisse.titre(),
                esquisse.champs(),
                esquisse.etat(),
                world.clock.instant(),
                world.clock.instant().plus(DUREE));
        kept.put(List.of(by.identifiant(), esquisse.formulaire()), brouillon);
        return Outcome.done(brouillon);
    }

    @Override
    public Optional<Brouillon> find(Acteur by, String formulaire) {
        return Optional.ofNullable(kept.get(List.of(by.identifiant(), formulaire)));
    }

    @Override
    public List<Resume> list(Acteur by) {
        return kept.entrySet().stream()
                .filter(e -> e.getKey().get(0).equals(by.identifiant()))
                .map(Map.Entry::getValue)
                .map(b -> new Resume(b.formulaire(), b.titre(), b.gardeLe(), b.expireLe()))
                .toList();
    }

    @Override
    public void erase(Acteur by, String formulaire) {
        kept.remove(List.of(by.identifiant(), formulaire));
    }
}
