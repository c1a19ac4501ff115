package fr.parchemin.persistence.internal;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the schema to the version of this bundle. The scripts are listed by name: scanning a class path finds nothing in
 * a framework of bundles.
 */
final class Migrations {

    static final List<String> COMMON = List.of(
            "db/migration/V1__socle.sql",
            "db/migration/V3__echelles_et_passages.sql",
            "db/migration/V4__parametres.sql",
            "db/migration/V5__migrations_de_dossiers.sql",
            "db/migration/V7__identite.sql",
            "db/migration/V9__attributions.sql",
            "db/migration/V11__journal_enchaine.sql",
            "db/migration/V13_1__branche_de_chaque_ligne.sql",
            "db/migration/V13_2__personnes.sql",
            "db/migration/V17__identites_externes.sql",
            "db/migration/V18__listes.sql",
            "db/migration/V19__echanges.sql",
            "db/migration/V23__reponses_de_la_personne.sql");

    private static final String HISTORY = "historique_migration";

    private Migrations() {}

    /**
     * Runs what has not run yet, one node at a time; how many scripts that were.
     *
     * @param connections not those of the pool: a script sees the rows of all branches, and what lets it do so stays with
     *     the connection
     */
    static int migrate(DataSource connections, Engine engine) {
        ClassLoader own = Migrations.class.getClassLoader();
        // Flyway looks for its own parts through the loader of the thread, which knows nothing of this bundle.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            return Flyway.configure(own)
                    .dataSource(connections)
                    .initSql(engine.seeAll())
                    .table(HISTORY)
                    .locations(new String[0])
                    .resourceProvider(new Listed(of(engine)))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static List<String> of(Engine engine) {
        return Stream.concat(COMMON.stream(), engine.ownMigrations().stream()).toList();
    }

    private static final class Listed implements ResourceProvider {

        private final List<LoadableResource> scripts;

        Listed(List<String> names) {
            this.scripts = names.stream().<LoadableResource>map(Script::new).toList();
        }

        @Override
        public LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.getRelativePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream()
                    .filter(script -> script.getFilename().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {

        private final String path;
        private final URL url;

        Script(String path) {
            this.path = path;
            this.url = Migrations.class.getResource("/" + path);
            if (url == null) {
                throw new IllegalStateException("migration " + path + " is not in this bundle");
            }
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
