package fr.parchemin.enmemoire;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The opened sessions. */
public final class JetonsEnMemoire implements Jetons {

    private final Base.Table<String, Jeton> jetons;
    private final Comptes comptes;

    public JetonsEnMemoire(Base base, Comptes comptes) {
        jetons = base.table();
        this.comptes = comptes;
    }

    @Override
    public void add(Jeton jeton) {
        jetons.add(jeton.empreinte(), jeton);
    }

    @Override
    public Optional<Compte> findCompte(String empreinte, Instant now) {
        return Optional.ofNullable(jetons.rows().get(empreinte))
                .filter(j -> now.isBefore(j.expireLe()))
                .flatMap(j -> comptes.find(j.identifiant()));
    }

    @Override
    public void remove(String empreinte) {
        jetons.remove(empreinte);
    }

    @Override
    public void removeExpired(Instant now) {
        List.copyOf(jetons.rows().values()).stream()
                .filter(j -> !now.isBefore(j.expireLe()))
                .forEach(j -> jetons.remove(j.empreinte()));
    }

    /** Every session kept, expired or not. */
    public List<Jeton> all() {
        return List.copyOf(jetons.rows().values());
    }
}
