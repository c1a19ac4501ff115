package fr.parchemin.branche;

import fr.parchemin.referentiel.Provenance;
import java.util.List;

/** Who a branch is, as its definition says. */
public record Branche(
        String code,
        String nom,
        Convention convention,
        Organe cpne,
        List<Certificateur> certificateurs,
        Organe opco,
        String couleur,
        Contact contact,
        Numerotation numerotation,
        Signataire signataire) {

    /**
     * The convention collective.
     *
     * @param idcc identifiant de convention collective, four digits
     * @param brochure number of the brochure of the Journal officiel: another series, never to be mixed with the IDCC
     */
    public record Convention(String idcc, String brochure, String intitule, Provenance provenance) {}

    /** A body of the branch. */
    public record Organe(String nom, Provenance provenance) {}

    /** An owner of the certifications; {@code siret} is {@code null} for a body without legal personality. */
    public record Certificateur(String nom, String siret, Provenance provenance) {}

    /** How to reach the branch. */
    public record Contact(String courriel, String site) {}

    /** How its certificates are numbered; {@code regle} names a rule in code, {@code null} when there is none. */
    public record Numerotation(String prefixe, String regle) {

        /** The numbers of the platform, prefix, year and rank. */
        public Numerotation(String prefixe) {
            this(prefixe, null);
        }
    }

    /** Who signs its certificates; {@code nom} is {@code null} until the branch says. */
    public record Signataire(String qualite, String nom) {}

    public Branche {
        certificateurs = certificateurs == null ? List.of() : List.copyOf(certificateurs);
    }
}
