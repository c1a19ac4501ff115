package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a certification does in a classification. The definition names it as an effect: {@code type: CODE, nom: nom}.
 *
 * <p>Called each time the effect is asked for or printed. <b>When it fails:</b> the effect is said not to be computed,
 * with the article that the definition cites.
 */
@ConsumerType
public non-sealed interface RegleClassification extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param emploi the case, never {@code null}
     * @return never {@code null}
     */
    EffetPropose calculer(EmploiExamine emploi);

    /** A rule made of a name and a function, for instance a lambda. */
    static RegleClassification of(String nom, Function<EmploiExamine, EffetPropose> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new RegleClassification() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public EffetPropose calculer(EmploiExamine emploi) {
                return fonction.apply(emploi);
            }
        };
    }
}
