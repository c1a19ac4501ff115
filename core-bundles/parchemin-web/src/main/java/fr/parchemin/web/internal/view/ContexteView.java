package fr.parchemin.web.internal.view;

import fr.parchemin.classification.ChampContexte;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Secteur;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of a person who wants to know what a certification is worth: only what its effects depend on.
 *
 * @param champs fields offered
 * @param grids grids that the effects speak of
 * @param options options that the effects name
 */
public record ContexteView(
        Set<ChampContexte> champs,
        List<Classification> grids,
        List<Secteur> secteurs,
        List<String> options,
        LocalDate today,
        Form form) {

    /** What a certificate already says is not asked again. */
    private static final Set<ChampContexte> OF_A_CERTIFICATE = EnumSet.of(ChampContexte.OBTENU_LE, ChampContexte.ETAPE);

    public static ContexteView of(
            Referentiel referentiel,
            Map<String, Classification> classifications,
            LocalDate today,
            Form form,
            boolean delivered) {
        Set<ChampContexte> champs = EnumSet.noneOf(ChampContexte.class);
        champs.addAll(ChampContexte.of(referentiel, classifications));
        if (delivered) {
            champs.removeAll(OF_A_CERTIFICATE);
        }
        return new ContexteView(
                champs,
                ChampContexte.grids(referentiel, classifications),
                classifications.values().stream()
                        .flatMap(g -> g.secteurs().stream())
                        .distinct()
                        .sorted(Comparator.comparing(Secteur::intitule))
                        .toList(),
                ChampContexte.options(referentiel),
                today,
                form);
    }

    public boolean asks(String champ) {
        return champs.contains(ChampContexte.valueOf(champ));
    }

    public List<EmploiRepere> emplois() {
        return grids.stream()
                .flatMap(grid -> grid.emplois().stream())
                .sorted(Comparator.comparing(EmploiRepere::intitule))
                .toList();
    }
}
