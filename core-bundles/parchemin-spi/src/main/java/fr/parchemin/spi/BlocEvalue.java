package fr.parchemin.spi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The marks of one bloc of one candidate. */
@ProviderType
public interface BlocEvalue {

    /** Code of the certification. */
    String certification();

    /** Version of the référentiel, {@code x.y.z}. */
    String version();

    /** Code of the bloc. */
    String bloc();

    /** Every grid filled so far for the épreuves of the bloc, in the order of épreuve then évaluateur. */
    List<Grille> grilles();

    /** Codes of the prerequisites held and valid on the day of the last mark. */
    Set<String> attestations();

    /** The grid of one évaluateur for one épreuve. */
    @ProviderType
    interface Grille {

        /** Code of the épreuve. */
        String epreuve();

        /** Which évaluateur: 1, 2 … in an order of its own, the same person keeps the same number within the bloc. */
        int evaluateur();

        /** From 1; more when the épreuve was sat again. */
        int passage();

        /** Whether the candidate sat; an absence is not a failure. */
        boolean present();

        /** By code of criterion, as kept: {@code ACQUIS}, {@code NON_ACQUIS}, {@code NON_OBSERVE}, or points such as {@code 12.5}. */
        Map<String, String> notes();

        /** The marks in points only, by code of criterion. */
        Map<String, BigDecimal> points();
    }
}
