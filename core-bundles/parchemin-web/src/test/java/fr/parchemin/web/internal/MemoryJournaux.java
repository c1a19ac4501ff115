package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Lien;
import fr.parchemin.acces.Objet;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.journal.Journaux;
import fr.parchemin.journal.Verification;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The journal of the tests: its chain holds until it is said to be broken. */
final class MemoryJournaux implements Journaux {

    private final World world;

    MemoryJournaux(World world) {
        this.world = world;
    }

    @Override
    public Outcome<Page> list(Acteur by, Demande demande) {
        boolean all = by.may(Droit.JOURNAL_LIRE, Objet.PLATEFORME);
        Set<String> own = by.branches(Droit.JOURNAL_LIRE, Lien.AUCUN);
        if (!all && own.isEmpty()) {
            return Outcome.refused(
                    by.lacks(Droit.JOURNAL_LIRE, Objet.PLATEFORME).orElseThrow());
        }
        List<Acte> found = world.journal.stream()
                .filter(a -> all || own.contains(a.branche()))
                .filter(a -> demande.branche() == null || demande.branche().equals(a.branche()))
                .filter(a -> demande.acteur() == null || demande.acteur().equals(a.acteur()))
                .filter(a -> demande.avant() == null || a.rang() < demande.avant())
                .sorted(Comparator.comparing(Acte::rang).reversed())
                .toList();
        List<Acte> page = found.stream().limit(demande.limite()).toList();
        return Outcome.done(new Page(
                page,
                found.size() > page.size()
                        ? Optional.of(page.get(page.size() - 1).rang())
                        : Optional.empty()));
    }

    @Override
    public Outcome<Verification> verify(Acteur by) {
        return Outcome.unless(by.lacks(Droit.JOURNAL_VERIFIER, Objet.PLATEFORME), by)
                .map(admin -> new Verification(
                        world.journal.size(), new Journal.Tete(world.journal.size(), "ab".repeat(32)), world.rupture));
    }

    @Override
    public Outcome<Void> erase(Acteur by, UUID personne, String motif) {
        throw new AssertionError("a page erased");
    }
}
