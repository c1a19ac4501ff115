package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** From blocs to the certificate. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegleCertificat.TousBlocs.class, name = "TOUS_BLOCS"),
    @JsonSubTypes.Type(value = RegleCertificat.BlocsAuMoins.class, name = "BLOCS_AU_MOINS")
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
}
