package fr.parchemin.referentiel;

import java.time.LocalDate;
import java.util.List;

/**
 * What is added to a certificate: an option, a speciality, a scope, a further certificate.
 *
 * @param groupe code of the group that bounds how many a person holds, {@code null} when none does
 * @param blocs blocs of this référentiel that have to be validated
 * @param prerequis prerequisites that have to be held
 * @param titres rights to practise that have to be held
 * @param experienceMois months of practice, {@code null} when none are asked for
 * @param certificat certificate that has to be obtained, {@code null} for that of this référentiel
 * @param exclut mentions that nobody holds together with it
 * @param inclut for a scope, those that it includes and supersedes
 * @param perteEmporteInclus whether losing it loses what it includes
 * @param emplacement where it stands, {@code null} to follow the type and the registration
 * @param validiteMois months from its granting, {@code null} without end
 * @param norme for a conformity, the standard
 * @param regle name of the rule in code that is asked in addition, {@code null} when there is none
 * @param codeRs for a linked certification, its code; {@code null} when unknown
 * @param du first day on which it is granted, {@code null} when open
 * @param au last day, included
 */
public record Mention(
        String code,
        String intitule,
        Type type,
        String groupe,
        List<String> blocs,
        List<String> prerequis,
        List<String> titres,
        Integer experienceMois,
        Reference certificat,
        List<String> exclut,
        List<String> inclut,
        boolean perteEmporteInclus,
        Emplacement emplacement,
        Integer validiteMois,
        List<String> renouvellement,
        String norme,
        String regle,
        String codeRs,
        String publicExclu,
        String effetConventionnel,
        String base,
        LocalDate du,
        LocalDate au,
        Provenance provenance) {

    /** The eight things that the word means. */
    public enum Type {
        /** Chosen at entry, part of the title. */
        OPTION_CONSTITUTIVE,
        /** After the certificate, worth more in the convention. */
        OPTION_VALORISANTE,
        /** A certificate of its own, after the main one. */
        CERTIFICAT_COMPLEMENTAIRE,
        /** Registered apart in the répertoire spécifique. */
        CERTIFICATION_RS_LIEE,
        /** Certified apart from the others. */
        SPECIALITE,
        /** A scope that includes another. */
        NIVEAU_MENTION,
        /** A property of the scheme, not of the person. */
        CONFORMITE_NORME,
        /** A rule of the State between two dates. */
        PREROGATIVE_DATEE;

        /** Whether it presupposes a certificate already obtained. */
        public boolean followsCertificate() {
            return this == OPTION_VALORISANTE || this == CERTIFICAT_COMPLEMENTAIRE || this == CERTIFICATION_RS_LIEE;
        }
    }

    /** Where a mention stands. */
    public enum Emplacement {
        CERTIFICAT,
        ATTESTATION_ANNEXE,
        REGISTRE_SEUL
    }

    public Mention {
        blocs = Listes.copy(blocs);
        prerequis = Listes.copy(prerequis);
        titres = Listes.copy(titres);
        exclut = Listes.copy(exclut);
        inclut = Listes.copy(inclut);
        renouvellement = Listes.copy(renouvellement);
    }

    public boolean isGrantedOn(LocalDate day) {
        return (du == null || !day.isBefore(du)) && (au == null || !day.isAfter(au));
    }
}
