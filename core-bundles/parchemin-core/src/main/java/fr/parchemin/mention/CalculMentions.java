package fr.parchemin.mention;

import fr.parchemin.acte.Typographie;
import fr.parchemin.mention.MentionsPossibles.Explication;
import fr.parchemin.mention.MentionsPossibles.Resultat;
import fr.parchemin.mention.MentionsPossibles.Verdict;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.GroupeMentions;
import fr.parchemin.referentiel.Mention;
import fr.parchemin.referentiel.Mention.Emplacement;
import fr.parchemin.referentiel.Mention.Type;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Reference;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.TitreExercice;
import fr.parchemin.regle.Controle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Vues;
import fr.parchemin.spi.Avis;
import fr.parchemin.spi.RegleMention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which mentions a person may be granted on a day; a pure function of the référentiel, of what the person holds and of what the
 * rules in code of the branch answer.
 */
public final class CalculMentions {

    private final Referentiel referentiel;
    private final SituationMention situation;

    private final ReglesBranche regles;

    private CalculMentions(Referentiel referentiel, SituationMention situation, ReglesBranche regles) {
        this.referentiel = referentiel;
        this.situation = situation;
        this.regles = regles;
    }

    /**
     * @param regles the rules in code of the branch; a mention whose rule gives no answer is {@link Verdict#NON_CALCULEE}
     */
    public static MentionsPossibles of(Referentiel referentiel, SituationMention situation, ReglesBranche regles) {
        return new CalculMentions(referentiel, situation, regles).calculate();
    }

    private MentionsPossibles calculate() {
        List<Resultat> resultats =
                referentiel.mentions().stream().map(this::resultat).toList();
        List<String> manques = new ArrayList<>();
        for (GroupeMentions groupe : referentiel.groupesMentions()) {
            long there = referentiel.mentions().stream()
                    .filter(m -> groupe.code().equals(m.groupe()))
                    .filter(m -> resultats.stream()
                            .anyMatch(r -> r.code().equals(m.code())
                                    && r.verdict() != Verdict.NON_ACCORDABLE
                                    && r.verdict() != Verdict.NON_CALCULEE))
                    .count();
            if (there < groupe.min()) {
                manques.add(french("le certificat suppose au moins " + groupe.min() + " mention(s) du groupe « "
                        + groupe.intitule() + " », " + there + " possible(s)"));
            }
        }
        return new MentionsPossibles(resultats, manques.isEmpty(), manques);
    }

    private Resultat resultat(Mention mention) {
        List<Explication> explications = new ArrayList<>();
        Verdict verdict = verdict(mention, explications);
        return new Resultat(
                mention.code(),
                mention.intitule(),
                verdict,
                emplacement(mention, explications),
                end(mention, verdict),
                explications);
    }

    private LocalDate end(Mention mention, Verdict verdict) {
        if (verdict == Verdict.DETENUE) {
            return situation.detenue(mention.code()).orElseThrow().expireLe();
        }
        return verdict == Verdict.ACCORDABLE && mention.validiteMois() != null
                ? situation.le().plusMonths(mention.validiteMois())
                : null;
    }

    private Verdict verdict(Mention mention, List<Explication> explications) {
        if (situation.holds(mention.code()) && mention.type() != Type.CONFORMITE_NORME) {
            explications.add(met("déjà obtenue"));
            return Verdict.DETENUE;
        }
        Optional<Mention> wider = wider(mention);
        if (wider.isPresent()) {
            explications.add(met("incluse dans « " + wider.get().intitule() + " »"));
            return Verdict.INCLUSE;
        }
        conditions(mention, explications);
        if (!explications.stream().allMatch(Explication::satisfaite)) {
            return Verdict.NON_ACCORDABLE;
        }
        return mention.regle() == null ? Verdict.ACCORDABLE : byRule(mention, explications);
    }

    private Verdict byRule(Mention mention, List<Explication> explications) {
        Vues.Mention vue = new Vues.Mention(
                situation.le(),
                referentiel.certification().code(),
                referentiel.version(),
                mention.code(),
                situation.certificats().stream()
                        .map(c -> c.in(situation.branche()))
                        .filter(c -> c.branche().equals(situation.branche()) && c.bloc() == null)
                        .map(Reference::certification)
                        .collect(Collectors.toSet()),
                situation.blocs(),
                situation.prerequis(),
                situation.titres(),
                situation.experienceMois(),
                referentiel.mentions().stream()
                        .map(Mention::code)
                        .filter(situation::holds)
                        .collect(Collectors.toSet()));
        return regles.ask(RegleMention.class, mention.regle(), rule -> rule.examiner(vue), Avis.class, Controle::avis)
                .fold(
                        avis -> {
                            explications.add(new Explication(
                                    french("règle « " + mention.regle() + " »"
                                            + (avis instanceof Avis.Defavorable no ? " : " + no.motif() : "")),
                                    avis instanceof Avis.Favorable));
                            return avis instanceof Avis.Favorable ? Verdict.ACCORDABLE : Verdict.NON_ACCORDABLE;
                        },
                        failed -> {
                            explications.add(
                                    new Explication(french("mention non calculée : " + failed.phrase()), false));
                            return Verdict.NON_CALCULEE;
                        });
    }

    /** A wider mention, held, or lost without what it includes being lost. */
    private Optional<Mention> wider(Mention mention) {
        return referentiel.mentions().stream()
                .filter(w -> w.inclut().contains(mention.code()))
                .filter(w ->
                        situation.holds(w.code()) || situation.detenue(w.code()).isPresent() && !w.perteEmporteInclus())
                .findFirst();
    }

    private void conditions(Mention mention, List<Explication> explications) {
        LocalDate le = situation.le();
        if (mention.du() != null || mention.au() != null) {
            explications.add(
                    new Explication(french("accordée " + period(mention.du(), mention.au())), mention.isGrantedOn(le)));
        }
        if (mention.type() == Type.CONFORMITE_NORME) {
            explications.add(new Explication(
                    french("accréditation du certificateur sous « " + mention.norme() + " » en cours ce jour-là"),
                    situation.accreditations().contains(mention.norme())));
        }
        certificat(mention)
                .ifPresent(required -> explications.add(new Explication(
                        french("certificat obtenu : " + required.libelle()),
                        situation.certificats().stream()
                                .map(c -> c.in(situation.branche()))
                                .anyMatch(c -> c.covers(required)))));
        for (String code : mention.blocs()) {
            explications.add(new Explication(
                    french("bloc validé : " + bloc(code)), situation.blocs().contains(code)));
        }
        for (String code : mention.prerequis()) {
            explications.add(new Explication(
                    french("prérequis détenu : " + prerequis(code)),
                    situation.prerequis().contains(code)));
        }
        for (String code : mention.titres()) {
            explications.add(new Explication(
                    french("titre d’exercice en cours : " + titre(code)),
                    situation.titres().contains(code)));
        }
        if (mention.experienceMois() != null) {
            explications.add(new Explication(
                    french(mention.experienceMois() + " mois de pratique au moins"),
                    situation.experienceMois() >= mention.experienceMois()));
        }
        for (Mention other : referentiel.mentions()) {
            boolean excluded =
                    mention.exclut().contains(other.code()) || other.exclut().contains(mention.code());
            if (excluded) {
                explications.add(new Explication(
                        french("sans « " + other.intitule() + " », qui l’exclut"), !situation.holds(other.code())));
            }
        }
        referentiel.groupesMentions().stream()
                .filter(g -> g.code().equals(mention.groupe()) && g.max() != null)
                .findFirst()
                .ifPresent(g -> explications.add(new Explication(
                        french("au plus " + g.max() + " du groupe « " + g.intitule() + " »"),
                        held(g, mention) < g.max())));
    }

    /** How many of the group are held, those that the mention would supersede left aside. */
    private long held(GroupeMentions groupe, Mention mention) {
        return referentiel.mentions().stream()
                .filter(m -> groupe.code().equals(m.groupe()))
                .filter(m -> situation.holds(m.code()) && !mention.inclut().contains(m.code()))
                .count();
    }

    private Optional<Reference> certificat(Mention mention) {
        if (mention.certificat() != null) {
            return Optional.of(mention.certificat().in(situation.branche()));
        }
        return mention.type().followsCertificate()
                ? Optional.of(new Reference(
                        situation.branche(), referentiel.certification().code(), null, null, null))
                : Optional.empty();
    }

    /** Where it stands: a registered title takes no addition, but an option that is part of it. */
    private Emplacement emplacement(Mention mention, List<Explication> explications) {
        if (mention.type() == Type.OPTION_CONSTITUTIVE) {
            return mention.emplacement() == null ? Emplacement.CERTIFICAT : mention.emplacement();
        }
        if (mention.type() == Type.PREROGATIVE_DATEE && mention.emplacement() == null) {
            return Emplacement.REGISTRE_SEUL;
        }
        if (mention.type() == Type.CERTIFICAT_COMPLEMENTAIRE || mention.type() == Type.CERTIFICATION_RS_LIEE) {
            return mention.emplacement() == null ? Emplacement.ATTESTATION_ANNEXE : mention.emplacement();
        }
        boolean registered = referentiel
                .certification()
                .enregistrement(situation.le())
                .filter(e -> e.statut() != Enregistrement.Statut.TRANSMIS)
                .isPresent();
        if (registered && mention.emplacement() != Emplacement.REGISTRE_SEUL) {
            if (mention.emplacement() == Emplacement.CERTIFICAT) {
                explications.add(
                        met(
                                "portée par une attestation annexe : l’intitulé d’un certificat enregistré ne reçoit pas d’ajout"));
            }
            return Emplacement.ATTESTATION_ANNEXE;
        }
        return mention.emplacement() == null ? Emplacement.CERTIFICAT : mention.emplacement();
    }

    private String bloc(String code) {
        return referentiel
                .bloc(code)
                .map(BlocCompetences::intitule)
                .map(i -> i + " (" + code + ")")
                .orElse(code);
    }

    private String prerequis(String code) {
        return referentiel
                .certification()
                .prerequis(code)
                .map(Prerequis::intitule)
                .orElse(code);
    }

    private String titre(String code) {
        return referentiel.titresExercice().stream()
                .filter(t -> t.code().equals(code))
                .map(TitreExercice::intitule)
                .findFirst()
                .orElse(code);
    }

    private static String period(LocalDate du, LocalDate au) {
        if (du == null) {
            return "jusqu’au " + Typographie.jour(au);
        }
        return au == null
                ? "depuis le " + Typographie.jour(du)
                : "du " + Typographie.jour(du) + " au " + Typographie.jour(au);
    }

    private static Explication met(String libelle) {
        return new Explication(french(libelle), true);
    }

    private static String french(String text) {
        return Typographie.francaise(text);
    }
}
