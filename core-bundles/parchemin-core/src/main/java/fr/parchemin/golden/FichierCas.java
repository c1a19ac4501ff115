package fr.parchemin.golden;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition.Resultat;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.mention.SituationMention;
import fr.parchemin.referentiel.Mention;
import fr.parchemin.referentiel.Reference;
import fr.parchemin.referentiel.Unite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of golden cases for one version of one certification, as its author writes it. */
record FichierCas(String certification, String version, List<Cas> cas) {

    record Cas(
            String nom,
            String reference,
            LocalDate le,
            LocalDate debut,
            List<Attestation> attestations,
            List<Evaluation> evaluations,
            CasJury jury,
            CasMention mention,
            ContexteEmploi effet,
            Attendu attendu) {

        Cas {
            attestations = attestations == null ? List.of() : attestations;
        }
    }

    record Attestation(String prerequis, LocalDate valideJusquAu) {}

    /**
     * A filled grid.
     *
     * @param le day of the grid, {@code null} for that of the case
     * @param passage attempt or session, the first when left out
     * @param toutes mark of every binary criterion that {@code notes} leaves out
     */
    record Evaluation(
            String evaluateur,
            String epreuve,
            LocalDate le,
            Integer passage,
            Presence presence,
            String toutes,
            Map<String, String> notes) {
        Evaluation {
            passage = passage == null ? Integer.valueOf(1) : passage;
            presence = presence == null ? Presence.PRESENT : presence;
            notes = notes == null ? Map.of() : notes;
        }
    }

    record CasJury(
            List<Membre> membres,
            boolean valideParCertificateur,
            Candidat candidat,
            LocalDate le,
            String presidencePrecedente) {}

    record Membre(String nom, String college, String employeur, Integer pratiqueAnnees, boolean president) {}

    record Candidat(List<String> evaluateurs, List<String> formateurs, String entreprise, String organisme) {
        Candidat {
            evaluateurs = evaluateurs == null ? List.of() : evaluateurs;
            formateurs = formateurs == null ? List.of() : formateurs;
        }
    }

    record CasMention(
            LocalDate le,
            List<Reference> certificats,
            Set<String> blocs,
            Set<String> prerequis,
            Set<String> titres,
            int experienceMois,
            List<MentionDetenue> mentions,
            Set<String> accreditations) {
        CasMention {
            certificats = certificats == null ? List.of() : certificats;
            blocs = blocs == null ? Set.of() : blocs;
            prerequis = prerequis == null ? Set.of() : prerequis;
            titres = titres == null ? Set.of() : titres;
            mentions = mentions == null ? List.of() : mentions;
        }
    }

    record MentionDetenue(String code, SituationMention.Detenue.Statut statut, LocalDate expireLe) {}

    record Attendu(
            Resultat proposition,
            Map<String, ResultatBloc> blocs,
            String jury,
            Map<String, MentionsPossibles.Verdict> mentions,
            Map<String, Mention.Emplacement> emplacements,
            Boolean certificatPossible,
            @JsonProperty("effet") EffetAttendu effet) {}

    /** What is expected of an effect; everything but type and position is not looked at when it is left out. */
    record EffetAttendu(
            Effet.Type type,
            String position,
            Integer coefficient,
            String article,
            String statut,
            Integer points,
            BigDecimal taux,
            BigDecimal montant,
            Unite unite,
            LocalDate aCompterDu,
            LocalDate jusquAu,
            List<EffetAttendu> autres) {}
}
