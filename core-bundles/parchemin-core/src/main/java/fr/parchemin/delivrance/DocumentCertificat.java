package fr.parchemin.delivrance;

import fr.parchemin.candidature.Candidat;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * All that a paper says, as it was issued. Nothing is looked up when the paper is made, so that a duplicata does not
 * depend on what has changed since.
 *
 * <p>What may be absent here because one paper can do without it ({@code delivreLe} on the relevé of a partial
 * validation, say) is still asked for by the paper that needs it: see {@link DocumentImpossible}.
 *
 * @param numero number of the certificate, {@code null} on a relevé after a partial validation
 * @param natureCertificat what the paper is, for example « Certificat de qualification paritaire de la métallurgie »
 * @param sigle short name of its nature, for example CQPM; may be {@code null}
 * @param intitule title of the certification, exactly as it was decided or registered
 * @param branche name of the branch
 * @param couleur accent colour, {@code #rrggbb}; {@code null} for the sober default
 * @param logo picture of the branch as a {@code data:} address, admitted by {@link fr.parchemin.branche.Logo}; {@code null}
 *     when it had none, and in what was issued before it was kept
 * @param contact how to reach the branch; {@code null} when it did not say, and in what was issued before it was kept
 * @param certificateurs legal persons in whose name the certificate is issued, in the order of printing
 * @param titulaire full name of the holder as printed, without civility
 * @param sexe what « né » or « née » agrees with; {@code null} in what was issued before it was kept
 * @param delivreLe day of delivery; {@code null} when nothing was delivered yet
 * @param lieu place of delivery; {@code null} when nothing was delivered yet
 * @param dateJury day of the deliberation
 * @param mentions lines that the branch adds, in the order of printing; none under a registration, whose mentions are laid
 *     down by law
 * @param blocs all blocs of the certification, validated or not, in the order of the référentiel
 * @param effet effect on the classification, printed on the relevé that goes with a certificate; {@code null} if the
 *     branch says nothing
 * @param empreinte hash of the snapshot of the référentiel
 * @param adresseVerification whole address that the QR code carries; may be {@code null} on a relevé after a partial
 *     validation
 * @param codeVerification code that can be typed instead; may be {@code null} on a relevé after a partial validation
 */
public record DocumentCertificat(
        String numero,
        String natureCertificat,
        String sigle,
        String intitule,
        String branche,
        String couleur,
        String logo,
        Contact contact,
        List<Certificateur> certificateurs,
        String titulaire,
        Candidat.Sexe sexe,
        LocalDate dateNaissance,
        String lieuNaissance,
        LocalDate delivreLe,
        String lieu,
        LocalDate dateJury,
        Enregistrement enregistrement,
        List<String> mentions,
        List<LigneBloc> blocs,
        EffetLigne effet,
        Signataire signataire,
        String empreinte,
        String versionReferentiel,
        String adresseVerification,
        String codeVerification) {

    private static final Pattern COULEUR = Pattern.compile("#[0-9a-fA-F]{6}");

    public DocumentCertificat {
        Objects.requireNonNull(natureCertificat, "natureCertificat");
        Objects.requireNonNull(intitule, "intitule");
        Objects.requireNonNull(branche, "branche");
        if (couleur != null && !COULEUR.matcher(couleur).matches()) {
            throw new IllegalArgumentException("couleur is not #rrggbb: " + couleur);
        }
        certificateurs = List.copyOf(certificateurs);
        Objects.requireNonNull(titulaire, "titulaire");
        Objects.requireNonNull(dateNaissance, "dateNaissance");
        Objects.requireNonNull(lieuNaissance, "lieuNaissance");
        Objects.requireNonNull(dateJury, "dateJury");
        Objects.requireNonNull(enregistrement, "enregistrement");
        // What was issued before they were kept has none.
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        blocs = List.copyOf(blocs);
        Objects.requireNonNull(signataire, "signataire");
        Objects.requireNonNull(empreinte, "empreinte");
        Objects.requireNonNull(versionReferentiel, "versionReferentiel");
    }

    /** What the certification is to France compétences. */
    public enum Statut {
        /** Transmitted only: the paper shows neither registration nor level. */
        TRANSMIS,
        /** Registered at the répertoire national des certifications professionnelles. */
        RNCP,
        /** Registered at the répertoire spécifique, which knows no level. */
        RS
    }

    /**
     * A legal person that certifies.
     *
     * @param nom legal name
     * @param nomCommercial trade name, {@code null} if there is none
     * @param siret {@code null} if it has none
     */
    public record Certificateur(String nom, String nomCommercial, String siret) {
        public Certificateur {
            Objects.requireNonNull(nom, "nom");
        }
    }

    /**
     * The registration under which the certificate was issued. Everything but the status is {@code null} (or empty)
     * where it does not apply.
     *
     * @param code for example RNCP35282
     * @param niveau 1 to 8, the same in the national and in the European framework
     * @param dateDecision date of the decision of the directeur général de France compétences
     * @param nsf codes of the nomenclature des spécialités de formation
     */
    public record Enregistrement(Statut statut, String code, Integer niveau, LocalDate dateDecision, List<String> nsf) {
        public Enregistrement {
            Objects.requireNonNull(statut, "statut");
            if (niveau != null && (niveau < 1 || niveau > 8)) {
                throw new IllegalArgumentException("niveau is not between 1 and 8: " + niveau);
            }
            nsf = List.copyOf(nsf);
        }
    }

    /**
     * One bloc de compétences and what became of it.
     *
     * @param acquisLe day on which it was acquired, {@code null} unless {@code valide}
     * @param valideJusquAu last day of its validity, {@code null} when it is acquired for life or not acquired
     * @param competences titles of its competences
     */
    public record LigneBloc(
            String code,
            String intitule,
            boolean valide,
            LocalDate acquisLe,
            LocalDate valideJusquAu,
            List<String> competences) {
        public LigneBloc {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(intitule, "intitule");
            if (valide) {
                Objects.requireNonNull(acquisLe, "acquisLe");
            }
            competences = List.copyOf(competences);
        }
    }

    /**
     * Effect on the classification of the convention collective, in one line.
     *
     * @param libelle for example « Aucun effet par lui-même »
     * @param article for example « art. 62.5 »; may be {@code null}
     * @param reference text that the article belongs to; may be {@code null}
     */
    public record EffetLigne(String libelle, String article, String reference) {
        public EffetLigne {
            Objects.requireNonNull(libelle, "libelle");
        }
    }

    /** How to reach the branch, as it said on the day; each may be {@code null}. */
    public record Contact(String courriel, String telephone, String site, String adresse) {}

    /**
     * Who signs.
     *
     * @param nom {@code null} when the place is left to the hand
     */
    public record Signataire(String qualite, String nom) {
        public Signataire {
            Objects.requireNonNull(qualite, "qualite");
        }
    }
}
