package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the blocs come to for the certificate. The definition names it as the rule of the référentiel: {@code regle: {type:
 * CODE, nom: nom}}.
 *
 * <p>Called each time a proposal is made, once each bloc has its own. The jury is sovereign: when it validates every bloc
 * the certificate is obtained, whatever the rule says. <b>When it fails:</b> no proposal for the certificate, nothing is
 * awaited for it, and the jury decides.
 */
@ConsumerType
public non-sealed interface RegleAttribution extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param blocs the case, never {@code null}
     * @return never {@code null}
     */
    Conclusion conclure(BlocsConclus blocs);

    /** A rule made of a name and a function, for instance a lambda. */
    static RegleAttribution of(String nom, Function<BlocsConclus, Conclusion> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new RegleAttribution() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public Conclusion conclure(BlocsConclus blocs) {
                return fonction.apply(blocs);
            }
        };
    }
}
