package fr.parchemin.enmemoire;

import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.LiensPersonnels;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The personal links. */
public final class LiensEnMemoire implements LiensPersonnels {

    private final Base.Table<UUID, LienPersonnel> liens;

    public LiensEnMemoire(Base base) {
        liens = base.table();
    }

    @Override
    public void add(LienPersonnel lien) {
        liens.add(lien.id(), lien);
    }

    @Override
    public Optional<LienPersonnel> find(String empreinte) {
        return liens.rows().values().stream()
                .filter(l -> l.empreinte().equals(empreinte))
                .findFirst();
    }

    @Override
    public Optional<LienPersonnel> find(UUID id) {
        return Optional.ofNullable(liens.rows().get(id));
    }

    @Override
    public List<LienPersonnel> of(UUID dossier) {
        return liens.rows().values().stream()
                .filter(l -> l.habilitation().portee().cible().equals(Optional.of(dossier.toString())))
                .sorted(Comparator.comparing(LienPersonnel::creeLe).reversed())
                .toList();
    }

    @Override
    public void open(UUID id, Instant now) {
        LienPersonnel l = liens.rows().get(id);
        if (l.ouvertLe() == null) {
            liens.put(id, with(l, l.retirePar(), l.retireLe(), now));
        }
    }

    @Override
    public boolean revoke(UUID id, String by, Instant now) {
        LienPersonnel l = liens.rows().get(id);
        if (l == null || l.retireLe() != null) {
            return false;
        }
        liens.put(id, with(l, by, now, l.ouvertLe()));
        return true;
    }

    private static LienPersonnel with(LienPersonnel l, String retirePar, Instant retireLe, Instant ouvertLe) {
        return new LienPersonnel(
                l.id(),
                l.empreinte(),
                l.nom(),
                l.courriel(),
                l.habilitation(),
                l.creePar(),
                l.creeLe(),
                l.expireLe(),
                retirePar,
                retireLe,
                ouvertLe);
    }
}
