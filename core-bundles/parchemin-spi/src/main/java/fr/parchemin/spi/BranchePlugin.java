package fr.parchemin.spi;

import java.net.URL;
import java.util.List;
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

    /**
     * The rules written in Java, for what the definition cannot say; none by default.
     *
     * @return rules that the definition names, each of them and no other; read once when the branch is admitted, within 2 s,
     *     on a thread kept for this branch. A {@code null}, an exception, a rule that the definition does not name or a name
     *     without a rule puts the branch in error. The platform drops every rule when the service goes.
     * @since 1.1
     */
    default List<RegleEnCode> regles() {
        return List.of();
    }
}
