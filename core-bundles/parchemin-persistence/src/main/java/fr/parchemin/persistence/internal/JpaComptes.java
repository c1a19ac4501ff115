package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acte.HeureLegale;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts, in the table compte, with what of the table attribution holds today. */
@Component(service = Comptes.class)
public final class JpaComptes implements Comptes {

    private static final String PLATEFORME = "plateforme";

    private final Unit unit;
    private final Clock clock;

    @Activate
    public JpaComptes(@Reference Unit unit) {
        this(unit, HeureLegale.clock());
    }

    JpaComptes(Unit unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public Optional<Compte> find(String identifiant) {
        return fromRows(unit.reading()
                .createQuery(
                        "select c, a from Compte c left join Attribution a on a.identifiant = c.identifiant and "
                                + AttributionEntity.IN_FORCE + " where c.identifiant = :identifiant",
                        Object[].class)
                .setParameter("identifiant", identifiant)
                .setParameter("jour", LocalDate.now(clock))
                .getResultList());
    }

    @Override
    public Optional<Compte> findByCourriel(String courriel) {
        return fromRows(unit.reading()
                .createQuery(
                        "select c, a from Compte c left join Attribution a on a.identifiant = c.identifiant and "
                                + AttributionEntity.IN_FORCE + " where c.courriel = :courriel",
                        Object[].class)
                .setParameter("courriel", courriel)
                .setParameter("jour", LocalDate.now(clock))
                .getResultList());
    }

    /** The account of rows of one account and one of its roles each; the role is {@code null} when it has none. */
    static Optional<Compte> fromRows(List<Object[]> rows) {
        return rows.stream().findFirst().map(first -> ((CompteEntity) first[0])
                .toCompte(rows.stream()
                        .map(row -> (AttributionEntity) row[1])
                        .filter(Objects::nonNull)
                        .map(AttributionEntity::toHabilitation)
                        .collect(toSet())));
    }

    @Override
    public List<Compte> list(int limite) {
        EntityManager manager = unit.reading();
        List<CompteEntity> comptes = manager.createQuery(
                        "select c from Compte c order by c.identifiant", CompteEntity.class)
                .setMaxResults(limite)
                .getResultList();
        if (comptes.isEmpty()) {
            return List.of();
        }
        Map<String, Set<Habilitation>> held = manager.createQuery(
                        "select a from Attribution a where a.identifiant in :identifiants and "
                                + AttributionEntity.IN_FORCE,
                        AttributionEntity.class)
                .setParameter("jour", LocalDate.now(clock))
                .setParameter(
                        "identifiants",
                        comptes.stream().map(CompteEntity::identifiant).toList())
                .getResultStream()
                .collect(groupingBy(
                        AttributionEntity::identifiant, mapping(AttributionEntity::toHabilitation, toSet())));
        return comptes.stream()
                .map(compte -> compte.toCompte(held.getOrDefault(compte.identifiant(), Set.of())))
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return unit.reading()
                .createQuery("select c.identifiant from Compte c", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void add(Compte compte) {
        EntityManager manager = unit.writing();
        manager.persist(new CompteEntity(compte));
        manager.flush();
        compte.habilitations()
                .forEach(habilitation -> JpaAttributions.insert(
                        manager,
                        new Attribution(
                                null,
                                compte.identifiant(),
                                habilitation,
                                LocalDate.now(clock),
                                null,
                                PLATEFORME,
                                clock.instant(),
                                null,
                                Optional.empty())));
        manager.flush();
    }

    @Override
    public void update(Compte compte) {
        EntityManager manager = unit.writing();
        CompteEntity kept = manager.find(CompteEntity.class, compte.identifiant());
        if (kept == null) {
            throw new IllegalStateException("no account to change");
        }
        kept.set(compte);
        manager.flush();
    }

    @Override
    public Map<String, String> noms(Set<String> identifiants) {
        return identifiants.isEmpty()
                ? Map.of()
                : unit.reading()
                        .createQuery(
                                "select c.identifiant, c.nom from Compte c where c.identifiant in :identifiants",
                                Object[].class)
                        .setParameter("identifiants", identifiants)
                        .getResultStream()
                        .collect(toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    @Override
    public List<Compte> holding(Habilitation habilitation, int limite) {
        return unit.reading()
                .createQuery(
                        "select c from Compte c where exists (select a.rang from Attribution a"
                                + " where a.identifiant = c.identifiant and a.role = :role"
                                + " and coalesce(a.branche, '') = :branche and coalesce(a.cible, '') = :cible and "
                                + AttributionEntity.IN_FORCE + ") order by c.nom, c.identifiant",
                        CompteEntity.class)
                .setParameter("role", habilitation.role().name())
                .setParameter("branche", habilitation.portee().branche().orElse(""))
                .setParameter("cible", habilitation.portee().cible().orElse(""))
                .setParameter("jour", LocalDate.now(clock))
                .setMaxResults(limite)
                .getResultStream()
                .map(compte -> compte.toCompte(Set.of(habilitation)))
                .toList();
    }
}
