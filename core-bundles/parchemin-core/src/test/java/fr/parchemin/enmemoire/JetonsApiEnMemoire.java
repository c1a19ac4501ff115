package fr.parchemin.enmemoire;

import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.JetonsApi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tokens of the interface. */
public final class JetonsApiEnMemoire implements JetonsApi {

    private final Base.Table<UUID, JetonApi> jetons;
    private final Comptes comptes;

    public JetonsApiEnMemoire(Base base, Comptes comptes) {
        jetons = base.table();
        this.comptes = comptes;
    }

    @Override
    public void add(JetonApi jeton) {
        jetons.add(jeton.id(), jeton);
    }

    @Override
    public Optional<Porteur> find(String empreinte, Instant now) {
        return jetons.rows().values().stream()
                .filter(j -> j.empreinte().equals(empreinte) && now.isBefore(j.expireLe()))
                .findFirst()
                .flatMap(j -> comptes.find(j.identifiant()).map(c -> new Porteur(j, c)));
    }

    @Override
    public List<JetonApi> of(String identifiant) {
        return jetons.rows().values().stream()
                .filter(j -> j.identifiant().equals(identifiant))
                .sorted(Comparator.comparing(JetonApi::creeLe).reversed())
                .toList();
    }

    @Override
    public void use(UUID id, LocalDate day) {
        JetonApi j = jetons.rows().get(id);
        jetons.put(
                id,
                new JetonApi(id, j.empreinte(), j.identifiant(), j.nom(), j.limites(), j.creeLe(), j.expireLe(), day));
    }

    @Override
    public boolean remove(String identifiant, UUID id) {
        JetonApi j = jetons.rows().get(id);
        if (j == null || !j.identifiant().equals(identifiant)) {
            return false;
        }
        jetons.remove(id);
        return true;
    }
}
