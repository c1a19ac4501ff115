package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whether a document presented for a prerequisite is in order, beyond what its other keys say (a check digit, say). The
 * definition names it in a prerequisite of any other type: {@code regle: nom}.
 *
 * <p>Called when somebody records the prerequisite as met, after the checks of the platform. <b>When it fails:</b> the
 * record is kept, marked as not checked by the rule.
 */
@ConsumerType
public non-sealed interface ReglePrerequis extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param piece the case, never {@code null}
     * @return never {@code null}
     */
    Avis examiner(PiecePresentee piece);

    /** A rule made of a name and a function, for instance a lambda. */
    static ReglePrerequis of(String nom, Function<PiecePresentee, Avis> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new ReglePrerequis() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public Avis examiner(PiecePresentee piece) {
                return fonction.apply(piece);
            }
        };
    }
}
