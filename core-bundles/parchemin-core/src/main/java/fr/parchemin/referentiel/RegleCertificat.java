package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** From blocs to the certificate. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegleCertificat.TousBlocs.class, name = "TOUS_BLOCS"),
    @JsonSubTypes.Type(value = RegleCertificat.BlocsAuMoins.class, name = "BLOCS_AU_MOINS"),
    @JsonSubTypes.Type(value = RegleCertificat.Code.class, name = "CODE")
})
public sealed interface RegleCertificat {

    Provenance provenance();

    /** How many validated blocs, out of so many, make the certificate. */
    int required(int blocs);

    /** Every bloc. */
    record TousBlocs(Provenance provenance) implements RegleCertificat {
        @Override
        public int required(int blocs) {
            return blocs;
        }
    }

    /** So many blocs, whichever. */
    record BlocsAuMoins(int nombre, Provenance provenance) implements RegleCertificat {
        @Override
        public int required(int blocs) {
            return nombre;
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

    /** A rule written in Java in the plugin of the branch; a jury is read on its blocs, all of them. */
    record Code(String nom, Provenance provenance) implements Externe {
        @Override
        public int required(int blocs) {
            return blocs;
        }
    }
}
