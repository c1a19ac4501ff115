package fr.parchemin.enmemoire;

import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPassers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What serves once. */
public final class LaissezPassersEnMemoire implements LaissezPassers {

    private final Base.Table<String, LaissezPasser> all;

    public LaissezPassersEnMemoire(Base base) {
        all = base.table();
    }

    @Override
    public void add(LaissezPasser laissezPasser) {
        all.add(laissezPasser.empreinte(), laissezPasser);
    }

    @Override
    public Optional<LaissezPasser> find(String empreinte, LaissezPasser.Nature nature, Instant now) {
        return Optional.ofNullable(all.rows().get(empreinte))
                .filter(l -> l.nature() == nature && now.isBefore(l.expireLe()));
    }

    @Override
    public boolean remove(String empreinte) {
        return removeIf(l -> l.empreinte().equals(empreinte)) > 0;
    }

    @Override
    public void removeAll(String identifiant, LaissezPasser.Nature nature) {
        removeIf(l -> Objects.equals(l.identifiant(), identifiant) && l.nature() == nature);
    }

    @Override
    public Optional<Instant> newest(String identifiant, LaissezPasser.Nature nature) {
        return all.rows().values().stream()
                .filter(l -> Objects.equals(l.identifiant(), identifiant) && l.nature() == nature)
                .map(LaissezPasser::creeLe)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void removeExpired(Instant now) {
        removeIf(l -> !now.isBefore(l.expireLe()));
    }

    private int removeIf(Predicate<LaissezPasser> over) {
        List<LaissezPasser> gone = all.rows().values().stream().filter(over).toList();
        gone.forEach(l -> all.remove(l.empreinte()));
        return gone.size();
    }

    public List<LaissezPasser> all() {
        return List.copyOf(all.rows().values());
    }
}
