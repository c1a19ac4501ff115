package fr.parchemin.referentiel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A certification of a branch.
 *
 * @param sousTitre printed nowhere, shown under the title; {@code null} when there is none
 * @param sigle how the branch calls it (CQPM, TFP …), {@code null} for the name of its type
 * @param nomComplet the sigle spelled out, as printed on the certificate
 * @param codeBranche permanent code in the branch, {@code null} when it has none
 * @param emploi emploi cible
 * @param niveau national level 1 to 8, {@code null} when the State recognises none
 * @param nsf codes of the nomenclature des spécialités de formation
 * @param rome codes of the répertoire opérationnel des métiers et des emplois
 * @param cycleDeVie {@code null} for a certificate acquired for life
 * @param sessions {@code null} when nothing is asked
 * @param biensLies what the certification of a person is bound to
 */
public record Certification(
        String code,
        String intitule,
        String sousTitre,
        List<String> alias,
        Type type,
        String sigle,
        String nomComplet,
        String codeBranche,
        String emploi,
        Integer niveau,
        List<String> nsf,
        List<String> rome,
        List<String> formacodes,
        List<Enregistrement> enregistrements,
        List<Voie> voies,
        List<Prerequis> prerequis,
        CycleDeVie cycleDeVie,
        Sessions sessions,
        List<BienLie> biensLies,
        Provenance provenance) {

    /** Kinds of certification. */
    public enum Type {
        CQP,
        CQPI,
        TFP,
        CCC,
        CERTIFICAT_PERSONNE
    }

    public Certification {
        alias = Listes.copy(alias);
        nsf = Listes.copy(nsf);
        rome = Listes.copy(rome);
        formacodes = Listes.copy(formacodes);
        biensLies = Listes.copy(biensLies);
        enregistrements = Listes.copy(enregistrements);
        voies = Listes.copy(voies);
        prerequis = Listes.copy(prerequis);
    }

    /** One with nothing of what few branches say. */
    public Certification(
            String code,
            String intitule,
            List<String> alias,
            Type type,
            String sigle,
            String nomComplet,
            String codeBranche,
            String emploi,
            Integer niveau,
            List<String> nsf,
            List<Enregistrement> enregistrements,
            List<Voie> voies,
            List<Prerequis> prerequis,
            Provenance provenance) {
        this(
                code,
                intitule,
                null,
                alias,
                type,
                sigle,
                nomComplet,
                codeBranche,
                emploi,
                niveau,
                nsf,
                List.of(),
                List.of(),
                enregistrements,
                voies,
                prerequis,
                null,
                null,
                List.of(),
                provenance);
    }

    /** The name by which people call the kind of certificate. */
    public String designation() {
        if (sigle != null) {
            return sigle;
        }
        return type == Type.CERTIFICAT_PERSONNE ? "Certificat de personne" : type.name();
    }

    public Optional<Prerequis> prerequis(String prerequisCode) {
        return prerequis.stream().filter(p -> p.code().equals(prerequisCode)).findFirst();
    }

    /** The registration in force on that day. */
    public Optional<Enregistrement> enregistrement(LocalDate day) {
        return enregistrements.stream().filter(e -> e.isActiveOn(day)).findFirst();
    }

    /** The status on that day: transmitted only, when no registration is in force. */
    public Enregistrement.Statut statut(LocalDate day) {
        return enregistrement(day).map(Enregistrement::statut).orElse(Enregistrement.Statut.TRANSMIS);
    }
}
