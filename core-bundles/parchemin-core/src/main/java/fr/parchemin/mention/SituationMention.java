package fr.parchemin.mention;

import fr.parchemin.referentiel.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person holds on the day when mentions are asked for.
 *
 * @param branche code of the branch of the référentiel
 * @param certificats certificates obtained; one that names no branch is of this one
 * @param blocs codes of the validated blocs of this référentiel
 * @param prerequis prerequisites held and valid on that day
 * @param titres rights to practise held and valid on that day
 * @param experienceMois months of practice shown
 * @param detenues mentions already obtained
 * @param accreditations standards under which the certificateur is accredited on that day
 */
public record SituationMention(
        String branche,
        LocalDate le,
        List<Reference> certificats,
        Set<String> blocs,
        Set<String> prerequis,
        Set<String> titres,
        int experienceMois,
        List<Detenue> detenues,
        Set<String> accreditations) {

    /**
     * A mention once obtained.
     *
     * @param expireLe last day, included; {@code null} without end
     */
    public record Detenue(String code, Statut statut, LocalDate expireLe) {

        /** What became of it since. */
        public enum Statut {
            ACTIVE,
            SUSPENDUE,
            RETIREE,
            EXPIREE
        }

        public boolean isActiveOn(LocalDate day) {
            return statut == Statut.ACTIVE && (expireLe == null || !day.isAfter(expireLe));
        }
    }

    public SituationMention {
        certificats = List.copyOf(certificats);
        blocs = Set.copyOf(blocs);
        prerequis = Set.copyOf(prerequis);
        titres = Set.copyOf(titres);
        detenues = List.copyOf(detenues);
        accreditations = Set.copyOf(accreditations);
    }

    Optional<Detenue> detenue(String code) {
        return detenues.stream().filter(d -> d.code().equals(code)).findFirst();
    }

    boolean holds(String code) {
        return detenue(code).filter(d -> d.isActiveOn(le)).isPresent();
    }
}
