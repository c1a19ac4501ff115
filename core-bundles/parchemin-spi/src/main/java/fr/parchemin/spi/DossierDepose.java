package fr.parchemin.spi;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** A file as it is submitted. It tells no name: a condition of access does not hang on who one is. */
@ProviderType
public interface DossierDepose {

    /** The day for which the question is asked. */
    LocalDate le();

    /** Code of the certification. */
    String certification();

    /** Version of the référentiel, {@code x.y.z}. */
    String version();

    /** Way in, one of {@code voies} in the definition, for instance {@code FORMATION}. */
    String voie();

    LocalDate dateNaissance();

    /** Name of the training body, empty for a candidat libre. */
    Optional<String> organisme();

    /** Name of the employer, empty when there is none. */
    Optional<String> entreprise();

    /** Codes of the prerequisites held on that day. */
    Set<String> prerequisDetenus();
}
