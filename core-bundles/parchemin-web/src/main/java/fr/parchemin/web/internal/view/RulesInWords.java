package fr.parchemin.web.internal.view;

import static fr.parchemin.web.internal.view.Wording.count;
import static fr.parchemin.web.internal.view.Wording.fr;
import static fr.parchemin.web.internal.view.Wording.list;
import static fr.parchemin.web.internal.view.Wording.months;
import static fr.parchemin.web.internal.view.Wording.number;
import static fr.parchemin.web.internal.view.Wording.period;

import fr.parchemin.acte.Typographie;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Concordance;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.referentiel.Terme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a référentiel as sentences that a candidate understands. */
public final class RulesInWords {
    private RulesInWords() {}

    /** From marks to a bloc. */
    public static Phrase bloc(Regle regle, BlocCompetences bloc, Referentiel referentiel) {
        if (regle instanceof Regle.CompetencesAcquises all) {
            return Phrase.of(
                    all.competences().isEmpty()
                            ? "Chaque compétence du bloc est acquise."
                            : "Chacune de ces compétences est acquise : " + list(all.competences()) + ".",
                    regle.provenance());
        }
        if (regle instanceof Regle.NoteMinimale minimum) {
            return Phrase.of(
                    "L’épreuve " + epreuve(minimum.epreuve(), referentiel) + " atteint "
                            + score(minimum.seuil(), minimum.epreuve(), referentiel) + ".",
                    regle.provenance());
        }
        if (regle instanceof Regle.Eliminatoire eliminatory) {
            return Phrase.of(
                    "Le critère éliminatoire " + critere(eliminatory.critere(), bloc)
                            + " est acquis pour chaque évaluateur.",
                    regle.provenance());
        }
        if (regle instanceof Regle.Porte gate) {
            return Phrase.of(
                    "L’épreuve " + epreuve(gate.epreuve(), referentiel) + " atteint "
                            + score(gate.seuil(), gate.epreuve(), referentiel) + " ; elle ouvre "
                            + list(gate.ouvre().stream()
                                    .map(code -> epreuve(code, referentiel))
                                    .toList())
                            + ", qui ne se passe pas avant.",
                    regle.provenance());
        }
        if (regle instanceof Regle.Attestation held) {
            return Phrase.of(
                    "Le candidat détient, en cours de validité : "
                            + referentiel
                                    .certification()
                                    .prerequis(held.prerequis())
                                    .map(p -> p.intitule())
                                    .orElse(held.prerequis())
                            + ".",
                    regle.provenance());
        }
        Optional<String> scored = scored(regle, bloc, referentiel);
        if (scored.isPresent()) {
            return Phrase.of(scored.get(), regle.provenance());
        }
        if (regle instanceof Regle.Toutes all) {
            return new Phrase(
                    "Toutes ces conditions sont réunies :", parts(all.regles(), bloc, referentiel), all.provenance());
        }
        Regle.AuMoins some = (Regle.AuMoins) regle;
        return new Phrase(
                some.nombre() == 1
                        ? "Au moins une de ces conditions est réunie :"
                        : "Au moins " + some.nombre() + " de ces conditions sont réunies :",
                parts(some.regles(), bloc, referentiel),
                some.provenance());
    }

    /** The rules that reckon, in one sentence; empty for the others. */
    private static Optional<String> scored(Regle regle, BlocCompetences bloc, Referentiel referentiel) {
        if (regle instanceof Regle.PorteAttestation gate) {
            return Optional.of("Le candidat détient, en cours de validité : "
                    + referentiel
                            .certification()
                            .prerequis(gate.prerequis())
                            .map(p -> p.intitule())
                            .orElse(gate.prerequis())
                    + ". Sans quoi ne se passe pas "
                    + list(gate.ouvre().stream()
                            .map(code -> epreuve(code, referentiel))
                            .toList())
                    + ".");
        }
        if (regle instanceof Regle.Moyenne mean) {
            return Optional.of((mean.termes().isEmpty() ? "La note du bloc" : "La moyenne de " + termes(mean.termes()))
                    + " atteint " + number(mean.seuil()) + " sur " + number(mean.sur()) + floor(mean.plancher()) + ".");
        }
        if (regle instanceof Regle.Total total) {
            return Optional.of("La somme de " + termes(total.termes()) + " atteint " + number(total.seuil()) + " points"
                    + floor(total.plancher()) + ".");
        }
        if (regle instanceof Regle.Meilleures best) {
            return Optional.of((best.nombre() == 1
                            ? "La meilleure note parmi "
                            : "La moyenne des " + best.nombre() + " meilleures notes parmi ")
                    + list(best.epreuves().stream()
                            .map(code -> epreuve(code, referentiel))
                            .toList())
                    + " atteint " + number(best.seuil()) + " sur " + number(best.sur()) + ".");
        }
        if (regle instanceof Regle.PourcentageAcquis share) {
            return Optional.of("Au moins " + number(share.seuil()) + " % des "
                    + (share.portee() == Regle.PourcentageAcquis.Portee.CRITERES ? "critères" : "compétences")
                    + of(share.competences()) + " sont acquis"
                    + (share.portee() == Regle.PourcentageAcquis.Portee.CRITERES ? "." : "es."));
        }
        if (regle instanceof Regle.TauxParCompetence rate) {
            return Optional.of("Chaque compétence" + of(rate.competences()) + " atteint " + number(rate.seuil())
                    + " % de ses points.");
        }
        if (regle instanceof Regle.NiveauParCompetence level) {
            return Optional.of("Chaque compétence" + of(level.competences()) + " atteint au moins le niveau "
                    + level.niveau() + ".");
        }
        return regle instanceof Regle.Externe code
                ? Optional.of("La règle « " + code.nom() + " » de la branche est satisfaite.")
                : Optional.empty();
    }

    private static String of(List<String> competences) {
        return competences.isEmpty() ? "" : " (" + list(competences) + ")";
    }

    private static String floor(BigDecimal plancher) {
        return plancher == null ? "" : ", aucune note sous " + number(plancher);
    }

    private static String termes(List<Terme> termes) {
        return list(termes.stream()
                .map(t -> Stream.of(t.epreuve(), t.competence(), t.critere(), t.source(), t.bloc())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow()
                        + (t.poids().compareTo(BigDecimal.ONE) == 0 ? "" : " (poids " + number(t.poids()) + ")")
                        + (t.plancher() == null ? "" : " (au moins " + number(t.plancher()) + ")"))
                .toList());
    }

    private static List<Phrase> parts(List<Regle> regles, BlocCompetences bloc, Referentiel referentiel) {
        return regles.stream().map(r -> bloc(r, bloc, referentiel)).toList();
    }

    private static String epreuve(String code, Referentiel referentiel) {
        return referentiel
                .blocOfEpreuve(code)
                .flatMap(b -> b.epreuve(code))
                .map(e -> "« " + e.intitule() + " » (" + code + ")")
                .orElse(code);
    }

    private static String score(BigDecimal seuil, String epreuve, Referentiel referentiel) {
        Optional<BlocCompetences> bloc = referentiel.blocOfEpreuve(epreuve);
        Optional<Epreuve> found = bloc.flatMap(b -> b.epreuve(epreuve));
        return "au moins " + number(seuil)
                + found.map(e -> " sur " + number(bloc.get().bareme(e))).orElse("");
    }

    private static String critere(String code, BlocCompetences bloc) {
        return bloc.competences().stream()
                .flatMap(c -> c.criteres().stream())
                .filter(c -> c.code().equals(code))
                .findFirst()
                .map(Critere::intitule)
                .map(intitule -> "« " + intitule + " » (" + code + ")")
                .orElse(code);
    }

    /** For how long a bloc is kept, and its compétences when it is not validated. */
    public static List<String> validite(BlocCompetences bloc) {
        List<String> words = new ArrayList<>();
        String byStatus = bloc.validiteMoisParStatut().entrySet().stream()
                .map(entry -> months(entry.getValue()) + " " + status(entry.getKey()))
                .collect(Collectors.joining(", "));
        words.add("bloc gardé " + months(bloc.validiteMois()) + (byStatus.isEmpty() ? "" : " (" + byStatus + ")"));
        if (bloc.validiteCompetencesMois() != null) {
            words.add("compétences d’un bloc non validé gardées " + months(bloc.validiteCompetencesMois()));
        }
        return words;
    }

    private static String status(Enregistrement.Statut statut) {
        return switch (statut) {
            case TRANSMIS -> "si la certification est seulement transmise";
            case RNCP -> "si elle est au RNCP";
            case RS -> "si elle est au répertoire spécifique";
        };
    }

    /** From blocs to the certificate. */
    public static Phrase certificat(Referentiel referentiel) {
        return certificat(referentiel.regle(), referentiel.blocs().size());
    }

    private static Phrase certificat(RegleCertificat regle, int blocs) {
        if (regle instanceof RegleCertificat.TousBlocs all) {
            return Phrase.of(
                    all.blocs().isEmpty()
                            ? "Le certificat suppose la validation de tous les blocs (" + blocs + " sur " + blocs + ")."
                            : "Le certificat suppose la validation des blocs " + list(all.blocs()) + ".",
                    regle.provenance());
        }
        if (regle instanceof RegleCertificat.BlocsAuMoins some) {
            if (some.blocs().isEmpty() && some.nombre() >= blocs) {
                return certificat(new RegleCertificat.TousBlocs(List.of(), some.provenance()), blocs);
            }
            return Phrase.of(
                    "Le certificat suppose la validation d’au moins " + count(some.nombre(), "bloc", "blocs")
                            + (some.blocs().isEmpty() ? " sur " + blocs : " parmi " + list(some.blocs())) + ".",
                    regle.provenance());
        }
        if (regle instanceof RegleCertificat.MoyenneBlocs mean) {
            return Phrase.of(
                    "La moyenne " + (mean.termes().isEmpty() ? "des blocs" : "de " + termes(mean.termes()))
                            + " atteint " + number(mean.seuil()) + " sur " + number(mean.sur()) + floor(mean.plancher())
                            + ".",
                    regle.provenance());
        }
        if (regle instanceof RegleCertificat.DureeMaximale duration) {
            return Phrase.of("Le parcours ne dure pas plus de " + duration.mois() + " mois.", regle.provenance());
        }
        if (regle instanceof RegleCertificat.Externe code) {
            return Phrase.of("La règle « " + code.nom() + " » de la branche est satisfaite.", regle.provenance());
        }
        if (regle instanceof RegleCertificat.Toutes all) {
            return new Phrase(
                    "Toutes ces conditions sont réunies :",
                    all.regles().stream().map(r -> certificat(r, blocs)).toList(),
                    all.provenance());
        }
        RegleCertificat.AuMoins some = (RegleCertificat.AuMoins) regle;
        return new Phrase(
                some.nombre() == 1
                        ? "Au moins une de ces conditions est réunie :"
                        : "Au moins " + some.nombre() + " de ces conditions sont réunies :",
                some.regles().stream().map(r -> certificat(r, blocs)).toList(),
                some.provenance());
    }

    /** What several évaluateurs make together. */
    public static Phrase concordance(Referentiel referentiel) {
        Concordance concordance = referentiel.concordance();
        String binary =
                switch (concordance.binaire()) {
                    case UNANIMITE ->
                        "Sur un critère acquis ou non acquis, les évaluateurs doivent être d’accord : s’ils divergent, seul le jury tranche.";
                    case PLUS_BASSE -> "Un critère est acquis quand aucun évaluateur ne le dit non acquis.";
                    case MAJORITE ->
                        "Sur un critère acquis ou non acquis, l’avis du plus grand nombre d’évaluateurs l’emporte : à égalité, seul le jury tranche.";
                };
        String points =
                switch (concordance.points()) {
                    case MOYENNE -> " Sur un critère noté en points, la note est la moyenne des leurs.";
                    case PLUS_BASSE -> " Sur un critère noté en points, la plus basse de leurs notes est retenue.";
                    case PLUS_HAUTE -> " Sur un critère noté en points, la plus haute de leurs notes est retenue.";
                };
        String gap = concordance.ecartMaximal() == null
                ? ""
                : " Si leurs notes s’écartent de plus de " + number(concordance.ecartMaximal())
                        + " points sur 20, le jury tranche quand l’issue en dépend.";
        return Phrase.of(binary + points + gap + " Une absence n’est jamais un zéro.", concordance.provenance());
    }

    /** How the jury is composed and how it votes. */
    public static List<String> jury(RegleJury jury) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                jury.role() == RegleJury.Pouvoir.DECIDE
                        ? "Le jury décide ; la proposition calculée ne le lie pas."
                        : "Le jury propose à " + (jury.proposeA() == null ? "la CPNE" : jury.proposeA())
                                + ", qui décide.");
        String colleges = list(jury.votingColleges().stream()
                .map(c -> "« " + fr(c.intitule()) + " » (" + c.min() + " au moins"
                        + (c.max() == null ? "" : ", " + c.max() + " au plus") + ")")
                .toList());
        sentences.add(count(jury.membresMin(), "membre", "membres") + " au moins"
                + (jury.membresMax() == null ? "" : ", " + jury.membresMax() + " au plus")
                + (jury.colleges().isEmpty() ? "." : " : " + colleges + "."));
        if (jury.parite()) {
            sentences.add("Les collèges pèsent autant dans le vote, quel que soit le nombre de présents de chacun.");
        } else {
            List<String> heavier = jury.votingColleges().stream()
                    .filter(c -> c.poids() > 1)
                    .map(c -> c.poids() + " dans « " + fr(c.intitule()) + " »")
                    .toList();
            sentences.add("Chaque membre présent a une voix" + (heavier.isEmpty() ? "" : ", mais " + list(heavier))
                    + " ; aucune parité n’est demandée.");
        }
        jury.colleges().stream()
                .filter(c -> !c.isVoting())
                .forEach(c -> sentences.add(
                        "« " + fr(c.intitule()) + " » : assistent sans voter et ne comptent pas dans l’effectif."));
        if (jury.quorum() != null) {
            sentences.add("Quorum : " + count(jury.quorum().membres(), "membre présent", "membres présents")
                    + quorumByCollege(jury) + ".");
        }
        for (RegleJury.MajoriteCollege asked : jury.majoritesColleges()) {
            sentences.add("Dans « " + fr(college(jury, asked.college())) + " », il faut en plus "
                    + asked.fraction().libelle() + ".");
        }
        sentences.add(presidence(jury));
        sentences.add(
                jury.majorite() == RegleJury.Majorite.SIMPLE
                        ? "Un bloc est validé à la majorité simple : plus de voix pour que contre."
                        : "Un bloc est validé à la majorité absolue : plus de la moitié des voix présentes.");
        sentences.add(
                jury.egalite() == RegleJury.Egalite.AJOURNEMENT
                        ? "En cas d’égalité, le dossier est ajourné."
                        : "En cas d’égalité, la voix du président l’emporte.");
        if (jury.pratiqueAnneesMin() != null) {
            sentences.add("Chaque membre justifie d’au moins "
                    + count(jury.pratiqueAnneesMin(), "an", "ans")
                    + " de pratique du métier.");
        }
        if (jury.validationCertificateur()) {
            sentences.add("Le certificateur valide la composition avant que le jury siège.");
        }
        if (jury.convocationJours() != null) {
            sentences.add("Le jury est convoqué au moins " + count(jury.convocationJours(), "jour", "jours")
                    + " avant sa séance.");
        }
        if (jury.suppleants()) {
            sentences.add("Un suppléant peut remplacer un titulaire de son collège.");
        }
        if (!jury.signataires().isEmpty()) {
            sentences.add("Le procès-verbal est signé par "
                    + list(jury.signataires().stream()
                            .map(RulesInWords::signataire)
                            .toList())
                    + ".");
        }
        if (jury.recours() != null) {
            sentences.add(recours(jury.recours()));
        }
        for (RegleJury.Incompatibilite incompatibilite : jury.incompatibilites()) {
            sentences.add(
                    incompatibilite.effet() == RegleJury.Effet.EXCLU
                            ? "Un membre ne siège pas s’"
                                    + incompatibilite.type().libelle() + "."
                            : "Un membre siège sans voter s’"
                                    + incompatibilite.type().libelle() + ".");
        }
        return sentences.stream().map(Typographie::francaise).toList();
    }

    private static String college(RegleJury jury, String code) {
        return jury.college(code).map(RegleJury.College::intitule).orElse(code);
    }

    private static String quorumByCollege(RegleJury jury) {
        List<String> each = jury.quorum().colleges().entrySet().stream()
                .map(e -> e.getValue() + " de « " + fr(college(jury, e.getKey())) + " »")
                .toList();
        return each.isEmpty() ? "" : ", dont au moins " + list(each);
    }

    private static String presidence(RegleJury jury) {
        return switch (jury.presidence()) {
            case ALTERNEE -> "La présidence alterne entre les collèges, d’un jury de la branche au suivant.";
            case ALTERNEE_ANNUELLE ->
                "La présidence alterne entre les collèges d’une année à l’autre ; en "
                        + jury.presidenceAnnuelle().annee() + ", elle revient à « "
                        + fr(college(jury, jury.presidenceAnnuelle().college())) + " ».";
            case DESIGNEE -> "La présidence est désignée à la composition du jury.";
        };
    }

    private static String signataire(RegleJury.Signataire signataire) {
        return switch (signataire) {
            case PRESIDENT -> "le président";
            case MEMBRES -> "les membres";
            case UN_PAR_COLLEGE -> "un membre de chaque collège";
            case SECRETAIRE -> "le secrétariat";
        };
    }

    private static String recours(RegleJury.Recours recours) {
        if (!recours.ouvert()) {
            return "La décision n’ouvre pas de recours devant la branche.";
        }
        return "Recours devant « " + fr(recours.instance()) + " »"
                + (recours.delaiJours() == null
                        ? ""
                        : ", dans les " + count(recours.delaiJours(), "jour", "jours") + " de la notification")
                + (recours.conditions().isEmpty() ? "." : " : " + list(recours.conditions()) + ".");
    }

    /** What the certification does in the classification, for each effect declared. */
    public static List<Phrase> effets(Referentiel referentiel, Map<String, Classification> classifications) {
        if (referentiel.effets().isEmpty()) {
            return List.of(Phrase.of("La branche ne déclare aucun effet sur la classification.", null));
        }
        return referentiel.effets().stream()
                .map(e -> effet(e, Optional.ofNullable(e.classification()).map(classifications::get), classifications))
                .toList();
    }

    private static Phrase effet(
            EffetCertification effet, Optional<Classification> grid, Map<String, Classification> classifications) {
        String where = effet.article() == null ? "" : " (" + effet.article() + ")";
        String dates = period(effet.du(), effet.au());
        String when = dates.isEmpty() ? "" : " Règle en vigueur " + dates + ".";
        if (effet instanceof EffetCertification.PlancherSiNiveauExige floor) {
            List<Phrase> levels = new TreeMap<>(floor.niveaux())
                    .entrySet().stream()
                            .map(entry -> Phrase.of(
                                    "L’offre exige le niveau " + entry.getKey() + " : l’emploi est classé au moins "
                                            + position(grid, entry.getValue()) + ".",
                                    null))
                            .toList();
            return new Phrase(
                    "Aucun effet par elle-même" + where
                            + " : c’est l’emploi qui est classé, jamais la personne. Une classe minimale n’est due que si l’offre d’emploi exige elle-même un niveau."
                            + when,
                    levels,
                    effet.provenance());
        }
        if (effet instanceof EffetCertification.MinimumEmploiRepere minimum) {
            List<Phrase> jobs = minimum.emplois().stream()
                    .map(code -> grid.flatMap(g -> g.emploi(code))
                            .map(emploi -> Phrase.of(job(emploi, grid), emploi.provenance()))
                            .orElseGet(() -> Phrase.of(code, null)))
                    .toList();
            return new Phrase(
                    "Donne accès à un emploi-repère" + where
                            + " ; quand il est occupé, le minimum est dû. Un coefficient plus élevé n’est jamais réduit."
                            + when,
                    jobs,
                    effet.provenance());
        }
        if (effet instanceof EffetCertification.Code code) {
            return Phrase.of(
                    "L’effet est calculé par la règle « " + code.nom() + " » de la branche" + where + "." + when,
                    effet.provenance());
        }
        return Phrase.of(
                effet instanceof EffetCertification.Aucun
                        ? "Aucun effet par elle-même" + where + "." + conditions(effet, classifications) + when
                        : kind(effet, grid) + where + "." + conditions(effet, classifications) + when,
                effet.provenance());
    }

    private static String job(EmploiRepere emploi, Optional<Classification> grid) {
        return emploi.intitule() + " : au moins " + position(grid, emploi.position()) + ".";
    }

    private static String position(Optional<Classification> grid, String key) {
        return grid.flatMap(g -> g.position(key))
                .map(p -> p.designation(p.coefficient()))
                .orElse(key);
    }

    /** The kinds that fit in one sentence. */
    private static String kind(EffetCertification effet, Optional<Classification> grid) {
        String jobs = effet.emplois().isEmpty() ? "" : " (" + String.join(" ou ", jobs(effet.emplois(), grid)) + ")";
        if (effet instanceof EffetCertification.PlancherSiPoste floor) {
            return "Au moins " + position(grid, floor.position()) + ", seulement si l’emploi est tenu" + jobs
                    + (floor.priseEffet() == EffetCertification.PriseEffet.MOIS_SUIVANT
                            ? ", à compter du mois qui suit la décision du jury"
                            : "")
                    + (floor.sansPoste() == null ? "" : " ; sinon : " + withoutStop(floor.sansPoste()));
        }
        if (effet instanceof EffetCertification.PositionFixee fixed) {
            return "Position fixée par la CPNE : " + position(grid, fixed.position())
                    + (jobs.isEmpty() ? "" : ", quand l’emploi y correspond" + jobs);
        }
        if (effet instanceof EffetCertification.EntreeSortie steps) {
            String options = new TreeMap<>(steps.avecOption())
                    .entrySet().stream()
                            .map(o -> ", " + position(grid, o.getValue()) + " avec l’option " + o.getKey())
                            .collect(Collectors.joining());
            return (steps.entree() == null
                            ? ""
                            : "Pendant le parcours " + position(grid, steps.entree()) + " au moins ; ")
                    + "à la réussite " + position(grid, steps.sortie()) + " au moins" + options + jobs;
        }
        if (effet instanceof EffetCertification.GarantieMinimale guarantee) {
            return "Garantit " + position(grid, guarantee.position()) + " au moins"
                    + (guarantee.dureeMois() == null ? "" : " pendant " + guarantee.dureeMois() + " mois")
                    + (jobs.isEmpty() ? "" : ", sauf embauche dans un autre emploi" + jobs);
        }
        if (effet instanceof EffetCertification.Presomption presumption) {
            return "Présume " + position(grid, presumption.position())
                    + " quand l’employeur a exigé la certification ou envoyé en formation ; l’emploi tenu reste déterminant";
        }
        if (effet instanceof EffetCertification.Points points) {
            return "Ajoute " + points.points() + " points"
                    + switch (points.quand()) {
                        case TOUJOURS -> "";
                        case EMPLOI_TENU -> " si l’emploi est tenu" + jobs;
                        case EMPLOI_NON_TENU -> " si l’emploi n’est pas tenu" + jobs;
                    };
        }
        if (effet instanceof EffetCertification.Majoration bonus) {
            return "Majore le salaire minimum"
                    + bonus.tranches().stream()
                            .map(t -> " de " + bonus(t) + positions(t.positions(), grid) + " " + period(t.du(), t.au()))
                            .collect(Collectors.joining(","))
                    + ", dans les emplois de son domaine" + jobs
                    + (bonus.enregistrement() == null
                            ? ""
                            : ", tant qu’elle est enregistrée ("
                                    + bonus.enregistrement().name() + ")");
        }
        EffetCertification.Acces access = (EffetCertification.Acces) effet;
        List<String> opened = new ArrayList<>(jobs(access.emplois(), grid));
        access.positions().forEach(key -> opened.add(position(grid, key)));
        return "Donne accès à " + String.join(", ", opened)
                + (access.complement() == null ? "" : " ; est demandé aussi : " + withoutStop(access.complement()));
    }

    private static String bonus(EffetCertification.Tranche tranche) {
        return tranche.taux() != null
                ? Typographie.nombre(tranche.taux()) + " %"
                : Typographie.nombre(tranche.montant()) + " " + tranche.unite().libelle();
    }

    private static String positions(List<String> keys, Optional<Classification> grid) {
        return keys.isEmpty()
                ? ""
                : " pour " + keys.stream().map(key -> position(grid, key)).collect(Collectors.joining(", "));
    }

    private static List<String> jobs(List<String> codes, Optional<Classification> grid) {
        return codes.stream()
                .map(code -> grid.flatMap(g -> g.emploi(code))
                        .map(e -> "« " + e.intitule() + " »")
                        .orElse(code))
                .toList();
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** To whom an effect applies, when that is not everybody. */
    private static String conditions(EffetCertification effet, Map<String, Classification> grids) {
        EffetCertification.Conditions asked = effet.conditions();
        if (asked == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (!asked.idcc().isEmpty()) {
            parts.add("chez un employeur de l’IDCC " + String.join(" ou ", asked.idcc()));
        }
        if (!asked.secteurs().isEmpty()) {
            parts.add("dans le secteur « "
                    + asked.secteurs().stream()
                            .map(code -> secteur(code, grids))
                            .collect(Collectors.joining(" » ou « "))
                    + " »");
        }
        if (!asked.options().isEmpty()) {
            parts.add("avec l’option " + String.join(" ou ", asked.options()));
        }
        bounds(asked.ancienneteMoisMin(), asked.ancienneteMoisMax(), "mois d’ancienneté", parts);
        bounds(asked.ageMin(), asked.ageMax(), "ans", parts);
        return parts.isEmpty() ? "" : " Vaut " + String.join(", ", parts) + ".";
    }

    private static String secteur(String code, Map<String, Classification> grids) {
        return grids.values().stream()
                .flatMap(g -> g.secteurs().stream())
                .filter(s -> s.code().equals(code))
                .map(Classification.Secteur::intitule)
                .findFirst()
                .orElse(code);
    }

    private static void bounds(Integer min, Integer max, String unit, List<String> into) {
        if (min != null && max != null) {
            into.add("de " + min + " à " + max + " " + unit);
        } else if (min != null) {
            into.add("à partir de " + min + " " + unit);
        } else if (max != null) {
            into.add("jusqu’à " + max + " " + unit);
        }
    }
}
