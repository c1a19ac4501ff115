package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.FeuilleCsv;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Tranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Filtre;
import fr.parchemin.candidature.Registre;
import fr.parchemin.jury.FiltreJurys;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.RegistreJurys;
import fr.parchemin.liste.Liste;
import fr.parchemin.liste.MesVues;
import fr.parchemin.liste.VueEnregistree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** The registers and the views in memory, by the table of rights. */
final class MemoryListes implements Registre, MesVues {
    private final World world;
    private final Map<UUID, VueEnregistree> vues = new LinkedHashMap<>();

    MemoryListes(World world) {
        this.world = world;
    }

    private static <T> Tranche<T> tranche(
            Collection<T> all, Predicate<T> wanted, Function<T, String> mark, Tranche.Place place) {
        List<T> ordered = new ArrayList<>(all);
        return Tranche.at(
                place,
                besoin -> {
                    List<T> from = new ArrayList<>(ordered);
                    if (besoin.remonte()) {
                        Collections.reverse(from);
                    }
                    List<T> found = new ArrayList<>(from.stream()
                            .dropWhile(t ->
                                    besoin.repere() != null && !mark.apply(t).equals(besoin.repere()))
                            .skip(besoin.repere() == null ? 0 : 1)
                            .filter(wanted)
                            .limit(besoin.nombre())
                            .toList());
                    if (besoin.remonte()) {
                        Collections.reverse(found);
                    }
                    return found;
                },
                mark);
    }

    private List<Candidature> ordered(Filtre.Tri tri) {
        List<Candidature> all = new ArrayList<>(world.candidatures.values());
        if (tri != Filtre.Tri.ANCIENNES) {
            Collections.reverse(all);
        }
        if (tri == Filtre.Tri.NOM) {
            all.sort(Comparator.comparing(c -> Textes.fold(c.candidat().nomNaissance())));
        }
        return all;
    }

    private static boolean passes(Candidature c, Filtre filtre) {
        return (filtre.branche() == null || filtre.branche().equals(c.branche()))
                && (filtre.etats().isEmpty() || filtre.etats().contains(c.etat().code()))
                && (filtre.dossiers().isEmpty() || filtre.dossiers().contains(c.id()))
                && (filtre.evaluateur() == null || c.evaluateurs().contains(filtre.evaluateur()))
                && (filtre.texte() == null
                        || Arrays.stream(Textes.fold(filtre.texte()).split(" "))
                                .allMatch(Textes.fold(c.candidat().nomComplet())::contains));
    }

    @Override
    public Outcome<Tranche<Candidature>> page(Acteur by, Filtre filtre, Filtre.Tri tri, Tranche.Place place) {
        if (filtre.branche() != null && !by.branches(Droit.CANDIDATURE_LIRE).contains(filtre.branche())) {
            return Outcome.refused(by.lacks(Droit.CANDIDATURE_LIRE, Objet.branche(filtre.branche()))
                    .orElseThrow());
        }
        return Outcome.done(
                tranche(ordered(tri), c -> c.isVisibleTo(by) && passes(c, filtre), Candidature::numero, place));
    }

    @Override
    public Outcome<Nombre> count(Acteur by, Filtre filtre) {
        int found = (int) world.candidatures.values().stream()
                .filter(c -> c.isVisibleTo(by) && passes(c, filtre))
                .count();
        return Outcome.done(new Nombre(Math.min(found, COMPTE_MAXIMAL), found <= COMPTE_MAXIMAL));
    }

    @Override
    public List<Candidature> among(Acteur by, Set<UUID> dossiers) {
        return ordered(Filtre.Tri.RECENTES).stream()
                .filter(c -> c.isVisibleTo(by) && dossiers.contains(c.id()))
                .toList();
    }

    @Override
    public Outcome<byte[]> export(Acteur by, Filtre filtre, Filtre.Tri tri) {
        FeuilleCsv sheet = new FeuilleCsv();
        ordered(tri).stream()
                .filter(c -> c.isVisibleTo(by) && passes(c, filtre))
                .forEach(c -> sheet.line(c.numero(), c.candidat().nomNaissance()));
        return Outcome.done(sheet.toBytes());
    }

    RegistreJurys jurys() {
        return (by, filtre, place) -> {
            List<Jury> all = new ArrayList<>(world.jurys.values());
            Collections.reverse(all);
            return Outcome.done(
                    tranche(all, j -> by.may(Droit.JURY_LIRE, j.asObjet()) && passes(j, filtre), Jury::numero, place));
        };
    }

    private static boolean passes(Jury j, FiltreJurys filtre) {
        return (filtre.branche() == null || filtre.branche().equals(j.branche()))
                && (filtre.certification() == null || filtre.certification().equals(j.certification()))
                && (filtre.valide() == null || filtre.valide() == j.isValide())
                && (filtre.du() == null || !j.date().isBefore(filtre.du()))
                && (filtre.au() == null || !j.date().isAfter(filtre.au()));
    }

    @Override
    public List<VueEnregistree> list(Acteur by, Liste liste) {
        return vues.values().stream()
                .filter(v -> v.identifiant().equals(by.identifiant()) && v.liste() == liste)
                .toList();
    }

    @Override
    public Outcome<VueEnregistree> keep(Acteur by, Nouvelle nouvelle) {
        if (list(by, nouvelle.liste()).stream().anyMatch(v -> v.nom().equals(nouvelle.nom()))) {
            return Outcome.refused(CodeRefus.VUE_EXISTANTE, nouvelle.nom());
        }
        VueEnregistree vue = new VueEnregistree(
                UUID.randomUUID(),
                by.identifiant(),
                nouvelle.liste(),
                nouvelle.nom(),
                nouvelle.criteres(),
                nouvelle.defaut(),
                world.clock.instant());
        vues.put(vue.id(), vue);
        return Outcome.done(vue);
    }

    @Override
    public Outcome<VueEnregistree> change(Acteur by, UUID id, String nom, Boolean defaut) {
        VueEnregistree known = vues.get(id);
        if (known == null || !known.identifiant().equals(by.identifiant())) {
            return Outcome.refused(unknown(id));
        }
        VueEnregistree next = known.named(nom).withDefaut(defaut);
        vues.put(id, next);
        return Outcome.done(next);
    }

    @Override
    public Outcome<Void> remove(Acteur by, UUID id) {
        VueEnregistree known = vues.get(id);
        if (known == null || !known.identifiant().equals(by.identifiant())) {
            return Outcome.refused(unknown(id));
        }
        vues.remove(id);
        return Outcome.done(null);
    }

    private static Refus unknown(UUID id) {
        return Refus.of(CodeRefus.RESSOURCE_INCONNUE, "vue " + id);
    }
}
