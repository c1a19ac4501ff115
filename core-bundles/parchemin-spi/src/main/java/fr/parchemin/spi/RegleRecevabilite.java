package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whether a file meets a condition of access that the platform can establish by itself. The definition names it in a
 * prerequisite: {@code type: CODE, regle: nom}.
 *
 * <p>Called when the file is submitted, and again each time somebody has the prerequisite checked. <b>When it fails:</b>
 * the prerequisite stays to be checked, the journal of the file says why, and the secretariat may establish it by hand.
 */
@ConsumerType
public non-sealed interface RegleRecevabilite extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param dossier the case, never {@code null}
     * @return never {@code null}
     */
    Avis examiner(DossierDepose dossier);

    /** A rule made of a name and a function, for instance a lambda. */
    static RegleRecevabilite of(String nom, Function<DossierDepose, Avis> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new RegleRecevabilite() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public Avis examiner(DossierDepose dossier) {
                return fonction.apply(dossier);
            }
        };
    }
}
