package fr.parchemin.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** A member of a jury and those to whom a candidate is tied; not the candidate. */
@ProviderType
public interface MembreEtCandidat {

    /** Day of the session. */
    LocalDate le();

    /** Name of the member. */
    String nom();

    /** Code of the collège of the member. */
    String college();

    /** Who employs the member. */
    Optional<String> employeur();

    /** Years of practice of the member, empty when not shown. */
    Optional<Integer> pratiqueAnnees();

    /** Names of those who mark the candidate. */
    Set<String> evaluateurs();

    /** Names of the trainers of the candidate. */
    List<String> formateurs();

    /** Employer of the candidate. */
    Optional<String> entreprise();

    /** Training body of the candidate. */
    Optional<String> organisme();
}
