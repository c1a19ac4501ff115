package fr.parchemin.enmemoire;

import fr.parchemin.acte.Textes;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The files, newest last in their table. */
public final class CandidaturesEnMemoire implements Candidatures {

    private final Base.Table<UUID, Candidature> files;
    /** Numbers are drawn outside the act, as from a sequence: they may leave holes. */
    private final AtomicLong numero = new AtomicLong();

    public CandidaturesEnMemoire(Base base) {
        files = base.table(Candidature::branche);
    }

    @Override
    public Optional<Candidature> find(UUID id) {
        return Optional.ofNullable(files.rows().get(id));
    }

    @Override
    public Optional<Candidature> findByNumero(String wanted) {
        return files.rows().values().stream()
                .filter(file -> file.numero().equals(wanted))
                .findFirst();
    }

    @Override
    public Optional<Candidature> findForUpdate(UUID id) {
        return find(id);
    }

    @Override
    public List<Candidature> list(Selection selection) {
        List<Candidature> newestFirst = new ArrayList<>(files.rows().values());
        Collections.reverse(newestFirst);
        int from = 0;
        if (selection.apres() != null) {
            while (from < newestFirst.size() && !newestFirst.get(from).numero().equals(selection.apres())) {
                from++;
            }
            from = Math.min(from + 1, newestFirst.size());
        }
        return newestFirst.subList(from, newestFirst.size()).stream()
                .filter(c -> matches(c, selection))
                .limit(selection.limite())
                .toList();
    }

    private static boolean matches(Candidature file, Selection selection) {
        return selection.branches().contains(file.branche())
                && (selection.certification() == null
                        || selection.certification().equals(file.certification()))
                && (selection.etats().isEmpty()
                        || selection.etats().contains(file.etat().code()))
                && (selection.deposeePar() == null || selection.deposeePar().equals(file.deposeePar()))
                && (selection.evaluateur() == null || file.evaluateurs().contains(selection.evaluateur()))
                && (selection.jury() == null
                        || selection.jury().equals(file.etat().jury()));
    }

    @Override
    public Optional<Candidature> findOpen(String branche, String certification, Candidat candidat) {
        return files.rows().values().stream()
                .filter(c -> c.branche().equals(branche)
                        && c.certification().equals(certification)
                        && !c.etat().isClosed()
                        && person(c.candidat()).equals(person(candidat)))
                .findFirst();
    }

    private static String person(Candidat candidat) {
        return Textes.fold(candidat.nomNaissance()) + "|" + Textes.fold(candidat.prenoms()) + "|"
                + candidat.dateNaissance();
    }

    @Override
    public List<Voisine> neighbours(String branche, LocalDate dateNaissance, int limite) {
        List<Candidature> newestFirst = new ArrayList<>(files.rows().values());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(c -> c.branche().equals(branche))
                .filter(c -> c.candidat().dateNaissance().equals(dateNaissance))
                .limit(limite)
                .map(c -> new Voisine(c.id(), c.numero(), c.personne(), c.candidat()))
                .toList();
    }

    @Override
    public long nextNumero() {
        return numero.incrementAndGet();
    }

    @Override
    public void add(Candidature candidature) {
        files.add(candidature.id(), candidature);
    }

    @Override
    public void update(Candidature candidature) {
        Candidature stored = files.rows().get(candidature.id());
        if (stored == null) {
            throw new IllegalStateException("no candidature " + candidature.id());
        }
        if (stored.revision() != candidature.revision()) {
            throw new Base.Conflit();
        }
        files.put(candidature.id(), revised(candidature));
    }

    private static Candidature revised(Candidature c) {
        return new Candidature(
                c.id(),
                c.personne(),
                c.numero(),
                c.branche(),
                c.certification(),
                c.intitule(),
                c.version(),
                c.empreinte(),
                c.voie(),
                c.etat(),
                c.candidat(),
                c.organisme(),
                c.entreprise(),
                c.formateurs(),
                c.constats(),
                c.evaluateurs(),
                c.deposeePar(),
                c.deposeeLe(),
                c.revision() + 1);
    }
}
