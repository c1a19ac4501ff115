package fr.parchemin.delivrance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A certificate as it was delivered. Its data never change: papers are made from them at any time, whether or not the
 * branch is still there.
 *
 * @param numero in a series without holes per branch and year, for instance {@code MET-2026-000001}
 * @param codeVerification 128 random bits in base 32, printed on the paper and in its QR code
 * @param nomNaissance for the check by number and name
 * @param nomUsage {@code null} when none
 * @param document what is printed
 */
public record Certificat(
        UUID id,
        String numero,
        String codeVerification,
        UUID candidature,
        String branche,
        String certification,
        String version,
        String nomNaissance,
        String nomUsage,
        LocalDate delivreLe,
        DocumentCertificat document,
        Statut statut,
        String delivrePar,
        Instant enregistreLe) {

    /** Whether it still stands. */
    public enum Statut {
        VALIDE,
        REVOQUE
    }
}
