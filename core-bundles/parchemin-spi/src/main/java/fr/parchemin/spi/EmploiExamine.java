package fr.parchemin.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The employment in which a certificate is looked at. */
@ProviderType
public interface EmploiExamine {

    /** The day for which the question is asked. */
    LocalDate le();

    /** Code of the certification. */
    String certification();

    /** Version of the référentiel, {@code x.y.z}. */
    String version();

    /** Code of the classification of the effect. */
    String classification();

    /** Keys of its positions, in the order of the grid. */
    List<String> positions();

    /** National level that the job offer itself requires. */
    Optional<Integer> niveauExige();

    /** Codes of the emplois-repères held. */
    List<String> emplois();

    /** Coefficient already held, empty when unknown. */
    Optional<Integer> coefficientActuel();
}
