package fr.parchemin.personne;

import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.DocumentCertificat.LigneBloc;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * All that a branch may know of what another one issued: no number, no code, no name of that branch.
 *
 * @param blocs titles of the blocs acquired
 */
public record TitreAilleurs(String intitule, List<String> blocs, LocalDate date, Certificat.Statut statut) {
    public TitreAilleurs {
        blocs = List.copyOf(blocs);
    }

    /** What may be known of it. */
    public static TitreAilleurs of(Certificat certificat) {
        return new TitreAilleurs(
                certificat.document().intitule(),
                certificat.document().blocs().stream()
                        .filter(LigneBloc::valide)
                        .map(LigneBloc::intitule)
                        .toList(),
                certificat.delivreLe(),
                certificat.statut());
    }

    /**
     * What the branch may know of these certificates of one person: those that the person shares with it, and those of a
     * branch that one CQPI file of the person names together with it. Its own are not elsewhere.
     *
     * @param cqpi the branches that each CQPI file of the person names
     */
    public static List<TitreAilleurs> visible(
            String branche,
            LocalDate day,
            Collection<Certificat> certificats,
            Collection<Partage> partages,
            Collection<Set<String>> cqpi) {
        return certificats.stream()
                .filter(c -> !c.branche().equals(branche))
                .filter(c -> partages.stream()
                                .filter(p -> p.beneficiaire().equals(branche) && p.standsOn(day))
                                .anyMatch(p ->
                                        p.certificat() == null || p.certificat().equals(c.numero()))
                        || cqpi.stream().anyMatch(named -> named.contains(branche) && named.contains(c.branche())))
                .map(TitreAilleurs::of)
                .toList();
    }
}
