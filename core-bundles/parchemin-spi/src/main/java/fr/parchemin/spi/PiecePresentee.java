package fr.parchemin.spi;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A document presented for a prerequisite. */
@ProviderType
public interface PiecePresentee {

    /** The day on which it is presented. */
    LocalDate le();

    /** Code of the certification. */
    String certification();

    /** Version of the référentiel, {@code x.y.z}. */
    String version();

    /** Code of the prerequisite. */
    String prerequis();

    /** Its number as it was typed, idle spaces taken out. */
    Optional<String> numero();

    Optional<LocalDate> delivreLe();

    /** Its last day, given or computed; empty when it does not lapse. */
    Optional<LocalDate> valideJusquAu();

    /** Birth date of the candidate. */
    LocalDate dateNaissance();
}
