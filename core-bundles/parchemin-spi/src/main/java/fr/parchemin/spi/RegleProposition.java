package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the marks of a bloc come to. The definition names it wherever a rule of a bloc may stand, alone or among others:
 * {@code type: CODE, nom: nom}.
 *
 * <p>Called each time a proposal is made, whether or not all marks are in. <b>When it fails:</b> no proposal for what
 * depends on it; the épreuves of the bloc not marked yet are awaited, none other, and the jury decides with a reason.
 */
@ConsumerType
public non-sealed interface RegleProposition extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param bloc the case, never {@code null}
     * @return never {@code null}
     */
    Conclusion conclure(BlocEvalue bloc);

    /** A rule made of a name and a function, for instance a lambda. */
    static RegleProposition of(String nom, Function<BlocEvalue, Conclusion> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new RegleProposition() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public Conclusion conclure(BlocEvalue bloc) {
                return fonction.apply(bloc);
            }
        };
    }
}
