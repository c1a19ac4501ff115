package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a certification does in a classification, with the article that says so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EffetCertification.Aucun.class, name = "AUCUN"),
    @JsonSubTypes.Type(value = EffetCertification.PlancherSiNiveauExige.class, name = "PLANCHER_SI_NIVEAU_EXIGE"),
    @JsonSubTypes.Type(value = EffetCertification.MinimumEmploiRepere.class, name = "MINIMUM_EMPLOI_REPERE"),
    @JsonSubTypes.Type(value = EffetCertification.Code.class, name = "CODE")
})
public sealed interface EffetCertification {

    /** Code of the classification it speaks of. */
    String classification();

    String article();

    LocalDate du();

    LocalDate au();

    Provenance provenance();

    default boolean isInForceOn(LocalDate day) {
        return (du() == null || !day.isBefore(du())) && (au() == null || !day.isAfter(au()));
    }

    /** The certificate gives no right to a class. */
    record Aucun(String classification, String article, LocalDate du, LocalDate au, Provenance provenance)
            implements EffetCertification {}

    /** Computed by a rule written in Java in the plugin of the branch. */
    record Code(String classification, String article, String nom, LocalDate du, LocalDate au, Provenance provenance)
            implements EffetCertification {}

    /**
     * No effect by itself; a lowest class only when the job offer itself requires a national level.
     *
     * @param niveaux level required by the offer to the key of the lowest position
     */
    record PlancherSiNiveauExige(
            String classification,
            String article,
            Map<String, String> niveaux,
            LocalDate du,
            LocalDate au,
            Provenance provenance)
            implements EffetCertification {
        public PlancherSiNiveauExige {
            niveaux = niveaux == null ? Map.of() : Map.copyOf(niveaux);
        }
    }

    /**
     * Access to emplois-repères, whose lowest position is due when the job is held.
     *
     * @param emplois codes of the emplois-repères
     */
    record MinimumEmploiRepere(
            String classification,
            String article,
            List<String> emplois,
            LocalDate du,
            LocalDate au,
            Provenance provenance)
            implements EffetCertification {
        public MinimumEmploiRepere {
            emplois = Listes.copy(emplois);
        }
    }
}
