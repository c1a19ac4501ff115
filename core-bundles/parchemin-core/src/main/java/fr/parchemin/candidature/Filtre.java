package fr.parchemin.candidature;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Which files of a list: those to which all that is said applies. What is {@code null} or empty says nothing.
 *
 * @param branche code
 * @param certification code
 * @param version version of the référentiel
 * @param etats codes of states, any of them
 * @param organisme words of the name, or the SIRET, of the organisme
 * @param employeur the same of the entreprise
 * @param evaluateur identifiant of an account designated for the file
 * @param jury the jury that the file is or was before
 * @param du first day of submission
 * @param au last day of submission
 * @param texte words of the names of the candidate, however accented, or part of the number of the file
 * @param dossiers these very files
 */
public record Filtre(
        String branche,
        String certification,
        String version,
        Set<String> etats,
        String organisme,
        String employeur,
        String evaluateur,
        UUID jury,
        LocalDate du,
        LocalDate au,
        String texte,
        Set<UUID> dossiers) {

    /** Order of a list of files. */
    public enum Tri {
        /** Submitted last first. */
        RECENTES,
        /** Submitted first first. */
        ANCIENNES,
        /** By birth name and first names, however accented; of the same name, submitted last first. */
        NOM
    }

    public Filtre {
        etats = Set.copyOf(etats);
        dossiers = Set.copyOf(dossiers);
    }

    /** Every file. */
    public static Filtre none() {
        return new Filtre(null, null, null, Set.of(), null, null, null, null, null, null, null, Set.of());
    }

    public Filtre inBranche(String only) {
        return new Filtre(
                only, certification, version, etats, organisme, employeur, evaluateur, jury, du, au, texte, dossiers);
    }

    public Filtre ofCertification(String only, String onlyVersion) {
        return new Filtre(
                branche, only, onlyVersion, etats, organisme, employeur, evaluateur, jury, du, au, texte, dossiers);
    }

    public Filtre inEtats(Set<String> only) {
        return new Filtre(
                branche, certification, version, only, organisme, employeur, evaluateur, jury, du, au, texte, dossiers);
    }

    public Filtre of(String onlyOrganisme, String onlyEmployeur) {
        return new Filtre(
                branche,
                certification,
                version,
                etats,
                onlyOrganisme,
                onlyEmployeur,
                evaluateur,
                jury,
                du,
                au,
                texte,
                dossiers);
    }

    public Filtre markedBy(String only) {
        return new Filtre(
                branche, certification, version, etats, organisme, employeur, only, jury, du, au, texte, dossiers);
    }

    public Filtre beforeJury(UUID only) {
        return new Filtre(
                branche,
                certification,
                version,
                etats,
                organisme,
                employeur,
                evaluateur,
                only,
                du,
                au,
                texte,
                dossiers);
    }

    public Filtre submitted(LocalDate from, LocalDate to) {
        return new Filtre(
                branche,
                certification,
                version,
                etats,
                organisme,
                employeur,
                evaluateur,
                jury,
                from,
                to,
                texte,
                dossiers);
    }

    public Filtre saying(String words) {
        return new Filtre(
                branche,
                certification,
                version,
                etats,
                organisme,
                employeur,
                evaluateur,
                jury,
                du,
                au,
                words,
                dossiers);
    }

    public Filtre among(Set<UUID> only) {
        return new Filtre(
                branche, certification, version, etats, organisme, employeur, evaluateur, jury, du, au, texte, only);
    }
}
