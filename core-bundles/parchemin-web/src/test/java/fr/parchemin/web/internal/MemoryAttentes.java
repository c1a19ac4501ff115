package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.attente.Attente;
import fr.parchemin.attente.Attentes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What awaits each account: what the test says, on the day of its clock. */
final class MemoryAttentes implements Attentes {
    private final World world;
    private final Map<String, List<Attente>> waiting = new LinkedHashMap<>();

    MemoryAttentes(World world) {
        this.world = world;
    }

    void add(Acteur acteur, Attente attente) {
        waiting.computeIfAbsent(acteur.identifiant(), a -> new ArrayList<>()).add(attente);
    }

    @Override
    public Tableau of(Acteur by) {
        List<Attente> own = waiting.getOrDefault(by.identifiant(), List.of()).stream()
                .sorted(Attente.PAR_URGENCE)
                .toList();
        Map<Attente.Nature, Compte> counts = new EnumMap<>(Attente.Nature.class);
        own.forEach(a -> counts.merge(
                a.nature(), new Compte(a.nombre(), false), (l, r) -> new Compte(l.nombre() + r.nombre(), false)));
        return new Tableau(own, counts, LocalDate.now(world.clock));
    }
}
