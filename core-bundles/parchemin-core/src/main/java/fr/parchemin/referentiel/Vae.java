package fr.parchemin.referentiel;

import java.util.List;

/**
 * The VAE of a certification: what the branch adds to the national rules.
 *
 * @param base agreement or text, for the way of the branch
 * @param experienceMinMois months of experience asked for, {@code null} when none
 * @param blocsSeuls whether single blocs may be aimed at, {@code null} for yes
 * @param recevabiliteJours days within which the certificateur answers, from the complete file
 * @param silence what no answer amounts to, {@code null} for the national rule
 * @param dossiersParAn files of a person for the whole certification in a year
 * @param juryMois months between the file and the jury
 * @param notificationJours days within which the decision is notified
 */
public record Vae(
        Route route,
        String base,
        List<String> conditions,
        Integer experienceMinMois,
        Boolean blocsSeuls,
        List<String> pieces,
        Integer recevabiliteJours,
        Silence silence,
        Integer dossiersParAn,
        Integer juryMois,
        Integer notificationJours,
        String accompagnement,
        Provenance provenance) {

    /** By which way a file comes. */
    public enum Route {
        FRANCE_VAE,
        CLASSIQUE,
        /** That of an agreement of the branch, which is no VAE of the law. */
        BRANCHE
    }

    /** What no answer amounts to. */
    public enum Silence {
        ACCEPTATION,
        REFUS
    }

    public Vae {
        conditions = Listes.copy(conditions);
        pieces = Listes.copy(pieces);
    }
}
