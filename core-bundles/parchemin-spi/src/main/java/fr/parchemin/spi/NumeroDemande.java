package fr.parchemin.spi;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** A certificate that is to be numbered. */
@ProviderType
public interface NumeroDemande {

    /** Day of the delivery. */
    LocalDate le();

    /** Prefix of the branch, with which the number begins. */
    String prefixe();

    /** From 1, one more for each certificate of the branch and year: no hole, no double. */
    long rang();

    /** Code of the certification. */
    String certification();

    /** Version of the référentiel, {@code x.y.z}. */
    String version();
}
