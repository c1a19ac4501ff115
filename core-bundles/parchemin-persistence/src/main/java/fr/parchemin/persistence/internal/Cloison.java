package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Perimetre;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * The wall between branches, for every entity at once: each query gets the perimeter of the transaction as one more
 * condition, each row is held against it before it is written, and a statement of our own about a walled table is refused.
 * PostgreSQL does the same a second time for itself; H2 has nothing of that kind, there this is all.
 *
 * <p>A unit with an entity that says neither which branch its rows are of nor that they are {@linkplain DeLaPlateforme of
 * the platform} or {@linkplain DeLaPersonne of a person} does not open. Made by EclipseLink, hence public.
 */
public final class Cloison implements SessionCustomizer {

    /** Name of the property, of each entity manager, that holds the perimeter as {@link #text}. */
    static final String PERIMETRE = "perimetre";

    private static final String TOUT = ",**,";
    private static final String PLATEFORME = "*";

    // A text to look in rather than a list: EclipseLink binds a property as one value.
    private static final String DEDANS =
            ":" + PERIMETRE + " = '" + TOUT + "' or locate(concat(',', %s, ','), :" + PERIMETRE + ") > 0";

    /** A row without a branch is none: the other side of an outer join that found nothing. The column allows no null. */
    private static final String CRITERE = "(this.branche is null or " + DEDANS.formatted("this.branche") + ")";

    /** What is a person's own is reached by work that looks at everything, and by no other. */
    private static final String CRITERE_PERSONNE = ":" + PERIMETRE + " = '" + TOUT + "'";

    /** In the journal a line without a branch is about the platform itself. */
    private static final String CRITERE_JOURNAL =
            "(" + DEDANS.formatted("coalesce(this.branche, '" + PLATEFORME + "')") + ")";

    /** The perimeter between commas, in which {@code ,code,} is looked for; see V14. */
    static String text(Perimetre perimetre) {
        if (perimetre instanceof Perimetre.Branches some) {
            return "," + (some.plateforme() ? PLATEFORME + "," : "")
                    + some.codes().stream().sorted().map(code -> code + ",").collect(Collectors.joining());
        }
        return TOUT;
    }

    private static boolean holds(String text, String branche) {
        return text.equals(TOUT) || text.contains("," + branche + ",");
    }

    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (!isOfPlatform(descriptor)) {
                wall(descriptor);
            }
        }
        session.getEventManager().addListener(new OwnStatements(walledTables(session)));
    }

    static boolean isOfPlatform(ClassDescriptor descriptor) {
        return descriptor.getJavaClass().isAnnotationPresent(DeLaPlateforme.class);
    }

    private static Set<String> walledTables(Session session) {
        return session.getDescriptors().values().stream()
                .filter(descriptor -> !isOfPlatform(descriptor))
                .map(descriptor -> descriptor.getTableName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    static void wall(ClassDescriptor descriptor) {
        DeLaPersonne own = descriptor.getJavaClass().getAnnotation(DeLaPersonne.class);
        if (own != null) {
            descriptor.getQueryManager().setAdditionalCriteria(CRITERE_PERSONNE);
            descriptor.getEventManager().addListener(new Writes(null, own.addedByAll()));
            return;
        }
        DatabaseMapping branche = descriptor.getMappingForAttributeName("branche");
        if (branche == null) {
            throw new IllegalStateException(descriptor.getJavaClass().getSimpleName()
                    + " has no branche and is not said to be of the platform: nobody knows who may read it");
        }
        descriptor
                .getQueryManager()
                .setAdditionalCriteria(ActeEntity.class.equals(descriptor.getJavaClass()) ? CRITERE_JOURNAL : CRITERE);
        descriptor.getEventManager().addListener(new Writes(branche, false));
    }

    /** Holds each row that is about to be written against the perimeter; those not read in this transaction too. */
    private static final class Writes extends DescriptorEventAdapter {

        private final DatabaseMapping branche;
        private final boolean addedByAll;

        /** @param branche {@code null} for the rows of persons */
        Writes(DatabaseMapping branche, boolean addedByAll) {
            this.branche = branche;
            this.addedByAll = addedByAll;
        }

        @Override
        public void aboutToInsert(DescriptorEvent event) {
            if (!addedByAll) {
                check(event);
            }
        }

        @Override
        public void aboutToUpdate(DescriptorEvent event) {
            check(event);
        }

        @Override
        public void aboutToDelete(DescriptorEvent event) {
            check(event);
        }

        private void check(DescriptorEvent event) {
            Object value =
                    branche == null ? PLATEFORME + PLATEFORME : branche.getAttributeValueFromObject(event.getSource());
            Object perimetre = event.getSession().getProperty(PERIMETRE);
            if (value == null || perimetre == null || !holds((String) perimetre, (String) value)) {
                throw new IllegalStateException(
                        "a row of " + event.getDescriptor().getTableName() + " of branch " + value
                                + " is outside the perimeter of this transaction");
            }
        }
    }

    /**
     * Keeps statements of our own away from walled tables: no condition is added to those. Lines of the journal are added
     * past the entities, by {@link Chaine}; {@link Unit#requireReach} holds each against the perimeter.
     */
    private static final class OwnStatements extends SessionEventAdapter {

        private static final Pattern PARAMETER = Pattern.compile("\\?\\d+");

        /** About a table of the platform with a column that has the name of a walled one. */
        private static final Set<String> KNOWN =
                Cles.STATEMENTS.stream().map(OwnStatements::canonical).collect(Collectors.toUnmodifiableSet());

        private final Pattern walled;

        OwnStatements(Set<String> tables) {
            walled = Pattern.compile("\\b(" + String.join("|", tables) + ")\\b");
        }

        /** Whether the SQL was given, rather than made from entities. */
        private static boolean isOurOwn(DatabaseQuery query) {
            return query.isSQLCallQuery()
                    && (query.isDataReadQuery()
                            || query.isDataModifyQuery()
                            || query.isResultSetMappingQuery()
                            || query.isReadAllQuery() && query.isUserDefined());
        }

        /** In small letters, with every parameter written the same way. */
        private static String canonical(String sql) {
            return PARAMETER.matcher(sql.toLowerCase(Locale.ROOT)).replaceAll("?");
        }

        @Override
        public void preExecuteQuery(SessionEvent event) {
            DatabaseQuery query = event.getQuery();
            if (isOurOwn(query)) {
                String sql = canonical(query.getSQLString());
                if (!KNOWN.contains(sql) && walled.matcher(sql).find()) {
                    throw new IllegalStateException(
                            "only JPQL may reach this table, it stays in the perimeter: " + sql);
                }
            }
        }
    }
}
