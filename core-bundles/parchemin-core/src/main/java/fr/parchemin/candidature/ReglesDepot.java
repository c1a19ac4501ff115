package fr.parchemin.candidature;

import fr.parchemin.acte.Typographie;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.regle.Controle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Reponse;
import fr.parchemin.regle.Vues;
import fr.parchemin.spi.Avis;
import fr.parchemin.spi.ReglePrerequis;
import fr.parchemin.spi.RegleRecevabilite;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Asks the rules in code of a branch about a file and about the documents presented for it. */
public final class ReglesDepot {

    private final Referentiel referentiel;
    private final ReglesBranche regles;
    private final LocalDate today;

    /** For one act on that day. */
    public ReglesDepot(Referentiel referentiel, ReglesBranche regles, LocalDate today) {
        this.referentiel = referentiel;
        this.regles = regles;
        this.today = today;
    }

    /**
     * What is known of a file when a condition of access is looked at.
     *
     * @param detenus codes of the prerequisites held
     */
    public record Faits(Voie voie, Candidat candidat, Tiers organisme, Tiers entreprise, Set<String> detenus) {}

    /** Whether the file meets a prerequisite of type {@link Prerequis.Type#CODE}. */
    public Reponse<Avis> recevabilite(Prerequis prerequis, Faits faits) {
        Vues.Dossier vue = new Vues.Dossier(
                today,
                referentiel.certification().code(),
                referentiel.version(),
                faits.voie().name(),
                faits.candidat().dateNaissance(),
                nom(faits.organisme()),
                nom(faits.entreprise()),
                faits.detenus());
        return regles.ask(
                RegleRecevabilite.class, prerequis.regle(), rule -> rule.examiner(vue), Avis.class, Controle::avis);
    }

    /** Whether the document that was recorded is in order for the rule that the prerequisite names. */
    public Reponse<Avis> piece(Prerequis prerequis, Candidat candidat, ConstatPrerequis constat) {
        Vues.Piece vue = new Vues.Piece(
                today,
                referentiel.certification().code(),
                referentiel.version(),
                prerequis.code(),
                Optional.ofNullable(constat.numero()),
                Optional.ofNullable(constat.delivreLe()),
                Optional.ofNullable(constat.valideJusquAu()),
                candidat.dateNaissance());
        return regles.ask(
                ReglePrerequis.class, prerequis.regle(), rule -> rule.examiner(vue), Avis.class, Controle::avis);
    }

    /** What is written where a rule was to look and gave no answer. */
    public static String aVerifier(Reponse.Echec<Avis> failed) {
        return Typographie.francaise("À vérifier : " + failed.phrase());
    }

    private static Optional<String> nom(Tiers tiers) {
        return Optional.ofNullable(tiers).map(Tiers::nom);
    }
}
