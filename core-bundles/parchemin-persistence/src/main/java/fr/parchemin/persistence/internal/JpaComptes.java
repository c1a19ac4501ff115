package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Habilitation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts, in the tables compte and compte_habilitation. */
@Component(service = Comptes.class)
public final class JpaComptes implements Comptes {

    private final Unit unit;

    @Activate
    public JpaComptes(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Compte> find(String identifiant) {
        return fromRows(unit.reading()
                .createQuery(
                        "select c, h from Compte c left join Habilitation h on h.identifiant = c.identifiant"
                                + " where c.identifiant = :identifiant",
                        Object[].class)
                .setParameter("identifiant", identifiant)
                .getResultList());
    }

    /** The account of rows of one account and one of its roles each; the role is {@code null} when it has none. */
    static Optional<Compte> fromRows(List<Object[]> rows) {
        return rows.stream().findFirst().map(first -> ((CompteEntity) first[0])
                .toCompte(rows.stream()
                        .map(row -> (HabilitationEntity) row[1])
                        .filter(Objects::nonNull)
                        .map(HabilitationEntity::toHabilitation)
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
                        "select h from Habilitation h where h.identifiant in :identifiants", HabilitationEntity.class)
                .setParameter(
                        "identifiants",
                        comptes.stream().map(CompteEntity::identifiant).toList())
                .getResultStream()
                .collect(groupingBy(
                        HabilitationEntity::identifiant, mapping(HabilitationEntity::toHabilitation, toSet())));
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
                .forEach(habilitation -> manager.persist(new HabilitationEntity(compte.identifiant(), habilitation)));
        manager.flush();
    }

    @Override
    public void setHabilitations(String identifiant, Set<Habilitation> habilitations) {
        EntityManager manager = unit.writing();
        // The lock makes two administrators take turns: else the roles of both could end up held.
        if (manager.find(CompteEntity.class, identifiant, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new IllegalStateException("no account to give roles to");
        }
        Set<Habilitation> missing = new HashSet<>(habilitations);
        manager.createQuery("select h from Habilitation h where h.identifiant = :identifiant", HabilitationEntity.class)
                .setParameter("identifiant", identifiant)
                .getResultList()
                .forEach(held -> {
                    if (!missing.remove(held.toHabilitation())) {
                        manager.remove(held);
                    }
                });
        missing.forEach(habilitation -> manager.persist(new HabilitationEntity(identifiant, habilitation)));
        manager.flush();
    }

    @Override
    public List<Compte> holding(Habilitation habilitation, int limite) {
        return unit.reading()
                .createQuery(
                        "select c from Compte c where exists (select h.identifiant from Habilitation h"
                                + " where h.identifiant = c.identifiant and h.role = :role and h.branche = :branche)"
                                + " order by c.nom, c.identifiant",
                        CompteEntity.class)
                .setParameter("role", habilitation.role().name())
                .setParameter("branche", HabilitationEntity.column(habilitation))
                .setMaxResults(limite)
                .getResultStream()
                .map(compte -> compte.toCompte(Set.of(habilitation)))
                .toList();
    }
}
