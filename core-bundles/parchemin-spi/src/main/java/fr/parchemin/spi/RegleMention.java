package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whether a mention may be granted, beyond what its other keys say. The definition names it in a mention of any type:
 * {@code regle: nom}.
 *
 * <p>Called each time the mentions of a person are reckoned, once every other condition of the mention is met; never for
 * one that is already held, or included in a wider one. <b>When it fails:</b> the mention is said not to be calculated, with
 * the reason, and is not granted; nothing else of the file waits for it.
 *
 * @since 1.2
 */
@ConsumerType
public non-sealed interface RegleMention extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param demande the case, never {@code null}
     * @return {@link Avis.Favorable} if the mention may be granted; never {@code null}
     */
    Avis examiner(MentionDemandee demande);

    /** A rule made of a name and a function, for instance a lambda. */
    static RegleMention of(String nom, Function<MentionDemandee, Avis> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new RegleMention() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public Avis examiner(MentionDemandee demande) {
                return fonction.apply(demande);
            }
        };
    }
}
