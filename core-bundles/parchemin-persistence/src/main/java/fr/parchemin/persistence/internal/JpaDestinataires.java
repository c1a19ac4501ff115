package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.notification.Destinataires;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who holds a role, from the table attribution. */
@Component(service = Destinataires.class)
public final class JpaDestinataires implements Destinataires {

    private final Unit unit;
    private final Clock clock;

    @Activate
    public JpaDestinataires(@Reference Unit unit) {
        this(unit, HeureLegale.clock());
    }

    JpaDestinataires(Unit unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public Set<String> holding(
            String branche, Set<Role> forTheBranch, Set<Role> forATarget, Set<String> targets, int limite) {
        List<String> held = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (!forTheBranch.isEmpty()) {
            held.add("a.etendue = :entiere and a.role in :larges");
            parameters.put("entiere", Portee.Etendue.BRANCHE.name());
            parameters.put("larges", names(forTheBranch));
        }
        if (!forATarget.isEmpty() && !targets.isEmpty()) {
            held.add("a.cible in :cibles and a.role in :etroits");
            parameters.put("cibles", targets);
            parameters.put("etroits", names(forATarget));
        }
        if (held.isEmpty()) {
            return Set.of();
        }
        TypedQuery<String> query = unit.reading()
                .createQuery(
                        "select distinct a.identifiant from Attribution a where a.branche = :branche and "
                                + AttributionEntity.IN_FORCE + " and (" + String.join(" or ", held)
                                + ") order by a.identifiant",
                        String.class)
                .setParameter("branche", branche)
                .setParameter("jour", LocalDate.now(clock))
                .setMaxResults(limite);
        parameters.forEach(query::setParameter);
        return new LinkedHashSet<>(query.getResultList());
    }

    private static Set<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toSet());
    }
}
