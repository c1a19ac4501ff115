package fr.parchemin.classification;

import fr.parchemin.acte.Typographie;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.Statut;
import fr.parchemin.classification.Classification.Variante;
import fr.parchemin.classification.Effet.Type;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.EffetCertification.Acces;
import fr.parchemin.referentiel.EffetCertification.Conditions;
import fr.parchemin.referentiel.EffetCertification.EntreeSortie;
import fr.parchemin.referentiel.EffetCertification.GarantieMinimale;
import fr.parchemin.referentiel.EffetCertification.Majoration;
import fr.parchemin.referentiel.EffetCertification.MinimumEmploiRepere;
import fr.parchemin.referentiel.EffetCertification.Nature;
import fr.parchemin.referentiel.EffetCertification.PlancherSiNiveauExige;
import fr.parchemin.referentiel.EffetCertification.PlancherSiPoste;
import fr.parchemin.referentiel.EffetCertification.Points;
import fr.parchemin.referentiel.EffetCertification.PositionFixee;
import fr.parchemin.referentiel.EffetCertification.Presomption;
import fr.parchemin.referentiel.EffetCertification.PriseEffet;
import fr.parchemin.referentiel.EffetCertification.Tranche;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Unite;
import fr.parchemin.regle.Controle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Vues;
import fr.parchemin.spi.EffetPropose;
import fr.parchemin.spi.RegleClassification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The effect of a certification on classification, as its référentiel declares it; a pure function. */
public final class CalculEffet {

    private final Referentiel referentiel;
    private final Map<String, Classification> grids;
    private final ContexteEmploi contexte;
    private final ReglesBranche regles;

    private CalculEffet(
            Referentiel referentiel, Map<String, Classification> grids, ContexteEmploi contexte, ReglesBranche regles) {
        this.referentiel = referentiel;
        this.grids = grids;
        this.contexte = contexte;
        this.regles = regles;
    }

    /**
     * The effect on the position first when one is declared, what goes with it in {@link Effet#autres()}.
     *
     * @param classifications the grids of the branch by code
     */
    public static Effet of(
            Referentiel referentiel, Map<String, Classification> classifications, ContexteEmploi contexte) {
        return of(referentiel, classifications, contexte, ReglesBranche.absentes());
    }

    /** The same where these are asked for effects that a rule in code computes. */
    public static Effet of(
            Referentiel referentiel,
            Map<String, Classification> classifications,
            ContexteEmploi contexte,
            ReglesBranche regles) {
        return new CalculEffet(referentiel, classifications, contexte, regles).effet();
    }

    private Effet effet() {
        List<EffetCertification> dated = referentiel.effets().stream()
                .filter(e -> e.isInForceOn(contexte.le()))
                .toList();
        List<EffetCertification> concerned =
                dated.stream().filter(this::isOfTheEmployer).toList();
        if (concerned.isEmpty()) {
            return unknown(dated);
        }
        List<Effet> byNature = new ArrayList<>();
        for (Nature nature : Nature.values()) {
            concerned.stream()
                    .filter(e -> e.nature() == nature)
                    .map(this::effet)
                    .reduce(this::better)
                    .ifPresent(byNature::add);
        }
        return byNature.get(0).with(byNature.subList(1, byNature.size()));
    }

    private static Effet unknown(List<EffetCertification> elsewhere) {
        return new Effet(
                Type.AUCUN,
                null,
                "Aucun effet connu",
                null,
                null,
                null,
                Typographie.francaise(
                        elsewhere.isEmpty()
                                ? "La branche ne déclare aucun effet sur la classification à cette date."
                                : "La branche ne déclare aucun effet pour la convention de cet employeur : l’effet suit l’employeur, voyez sa propre convention."));
    }

    /** An effect follows the employer: the conventions that it names, or the one of its grid. */
    private boolean isOfTheEmployer(EffetCertification effet) {
        if (contexte.idcc() == null) {
            return true;
        }
        List<String> named = conditions(effet).idcc();
        if (!named.isEmpty()) {
            return named.stream().anyMatch(this::isIdccOfTheEmployer);
        }
        return grid(effet).map(g -> isIdccOfTheEmployer(g.idcc())).orElse(true);
    }

    /** An IDCC is a number: 0016 and 16 are the same convention. */
    private boolean isIdccOfTheEmployer(String idcc) {
        return withoutZeros(idcc).equals(withoutZeros(contexte.idcc()));
    }

    private static String withoutZeros(String idcc) {
        return idcc.replaceFirst("^0+(?=.)", "");
    }

    private static Conditions conditions(EffetCertification effet) {
        return effet.conditions() == null
                ? new Conditions(null, null, null, null, null, null, null)
                : effet.conditions();
    }

    private Optional<Classification> grid(EffetCertification effet) {
        return Optional.ofNullable(effet.classification()).map(grids::get);
    }

    /** Of two effects of one nature the more favourable; one that says nothing gives way. */
    private Effet better(Effet one, Effet other) {
        if (other.type() == Type.AUCUN) {
            return one;
        }
        if (one.type() == Type.AUCUN) {
            return other;
        }
        Comparator<Effet> favourable = Comparator.comparing(
                        Effet::coefficient, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
                .thenComparing(this::rank)
                .thenComparing(Effet::points, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Effet::montant, Comparator.nullsFirst(Comparator.naturalOrder()));
        return favourable.compare(one, other) >= 0 ? one : other;
    }

    private int rank(Effet effet) {
        return Optional.ofNullable(effet.classification())
                .map(grids::get)
                .flatMap(g -> Optional.ofNullable(effet.position())
                        .flatMap(g::position)
                        .map(g.positions()::indexOf))
                .orElse(-1);
    }

    private Effet effet(EffetCertification effet) {
        Optional<String> unmet = unmet(conditions(effet));
        if (unmet.isPresent()) {
            return none(effet, unmet.get());
        }
        if (effet instanceof EffetCertification.Aucun) {
            return none(effet, "La certification n’ouvre par elle-même aucun droit à une classe.");
        }
        if (effet instanceof Points points) {
            return points(points);
        }
        Optional<Classification> grid = grid(effet);
        if (grid.isEmpty()) {
            return withoutGrid(effet);
        }
        Classification g = grid.get();
        if (effet instanceof PlancherSiNiveauExige plancher) {
            return floorWhenRequired(plancher, g);
        }
        if (effet instanceof MinimumEmploiRepere minimum) {
            return minimumOfJob(minimum, g);
        }
        if (effet instanceof EffetCertification.Code code) {
            return byRule(code, g);
        }
        if (effet instanceof PlancherSiPoste plancher) {
            return floorOfJob(plancher, g);
        }
        if (effet instanceof PositionFixee fixee) {
            return fixed(fixee, g);
        }
        if (effet instanceof EntreeSortie steps) {
            return step(steps, g);
        }
        if (effet instanceof GarantieMinimale garantie) {
            return guaranteed(garantie, g);
        }
        if (effet instanceof Presomption presomption) {
            return presumed(presomption, g);
        }
        if (effet instanceof Majoration majoration) {
            return bonus(majoration, g);
        }
        return access((Acces) effet, g);
    }

    /** What of the conditions does not hold, in French; what is not known does not hold. */
    private Optional<String> unmet(Conditions conditions) {
        if (!conditions.secteurs().isEmpty()
                && conditions.secteurs().stream().noneMatch(s -> s.equals(contexte.secteur()))) {
            return Optional.of("Cet effet ne vaut que dans certains secteurs (" + or(sectorNames(conditions.secteurs()))
                    + ")" + (contexte.secteur() == null ? " : celui de l’employeur n’est pas indiqué." : "."));
        }
        if (!conditions.options().isEmpty() && contexte.options().stream().noneMatch(conditions.options()::contains)) {
            return Optional.of("Cet effet demande l’option " + or(conditions.options()) + ".");
        }
        return unmet(
                        contexte.ancienneteMois(),
                        conditions.ancienneteMoisMin(),
                        conditions.ancienneteMoisMax(),
                        "mois d’ancienneté",
                        "l’ancienneté n’est pas indiquée")
                .or(() -> unmet(
                        contexte.age(), conditions.ageMin(), conditions.ageMax(), "ans", "l’âge n’est pas indiqué"));
    }

    private static Optional<String> unmet(Integer value, Integer min, Integer max, String unit, String missing) {
        boolean holds = (min == null && max == null)
                || (value != null && (min == null || value >= min) && (max == null || value <= max));
        if (holds) {
            return Optional.empty();
        }
        String asked = min != null && max != null
                ? "de " + min + " à " + max + " " + unit
                : min != null ? "à partir de " + min + " " + unit : "jusqu’à " + max + " " + unit;
        return Optional.of("Cet effet vaut " + asked + (value == null ? " : " + missing + "." : "."));
    }

    private List<String> sectorNames(List<String> codes) {
        return codes.stream()
                .map(code -> grids.values().stream()
                        .flatMap(g -> g.secteurs().stream())
                        .filter(s -> s.code().equals(code))
                        .map(Classification.Secteur::intitule)
                        .findFirst()
                        .orElse(code))
                .toList();
    }

    // ---- kinds

    private Effet floorWhenRequired(PlancherSiNiveauExige plancher, Classification grid) {
        if (contexte.niveauExige() == null) {
            return none(
                    plancher,
                    "C’est l’emploi qui est classé, jamais la personne : détenir la certification n’ouvre aucun droit à une classe minimale tant que l’offre d’emploi n’exige pas de niveau.");
        }
        String key = plancher.niveaux().get(String.valueOf(contexte.niveauExige()));
        if (key == null) {
            return none(
                    plancher,
                    "L’offre exige le niveau " + contexte.niveauExige()
                            + ", pour lequel la convention ne prévoit pas de classe minimale.");
        }
        return due(
                plancher,
                grid,
                key,
                Type.PLANCHER,
                "L’offre d’emploi exige elle-même le niveau " + contexte.niveauExige()
                        + " : l’emploi est classé au moins " + key + ".");
    }

    private Effet minimumOfJob(MinimumEmploiRepere minimum, Classification grid) {
        if (!isHeld(minimum.emplois())) {
            return none(
                    minimum,
                    "C’est l’emploi tenu qui fixe le classement : la certification donne accès à "
                            + String.join(", ", jobNames(grid, minimum.emplois()))
                            + ", dont le minimum est dû dès que l’emploi est tenu.");
        }
        List<EmploiRepere> held = heldJobs(grid);
        if (held.isEmpty()) {
            return outsideTheGrid(minimum, grid).orElseGet(() -> withoutGrid(minimum));
        }
        EmploiRepere emploi = held.stream().max(byPosition(grid)).orElseThrow();
        Position position = grid.position(emploi.position()).orElseThrow();
        String why = (held.size() > 1
                        ? "Plusieurs emplois tenus ("
                                + held.stream().map(EmploiRepere::intitule).collect(Collectors.joining(", "))
                                + ") : le coefficient le plus élevé vaut, "
                        : "L’emploi « " + emploi.intitule() + " » est tenu : ")
                + "le minimum est " + named(position) + ".";
        return due(minimum, grid, position.cle(), Type.MINIMUM, why);
    }

    /** The status of the job held, where the convention gives it no rank. */
    private Optional<Effet> outsideTheGrid(MinimumEmploiRepere minimum, Classification grid) {
        return contexte.emplois().stream()
                .map(grid::emploi)
                .flatMap(Optional::stream)
                .filter(e -> e.statut() != null)
                .findFirst()
                .flatMap(emploi -> grid.statut(emploi.statut()).map(statut -> outside(minimum, grid, emploi, statut)));
    }

    private Effet outside(MinimumEmploiRepere minimum, Classification grid, EmploiRepere emploi, Statut statut) {
        Draft draft = new Draft(minimum, grid, Type.HORS_GRILLE);
        draft.libelle = "Hors grille : " + statut.libelle();
        draft.statut = statut.cle();
        draft.article = statut.article() == null ? minimum.article() : statut.article();
        draft.wage(MinimumSalaire.of(statut.minima(), contexte.le()));
        return draft.because(
                "L’emploi « " + emploi.intitule()
                        + " » n’est pas classé dans la grille : la convention lui donne un statut, la certification n’y attache pas de rang.");
    }

    private Effet floorOfJob(PlancherSiPoste plancher, Classification grid) {
        if (!isHeld(plancher.emplois())) {
            return none(
                    plancher,
                    "Le minimum n’est dû que si l’emploi est tenu ("
                            + or(jobNames(grid, plancher.emplois())) + ")."
                            + (plancher.sansPoste() == null ? "" : " Sinon : " + plancher.sansPoste()));
        }
        LocalDate from = contexte.obtenuLe() == null
                ? null
                : plancher.priseEffet() == PriseEffet.MOIS_SUIVANT
                        ? contexte.obtenuLe().plusMonths(1).withDayOfMonth(1)
                        : contexte.obtenuLe();
        String since = from != null
                ? " à compter du " + Typographie.jour(from)
                : plancher.priseEffet() == PriseEffet.MOIS_SUIVANT
                        ? " à compter du premier jour du mois qui suit la décision du jury"
                        : "";
        if (from != null && contexte.le().isBefore(from)) {
            Draft draft = new Draft(plancher, grid, Type.AUCUN);
            draft.libelle = "Pas encore d’effet";
            draft.aCompterDu = from;
            return draft.because("Le minimum est dû" + since + ".");
        }
        return due(
                plancher,
                grid,
                plancher.position(),
                Type.MINIMUM,
                "L’emploi auquel la certification prépare est tenu : le minimum est " + name(grid, plancher.position())
                        + since + ".",
                from,
                null);
    }

    private Effet byRule(EffetCertification.Code effet, Classification grid) {
        Vues.Emploi vue = new Vues.Emploi(
                contexte.le(),
                referentiel.certification().code(),
                referentiel.version(),
                grid.code(),
                grid.positions().stream().map(Position::cle).toList(),
                Optional.ofNullable(contexte.niveauExige()),
                contexte.emplois(),
                Optional.ofNullable(contexte.coefficientActuel()));
        return regles.ask(
                        RegleClassification.class,
                        effet.nom(),
                        rule -> rule.calculer(vue),
                        EffetPropose.class,
                        answer -> flaw(answer, grid))
                .fold(
                        answer -> answer instanceof EffetPropose.Minimum minimum
                                ? due(effet, grid, minimum.position(), Type.MINIMUM, minimum.explication())
                                : none(effet, answer.explication()),
                        failed -> notComputed(
                                effet,
                                "L’effet ne peut pas être calculé : " + failed.phrase()
                                        + ". Reportez-vous à l’article cité."));
    }

    private static Optional<String> flaw(EffetPropose answer, Classification grid) {
        return answer instanceof EffetPropose.Minimum minimum
                        && (minimum.position() == null
                                || grid.position(minimum.position()).isEmpty())
                ? Optional.of("la position n’existe pas dans la classification")
                : Controle.phrase(answer.explication());
    }

    private Effet fixed(PositionFixee fixee, Classification grid) {
        if (!fixee.emplois().isEmpty() && !isHeld(fixee.emplois())) {
            return none(
                    fixee,
                    "La CPNE a fixé la position de la certification, qui vaut quand l’emploi tenu y correspond ("
                            + or(jobNames(grid, fixee.emplois())) + ").");
        }
        return due(
                fixee,
                grid,
                fixee.position(),
                Type.POSITION,
                "La CPNE a fixé la position de la certification : " + name(grid, fixee.position()) + ".");
    }

    private Effet step(EntreeSortie steps, Classification grid) {
        if (!steps.emplois().isEmpty() && !isHeld(steps.emplois())) {
            return none(
                    steps,
                    "Le classement par étapes ne vaut que dans l’emploi préparé (" + or(jobNames(grid, steps.emplois()))
                            + ").");
        }
        if (contexte.etape() == ContexteEmploi.Etape.ENTREE) {
            if (steps.entree() == null) {
                return none(steps, "Rien n’est dû pendant le parcours : le minimum vient avec la réussite.");
            }
            return due(
                    steps,
                    grid,
                    steps.entree(),
                    Type.ENTREE,
                    "Dès l’entrée dans le parcours, le minimum est " + name(grid, steps.entree())
                            + " ; la réussite donne " + name(grid, steps.sortie()) + ".");
        }
        Effet best = due(
                steps,
                grid,
                steps.sortie(),
                Type.SORTIE,
                "La certification est obtenue : le minimum est " + name(grid, steps.sortie()) + ".");
        for (Map.Entry<String, String> option : new TreeMap<>(steps.avecOption()).entrySet()) {
            if (contexte.options().contains(option.getKey())) {
                best = better(
                        best,
                        due(
                                steps,
                                grid,
                                option.getValue(),
                                Type.SORTIE,
                                "La certification est obtenue avec l’option " + option.getKey() + " : le minimum est "
                                        + name(grid, option.getValue()) + "."));
            }
        }
        return best;
    }

    private Effet guaranteed(GarantieMinimale garantie, Classification grid) {
        if (!garantie.emplois().isEmpty() && !isHeld(garantie.emplois())) {
            return none(
                    garantie,
                    "La garantie ne vaut pas pour une embauche dans un autre emploi que "
                            + or(jobNames(grid, garantie.emplois())) + ".");
        }
        Integer months = garantie.dureeMois();
        LocalDate until = months == null || contexte.obtenuLe() == null
                ? null
                : contexte.obtenuLe().plusMonths(months).minusDays(1);
        if (until != null && contexte.le().isAfter(until)) {
            Draft draft = new Draft(garantie, grid, Type.AUCUN);
            draft.libelle = "Garantie échue";
            draft.jusquAu = until;
            return draft.because("La garantie de " + months + " mois a pris fin le " + Typographie.jour(until) + ".");
        }
        String during = months == null
                ? ""
                : until == null
                        ? ", pendant " + months + " mois à compter de la décision du jury"
                        : ", jusqu’au " + Typographie.jour(until);
        return due(
                garantie,
                grid,
                garantie.position(),
                Type.GARANTIE,
                "La convention garantit au titulaire " + name(grid, garantie.position()) + " au moins" + during + ".",
                null,
                until);
    }

    private Effet presumed(Presomption presomption, Classification grid) {
        if (!Boolean.TRUE.equals(contexte.exigeParEmployeur())) {
            return none(
                    presomption,
                    "Le classement suit l’emploi : il n’est présumé " + name(grid, presomption.position())
                            + " que si l’employeur a exigé la certification ou envoyé la personne en formation.");
        }
        return due(
                presomption,
                grid,
                presomption.position(),
                Type.PRESOMPTION,
                "L’employeur a exigé la certification ou envoyé la personne en formation : l’emploi est présumé "
                        + name(grid, presomption.position()) + ", sauf preuve que l’emploi réellement tenu est autre.");
    }

    private Effet points(Points points) {
        boolean held = isHeld(points.emplois());
        List<String> jobs = grid(points).map(g -> jobNames(g, points.emplois())).orElse(points.emplois());
        String number = points.points() + (points.points() > 1 ? " points" : " point");
        if (points.quand() == EffetCertification.Quand.EMPLOI_TENU && !held) {
            return none(points, number + " ne sont dus que si l’emploi est tenu (" + or(jobs) + ").");
        }
        if (points.quand() == EffetCertification.Quand.EMPLOI_NON_TENU && held) {
            return none(
                    points,
                    "L’emploi est tenu : " + number + " de complément ne sont dus que hors de cet emploi (" + or(jobs)
                            + ").");
        }
        Draft draft = new Draft(points, grid(points).orElse(null), Type.POINTS);
        draft.libelle = number + " en plus";
        draft.points = points.points();
        return draft.because(
                switch (points.quand()) {
                    case TOUJOURS -> "La certification ajoute " + number + ", quel que soit l’emploi tenu.";
                    case EMPLOI_TENU -> "L’emploi est tenu : la certification ajoute " + number + ".";
                    case EMPLOI_NON_TENU ->
                        "L’emploi auquel la certification prépare n’est pas tenu : elle ajoute " + number
                                + " de complément.";
                });
    }

    private Effet bonus(Majoration majoration, Classification grid) {
        if (!isHeld(majoration.emplois())) {
            return none(
                    majoration,
                    "La majoration demande une certification du domaine de l’emploi tenu ("
                            + or(jobNames(grid, majoration.emplois())) + ").");
        }
        Enregistrement.Statut asked = majoration.enregistrement();
        if (asked != null
                && referentiel
                        .certification()
                        .enregistrement(contexte.le())
                        .map(Enregistrement::statut)
                        .filter(asked::equals)
                        .isEmpty()) {
            return none(
                    majoration,
                    "La majoration n’est due que tant que la certification est enregistrée (" + asked.name()
                            + "), ce qui n’est pas le cas à cette date.");
        }
        Optional<Position> held = contexte.emplois().stream()
                .filter(majoration.emplois()::contains)
                .map(grid::emploi)
                .flatMap(Optional::stream)
                .filter(e -> e.position() != null && grid.position(e.position()).isPresent())
                .max(byPosition(grid))
                .flatMap(e -> grid.position(e.position()));
        Optional<Tranche> tranche = majoration.tranches().stream()
                .filter(t -> t.isInForceOn(contexte.le()))
                .filter(t -> t.positions().isEmpty()
                        || held.map(p -> t.positions().contains(p.cle())).orElse(false))
                .findFirst();
        if (tranche.isEmpty()) {
            return none(
                    majoration,
                    "La convention ne donne pas de majoration à cette date"
                            + held.map(p -> " pour " + p.libelle()).orElse("") + ".");
        }
        return bonus(majoration, grid, tranche.get(), held);
    }

    private Effet bonus(Majoration majoration, Classification grid, Tranche tranche, Optional<Position> held) {
        Draft draft = new Draft(majoration, grid, Type.MAJORATION);
        draft.provenance = tranche.provenance() == null ? majoration.provenance() : tranche.provenance();
        draft.taux = tranche.taux();
        Optional<MinimumSalaire> wage =
                held.flatMap(p -> MinimumSalaire.of(grid, p, contexte.age(), contexte.ancienneteMois(), contexte.le()));
        String what = tranche.taux() != null
                ? Typographie.nombre(tranche.taux()) + " %"
                : Typographie.nombre(tranche.montant()) + " " + tranche.unite().libelle();
        draft.libelle = "Majoration de " + what;
        boolean summable =
                wage.isPresent() && (tranche.taux() != null || wage.get().unite() == tranche.unite());
        if (summable) {
            BigDecimal base = wage.get().montant();
            draft.unite = wage.get().unite();
            draft.montant = tranche.taux() != null
                    ? base.multiply(BigDecimal.ONE.add(tranche.taux().movePointLeft(2)))
                            .setScale(2, RoundingMode.HALF_UP)
                    : base.add(tranche.montant());
        }
        return draft.because("L’emploi tenu est du domaine de la certification : le salaire minimum"
                + held.map(p -> " (" + p.libelle() + ")").orElse("") + " est majoré de " + what
                + (summable
                        ? ", soit " + Typographie.nombre(draft.montant) + " au lieu de "
                                + Typographie.nombre(wage.orElseThrow().montant()) + " " + draft.unite.libelle() + "."
                        : "."));
    }

    private Effet access(Acces acces, Classification grid) {
        List<String> opened = new ArrayList<>(jobNames(grid, acces.emplois()));
        acces.positions().forEach(key -> opened.add(name(grid, key)));
        Draft draft = new Draft(acces, grid, Type.ACCES);
        draft.libelle = "Donne accès à " + String.join(", ", opened);
        return draft.because("La convention réserve à ses titulaires l’accès à " + String.join(", ", opened)
                + (acces.complement() == null ? "." : " ; elle demande aussi : " + acces.complement() + "."));
    }

    // ---- what kinds share

    private Effet due(EffetCertification effet, Classification grid, String cle, Type type, String why) {
        return due(effet, grid, cle, type, why, null, null);
    }

    /** The position due, or what is held when that is higher. */
    private Effet due(
            EffetCertification effet,
            Classification grid,
            String cle,
            Type type,
            String why,
            LocalDate aCompterDu,
            LocalDate jusquAu) {
        Optional<Position> found = grid.position(cle);
        if (found.isEmpty()) {
            return withoutGrid(effet);
        }
        Position position = found.get();
        Optional<Integer> coefficient = coefficient(position);
        Draft draft = new Draft(effet, grid, type);
        draft.aCompterDu = aCompterDu;
        draft.jusquAu = jusquAu;
        Optional<Position> held = heldPosition(grid).filter(h -> isHigher(grid, h, position));
        Integer actuel = contexte.coefficientActuel();
        if (held.isPresent()) {
            draft.at(held.get(), coefficient(held.get()));
            draft.libelle = held.get().libelle() + ", conservé";
            if (actuel != null && draft.coefficient != null && actuel > draft.coefficient) {
                draft.coefficient = actuel;
            }
            return draft.because(
                    why + " " + held.get().libelle() + ", position déjà tenue et plus élevée, n’est jamais réduite.");
        }
        if (actuel != null && coefficient.isPresent() && actuel > coefficient.get()) {
            // A coefficient is no key: the position that goes with the one held is not known here.
            draft.libelle = "Coefficient " + actuel + " conservé";
            draft.coefficient = actuel;
            return draft.because(
                    why + " Le coefficient " + actuel + ", déjà détenu et plus élevé, n’est jamais réduit.");
        }
        draft.at(position, coefficient);
        return draft.because(why + (coefficient.isEmpty() ? variants(position) : ""));
    }

    private Optional<Integer> coefficient(Position position) {
        return position.coefficient(contexte.age(), contexte.ancienneteMois());
    }

    /** What chooses the coefficient of a position, when that is not known. */
    private static String variants(Position position) {
        if (position.variantes().isEmpty()) {
            return "";
        }
        return " Le coefficient dépend de l’âge ou de l’ancienneté : "
                + position.variantes().stream()
                        .map(v -> v.coefficient() + " " + bounds(v))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** For whom a variant is, in French. */
    public static String bounds(Variante variante) {
        List<String> parts = new ArrayList<>();
        between(variante.ageMin(), variante.ageMax(), "ans", parts);
        between(variante.ancienneteMoisMin(), variante.ancienneteMoisMax(), "mois d’ancienneté", parts);
        return String.join(" et ", parts);
    }

    private static void between(Integer min, Integer max, String unit, List<String> into) {
        if (min != null && max != null) {
            into.add("de " + min + " à " + max + " " + unit);
        } else if (min != null) {
            into.add("à partir de " + min + " " + unit);
        } else if (max != null) {
            into.add("jusqu’à " + max + " " + unit);
        }
    }

    /** The position held, in the terms of that grid: a key of a former grid is read as what it has become. */
    private Optional<Position> heldPosition(Classification grid) {
        return contexte.positionActuelle() == null
                ? Optional.empty()
                : heldPosition(grid, contexte.positionActuelle(), new HashSet<>());
    }

    private Optional<Position> heldPosition(Classification grid, String key, Set<String> seen) {
        if (grid.position(key).isPresent()) {
            return grid.position(key);
        }
        if (grid.remplace() == null || !seen.add(grid.code())) {
            return Optional.empty();
        }
        return Optional.ofNullable(grid.remplace().positions().get(key))
                .or(() -> Optional.ofNullable(grids.get(grid.remplace().classification()))
                        .flatMap(former -> heldPosition(former, key, seen))
                        .map(former -> grid.remplace().positions().get(former.cle())))
                .flatMap(grid::position);
    }

    private boolean isHigher(Classification grid, Position one, Position other) {
        Optional<Integer> mine = coefficient(one);
        Optional<Integer> its = coefficient(other);
        if (mine.isPresent() && its.isPresent() && !mine.equals(its)) {
            return mine.get() > its.get();
        }
        return grid.positions().indexOf(one) > grid.positions().indexOf(other);
    }

    private boolean isHeld(Collection<String> jobs) {
        return contexte.emplois().stream().anyMatch(jobs::contains);
    }

    private List<EmploiRepere> heldJobs(Classification grid) {
        return contexte.emplois().stream()
                .distinct()
                .map(grid::emploi)
                .flatMap(Optional::stream)
                .filter(e -> e.position() != null && grid.position(e.position()).isPresent())
                .toList();
    }

    /** By coefficient; between positions that share one, or have none, by their place in the grid. */
    private Comparator<EmploiRepere> byPosition(Classification grid) {
        return Comparator.comparing(
                        (EmploiRepere e) -> grid.position(e.position()).orElseThrow(),
                        Comparator.comparing(
                                        (Position p) -> coefficient(p).orElse(null),
                                        Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
                                .thenComparing(grid.positions()::indexOf))
                .thenComparing(EmploiRepere::code);
    }

    private static List<String> jobNames(Classification grid, List<String> codes) {
        return codes.stream()
                .map(grid::emploi)
                .flatMap(Optional::stream)
                .map(e -> "« " + e.intitule() + " »")
                .toList();
    }

    private String name(Classification grid, String cle) {
        return grid.position(cle).map(this::named).orElse(cle);
    }

    private String named(Position position) {
        return position.designation(coefficient(position).orElse(null));
    }

    private static String or(List<String> words) {
        return String.join(" ou ", words);
    }

    /** The branch has since dropped the grid, or the position, that this version of the référentiel speaks of. */
    private Effet withoutGrid(EffetCertification effet) {
        return notComputed(
                effet,
                "La grille « " + effet.classification()
                        + " » de ce référentiel n’est plus décrite par la branche : l’effet ne peut pas être calculé ici, reportez-vous à l’article cité.");
    }

    private Effet notComputed(EffetCertification effet, String why) {
        Draft draft = new Draft(effet, null, Type.AUCUN);
        draft.libelle = "Effet non calculé";
        return draft.because(why);
    }

    private Effet none(EffetCertification effet, String explication) {
        Draft draft = new Draft(effet, grid(effet).orElse(null), Type.AUCUN);
        draft.libelle = "Aucun effet par elle-même";
        return draft.because(explication);
    }

    /** An effect being put together. */
    private final class Draft {
        private final EffetCertification effet;
        private final Classification grid;
        private final Type type;
        private String position;
        private String libelle;
        private Integer coefficient;
        private String article;
        private Provenance provenance;
        private String statut;
        private Integer points;
        private BigDecimal taux;
        private BigDecimal montant;
        private Unite unite;
        private LocalDate aCompterDu;
        private LocalDate jusquAu;

        Draft(EffetCertification effet, Classification grid, Type type) {
            this.effet = effet;
            this.grid = grid;
            this.type = type;
            this.article = effet.article();
            this.provenance = effet.provenance();
        }

        void at(Position place, Optional<Integer> itsCoefficient) {
            position = place.cle();
            libelle = place.libelle();
            coefficient = itsCoefficient.orElse(null);
            wage(MinimumSalaire.of(grid, place, contexte.age(), contexte.ancienneteMois(), contexte.le()));
        }

        void wage(Optional<MinimumSalaire> wage) {
            montant = wage.map(MinimumSalaire::montant).orElse(null);
            unite = wage.map(MinimumSalaire::unite).orElse(null);
        }

        Effet because(String explication) {
            return new Effet(
                    type,
                    position,
                    libelle,
                    coefficient,
                    article,
                    provenance,
                    Typographie.francaise(explication),
                    effet.nature(),
                    grid == null ? null : grid.code(),
                    statut,
                    points,
                    taux,
                    montant,
                    unite,
                    aCompterDu,
                    jusquAu,
                    null);
        }
    }
}
