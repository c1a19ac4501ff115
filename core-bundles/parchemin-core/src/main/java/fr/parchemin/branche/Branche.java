package fr.parchemin.branche;

import fr.parchemin.referentiel.Equivalence;
import fr.parchemin.referentiel.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who a branch is, and what of its definition changes without a new version of a référentiel.
 *
 * @param couleurSecondaire {@code null} when it has none
 * @param logo picture as a {@code data:} address, checked to be a picture and nothing else; {@code null} when it has none
 * @param autresConventions conventions that it covers beside its own
 */
public record Branche(
        String code,
        String nom,
        Convention convention,
        Organe cpne,
        List<Certificateur> certificateurs,
        Organe opco,
        String couleur,
        String couleurSecondaire,
        String logo,
        List<Convention> autresConventions,
        Contact contact,
        Numerotation numerotation,
        Signataire signataire,
        List<Equivalence> equivalences,
        List<Agrement> agrements,
        List<Financement> financement) {

    /**
     * The convention collective.
     *
     * @param idcc identifiant de convention collective, four digits
     * @param brochure number of the brochure of the Journal officiel: another series, never to be mixed with the IDCC
     */
    public record Convention(String idcc, String brochure, String intitule, Provenance provenance) {}

    /** A body of the branch; all but its name may be {@code null}. */
    public record Organe(String nom, String siret, String site, String courriel, String role, Provenance provenance) {

        /** One of which only the name is known. */
        public Organe(String nom, Provenance provenance) {
            this(nom, null, null, null, null, provenance);
        }
    }

    /** An owner of the certifications; {@code siret} is {@code null} for a body without legal personality. */
    public record Certificateur(String nom, String siret, List<Accreditation> accreditations, Provenance provenance) {

        public Certificateur {
            accreditations = accreditations == null ? List.of() : List.copyOf(accreditations);
        }

        /** One without accreditation. */
        public Certificateur(String nom, String siret, Provenance provenance) {
            this(nom, siret, List.of(), provenance);
        }
    }

    /** An accreditation under a standard; {@code au} is the last day, {@code null} when open. */
    public record Accreditation(
            String norme, String organisme, String numero, LocalDate du, LocalDate au, Provenance provenance) {

        public boolean isActiveOn(LocalDate day) {
            return !day.isBefore(du) && (au == null || !day.isAfter(au));
        }
    }

    /** How to reach the branch; all of it may be {@code null}. */
    public record Contact(String courriel, String site, String telephone, String adresse, Provenance provenance) {

        /** One with neither telephone nor address. */
        public Contact(String courriel, String site) {
            this(courriel, site, null, null, null);
        }
    }

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
        certificateurs = copy(certificateurs);
        autresConventions = copy(autresConventions);
        equivalences = copy(equivalences);
        agrements = copy(agrements);
        financement = copy(financement);
    }

    /** One with nothing of what few branches say. */
    public Branche(
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
        this(
                code,
                nom,
                convention,
                cpne,
                certificateurs,
                opco,
                couleur,
                null,
                null,
                List.of(),
                contact,
                numerotation,
                signataire,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with its logo. */
    public Branche withLogo(String address) {
        return new Branche(
                code,
                nom,
                convention,
                cpne,
                certificateurs,
                opco,
                couleur,
                couleurSecondaire,
                address,
                autresConventions,
                contact,
                numerotation,
                signataire,
                equivalences,
                agrements,
                financement);
    }

    /** The same with what may be adjusted without a new definition. */
    public Branche adjusted(String image, Contact reach, Signataire signs, List<Financement> amounts) {
        return new Branche(
                code,
                nom,
                convention,
                cpne,
                certificateurs,
                opco,
                couleur,
                couleurSecondaire,
                image,
                autresConventions,
                reach,
                numerotation,
                signs,
                equivalences,
                agrements,
                amounts);
    }

    private static <T> List<T> copy(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** The standards under which a certificateur is accredited on that day. */
    public Set<String> accreditations(LocalDate day) {
        return certificateurs.stream()
                .flatMap(c -> c.accreditations().stream())
                .filter(a -> a.isActiveOn(day))
                .map(Accreditation::norme)
                .collect(Collectors.toSet());
    }

    /** The first approval without which no file of the certification opens on that day, when one is not held. */
    public Optional<Agrement> missingAgrement(String certification, LocalDate day) {
        return agrements.stream()
                .filter(a -> a.certification().equals(certification) && a.bloqueOuverture() && !a.isHeldOn(day))
                .findFirst();
    }
}
