package fr.parchemin.migration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Port: the migrations that were done. */
public interface MigrationsFaites {

    /** Those of a file, oldest first, the undone ones included. */
    List<Migration> of(UUID candidature);

    void add(Migration migration);

    /** Keeps by whom and when it was undone. */
    void update(Migration migration);

    /** How many files that no jury has closed stand on each version of a certification. */
    Map<String, Long> openFiles(String branche, String certification);
}
