package fr.parchemin.parametre;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.Financement;
import fr.parchemin.branche.VueBranche;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the secretariat adjusts on screen, without a new version of the definition. */
public interface ParametresBranche {

    /**
     * What a secretariat asks for; as it was sent, so anything may be {@code null}.
     *
     * @param cle {@link Cle#code()}
     * @param valeur as sent
     */
    record Demande(String cle, Saisie valeur, LocalDate du, LocalDate au, String motif) {}

    /** The fields of a value as they were filled; those that the key does not have must be left out. */
    record Saisie(
            String qualite,
            String nom,
            String courriel,
            String telephone,
            String site,
            String adresse,
            String certification,
            String libelle,
            BigDecimal montant,
            Financement.Unite unite,
            String fichier,
            byte[] image) {}

    /** Every entry ever decided, oldest first; for the secretariat and the certificateur. */
    Outcome<List<Entree>> history(Acteur by, String branche);

    /** Decides a value, by the secretariat of the branch. */
    Outcome<Entree> decide(Acteur by, String branche, Demande demande);

    /** Takes an entry back, by the secretariat of the branch: what it took the place of holds again. */
    Outcome<Entree> cancel(Acteur by, String branche, UUID entree, String motif);

    /**
     * The branch as everybody may see it today, its parameters laid over its definition. What was decided on this node is in
     * it at once, what was decided on another one a second later.
     */
    VueBranche today(VueBranche vue);
}
