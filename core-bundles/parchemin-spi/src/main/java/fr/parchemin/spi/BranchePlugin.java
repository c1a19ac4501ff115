package fr.parchemin.spi;

import java.net.URL;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a branche professionnelle contributes to the platform: one document.
 *
 * <p>Register exactly one service of this type per plugin bundle, as a Declarative Services component, with the service
 * property {@link #CODE}. Nothing else has to run when the bundle starts: the platform fetches the document, validates
 * it against the JSON Schema shipped beside this type ({@link #SCHEMA}), proves it on its own golden cases, keeps a
 * snapshot of each référentiel version, and only then admits the branch.
 *
 * <p><b>Who calls:</b> the registry of branches, once each time the service appears, on a thread of its own; never while
 * a request is served. <b>When the service goes:</b> the platform drops every reference to it; files in course keep the
 * snapshot they started with.
 */
@ConsumerType
public interface BranchePlugin {

    /**
     * Name of the service property that carries the code of the branch (a {@code String}, required, the same as {@code
     * code} in the document; shape {@code ^[a-z][a-z0-9-]{1,39}$}). A service without it is shown as in error.
     */
    String CODE = "parchemin.branche";

    /** Where the JSON Schema (draft 2020-12) of the document lies in this bundle, as a class path resource. */
    String SCHEMA = "/fr/parchemin/spi/schema/branche.schema.json";

    /**
     * Where the definition of the branch is to be read.
     *
     * @return the address of {@code branche.yaml} (UTF-8), never {@code null}; the further files that it names are read
     *     relative to this address. Usually {@code getClass().getResource("/branche.yaml")}. An exception, or a {@code
     *     null}, puts the branch in error and touches nothing else.
     */
    URL definition();
}
