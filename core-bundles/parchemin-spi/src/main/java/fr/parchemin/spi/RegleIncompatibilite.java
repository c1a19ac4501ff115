package fr.parchemin.spi;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whether a member of a jury may sit for a candidate; {@link Avis.Defavorable} keeps the member out. The definition names
 * it among the incompatibilities of the jury: {@code type: CODE, nom: nom, effet: EXCLU} or {@code SANS_VOTE}.
 *
 * <p>Called for each member when a file is put before a jury, and again when the jury decides. <b>When it fails:</b> the
 * act is refused and can be tried again: a decision by a jury wrongly composed would be void.
 */
@ConsumerType
public non-sealed interface RegleIncompatibilite extends RegleEnCode {

    /**
     * Answers for one case; see {@link RegleEnCode} for thread, time and failure.
     *
     * @param membre the case, never {@code null}
     * @return never {@code null}
     */
    Avis examiner(MembreEtCandidat membre);

    /** A rule made of a name and a function, for instance a lambda. */
    static RegleIncompatibilite of(String nom, Function<MembreEtCandidat, Avis> fonction) {
        Objects.requireNonNull(nom);
        Objects.requireNonNull(fonction);
        return new RegleIncompatibilite() {
            @Override
            public String nom() {
                return nom;
            }

            @Override
            public Avis examiner(MembreEtCandidat membre) {
                return fonction.apply(membre);
            }
        };
    }
}
