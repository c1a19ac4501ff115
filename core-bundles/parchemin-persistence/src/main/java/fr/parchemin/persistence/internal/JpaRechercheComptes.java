package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.RechercheComptes;
import fr.parchemin.acte.HeureLegale;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks for accounts in the tables compte, attribution and echec_connexion. */
@Component(service = RechercheComptes.class)
public final class JpaRechercheComptes implements RechercheComptes {

    /** Failures are counted for the password and for the code of an account apart. */
    private static final String LOCKED =
            "exists (select e.cle from Echec e where (e.cle = concat('compte/', c.identifiant)"
                    + " or e.cle = concat('compte/', c.identifiant, '/code')) and e.libreLe > :now)";

    private final Unit unit;

    @Activate
    public JpaRechercheComptes(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public List<Trouve> search(Selection selection) {
        if (selection.branches() != null && selection.branches().isEmpty()) {
            return List.of();
        }
        EntityManager manager = unit.reading();
        LocalDate today = LocalDate.ofInstant(selection.now(), HeureLegale.ZONE);
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder query = new StringBuilder("select c from Compte c where 1 = 1");
        if (selection.branches() != null) {
            query.append(" and exists (select h.rang from Attribution h where h.identifiant = c.identifiant"
                    + " and h.branche in :branches)");
            parameters.put("branches", selection.branches());
        }
        if (selection.texte() != null) {
            // An address is looked for by who sees addresses: it is not to be guessed letter by letter.
            query.append(" and (locate(:texte, c.identifiant) > 0 or locate(:texte, lower(c.nom)) > 0"
                    + (selection.branches() == null ? " or locate(:texte, c.courriel) > 0" : "") + ")");
            parameters.put("texte", selection.texte());
        }
        if (selection.role() != null || selection.branche() != null) {
            query.append(" and exists (select a.rang from Attribution a where a.identifiant = c.identifiant and "
                    + AttributionEntity.IN_FORCE);
            parameters.put("jour", today);
            if (selection.role() != null) {
                query.append(" and a.role = :role");
                parameters.put("role", selection.role().name());
            }
            if (selection.branche() != null) {
                query.append(" and a.branche = :branche");
                parameters.put("branche", selection.branche());
            } else if (selection.branches() != null) {
                query.append(" and a.branche in :branches");
            }
            query.append(")");
        }
        if (selection.situation() != null) {
            switch (selection.situation()) {
                case INVITE, SUSPENDU -> {
                    query.append(" and c.etat = :etat");
                    parameters.put("etat", selection.situation().name());
                }
                case ACTIF, VERROUILLE -> {
                    query.append(" and c.etat = 'ACTIF' and ")
                            .append(selection.situation() == Situation.ACTIF ? "not " : "")
                            .append(LOCKED);
                    parameters.put("now", selection.now());
                }
            }
        }
        if (selection.apres() != null) {
            query.append(" and c.identifiant > :apres");
            parameters.put("apres", selection.apres());
        }
        TypedQuery<CompteEntity> found =
                manager.createQuery(query.append(" order by c.identifiant").toString(), CompteEntity.class);
        parameters.forEach(found::setParameter);
        return completed(manager, found.setMaxResults(selection.limite()).getResultList(), today, selection.now());
    }

    private static List<Trouve> completed(
            EntityManager manager, List<CompteEntity> comptes, LocalDate today, Instant now) {
        if (comptes.isEmpty()) {
            return List.of();
        }
        List<String> identifiants =
                comptes.stream().map(CompteEntity::identifiant).toList();
        Map<String, Set<Habilitation>> held = manager.createQuery(
                        "select a from Attribution a where a.identifiant in :identifiants and "
                                + AttributionEntity.IN_FORCE,
                        AttributionEntity.class)
                .setParameter("jour", today)
                .setParameter("identifiants", identifiants)
                .getResultStream()
                .collect(groupingBy(
                        AttributionEntity::identifiant, mapping(AttributionEntity::toHabilitation, toSet())));
        Set<String> locked = manager.createQuery(
                        "select e.cle from Echec e where e.cle in :cles and e.libreLe > :now", String.class)
                .setParameter(
                        "cles",
                        identifiants.stream()
                                .flatMap(i -> Stream.of("compte/" + i, "compte/" + i + "/code"))
                                .toList())
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toSet());
        return comptes.stream()
                .map(entity -> {
                    Compte compte = entity.toCompte(held.getOrDefault(entity.identifiant(), Set.of()));
                    String cle = "compte/" + compte.identifiant();
                    return new Trouve(compte, locked.contains(cle) || locked.contains(cle + "/code"));
                })
                .toList();
    }
}
