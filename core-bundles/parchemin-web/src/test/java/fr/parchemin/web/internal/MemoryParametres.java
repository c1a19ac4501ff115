package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.parametre.ParametresEnVigueur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The parameters decided, as a test lays them down. */
final class MemoryParametres implements ParametresBranche {

    final List<Entree> entrees = new ArrayList<>();
    private final World world;

    MemoryParametres(World world) {
        this.world = world;
    }

    @Override
    public Outcome<List<Entree>> history(Acteur by, String branche) {
        return Outcome.done(of(branche));
    }

    @Override
    public Outcome<Entree> decide(Acteur by, String branche, Demande demande) {
        throw new AssertionError("a page decided");
    }

    @Override
    public Outcome<Entree> cancel(Acteur by, String branche, UUID entree, String motif) {
        throw new AssertionError("a page cancelled");
    }

    @Override
    public VueBranche today(VueBranche vue) {
        return ParametresEnVigueur.on(LocalDate.now(world.clock), of(vue.code()))
                .over(vue);
    }

    private List<Entree> of(String branche) {
        return entrees.stream().filter(e -> e.branche().equals(branche)).toList();
    }
}
