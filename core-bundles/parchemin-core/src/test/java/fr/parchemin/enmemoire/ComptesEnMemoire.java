package fr.parchemin.enmemoire;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Attributions;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Habilitation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts and the roles given to them. */
public final class ComptesEnMemoire implements Comptes, Attributions {

    private final Base.Table<String, Compte> comptes;
    private final Base.Table<Long, Attribution> attributions;
    private final Clock clock;

    public ComptesEnMemoire(Base base, Clock clock) {
        comptes = base.table();
        attributions = base.table();
        this.clock = clock;
    }

    private Compte today(Compte compte) {
        return with(
                compte,
                attributions.rows().values().stream()
                        .filter(a -> a.identifiant().equals(compte.identifiant()))
                        .filter(a -> a.isInForceOn(LocalDate.now(clock)))
                        .map(Attribution::habilitation)
                        .collect(toSet()));
    }

    @Override
    public Optional<Compte> find(String identifiant) {
        return Optional.ofNullable(comptes.rows().get(identifiant)).map(this::today);
    }

    @Override
    public Optional<Compte> findByCourriel(String courriel) {
        return comptes.rows().values().stream()
                .filter(c -> courriel.equals(c.courriel()))
                .findFirst()
                .map(this::today);
    }

    @Override
    public List<Compte> list(int limite) {
        return comptes.rows().values().stream()
                .sorted(Comparator.comparing(Compte::identifiant))
                .limit(limite)
                .map(this::today)
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return comptes.rows().isEmpty();
    }

    @Override
    public void add(Compte compte) {
        comptes.add(compte.identifiant(), compte);
        compte.habilitations().forEach(h -> give(compte.identifiant(), h));
    }

    @Override
    public void update(Compte compte) {
        comptes.put(compte.identifiant(), with(compte, Set.of()));
    }

    private static Compte with(Compte compte, Set<Habilitation> habilitations) {
        return new Compte(
                compte.identifiant(),
                compte.nom(),
                compte.courriel(),
                compte.etat(),
                compte.motDePasse(),
                compte.secondFacteur(),
                compte.secondFacteurAvant(),
                habilitations);
    }

    /** Gives a role from today on. */
    public void give(String identifiant, Habilitation habilitation) {
        add(new Attribution(
                null,
                identifiant,
                habilitation,
                LocalDate.now(clock),
                null,
                "plateforme",
                clock.instant(),
                null,
                Optional.empty()));
    }

    @Override
    public Map<String, String> noms(Set<String> identifiants) {
        return comptes.rows().values().stream()
                .filter(c -> identifiants.contains(c.identifiant()))
                .collect(toMap(Compte::identifiant, Compte::nom));
    }

    /** All roles that were ever given. */
    List<Attribution> all() {
        return List.copyOf(attributions.rows().values());
    }

    @Override
    public List<Compte> holding(Habilitation habilitation, int limite) {
        return comptes.rows().values().stream()
                .map(this::today)
                .filter(c -> c.habilitations().contains(habilitation))
                .sorted(Comparator.comparing(Compte::nom))
                .limit(limite)
                .map(c -> new Compte(c.identifiant(), c.nom(), c.motDePasse(), Set.of(habilitation)))
                .toList();
    }

    @Override
    public List<Attribution> of(String identifiant, int limite) {
        return attributions.rows().values().stream()
                .filter(a -> a.identifiant().equals(identifiant))
                .sorted(Comparator.comparing(Attribution::rang).reversed())
                .limit(limite)
                .toList();
    }

    @Override
    public void lock(String identifiant) {
        if (comptes.rows().get(identifiant) == null) {
            throw new IllegalStateException("no account to give roles to");
        }
    }

    @Override
    public Optional<Attribution> find(long rang) {
        return Optional.ofNullable(attributions.rows().get(rang));
    }

    @Override
    public void add(Attribution attribution) {
        long rang = attributions.rows().size() + 1L;
        attributions.add(
                rang,
                new Attribution(
                        rang,
                        attribution.identifiant(),
                        attribution.habilitation(),
                        attribution.du(),
                        attribution.au(),
                        attribution.accordeePar(),
                        attribution.accordeeLe(),
                        attribution.motif(),
                        attribution.retrait()));
    }

    @Override
    public void withdraw(Attribution withdrawn) {
        attributions.put(withdrawn.rang(), withdrawn);
    }
}
