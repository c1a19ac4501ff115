package fr.parchemin.enmemoire;

import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.Moyen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

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
    public Optional<Porteur> find(String empreinte, Instant now) {
        return Optional.ofNullable(jetons.rows().get(empreinte))
                .filter(j -> now.isBefore(j.expireLe()))
                .flatMap(j -> comptes.find(j.identifiant()).map(c -> new Porteur(j, c)));
    }

    @Override
    public List<Jeton> of(String identifiant, Instant now) {
        return jetons.rows().values().stream()
                .filter(j -> j.identifiant().equals(identifiant) && now.isBefore(j.expireLe()))
                .sorted(Comparator.comparing(Jeton::ouvertLe).reversed())
                .toList();
    }

    @Override
    public void touch(String empreinte, Instant now) {
        Jeton j = jetons.rows().get(empreinte);
        if (j != null) {
            jetons.put(
                    empreinte,
                    new Jeton(
                            empreinte,
                            j.id(),
                            j.identifiant(),
                            j.moyen(),
                            j.agent(),
                            j.ouvertLe(),
                            j.expireLe(),
                            now,
                            j.eleveJusquA()));
        }
    }

    @Override
    public void elevate(String empreinte, Moyen by, Instant until) {
        Jeton j = jetons.rows().get(empreinte);
        if (j != null) {
            jetons.put(empreinte, j.eleve(by, until));
        }
    }

    @Override
    public void remove(String empreinte) {
        jetons.remove(empreinte);
    }

    @Override
    public boolean remove(String identifiant, UUID id) {
        return removeIf(j -> j.identifiant().equals(identifiant) && j.id().equals(id)) > 0;
    }

    @Override
    public int removeAll(String identifiant, UUID but) {
        return removeIf(j -> j.identifiant().equals(identifiant) && !j.id().equals(but));
    }

    @Override
    public void removeExpired(Instant now) {
        removeIf(j -> !now.isBefore(j.expireLe()));
    }

    private int removeIf(Predicate<Jeton> over) {
        List<Jeton> gone = jetons.rows().values().stream().filter(over).toList();
        gone.forEach(j -> jetons.remove(j.empreinte()));
        return gone.size();
    }

    /** Every session kept, expired or not. */
    public List<Jeton> all() {
        return List.copyOf(jetons.rows().values());
    }
}
