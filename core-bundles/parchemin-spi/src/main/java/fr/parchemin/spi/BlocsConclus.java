package fr.parchemin.spi;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What is proposed for each bloc of one candidate. */
@ProviderType
public interface BlocsConclus {

    /** Code of the certification. */
    String certification();

    /** Version of the référentiel, {@code x.y.z}. */
    String version();

    /** By code of bloc: {@code VALIDE}, {@code NON_VALIDE}, {@code INDETERMINE} or {@code DIVERGENT}. */
    Map<String, String> blocs();

    /** Codes of the prerequisites held and valid on the day of the last mark. */
    Set<String> attestations();
}
