package fr.parchemin.referentiel;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the mark of a bloc is reckoned: the weighted mean of its terms.
 *
 * @param sur the scale that terms are brought to, 20 when left out
 */
public record NoteBloc(List<Terme> termes, BigDecimal sur, Provenance provenance) {

    /** The scale of marks in France. */
    static final BigDecimal VINGT = BigDecimal.valueOf(20);

    public NoteBloc {
        termes = Listes.copy(termes);
        sur = sur == null ? VINGT : sur;
    }
}
