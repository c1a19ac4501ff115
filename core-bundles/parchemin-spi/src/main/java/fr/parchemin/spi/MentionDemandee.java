package fr.parchemin.spi;

import java.time.LocalDate;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A mention and what a person holds on the day when it is asked for; it tells no name.
 *
 * @since 1.2
 */
@ProviderType
public interface MentionDemandee {

    /** The day for which the question is asked. */
    LocalDate le();

    /** Code of the certification. */
    String certification();

    /** Version of the référentiel, {@code x.y.z}. */
    String version();

    /** Code of the mention. */
    String mention();

    /** Codes of the certifications of this branch of which the whole certificate is obtained. */
    Set<String> certificats();

    /** Codes of the validated blocs of this référentiel. */
    Set<String> blocs();

    /** Codes of the prerequisites held and valid on that day. */
    Set<String> prerequis();

    /** Codes of the rights to practise held and valid on that day. */
    Set<String> titres();

    /** Months of practice shown, 0 when none is. */
    int experienceMois();

    /** Codes of the mentions already held on that day. */
    Set<String> mentions();
}
