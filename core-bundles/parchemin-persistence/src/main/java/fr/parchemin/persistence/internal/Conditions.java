package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Atteinte;
import fr.parchemin.acces.Atteinte.Part;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Conditions of a query with their parameters, all of which must hold. Only for conditions written in this package: values
 * are parameters, always.
 */
final class Conditions {

    private final List<String> all;
    private final Map<String, Object> parameters;
    private final boolean never;

    private Conditions(List<String> all, Map<String, Object> parameters, boolean never) {
        this.all = new ArrayList<>(all);
        this.parameters = new LinkedHashMap<>(parameters);
        this.never = never;
    }

    /** That a file lies within reach, and in that branch when there is one. */
    static Conditions ofCandidatures(String alias, Atteinte atteinte, String branche) {
        // No file sits in a session yet; what reaches a session reaches no file.
        return of(alias, branche == null ? atteinte : atteinte.within(branche), true);
    }

    /** That a jury lies within reach, and in that branch when there is one. */
    static Conditions ofJurys(String alias, Atteinte atteinte, String branche) {
        return of(alias, branche == null ? atteinte : atteinte.within(branche), false);
    }

    private static Conditions of(String alias, Atteinte atteinte, boolean files) {
        Map<Part, Set<UUID>> dossiers = new LinkedHashMap<>();
        Set<String> branches = new TreeSet<>();
        boolean everywhere = false;
        for (Part part : atteinte.parts()) {
            boolean aboutFiles = part.dossier() != null
                    || part.organisme() != null
                    || part.deposant() != null
                    || part.evaluateur() != null;
            if (part.session() != null || aboutFiles && !files) {
                continue;
            }
            Set<UUID> of = dossiers.computeIfAbsent(part.ofAnyDossier(), p -> new TreeSet<>());
            if (part.dossier() == null) {
                of.clear();
                of.add(ANY);
            } else if (!of.contains(ANY)) {
                of.add(part.dossier());
            }
            everywhere |= part.branche() == null;
            branches.add(Objects.requireNonNullElse(part.branche(), ""));
        }
        Conditions conditions = new Conditions(List.of(), Map.of(), dossiers.isEmpty());
        if (!everywhere && !branches.isEmpty()) {
            // Said apart from the parts, so that the index of the branch serves whatever they are.
            conditions.and(alias + ".branche in :branches", "branches", branches);
        }
        if (dossiers.equals(Map.of(wholeOf(branches), Set.of(ANY)))) {
            return conditions; // all of one branch, as said
        }
        List<String> parts = new ArrayList<>();
        dossiers.forEach((part, ids) -> parts.add(conditions.part(alias, part, ids, parts.size(), files)));
        if (!parts.isEmpty() && !parts.contains("")) {
            conditions.and(parts.stream().collect(Collectors.joining(" or ", "(", ")")));
        }
        return conditions;
    }

    private static Part wholeOf(Set<String> branches) {
        String first = branches.stream().findFirst().orElse("");
        return new Part(first, null, null, null, null, null, null, false);
    }

    /** Stands for every file; is the id of none. */
    private static final UUID ANY = new UUID(0, 0);

    /** The condition of a part; empty when there is none. */
    private String part(String alias, Part part, Set<UUID> ids, int n, boolean files) {
        List<String> said = new ArrayList<>();
        if (part.branche() != null) {
            said.add(alias + ".branche = :branche" + n);
            parameters.put("branche" + n, part.branche());
        }
        if (!ids.contains(ANY)) {
            said.add(alias + ".id in :dossiers" + n);
            parameters.put("dossiers" + n, ids);
        }
        if (part.jury() != null) {
            said.add(alias + (files ? ".jury" : ".id") + " = :jury" + n);
            parameters.put("jury" + n, part.jury());
        } else if (part.presente() && files) {
            said.add(alias + ".jury is not null");
        }
        if (part.organisme() != null) {
            said.add(alias + ".organismeSiret = :organisme" + n);
            parameters.put("organisme" + n, part.organisme());
        }
        if (part.deposant() != null) {
            said.add(alias + ".deposeePar = :deposant" + n);
            parameters.put("deposant" + n, part.deposant());
        }
        if (part.evaluateur() != null) {
            said.add(designated(alias, "designe" + n));
            parameters.put("designe" + n, part.evaluateur());
        }
        return said.isEmpty() ? "" : said.stream().collect(Collectors.joining(" and ", "(", ")"));
    }

    /** That the account of that parameter is designated for the file. */
    static String designated(String alias, String parameter) {
        return "exists (select e.identifiant from Evaluateur e where e.candidature = " + alias
                + ".id and e.identifiant = :" + parameter + ")";
    }

    /** Whether nothing can be found: then there is nothing to ask. */
    boolean isNever() {
        return never;
    }

    Conditions copy() {
        return new Conditions(all, parameters, never);
    }

    Conditions and(String condition) {
        all.add(condition);
        return this;
    }

    /** One more, unless there is no value to compare with. */
    Conditions and(String condition, String parameter, Object value) {
        if (value != null) {
            all.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    Conditions andEqual(String path, String parameter, Object value) {
        return and(path + " = :" + parameter, parameter, value);
    }

    /** One more parameter of conditions that are said already. */
    Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    <T> TypedQuery<T> query(EntityManager manager, String select, String order, Class<T> type) {
        String where = all.isEmpty() ? "" : all.stream().collect(Collectors.joining(" and ", " where ", ""));
        TypedQuery<T> query = manager.createQuery(select + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
