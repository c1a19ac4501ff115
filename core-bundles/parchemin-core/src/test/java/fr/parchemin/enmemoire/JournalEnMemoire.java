package fr.parchemin.enmemoire;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Journal;
import java.util.List;

/** The journal of acts. */
public final class JournalEnMemoire implements Journal {

    private final Base.Table<Long, Acte> lines;

    public JournalEnMemoire(Base base) {
        lines = base.table(Acte::branche);
    }

    @Override
    public void append(Acte acte) {
        long rang = lines.size() + 1L;
        lines.add(
                rang,
                new Acte(rang, acte.le(), acte.acteur(), acte.branche(), acte.objet(), acte.nature(), acte.detail()));
    }

    @Override
    public List<Acte> about(String objet, int limite) {
        return lines.rows().values().stream()
                .filter(a -> a.objet().equals(objet))
                .limit(limite)
                .toList();
    }

    /** Everything that was done. */
    public List<Acte> all() {
        return List.copyOf(lines.rows().values());
    }
}
