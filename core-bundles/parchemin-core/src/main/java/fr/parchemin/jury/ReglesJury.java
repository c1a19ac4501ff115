package fr.parchemin.jury;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.referentiel.RegleJury.Incompatibilite;
import fr.parchemin.regle.Controle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Reponse;
import fr.parchemin.regle.Vues;
import fr.parchemin.spi.Avis;
import fr.parchemin.spi.RegleIncompatibilite;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks the rules in code of a branch which members may not sit, or vote, for a candidate. */
public final class ReglesJury {

    private ReglesJury() {}

    /**
     * The ties of the candidate with what the rules say of each member; refused with REGLE_SANS_REPONSE when one gives no
     * answer, for a jury wrongly composed decides nothing that lasts.
     */
    public static Outcome<LiensCandidat> examine(
            RegleJury regle, Collection<MembreJury> membres, LiensCandidat liens, LocalDate day, ReglesBranche regles) {
        List<Incompatibilite> rules = regle.incompatibilites().stream()
                .filter(i -> i.type() == RegleJury.Motif.CODE)
                .toList();
        Map<UUID, Map<String, String>> told = new HashMap<>();
        for (Incompatibilite rule : rules) {
            for (MembreJury membre : membres) {
                Vues.Membre vue = new Vues.Membre(
                        day,
                        membre.nom(),
                        membre.college(),
                        Optional.ofNullable(membre.employeur()),
                        Optional.ofNullable(membre.pratiqueAnnees()),
                        liens.nomsEvaluateurs(),
                        liens.formateurs(),
                        Optional.ofNullable(liens.entreprise()),
                        Optional.ofNullable(liens.organisme()));
                Reponse<Avis> reponse = regles.ask(
                        RegleIncompatibilite.class, rule.nom(), r -> r.examiner(vue), Avis.class, Controle::avis);
                if (reponse instanceof Reponse.Echec<Avis> failed) {
                    return Outcome.refused(CodeRefus.REGLE_SANS_REPONSE, failed.phrase());
                }
                if (((Reponse.Donnee<Avis>) reponse).valeur() instanceof Avis.Defavorable no) {
                    told.computeIfAbsent(membre.id(), id -> new HashMap<>()).put(rule.nom(), no.motif());
                }
            }
        }
        return Outcome.done(told.isEmpty() ? liens : liens.with(told));
    }
}
