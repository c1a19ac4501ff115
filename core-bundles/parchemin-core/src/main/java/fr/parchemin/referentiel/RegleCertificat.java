package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/** From blocs to the proposal for the certificate: the kinds of rule that a definition can name, composable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegleCertificat.TousBlocs.class, name = "TOUS_BLOCS"),
    @JsonSubTypes.Type(value = RegleCertificat.BlocsAuMoins.class, name = "BLOCS_AU_MOINS"),
    @JsonSubTypes.Type(value = RegleCertificat.MoyenneBlocs.class, name = "MOYENNE_BLOCS"),
    @JsonSubTypes.Type(value = RegleCertificat.DureeMaximale.class, name = "DUREE_MAXIMALE"),
    @JsonSubTypes.Type(value = RegleCertificat.Toutes.class, name = "TOUTES"),
    @JsonSubTypes.Type(value = RegleCertificat.AuMoins.class, name = "AU_MOINS"),
    @JsonSubTypes.Type(value = RegleCertificat.Code.class, name = "CODE")
})
public sealed interface RegleCertificat {

    Provenance provenance();

    /**
     * Every bloc.
     *
     * @param blocs the blocs that are asked, all when none is named
     */
    record TousBlocs(List<String> blocs, Provenance provenance) implements RegleCertificat {
        public TousBlocs {
            blocs = Listes.copy(blocs);
        }
    }

    /**
     * So many blocs, whichever.
     *
     * @param blocs the blocs among which, all when none is named. Blocs that are named are options: once as many were
     *     begun as are asked, those that were not are taken as not chosen
     */
    record BlocsAuMoins(int nombre, List<String> blocs, Provenance provenance) implements RegleCertificat {
        public BlocsAuMoins {
            blocs = Listes.copy(blocs);
        }
    }

    /**
     * The mean of the marks of the blocs has to reach the threshold.
     *
     * @param termes blocs with their weights; all of the référentiel, each of weight 1, when none is named
     * @param sur the scale that marks are brought to, 20 when left out
     * @param plancher mark under which no bloc may be, {@code null} for none
     * @param arrondi decimals that the mean is rounded to, half up, before it is compared; {@code null}: exact
     */
    record MoyenneBlocs(
            List<Terme> termes,
            BigDecimal sur,
            BigDecimal seuil,
            BigDecimal plancher,
            Integer arrondi,
            Provenance provenance)
            implements RegleCertificat {
        public MoyenneBlocs {
            termes = Listes.copy(termes);
            sur = sur == null ? NoteBloc.VINGT : sur;
        }
    }

    /** From the deposit of the file to the last mark there are so many months at most, last day included. */
    record DureeMaximale(int mois, Provenance provenance) implements RegleCertificat {}

    /** Every rule has to hold. */
    record Toutes(List<RegleCertificat> regles, Provenance provenance) implements RegleCertificat {
        public Toutes {
            regles = Listes.copy(regles);
        }
    }

    /** At least so many of the rules have to hold. */
    record AuMoins(int nombre, List<RegleCertificat> regles, Provenance provenance) implements RegleCertificat {
        public AuMoins {
            regles = Listes.copy(regles);
        }
    }

    /**
     * A rule that the engine does not know itself and hands to {@code fr.parchemin.evaluation.ReglesExternes}: the place
     * of a rule in code.
     */
    non-sealed interface Externe extends RegleCertificat {

        /** How the rule is called in the branch, as the evaluator of such rules knows it. */
        String nom();
    }

    /** A rule written in Java in the plugin of the branch. */
    record Code(String nom, Provenance provenance) implements Externe {}
}
