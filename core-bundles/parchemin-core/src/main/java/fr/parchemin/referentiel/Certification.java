package fr.parchemin.referentiel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A certification of a branch.
 *
 * @param sigle how the branch calls it (CQPM, TFP …), {@code null} for the name of its type
 * @param nomComplet the sigle spelled out, as printed on the certificate
 * @param codeBranche permanent code in the branch, {@code null} when it has none
 * @param emploi emploi cible
 * @param niveau national level 1 to 8, {@code null} when the State recognises none
 * @param nsf codes of the nomenclature des spécialités de formation
 */
public record Certification(
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
        enregistrements = Listes.copy(enregistrements);
        voies = Listes.copy(voies);
        prerequis = Listes.copy(prerequis);
    }

    /** The name by which people call the kind of certificate. */
    public String designation() {
        return sigle == null ? type.name() : sigle;
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
