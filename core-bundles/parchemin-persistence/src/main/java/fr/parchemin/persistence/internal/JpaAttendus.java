package fr.parchemin.persistence.internal;

import static java.util.stream.Collectors.toMap;

import fr.parchemin.acces.Role;
import fr.parchemin.attente.Attendus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.jury.Jury;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What may await somebody, found in the tables of files, juries and accounts. */
@Component(service = Attendus.class)
public final class JpaAttendus implements Attendus {

    private static final String JURYS = "select j from Jury j where j.branche in :branches and j.date >= :jour";

    private final Unit unit;

    @Activate
    public JpaAttendus(@Reference Unit unit) {
        this.unit = unit;
    }

    /** The conditions of a choice, with what they bind. */
    private record Conditions(String text, Map<String, Object> parameters) {
        static Conditions of(Choix choix) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            StringBuilder text = new StringBuilder(" where c.branche in :branches and c.etat in :etats");
            parameters.put("branches", choix.branches());
            parameters.put("etats", choix.etats());
            if (choix.parmi() instanceof Parmi.Deposes deposes) {
                parameters.put("deposant", deposes.identifiant());
                if (deposes.sirets().isEmpty()) {
                    text.append(" and c.deposeePar = :deposant");
                } else {
                    text.append(" and (c.deposeePar = :deposant or c.organismeSiret in :sirets)");
                    parameters.put("sirets", deposes.sirets());
                }
            } else if (choix.parmi() instanceof Parmi.Designes designes) {
                text.append(" and exists (select e.identifiant from Evaluateur e"
                        + " where e.candidature = c.id and e.identifiant = :evaluateur)");
                parameters.put("evaluateur", designes.identifiant());
            } else if (choix.parmi() instanceof Parmi.Nommes nommes) {
                text.append(" and c.id in :ids");
                parameters.put("ids", nommes.ids());
            } else if (choix.parmi() instanceof Parmi.Favorables) {
                text.append(" and exists (select d.id from Decision d"
                        + " where d.candidature = c.id and d.issue = 'VALIDATION_TOTALE')");
            }
            return new Conditions(text.toString(), parameters);
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            parameters.forEach(query::setParameter);
            return query;
        }
    }

    private static boolean isNothing(Choix choix) {
        return choix.branches().isEmpty()
                || choix.etats().isEmpty()
                || choix.parmi() instanceof Parmi.Nommes nommes && nommes.ids().isEmpty();
    }

    @Override
    public List<Candidature> oldest(Choix choix, int limite) {
        if (isNothing(choix)) {
            return List.of();
        }
        Conditions conditions = Conditions.of(choix);
        return JpaCandidatures.records(
                unit.reading(),
                conditions
                        .bind(unit.reading()
                                .createQuery(
                                        "select c from Candidature c" + conditions.text() + " order by c.rang",
                                        CandidatureEntity.class))
                        .setMaxResults(limite)
                        .getResultList());
    }

    @Override
    public long count(Choix choix) {
        if (isNothing(choix)) {
            return 0;
        }
        Conditions conditions = Conditions.of(choix);
        return conditions
                .bind(unit.reading().createQuery("select count(c) from Candidature c" + conditions.text(), Long.class))
                .getSingleResult();
    }

    @Override
    public Map<UUID, Long> presentees(Set<String> branches, Set<UUID> jurys) {
        if (branches.isEmpty() && jurys.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder among = new StringBuilder();
        if (!branches.isEmpty()) {
            among.append("c.branche in :branches");
            parameters.put("branches", branches);
        }
        if (!jurys.isEmpty()) {
            among.append(among.isEmpty() ? "" : " or ").append("c.jury in :jurys");
            parameters.put("jurys", jurys);
        }
        TypedQuery<Object[]> query = unit.reading()
                .createQuery(
                        "select c.jury, count(c) from Candidature c where c.etat = 'PRESENTEE' and (" + among
                                + ") group by c.jury",
                        Object[].class);
        parameters.forEach(query::setParameter);
        return query.getResultStream().collect(toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    @Override
    public List<Jury> jurys(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : JpaJurys.records(
                        unit.reading(),
                        unit.reading()
                                .createQuery(
                                        "select j from Jury j where j.id in :ids order by j.date, j.rang",
                                        JuryEntity.class)
                                .setParameter("ids", ids)
                                .getResultList());
    }

    @Override
    public List<Jury> jurysFrom(Set<String> branches, LocalDate day, int limite) {
        return jurys(JURYS, branches, day, limite);
    }

    @Override
    public List<Jury> jurysToValidate(Set<String> branches, LocalDate day, int limite) {
        return jurys(JURYS + " and j.valideLe is null", branches, day, limite);
    }

    private List<Jury> jurys(String query, Set<String> branches, LocalDate day, int limite) {
        return branches.isEmpty()
                ? List.of()
                : JpaJurys.records(
                        unit.reading(),
                        unit.reading()
                                .createQuery(query + " order by j.date, j.rang", JuryEntity.class)
                                .setParameter("branches", branches)
                                .setParameter("jour", day)
                                .setMaxResults(limite)
                                .getResultList());
    }

    @Override
    public long withoutSecondFacteur(Set<Role> roles, LocalDate day) {
        return roles.isEmpty()
                ? 0
                : unit.reading()
                        .createQuery(
                                "select count(c) from Compte c where c.etat = 'ACTIF' and c.secondFacteur = false"
                                        + " and exists (select a.rang from Attribution a"
                                        + " where a.identifiant = c.identifiant and a.role in :roles and "
                                        + AttributionEntity.IN_FORCE + ")",
                                Long.class)
                        .setParameter("roles", roles.stream().map(Role::name).toList())
                        .setParameter("jour", day)
                        .getSingleResult();
    }
}
