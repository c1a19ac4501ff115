package fr.parchemin.enmemoire;

import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.Jurys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The juries, newest last in their table. */
public final class JurysEnMemoire implements Jurys {

    private final Base.Table<UUID, Jury> jurys;
    private final AtomicLong numero = new AtomicLong();

    public JurysEnMemoire(Base base) {
        jurys = base.table(Jury::branche);
    }

    @Override
    public Optional<Jury> find(UUID id) {
        return Optional.ofNullable(jurys.rows().get(id));
    }

    @Override
    public List<Jury> search(Recherche recherche) {
        FiltreJurys filtre = recherche.filtre();
        List<Jury> ordered = newestFirst();
        ordered.removeIf(j -> !recherche.atteinte().contains(j.asObjet()));
        if (recherche.remonte()) {
            Collections.reverse(ordered);
        }
        int from = 0;
        if (recherche.repere() != null) {
            while (from < ordered.size() && !ordered.get(from).numero().equals(recherche.repere())) {
                from++;
            }
            from = Math.min(from + 1, ordered.size());
        }
        List<Jury> found = new ArrayList<>(ordered.subList(from, ordered.size()).stream()
                .filter(j -> filtre.branche() == null || filtre.branche().equals(j.branche()))
                .filter(j ->
                        filtre.certification() == null || filtre.certification().equals(j.certification()))
                .filter(j -> filtre.valide() == null || filtre.valide() == j.isValide())
                .filter(j -> filtre.du() == null || !j.date().isBefore(filtre.du()))
                .filter(j -> filtre.au() == null || !j.date().isAfter(filtre.au()))
                .limit(recherche.limite())
                .toList());
        if (recherche.remonte()) {
            Collections.reverse(found);
        }
        return found;
    }

    @Override
    public Optional<Jury> lastOf(String branche) {
        return newestFirst().stream().filter(j -> j.branche().equals(branche)).findFirst();
    }

    private List<Jury> newestFirst() {
        List<Jury> newestFirst = new ArrayList<>(jurys.rows().values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public long nextNumero() {
        return numero.incrementAndGet();
    }

    @Override
    public void add(Jury jury) {
        jurys.add(jury.id(), jury);
    }

    @Override
    public void update(Jury jury) {
        Jury stored = jurys.rows().get(jury.id());
        if (stored == null) {
            throw new IllegalStateException("no jury " + jury.id());
        }
        if (stored.revision() != jury.revision()) {
            throw new Base.Conflit();
        }
        jurys.put(
                jury.id(),
                new Jury(
                        jury.id(),
                        jury.numero(),
                        jury.branche(),
                        jury.certification(),
                        jury.intitule(),
                        jury.version(),
                        jury.date(),
                        jury.lieu(),
                        jury.membres(),
                        jury.composePar(),
                        jury.composeLe(),
                        jury.validePar(),
                        jury.valideLe(),
                        jury.revision() + 1));
    }
}
