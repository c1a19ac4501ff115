package fr.parchemin.depot.internal;

import java.nio.file.Path;
import java.util.List;

/** What became, in the framework, of a jar of the drop folder. */
interface Extensions {

    Constat of(Path jar);

    /** How a jar stands. */
    sealed interface Constat {

        /** The framework is still starting: nothing can be said yet. */
        record TropTot() implements Constat {}

        /** No bundle was installed from it. */
        record NonInstallee() implements Constat {}

        /** Installed, does not start; {@code manques} are the requirements that nothing meets, as far as can be told. */
        record Arretee(List<String> manques) implements Constat {}

        /** Started, and offers no branch. */
        record SansBranche() implements Constat {}

        /** Started, and offers a branch; {@code code} is {@code null} when its service does not say it. */
        record EnService(String code) implements Constat {}
    }
}
