package fr.parchemin.branche.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.referentiel.BienLie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.CycleDeVie;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.EpreuveExterne;
import fr.parchemin.referentiel.Papier;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.ReferentielComplementaire;
import fr.parchemin.referentiel.Sessions;
import fr.parchemin.referentiel.TitreExercice;
import fr.parchemin.referentiel.Transition;
import fr.parchemin.referentiel.Transition.Correspondance;
import fr.parchemin.referentiel.Vae;
import fr.parchemin.referentiel.Voie;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a référentiel says beside blocs, rules, jury and effects: rights to practise, VAE, transitions, papers. */
final class CoherenceComplements {

    /** Days within which the certificateur answers by law: two months, the shortest of which have 59 days. */
    private static final int RECEVABILITE_JOURS = 59;

    private static final Pattern CHAMP = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> CHAMPS = Set.of(
            "titulaire",
            "certification",
            "niveau",
            "numero",
            "date",
            "lieu",
            "blocs",
            "mentions",
            "jury",
            "certificateur",
            "recours");

    private final DefinitionBranche definition;
    private final Referentiel referentiel;
    private final Objections objections;

    CoherenceComplements(DefinitionBranche definition, Referentiel referentiel, Objections objections) {
        this.definition = definition;
        this.referentiel = referentiel;
        this.objections = objections;
    }

    void check() {
        checkCertification(referentiel.certification());
        checkModalites();
        checkTitres();
        checkExternes();
        Set<String> codes = new HashSet<>();
        int index = 0;
        for (ReferentielComplementaire more : referentiel.referentielsComplementaires()) {
            objections.unique(
                    codes,
                    more.code(),
                    "/referentielsComplementaires/" + index++ + "/code",
                    "le référentiel complémentaire");
        }
        if (referentiel.vae() != null) {
            checkVae(referentiel.vae());
        }
        checkPapiers();
        checkTransitions();
    }

    private void checkCertification(Certification certification) {
        checkEnregistrements(certification.enregistrements());
        CycleDeVie cycle = certification.cycleDeVie();
        if (cycle != null && cycle.dureeMois() != null) {
            for (int i = 0; i < cycle.surveillance().size(); i++) {
                if (cycle.surveillance().get(i).tousLesMois() >= cycle.dureeMois()) {
                    objections.add(
                            "/certification/cycleDeVie/surveillance/" + i + "/tousLesMois",
                            "la surveillance n’aurait jamais lieu : le certificat dure " + cycle.dureeMois() + " mois");
                }
            }
        }
        Sessions sessions = certification.sessions();
        if (sessions != null
                && sessions.effectifMin() != null
                && sessions.effectifMax() != null
                && sessions.effectifMax() < sessions.effectifMin()) {
            objections.add(
                    "/certification/sessions/effectifMax",
                    "une session ne s’ouvrirait jamais : " + sessions.effectifMin() + " candidats au moins, "
                            + sessions.effectifMax() + " au plus");
        }
        Set<String> biens = new HashSet<>();
        int index = 0;
        for (BienLie bien : certification.biensLies()) {
            objections.unique(biens, bien.code(), "/certification/biensLies/" + index++ + "/code", "le bien lié");
        }
    }

    /**
     * A renewal is a new fiche with a new code, that takes over where the one before ends: of one kind, one is in force a day.
     * The répertoires are apart, and a certification transmitted once may be registered later.
     */
    private void checkEnregistrements(List<Enregistrement> periods) {
        for (int index = 0; index < periods.size(); index++) {
            Enregistrement one = periods.get(index);
            for (Enregistrement before : periods.subList(0, index)) {
                if (before.statut() == one.statut()
                        && CoherenceClassification.overlap(before.du(), before.au(), one.du(), one.au())) {
                    objections.add(
                            "/certification/enregistrements/" + index + "/du",
                            "cette période en chevauche une autre du même statut, " + told(before)
                                    + " : une seule est en vigueur un jour donné ; la fin de l’une est la veille du début de l’autre");
                }
            }
        }
    }

    private static String told(Enregistrement period) {
        return (period.code() == null ? period.statut().name() : period.code())
                + (period.du() == null ? "" : " du " + period.du())
                + (period.au() == null ? " sans échéance" : " au " + period.au());
    }

    /** A kind of épreuve that a compétence foresees is held by an épreuve of its bloc that sees it. */
    private void checkModalites() {
        int bloc = 0;
        for (BlocCompetences checked : referentiel.blocs()) {
            int rank = 0;
            for (Competence competence : checked.competences()) {
                String at = "/blocs/" + bloc + "/competences/" + rank++ + "/modalites";
                Set<Epreuve.Modalite> held = checked.epreuves().stream()
                        .filter(e -> competence.criteres().stream()
                                .anyMatch(c -> checked.criteres(e).containsKey(c.code())))
                        .map(Epreuve::modalite)
                        .collect(Collectors.toSet());
                for (int i = 0; i < competence.modalites().size(); i++) {
                    if (!held.contains(competence.modalites().get(i))) {
                        objections.add(
                                at + "/" + i,
                                "aucune épreuve du bloc n’observe la compétence « " + competence.code()
                                        + " » sous la forme "
                                        + competence.modalites().get(i));
                    }
                }
            }
            bloc++;
        }
    }

    private void checkTitres() {
        Set<String> codes = new HashSet<>();
        int index = 0;
        for (TitreExercice titre : referentiel.titresExercice()) {
            String at = "/titresExercice/" + index++;
            objections.unique(codes, titre.code(), at + "/code", "le titre d’exercice");
            prerequis(titre.prerequis(), at + "/prerequis");
            TitreExercice.Renouvellement renewal = titre.renouvellement();
            if (renewal == null) {
                continue;
            }
            prerequis(renewal.prerequis(), at + "/renouvellement/prerequis");
            within(titre, renewal.demandeMoisAvant(), at + "/renouvellement/demandeMoisAvant");
            within(titre, renewal.formationMoisAvant(), at + "/renouvellement/formationMoisAvant");
            if (renewal.formation() == null && (renewal.formationMoisAvant() != null || renewal.heures() != null)) {
                objections.add(
                        at + "/renouvellement", "« formationMoisAvant » et « heures » supposent une « formation »");
            }
        }
    }

    private void within(TitreExercice titre, Integer months, String at) {
        if (months != null && titre.validiteMois() != null && months > titre.validiteMois()) {
            objections.add(
                    at,
                    months + " mois avant l’échéance, c’est avant la délivrance : le titre dure " + titre.validiteMois()
                            + " mois");
        }
    }

    private void prerequis(List<String> codes, String at) {
        for (int i = 0; i < codes.size(); i++) {
            if (referentiel.certification().prerequis(codes.get(i)).isEmpty()) {
                objections.add(at + "/" + i, "le prérequis « " + codes.get(i) + " » n’existe pas");
            }
        }
    }

    private void checkExternes() {
        Set<String> codes = new HashSet<>();
        int index = 0;
        for (EpreuveExterne externe : referentiel.epreuvesExternes()) {
            String at = "/epreuvesExternes/" + index++;
            objections.unique(codes, externe.code(), at + "/code", "l’épreuve externe");
            if (externe.prerequis() != null) {
                prerequis(List.of(externe.prerequis()), at + "/prerequis");
            }
            for (int i = 0; i < externe.ouvre().size(); i++) {
                if (referentiel.blocOfEpreuve(externe.ouvre().get(i)).isEmpty()) {
                    objections.add(
                            at + "/ouvre/" + i,
                            "l’épreuve « " + externe.ouvre().get(i) + " » n’existe pas dans le référentiel");
                }
            }
        }
    }

    /** National rules: a branch adds to them and lifts none. */
    private void checkVae(Vae vae) {
        if (!referentiel.certification().voies().contains(Voie.VAE)) {
            objections.add("/vae", "la VAE n’est pas parmi les voies d’accès de la certification");
        }
        boolean legal = vae.route() != Vae.Route.BRANCHE;
        boolean registered = referentiel.certification().enregistrements().stream()
                .anyMatch(e -> e.statut() == Enregistrement.Statut.RNCP);
        if (legal && !registered) {
            objections.add(
                    "/vae/route",
                    "la VAE légale suppose un enregistrement au RNCP : pour un certificat qui n’y est pas, BRANCHE");
        }
        if (!legal) {
            return;
        }
        if (vae.experienceMinMois() != null && vae.experienceMinMois() > 0) {
            objections.add(
                    "/vae/experienceMinMois",
                    "la loi du 21 décembre 2022 a supprimé toute durée minimale d’expérience, une branche n’en exige pas");
        }
        if (Boolean.FALSE.equals(vae.blocsSeuls())) {
            objections.add("/vae/blocsSeuls", "la loi permet de viser des blocs seuls, une branche ne l’interdit pas");
        }
        if (vae.recevabiliteJours() != null && vae.recevabiliteJours() > RECEVABILITE_JOURS) {
            objections.add(
                    "/vae/recevabiliteJours",
                    "la recevabilité est répondue en deux mois (L. 6412-2), au plus " + RECEVABILITE_JOURS + " jours");
        }
        if (vae.silence() == Vae.Silence.REFUS) {
            objections.add("/vae/silence", "le silence gardé deux mois vaut recevabilité (L. 6412-2)");
        }
        if (vae.dossiersParAn() != null && vae.dossiersParAn() > 1) {
            objections.add(
                    "/vae/dossiersParAn",
                    "un seul dossier par certification entière et par année civile (R. 6412-3), une branche n’en ouvre pas davantage");
        }
        if (referentiel.jury().membresMin() < 2) {
            objections.add("/jury/membresMin", "un jury de VAE compte au moins deux membres (D. 6412-6)");
        }
    }

    private void checkPapiers() {
        if (referentiel.documents() == null) {
            return;
        }
        Set<Papier.Type> types = new HashSet<>();
        int index = 0;
        for (Papier papier : referentiel.documents().papiers()) {
            String at = "/documents/papiers/" + index++;
            if (!types.add(papier.type())) {
                objections.add(at + "/type", "le papier « " + papier.type() + " » est déjà décrit");
            }
            for (int i = 0; i < papier.parties().size(); i++) {
                Matcher champs = CHAMP.matcher(papier.parties().get(i).texte());
                while (champs.find()) {
                    if (!CHAMPS.contains(champs.group(1))) {
                        objections.add(
                                at + "/parties/" + i + "/texte",
                                "le champ {" + champs.group(1) + "} n’existe pas, attendu : "
                                        + String.join(", ", new TreeSet<>(CHAMPS)));
                    }
                }
            }
        }
    }

    private void checkTransitions() {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (Transition transition : referentiel.transitions()) {
            String at = "/transitions/" + index++;
            objections.unique(seen, transition.depuis(), at + "/depuis", "la version");
            checkTransition(transition, at);
        }
    }

    private void checkTransition(Transition transition, String at) {
        if (BrancheEnMemoire.compareVersions(transition.depuis(), referentiel.version()) >= 0) {
            objections.add(
                    at + "/depuis",
                    "la version " + transition.depuis() + " n’est pas antérieure à " + referentiel.version());
            return;
        }
        Optional<Referentiel> earlier = definition
                .referentiel(referentiel.certification().code(), transition.depuis())
                .map(VersionDefinie::referentiel);
        if (earlier.isEmpty()) {
            objections.add(
                    at + "/depuis",
                    "la définition n’a plus la version " + transition.depuis()
                            + " : gardez son fichier tant que sa transition est déclarée");
            return;
        }
        Referentiel old = earlier.get();
        if (transition.delivranceJusquAu() != null
                && old.enVigueurAu() != null
                && transition.delivranceJusquAu().isBefore(old.enVigueurAu())) {
            objections.add(
                    at + "/delivranceJusquAu",
                    "des dossiers s’ouvriraient encore sous la version " + old.version()
                            + " quand elle ne se délivre plus : elle est en vigueur jusqu’au " + old.enVigueurAu());
        }
        follow(
                transition.blocs(),
                at + "/blocs",
                "le bloc",
                blocs(old).keySet(),
                blocs(referentiel).keySet());
        Set<String> told = transition.blocs().stream().map(Correspondance::de).collect(Collectors.toSet());
        old.blocs().stream()
                .map(BlocCompetences::code)
                .filter(code -> !told.contains(code))
                .forEach(code -> objections.add(
                        at + "/blocs",
                        "rien n’est dit du bloc « " + code + " » de la version " + old.version()
                                + " ; s’il n’a pas de suite, écrivez vers: []"));
        follow(
                transition.competences(),
                at + "/competences",
                "la compétence",
                competences(old).keySet(),
                competences(referentiel).keySet());
        Map<String, Critere> before = criteres(old);
        Map<String, Critere> after = criteres(referentiel);
        follow(transition.criteres(), at + "/criteres", "le critère", before.keySet(), after.keySet());
        for (int i = 0; i < transition.criteres().size(); i++) {
            Critere from = before.get(transition.criteres().get(i).de());
            for (String code : transition.criteres().get(i).vers()) {
                Critere to = after.get(code);
                if (from != null && to != null && !sameScale(from, to)) {
                    objections.add(
                            at + "/criteres/" + i,
                            "« " + from.code() + " » et « " + code
                                    + " » n’ont pas la même échelle : une note ne passe pas de l’un à l’autre");
                }
            }
        }
        follow(
                transition.epreuves(),
                at + "/epreuves",
                "l’épreuve",
                Set.copyOf(old.codesEpreuves()),
                Set.copyOf(referentiel.codesEpreuves()));
    }

    private static boolean sameScale(Critere one, Critere other) {
        return one.echelle() == other.echelle()
                && (one.bareme() == null
                        ? other.bareme() == null
                        : other.bareme() != null && one.bareme().compareTo(other.bareme()) == 0);
    }

    private void follow(List<Correspondance> said, String at, String what, Set<String> before, Set<String> after) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < said.size(); i++) {
            Correspondance one = said.get(i);
            String place = at + "/" + i;
            objections.unique(seen, one.de(), place + "/de", what);
            if (!before.contains(one.de())) {
                objections.add(place + "/de", what + " « " + one.de() + " » n’existe pas dans la version antérieure");
            }
            for (int j = 0; j < one.vers().size(); j++) {
                if (!after.contains(one.vers().get(j))) {
                    objections.add(
                            place + "/vers/" + j,
                            what + " « " + one.vers().get(j) + " » n’existe pas dans cette version");
                }
            }
        }
    }

    private static Map<String, BlocCompetences> blocs(Referentiel of) {
        return byCode(of.blocs().stream(), BlocCompetences::code);
    }

    private static Map<String, Competence> competences(Referentiel of) {
        return byCode(of.blocs().stream().flatMap(b -> b.competences().stream()), Competence::code);
    }

    private static Map<String, Critere> criteres(Referentiel of) {
        return byCode(
                of.blocs().stream().flatMap(b -> b.competences().stream()).flatMap(c -> c.criteres().stream()),
                Critere::code);
    }

    private static <T> Map<String, T> byCode(Stream<T> items, Function<T, String> code) {
        return items.collect(Collectors.toMap(code, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
