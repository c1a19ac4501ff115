package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.parametre.Decides;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.ParametresBranche;
import fr.parchemin.parametre.internal.TransactionalParametres;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The parameters as the core decides them, kept in a list that a test may also lay down. */
final class MemoryParametres implements ParametresBranche {

    final List<Entree> entrees = new ArrayList<>();
    private final ParametresBranche core;

    MemoryParametres(World world, Catalogue catalogue) {
        core = new TransactionalParametres(new Direct(), new Kept(), new Lines(world), catalogue, world.clock);
    }

    @Override
    public Outcome<List<Entree>> history(Acteur by, String branche) {
        return core.history(by, branche);
    }

    @Override
    public Outcome<Entree> decide(Acteur by, String branche, Demande demande) {
        return core.decide(by, branche, demande);
    }

    @Override
    public Outcome<Entree> cancel(Acteur by, String branche, UUID entree, String motif) {
        return core.cancel(by, branche, entree, motif);
    }

    @Override
    public VueBranche today(VueBranche vue) {
        return core.today(vue);
    }

    private static final class Direct implements Transactions {
        @Override
        public <T> Outcome<T> write(Perimetre perimetre, Supplier<Outcome<T>> work) {
            return work.get();
        }

        @Override
        public <T> T read(Perimetre perimetre, Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean isReachable() {
            return true;
        }

        @Override
        public boolean isPartitioned() {
            return false;
        }
    }

    private final class Kept implements Decides {
        @Override
        public List<Entree> of(String branche) {
            return entrees.stream().filter(e -> e.branche().equals(branche)).toList();
        }

        @Override
        public void add(Entree entree) {
            entrees.add(entree);
        }

        @Override
        public void cancel(UUID id, Entree.Annulation annulation) {
            entrees.replaceAll(e -> e.id().equals(id) ? e.cancelled(annulation) : e);
        }
    }

    private record Lines(World world) implements Journal {
        @Override
        public void append(Acte acte) {
            world.journal.add(new Acte(
                    (long) world.journal.size(),
                    acte.le(),
                    acte.acteur(),
                    acte.auNomDe(),
                    acte.branche(),
                    acte.objet(),
                    acte.nature(),
                    acte.detail(),
                    acte.avant(),
                    acte.apres(),
                    acte.motif(),
                    acte.personne()));
        }

        @Override
        public List<Acte> about(String objet, int limite) {
            return world.journal.stream()
                    .filter(acte -> acte.objet().equals(objet))
                    .limit(limite)
                    .toList();
        }

        @Override
        public List<Acte> story(String objet, Set<Acte.Nature> natures, Long avant, int limite) {
            throw new AssertionError("nobody reads the story of a file here");
        }

        @Override
        public List<Acte> list(Selection selection) {
            throw new AssertionError("the parameters listed the journal");
        }

        @Override
        public Tete head() {
            throw new AssertionError("the parameters verified the journal");
        }

        @Override
        public List<LigneJournal> lines(long apres, long jusqua, int limite) {
            throw new AssertionError("the parameters verified the journal");
        }
    }
}
