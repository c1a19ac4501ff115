package fr.parchemin.enmemoire;

import fr.parchemin.acces.Atteinte;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Textes;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.candidature.Tiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    @Override
    public List<Candidature> search(Recherche recherche) {
        List<Candidature> ordered = new ArrayList<>(files.rows().values().stream()
                .filter(c -> recherche.atteinte().contains(c.asObjet()))
                .toList());
        if (recherche.tri() != Filtre.Tri.ANCIENNES) {
            Collections.reverse(ordered);
        }
        if (recherche.tri() == Filtre.Tri.NOM) {
            ordered.sort(Comparator.comparing(CandidaturesEnMemoire::folded));
        }
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
        List<Candidature> found = new ArrayList<>(ordered.subList(from, ordered.size()).stream()
                .filter(c -> passes(c, recherche.filtre()))
                .limit(recherche.limite())
                .toList());
        if (recherche.remonte()) {
            Collections.reverse(found);
        }
        return found;
    }

    @Override
    public int count(Atteinte atteinte, Filtre filtre, int plafond) {
        return search(new Recherche(atteinte, filtre, Filtre.Tri.RECENTES, null, false, plafond))
                .size();
    }

    private static String folded(Candidature file) {
        Candidat c = file.candidat();
        return Textes.fold(c.nomNaissance() + " " + c.prenoms() + " " + (c.nomUsage() == null ? "" : c.nomUsage()));
    }

    private static boolean passes(Candidature file, Filtre filtre) {
        LocalDate day = file.deposeeLe().atZone(HeureLegale.ZONE).toLocalDate();
        return (filtre.branche() == null || filtre.branche().equals(file.branche()))
                && (filtre.certification() == null || filtre.certification().equals(file.certification()))
                && (filtre.version() == null || filtre.version().equals(file.version()))
                && (filtre.etats().isEmpty()
                        || filtre.etats().contains(file.etat().code()))
                && (filtre.evaluateur() == null || file.evaluateurs().contains(filtre.evaluateur()))
                && (filtre.jury() == null || filtre.jury().equals(file.etat().jury()))
                && (filtre.du() == null || !day.isBefore(filtre.du()))
                && (filtre.au() == null || !day.isAfter(filtre.au()))
                && (filtre.dossiers().isEmpty() || filtre.dossiers().contains(file.id()))
                && isOf(file.organisme(), filtre.organisme())
                && isOf(file.entreprise(), filtre.employeur())
                && (filtre.texte() == null
                        || saysAll(folded(file), filtre.texte())
                        || file.numero().contains(filtre.texte().toUpperCase(Locale.ROOT)));
    }

    private static boolean isOf(Tiers tiers, String words) {
        return words == null || tiers != null && saysAll(Textes.fold(tiers.nom() + " " + tiers.siret()), words);
    }

    private static boolean saysAll(String folded, String words) {
        String wanted = Textes.fold(words);
        return !wanted.isEmpty() && Arrays.stream(wanted.split(" ")).allMatch(folded::contains);
    }

    private static boolean matches(Candidature file, Selection selection) {
        return selection.branches().contains(file.branche())
                && (selection.certification() == null
                        || selection.certification().equals(file.certification()))
                && (selection.etats().isEmpty()
                        || selection.etats().contains(file.etat().code()))
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
