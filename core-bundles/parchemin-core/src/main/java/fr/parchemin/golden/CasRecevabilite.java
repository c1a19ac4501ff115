package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.ConstatPrerequis;
import fr.parchemin.candidature.ControleDepot;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Voie;
import fr.parchemin.regle.ReglesBranche;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether a file may go on to its evaluation: version in force, way in open, prerequisites met. */
final class CasRecevabilite implements EspeceDeCas {

    private static final UUID DOSSIER = new UUID(0, 0);
    private static final String PLATEFORME = "plateforme";

    record Situation(LocalDate le, Voie voie, LocalDate naissance, List<Constat> constats) {
        Situation {
            constats = constats == null ? List.of() : constats;
        }
    }

    record Constat(String prerequis, Boolean satisfait, String numero, LocalDate delivreLe, LocalDate valideJusquAu) {}

    @Override
    public String cle() {
        return "recevabilite";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        return EspeceDeCas.compared(
                "recevabilité attendue",
                attendu.asText(),
                obtained(referentiel, DefinitionJson.read(situation, Situation.class)));
    }

    private static String obtained(Referentiel referentiel, Situation asked) {
        Certification certification = referentiel.certification();
        if (!referentiel.isInForceOn(asked.le())) {
            return CodeRefus.VERSION_HORS_VIGUEUR.name();
        }
        if (!certification.voies().contains(asked.voie())) {
            return CodeRefus.VOIE_FERMEE.name();
        }
        Candidat candidat =
                new Candidat("Cas", null, "De référence", Candidat.Sexe.F, asked.naissance(), "Sans lieu", null);
        Instant noon = asked.le().atTime(12, 0).atZone(HeureLegale.ZONE).toInstant();
        Candidature candidature = submitted(referentiel, asked, candidat, noon).assess(certification, asked.le());
        for (Constat constat : asked.constats()) {
            Optional<Prerequis> prerequis = certification.prerequis(constat.prerequis());
            if (prerequis.isEmpty()) {
                return CodeRefus.RESSOURCE_INCONNUE.name() + " (prérequis « " + constat.prerequis() + " »)";
            }
            Outcome<ConstatPrerequis> checked = ControleDepot.constat(
                    prerequis.get(),
                    candidat,
                    new Inscriptions.Constat(
                            !Boolean.FALSE.equals(constat.satisfait()),
                            constat.numero(),
                            constat.delivreLe(),
                            constat.valideJusquAu(),
                            null),
                    asked.le(),
                    PLATEFORME,
                    noon);
            if (!checked.isDone()) {
                return checked.reason().orElseThrow().code().name();
            }
            Outcome<Candidature> next = candidature.establish(certification, checked.orElseThrow(), asked.le());
            if (!next.isDone()) {
                return next.reason().orElseThrow().code().name();
            }
            candidature = next.orElseThrow();
        }
        return name(candidature.etat());
    }

    /** A file still waiting for a prerequisite is neither recevable nor refused. */
    private static String name(EtatCandidature etat) {
        if (etat instanceof EtatCandidature.Recevable) {
            return "RECEVABLE";
        }
        return etat instanceof EtatCandidature.Irrecevable ? "IRRECEVABLE" : "A_COMPLETER";
    }

    private static Candidature submitted(Referentiel referentiel, Situation asked, Candidat candidat, Instant noon) {
        Certification certification = referentiel.certification();
        Map<String, ConstatPrerequis> computed = new LinkedHashMap<>();
        for (Prerequis prerequis : certification.prerequis()) {
            ControleDepot.computed(prerequis, candidat, asked.le(), noon)
                    .ifPresent(c -> computed.put(prerequis.code(), c));
        }
        return new Candidature(
                DOSSIER,
                DOSSIER,
                "C-0000-000000",
                "",
                certification.code(),
                certification.intitule(),
                referentiel.version(),
                "",
                asked.voie(),
                new EtatCandidature.Deposee(),
                candidat,
                null,
                null,
                List.of(),
                computed,
                Set.of(),
                PLATEFORME,
                noon,
                0);
    }
}
