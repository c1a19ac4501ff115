package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * How to reach the database.
 *
 * @param password where the password is
 * @param maxPool most connections at a time
 */
record Settings(String url, String user, Secret password, int maxPool) {

    private static final String H2 = "jdbc:h2:";
    private static final String H2_MEMORY = "jdbc:h2:mem:";
    private static final String REUSE_SPACE = "REUSE_SPACE";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern PASSWORD = Pattern.compile("[;?&](ssl)?password=", Pattern.CASE_INSENSITIVE);

    /**
     * What H2 needs to keep its word, for an address that does not say otherwise.
     *
     * <ul>
     *   <li>WRITE_DELAY=0: a commit is written to the file before it returns, not half a second later, so that a process
     *       that is killed loses nothing it confirmed. What was under way is undone when the file is opened again.
     *   <li>REUSE_SPACE=FALSE: a commit is written behind all others, never into a place that came free. H2 finds its
     *       newest commit again from the end of the file or from a header that it writes after the commit, and not each
     *       time: where a place is written anew and the process is killed meanwhile, it can open at an older commit,
     *       and those behind it, long confirmed, are gone. CHECKPOINT SYNC does not help. Not for a database in memory:
     *       it has no file, and H2 fails to open it with this setting. See ADR 8.
     *   <li>DB_CLOSE_ON_EXIT=FALSE: the database closes after the platform has, not in a shutdown hook of its own that
     *       races with the last transactions.
     *   <li>QUERY_CACHE_SIZE=256: each connection keeps the plans of its statements. By default it keeps eight, and one act
     *       has more, so that each of them was parsed and planned anew each time.
     *   <li>TRACE_LEVEL_FILE=0: no file of its own beside the database, where errors quote the rows they are about.
     *   <li>MODE, DATABASE_TO_LOWER, DEFAULT_NULL_ORDERING: the SQL of PostgreSQL, so that there is one set of
     *       migrations.
     * </ul>
     */
    private static final String[][] H2_DEFAULTS = {
        {"MODE", "PostgreSQL"},
        {"DATABASE_TO_LOWER", "TRUE"},
        {"DEFAULT_NULL_ORDERING", "HIGH"},
        {"DB_CLOSE_ON_EXIT", "FALSE"},
        {"WRITE_DELAY", "0"},
        {REUSE_SPACE, "FALSE"},
        {"QUERY_CACHE_SIZE", "256"},
        {"TRACE_LEVEL_FILE", "0"},
    };

    Settings {
        if (!url.startsWith(H2) && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("url must begin with " + H2 + " or " + POSTGRESQL);
        }
        if (PASSWORD.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "url must not hold a password: give password.fichier or password.env beside it");
        }
        if (maxPool < 2) {
            throw new IllegalArgumentException("maxPool must be at least 2: migrations hold two connections");
        }
    }

    /** What the factory of the driver is given. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.put(DataSourceFactory.JDBC_URL, completeUrl());
        properties.put(DataSourceFactory.JDBC_USER, user.isEmpty() && url.startsWith(H2) ? "sa" : user);
        properties.put(DataSourceFactory.JDBC_PASSWORD, password.read().orElse(""));
        return properties;
    }

    /**
     * What each new connection is told: on PostgreSQL, to give up on a lock after ten seconds. Who waits longer waits for
     * an act that hangs.
     */
    Optional<String> connectionInitSql() {
        return url.startsWith(POSTGRESQL) ? Optional.of("set lock_timeout = '10s'") : Optional.empty();
    }

    private String completeUrl() {
        StringBuilder complete = new StringBuilder(url);
        String upper = url.toUpperCase(Locale.ROOT);
        if (url.startsWith(H2)) {
            for (String[] setting : H2_DEFAULTS) {
                boolean applies = !setting[0].equals(REUSE_SPACE) || !url.startsWith(H2_MEMORY);
                if (applies && !upper.contains(";" + setting[0] + "=")) {
                    complete.append(';').append(setting[0]).append('=').append(setting[1]);
                }
            }
        } else if (!upper.contains("LOGSERVERERRORDETAIL")) {
            // The detail of an error of the server quotes the row, names and all; exceptions end up in logs.
            complete.append(url.contains("?") ? '&' : '?').append("logServerErrorDetail=false");
        }
        return complete.toString();
    }

    /** Whether the database is a file that H2 keeps in this process. */
    boolean isH2File() {
        return url.startsWith(H2) && !url.startsWith(H2_MEMORY) && !url.startsWith(H2 + "tcp:");
    }

    /** The address without its parameters, which may hold a secret. */
    String place() {
        return url.split("[;?]", 2)[0];
    }

    @Override
    public String toString() {
        return "Settings[" + place() + "]";
    }
}
