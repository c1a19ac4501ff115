package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The number of a certificate. The definition names it in the numbering of the branch: {@code numerotation: {prefixe: …,
 * regle: nom}}. The number begins with the prefix and a hyphen, has at most 32 capitals, digits and single hyphens, and
 * no other certificate bears it; make it from {@link NumeroDemande#rang()}, which is given once.
 *
 * <p>Called when a certificate is delivered. <b>When it fails:</b> nothing is delivered, nothing is lost, not even the
 * rank; the delivery can be tried again.
 */
@ConsumerType
public non-sealed interface RegleNumerotation extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param demande the case, never {@code null}
     * @return never {@code null}
     */
    String numeroter(NumeroDemande demande);

    /** A rule made of a name and a function, for instance a lambda. */
    static RegleNumerotation of(String nom, Function<NumeroDemande, String> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new RegleNumerotation() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public String numeroter(NumeroDemande demande) {
                return fonction.apply(demande);
            }
        };
    }
}
