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
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.RegleJury;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        if (regle instanceof Regle.Externe code) {
            return Phrase.of("La règle « " + code.nom() + " » de la branche est satisfaite.", regle.provenance());
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
        RegleCertificat regle = referentiel.regle();
        if (regle instanceof RegleCertificat.Externe code) {
            return Phrase.of(
                    "Des blocs au certificat, la règle « " + code.nom() + " » de la branche dit ce qui est proposé.",
                    regle.provenance());
        }
        int blocs = referentiel.blocs().size();
        int required = regle.required(blocs);
        return Phrase.of(
                required >= blocs
                        ? "Le certificat suppose la validation de tous les blocs (" + blocs + " sur " + blocs + ")."
                        : "Le certificat suppose la validation d’au moins " + required + " blocs sur " + blocs + ".",
                regle.provenance());
    }

    /** What several évaluateurs make together. */
    public static Phrase concordance(Referentiel referentiel) {
        return Phrase.of(
                "Sur un critère acquis ou non acquis, les évaluateurs doivent être d’accord : s’ils divergent, seul le jury tranche. Sur un critère noté en points, la note est la moyenne des leurs. Une absence n’est jamais un zéro.",
                referentiel.concordance() == null
                        ? null
                        : referentiel.concordance().provenance());
    }

    /** How the jury is composed and how it votes. */
    public static List<String> jury(RegleJury jury) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                jury.role() == RegleJury.Pouvoir.DECIDE
                        ? "Le jury décide ; la proposition calculée ne le lie pas."
                        : "Le jury propose à la CPNE, qui décide.");
        String colleges = list(jury.colleges().stream()
                .map(c -> "« " + fr(c.intitule()) + " » (" + c.min() + " au moins)")
                .toList());
        sentences.add(count(jury.membresMin(), "membre", "membres") + " au moins"
                + (jury.colleges().isEmpty() ? "." : " : " + colleges + "."));
        if (jury.parite()) {
            sentences.add("Les collèges pèsent autant dans le vote, quel que soit le nombre de présents de chacun.");
        } else {
            sentences.add("Chaque membre présent a une voix ; aucune parité n’est demandée.");
        }
        sentences.add(
                jury.presidence() == RegleJury.Presidence.ALTERNEE
                        ? "La présidence alterne entre les collèges, d’un jury de la branche au suivant."
                        : "La présidence est désignée à la composition du jury.");
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

    /** What the certification does in the classification, for each effect declared. */
    public static List<Phrase> effets(Referentiel referentiel, java.util.Map<String, Classification> classifications) {
        if (referentiel.effets().isEmpty()) {
            return List.of(Phrase.of("La branche ne déclare aucun effet sur la classification.", null));
        }
        return referentiel.effets().stream()
                .map(e -> effet(e, Optional.ofNullable(e.classification()).map(classifications::get)))
                .toList();
    }

    private static Phrase effet(EffetCertification effet, Optional<Classification> grid) {
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
        return Phrase.of("Aucun effet par elle-même" + where + "." + when, effet.provenance());
    }

    private static String job(EmploiRepere emploi, Optional<Classification> grid) {
        return emploi.intitule() + " : au moins " + position(grid, emploi.position()) + ".";
    }

    private static String position(Optional<Classification> grid, String key) {
        return grid.flatMap(g -> g.position(key))
                .map(p -> p.libelle() + (p.coefficient() == null ? "" : ", coefficient " + p.coefficient()))
                .orElse(key);
    }
}
