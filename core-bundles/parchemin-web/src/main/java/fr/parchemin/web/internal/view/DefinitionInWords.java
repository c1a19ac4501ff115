package fr.parchemin.web.internal.view;

import static fr.parchemin.web.internal.view.Wording.count;
import static fr.parchemin.web.internal.view.Wording.date;
import static fr.parchemin.web.internal.view.Wording.list;
import static fr.parchemin.web.internal.view.Wording.modalite;
import static fr.parchemin.web.internal.view.Wording.months;
import static fr.parchemin.web.internal.view.Wording.period;

import fr.parchemin.branche.Agrement;
import fr.parchemin.branche.Branche;
import fr.parchemin.branche.Catalogue.EquivalenceDite;
import fr.parchemin.branche.Financement;
import fr.parchemin.referentiel.BienLie;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Certification;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.CycleDeVie;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.EpreuveExterne;
import fr.parchemin.referentiel.Equivalence;
import fr.parchemin.referentiel.GroupeMentions;
import fr.parchemin.referentiel.Mention;
import fr.parchemin.referentiel.Papier;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Reference;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.ReferentielComplementaire;
import fr.parchemin.referentiel.Sessions;
import fr.parchemin.referentiel.TitreExercice;
import fr.parchemin.referentiel.Transition;
import fr.parchemin.referentiel.Transition.Correspondance;
import fr.parchemin.referentiel.Vae;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a definition says beside grids, rules and classification, as sentences. */
public final class DefinitionInWords {

    private DefinitionInWords() {}

    private static Phrase said(String text, Provenance provenance, Stream<String> parts) {
        return new Phrase(
                text,
                parts.filter(Objects::nonNull).map(p -> Phrase.of(p, null)).toList(),
                provenance);
    }

    private static String ended(String text) {
        return text.matches(".*[.!?…]$") ? text : text + ".";
    }

    /** Texts of a branch one after the other in a sentence: an article that began one no longer begins anything. */
    private static String enumerated(List<String> texts) {
        return list(texts.stream()
                .map(t -> t.matches("(Le|La|Les|Un|Une|Des|Du) .*|L[’'].*")
                        ? t.substring(0, 1).toLowerCase(Locale.FRENCH) + t.substring(1)
                        : t)
                .toList());
    }

    private static Stream<String> each(List<String> texts) {
        return texts.stream().map(DefinitionInWords::ended);
    }

    /** The sentence where there is something to say; worded only then, for what is not said has no words. */
    private static String optional(boolean told, Supplier<String> sentence) {
        return told ? sentence.get() : null;
    }

    @SafeVarargs
    private static Stream<String> join(Stream<String>... parts) {
        return Stream.of(parts).flatMap(p -> p);
    }

    // ---- mentions

    public static List<Phrase> mentions(Referentiel referentiel) {
        List<Phrase> phrases = new ArrayList<>();
        for (GroupeMentions groupe : referentiel.groupesMentions()) {
            List<String> names = referentiel.mentions().stream()
                    .filter(m -> groupe.code().equals(m.groupe()))
                    .map(Mention::intitule)
                    .toList();
            phrases.add(Phrase.of(
                    groupe.intitule() + " : " + list(names) + " ; " + cardinality(groupe) + ".", groupe.provenance()));
        }
        referentiel.mentions().forEach(m -> phrases.add(mention(m, referentiel)));
        return phrases;
    }

    private static String cardinality(GroupeMentions groupe) {
        if (groupe.max() == null) {
            return groupe.min() == 0 ? "autant que l’on veut" : groupe.min() + " au moins, avant le certificat";
        }
        if (groupe.min() == 0) {
            return groupe.max() + " au plus";
        }
        return groupe.max() == groupe.min()
                ? groupe.min() + " exactement, avant le certificat"
                : groupe.min() + " au moins, avant le certificat, et " + groupe.max() + " au plus";
    }

    private static Phrase mention(Mention mention, Referentiel referentiel) {
        return said(
                mention.intitule() + " — " + typeMention(mention.type()) + ".",
                mention.provenance(),
                Stream.of(
                        optional(
                                mention.type().followsCertificate() || mention.certificat() != null,
                                () -> "Après le certificat"
                                        + (mention.certificat() == null
                                                ? "."
                                                : " " + mention.certificat().libelle() + ".")),
                        optional(
                                !mention.blocs().isEmpty(),
                                () -> "Blocs à valider : "
                                        + list(mention.blocs().stream()
                                                .map(code -> bloc(code, referentiel))
                                                .toList())
                                        + "."),
                        optional(
                                !mention.prerequis().isEmpty(),
                                () -> "À détenir : " + prerequis(mention.prerequis(), referentiel) + "."),
                        optional(
                                !mention.titres().isEmpty(),
                                () -> "Titre d’exercice en cours : "
                                        + list(mention.titres().stream()
                                                .map(code -> titre(code, referentiel))
                                                .toList())
                                        + "."),
                        optional(
                                mention.experienceMois() != null,
                                () -> "Pratique du métier : " + mention.experienceMois() + " mois au moins."),
                        optional(
                                !mention.inclut().isEmpty(),
                                () -> "Inclut " + list(names(mention.inclut(), referentiel)) + " ; la perdre "
                                        + (mention.perteEmporteInclus()
                                                ? "les perd aussi."
                                                : "ne fait pas perdre ce qu’elle inclut.")),
                        optional(
                                !mention.exclut().isEmpty(),
                                () -> "Ne se tient pas avec " + list(names(mention.exclut(), referentiel)) + "."),
                        optional(
                                mention.norme() != null,
                                () -> "Norme : " + mention.norme()
                                        + " ; imprimée seulement sous une accréditation en cours."),
                        optional(
                                mention.type() == Mention.Type.CERTIFICATION_RS_LIEE,
                                () -> mention.codeRs() == null
                                        ? "Code au répertoire spécifique : à saisir par la branche."
                                        : "Code au répertoire spécifique : " + mention.codeRs() + "."),
                        optional(
                                mention.emplacement() != null,
                                () -> "Figure " + emplacement(mention.emplacement()) + "."),
                        optional(
                                mention.validiteMois() != null,
                                () -> "Valable " + months(mention.validiteMois()) + "."),
                        optional(
                                !mention.renouvellement().isEmpty(),
                                () -> "Renouvellement : " + enumerated(mention.renouvellement()) + "."),
                        optional(
                                mention.du() != null || mention.au() != null,
                                () -> "S’accorde " + period(mention.du(), mention.au()) + "."),
                        optional(mention.publicExclu() != null, () -> "Public exclu : " + mention.publicExclu() + "."),
                        optional(
                                mention.effetConventionnel() != null,
                                () -> "Effet conventionnel : " + mention.effetConventionnel() + "."),
                        optional(mention.base() != null, () -> "Base : " + mention.base() + ".")));
    }

    private static List<String> names(List<String> codes, Referentiel referentiel) {
        return codes.stream()
                .map(code ->
                        "« " + referentiel.mention(code).map(Mention::intitule).orElse(code) + " »")
                .toList();
    }

    public static String typeMention(Mention.Type type) {
        return switch (type) {
            case OPTION_CONSTITUTIVE -> "option choisie à l’entrée, qui fait partie de l’intitulé";
            case OPTION_VALORISANTE -> "option obtenue après le certificat";
            case CERTIFICAT_COMPLEMENTAIRE -> "certificat complémentaire, délivré à part";
            case CERTIFICATION_RS_LIEE -> "certification liée, enregistrée à part au répertoire spécifique";
            case SPECIALITE -> "spécialité, certifiée séparément";
            case NIVEAU_MENTION -> "portée du certificat";
            case CONFORMITE_NORME -> "conformité du dispositif à une norme, non de la personne";
            case PREROGATIVE_DATEE -> "prérogative fixée par une règle d’État";
        };
    }

    private static String emplacement(Mention.Emplacement emplacement) {
        return switch (emplacement) {
            case CERTIFICAT -> "sur le certificat, sauf enregistrement qui l’interdit";
            case ATTESTATION_ANNEXE -> "sur une attestation annexe";
            case REGISTRE_SEUL -> "au registre seulement";
        };
    }

    private static String bloc(String code, Referentiel referentiel) {
        return referentiel
                .bloc(code)
                .map(BlocCompetences::intitule)
                .map(i -> "« " + i + " » (" + code + ")")
                .orElse(code);
    }

    private static String prerequis(List<String> codes, Referentiel referentiel) {
        return list(codes.stream()
                .map(code -> referentiel
                        .certification()
                        .prerequis(code)
                        .map(Prerequis::intitule)
                        .orElse(code))
                .toList());
    }

    private static String titre(String code, Referentiel referentiel) {
        return referentiel.titresExercice().stream()
                .filter(t -> t.code().equals(code))
                .map(TitreExercice::intitule)
                .findFirst()
                .orElse(code);
    }

    // ---- equivalences and transitions

    public static Phrase equivalence(EquivalenceDite dite) {
        Equivalence e = dite.equivalence();
        String vers = reference(e.vers());
        String when = period(e.du(), e.au());
        String link =
                switch (e.nature()) {
                    case EQUIVALENCE -> " vaut " + vers;
                    case PASSERELLE -> " permet de faire valoir, sous conditions, " + vers;
                    case BLOC_COMMUN -> " et " + vers + " sont un même bloc";
                };
        String de = reference(e.de());
        return said(
                de.substring(0, 1).toUpperCase(Locale.FRENCH)
                        + de.substring(1)
                        + link
                        + (when.isEmpty() ? "." : ", " + when + "."),
                e.provenance(),
                join(
                        Stream.of("Fondée sur : " + ended(e.decision())),
                        each(e.conditions()),
                        Stream.of(
                                optional(
                                        !dite.resolue(),
                                        () ->
                                                "L’autre certification n’est pas sur cette plateforme pour l’instant : la correspondance ne peut pas y être vérifiée."))));
    }

    private static String reference(Reference r) {
        return (r.competence() != null ? "la compétence " + r.competence() + " du " : "")
                + (r.bloc() != null
                        ? (r.competence() != null ? "bloc " : "le bloc ") + r.bloc() + " de la certification "
                        : "la certification ")
                + r.certification()
                + (r.version() == null ? "" : " en version " + r.version())
                + " (branche " + r.branche() + ")";
    }

    public static List<Phrase> transitions(Referentiel referentiel) {
        return referentiel.transitions().stream()
                .map(t -> transition(t, referentiel))
                .toList();
    }

    private static Phrase transition(Transition transition, Referentiel referentiel) {
        String until = transition.delivranceJusquAu() == null
                ? "se délivre encore, sans terme fixé"
                : "se délivre encore jusqu’au " + date(transition.delivranceJusquAu());
        return said(
                "La version " + transition.depuis() + " " + until + ". Ce que deviennent ses blocs :",
                transition.provenance(),
                transition.blocs().stream().map(c -> follow(c, referentiel)));
    }

    private static String follow(Correspondance said, Referentiel referentiel) {
        if (said.vers().isEmpty()) {
            return said.de() + " n’a pas de suite.";
        }
        return said.de() + " devient "
                + list(said.vers().stream().map(code -> bloc(code, referentiel)).toList())
                + (said.complement() == null ? "." : ", à compléter : " + ended(said.complement()));
    }

    // ---- after the certificate

    public static List<Phrase> apres(Referentiel referentiel) {
        List<Phrase> phrases = new ArrayList<>();
        Certification certification = referentiel.certification();
        if (certification.cycleDeVie() != null) {
            phrases.add(cycle(certification.cycleDeVie()));
        }
        referentiel.titresExercice().forEach(t -> phrases.add(titre(t, referentiel)));
        for (BienLie bien : certification.biensLies()) {
            phrases.add(said(
                    "La certification est attachée à : " + bien.intitule() + ", identifié par " + bien.identification()
                            + ".",
                    bien.provenance(),
                    each(bien.changement())));
        }
        return phrases;
    }

    private static Phrase cycle(CycleDeVie cycle) {
        if (cycle.type() == CycleDeVie.Type.PERMANENT) {
            return Phrase.of("Le certificat est acquis à vie.", cycle.provenance());
        }
        CycleDeVie.Profil17024 profil = cycle.profil17024();
        return said(
                "Le certificat dure " + months(cycle.dureeMois()) + " et se renouvelle.",
                cycle.provenance(),
                join(
                        Stream.of("Pour renouveler : " + enumerated(cycle.preuves()) + "."),
                        cycle.surveillance().stream()
                                .map(s -> "Surveillance tous les " + s.tousLesMois() + " mois : " + s.intitule()
                                        + (s.preuves().isEmpty() ? "." : " (" + enumerated(s.preuves()) + ").")),
                        Stream.of(
                                optional(
                                        !cycle.suspension().isEmpty(),
                                        () -> "Suspension : " + enumerated(cycle.suspension()) + "."),
                                optional(
                                        !cycle.retrait().isEmpty(),
                                        () -> "Retrait : " + enumerated(cycle.retrait()) + ".")),
                        profil == null ? Stream.empty() : profil(profil)));
    }

    private static Stream<String> profil(CycleDeVie.Profil17024 profil) {
        return Stream.of(
                "Dispositif tenu par : " + profil.instance() + ", révisé tous les " + profil.revisionMois() + " mois.",
                profil.separation()
                        ? "Qui forme n’examine pas, et qui examine ne décide pas."
                        : "La formation, l’examen et la décision ne sont pas tenus séparés.",
                optional(profil.codeDeontologie() != null, () -> "Déontologie : " + profil.codeDeontologie() + "."),
                optional(profil.appel() != null, () -> "Appel d’une décision : " + profil.appel() + "."),
                optional(profil.reclamation() != null, () -> "Réclamation : " + profil.reclamation() + "."),
                optional(profil.usageMarque() != null, () -> "Usage de la marque : " + profil.usageMarque() + "."));
    }

    private static Phrase titre(TitreExercice titre, Referentiel referentiel) {
        TitreExercice.Renouvellement renewal = titre.renouvellement();
        return said(
                "Pour exercer, il faut en plus : " + titre.intitule() + ", délivré par " + titre.autorite()
                        + (titre.validiteMois() == null ? "." : ", valable " + months(titre.validiteMois()) + "."),
                titre.provenance(),
                join(
                        Stream.of(
                                optional(titre.activite() != null, () -> "Activité : " + titre.activite() + "."),
                                optional(
                                        !titre.conditions().isEmpty(),
                                        () -> "Pour l’obtenir : " + enumerated(titre.conditions()) + "."),
                                optional(
                                        !titre.prerequis().isEmpty(),
                                        () -> "À détenir : " + prerequis(titre.prerequis(), referentiel) + "."),
                                optional(titre.base() != null, () -> "Base : " + titre.base() + ".")),
                        renewal == null ? Stream.empty() : renewal(renewal, referentiel)));
    }

    private static Stream<String> renewal(TitreExercice.Renouvellement renewal, Referentiel referentiel) {
        return join(
                Stream.of(
                        optional(
                                renewal.demandeMoisAvant() != null,
                                () -> "Renouvellement à demander au moins " + renewal.demandeMoisAvant()
                                        + " mois avant l’échéance."),
                        optional(
                                renewal.formation() != null,
                                () -> "Formation : " + renewal.formation()
                                        + (renewal.heures() == null
                                                ? ""
                                                : ", " + count(renewal.heures(), "heure", "heures"))
                                        + (renewal.formationMoisAvant() == null
                                                ? "."
                                                : ", dans les " + renewal.formationMoisAvant()
                                                        + " mois qui précèdent l’échéance.")),
                        optional(
                                !renewal.prerequis().isEmpty(),
                                () -> "À détenir au renouvellement : " + prerequis(renewal.prerequis(), referentiel)
                                        + ".")),
                each(renewal.conditions()));
    }

    // ---- ways in

    public static List<Phrase> acces(Referentiel referentiel) {
        List<Phrase> phrases = new ArrayList<>();
        if (referentiel.vae() != null) {
            phrases.add(vae(referentiel.vae()));
        }
        if (referentiel.certification().sessions() != null) {
            phrases.add(sessions(referentiel.certification().sessions()));
        }
        referentiel.epreuvesExternes().forEach(e -> phrases.add(externe(e, referentiel)));
        return phrases;
    }

    private static Phrase vae(Vae vae) {
        String route =
                switch (vae.route()) {
                    case FRANCE_VAE -> "VAE par le service public France VAE.";
                    case CLASSIQUE -> "VAE par la voie classique : livret de recevabilité, puis livret de validation.";
                    case BRANCHE -> "Acquis de l’expérience par la voie de la branche, hors VAE de la loi.";
                };
        return said(
                route,
                vae.provenance(),
                join(
                        Stream.of(optional(vae.base() != null, () -> "Base : " + vae.base() + ".")),
                        each(vae.conditions()),
                        Stream.of(
                                optional(
                                        vae.experienceMinMois() != null && vae.experienceMinMois() > 0,
                                        () -> "Expérience : " + vae.experienceMinMois() + " mois au moins."),
                                optional(
                                        Boolean.FALSE.equals(vae.blocsSeuls()),
                                        () -> "La certification est visée entière, sans blocs seuls."),
                                optional(!vae.pieces().isEmpty(), () -> "Pièces : " + enumerated(vae.pieces()) + "."),
                                optional(
                                        vae.recevabiliteJours() != null,
                                        () -> "Réponse sur la recevabilité en " + vae.recevabiliteJours()
                                                + " jours, à compter du dossier complet."),
                                optional(
                                        vae.silence() != null,
                                        () -> vae.silence() == Vae.Silence.REFUS
                                                ? "Le silence vaut refus."
                                                : "Le silence vaut recevabilité."),
                                optional(
                                        vae.dossiersParAn() != null,
                                        () -> count(vae.dossiersParAn(), "dossier", "dossiers") + " par année civile."),
                                optional(vae.juryMois() != null, () -> "Jury dans les " + vae.juryMois() + " mois."),
                                optional(
                                        vae.notificationJours() != null,
                                        () -> "Décision notifiée en " + vae.notificationJours() + " jours."),
                                optional(
                                        vae.accompagnement() != null,
                                        () -> "Accompagnement : " + vae.accompagnement() + "."))));
    }

    private static Phrase sessions(Sessions sessions) {
        return said(
                "Conditions d’une session",
                sessions.provenance(),
                join(
                        Stream.of(
                                optional(
                                        sessions.effectifMin() != null,
                                        () -> sessions.effectifMin() + " candidats au moins."),
                                optional(
                                        sessions.effectifMax() != null,
                                        () -> sessions.effectifMax() + " candidats au plus par formateur ou par session"
                                                + (sessions.rattrapageMax() == null
                                                        ? "."
                                                        : ", et " + sessions.rattrapageMax()
                                                                + " de plus en rattrapage.")),
                                optional(
                                        sessions.rattrapageMois() != null,
                                        () -> "Ce qui a échoué se repasse dans les " + sessions.rattrapageMois()
                                                + " mois."),
                                optional(
                                        sessions.parcoursMaxMois() != null,
                                        () -> "Parcours : " + months(sessions.parcoursMaxMois()) + " au plus.")),
                        sessions.declarations().stream().map(DefinitionInWords::declaration),
                        each(sessions.conditions())));
    }

    private static String declaration(Sessions.Declaration declaration) {
        String when = declaration.joursAvant() != null
                ? ", au moins " + count(declaration.joursAvant(), "jour", "jours") + " avant"
                : declaration.heuresAvant() != null
                        ? ", au moins " + count(declaration.heuresAvant(), "heure", "heures") + " avant"
                        : "";
        return "À déclarer (" + declaration.a() + when + ") : " + ended(declaration.objet());
    }

    private static Phrase externe(EpreuveExterne externe, Referentiel referentiel) {
        List<String> opened = externe.ouvre().stream()
                .map(code -> "« "
                        + referentiel
                                .blocOfEpreuve(code)
                                .flatMap(b -> b.epreuve(code))
                                .map(Epreuve::intitule)
                                .orElse(code)
                        + " »")
                .toList();
        return said(
                externe.intitule() + ", épreuve de l’autorité : " + externe.autorite()
                        + (externe.du() == null
                                ? " — pas encore appliquée."
                                : ", " + period(externe.du(), externe.au()) + "."),
                externe.provenance(),
                Stream.of(
                        optional(!opened.isEmpty(), () -> "À réussir avant : " + list(opened) + "."),
                        optional(
                                externe.prerequis() != null,
                                () -> "Relevée comme prérequis : "
                                        + prerequis(List.of(externe.prerequis()), referentiel)
                                        + "."),
                        optional(externe.base() != null, () -> "Base : " + externe.base() + ".")));
    }

    // ---- money, papers, further référentiels

    /** The amounts in force on that day for a certification. */
    public static List<Phrase> financement(Branche branche, String certification, LocalDate day) {
        return branche.financement().stream()
                .filter(f -> f.certification() == null || f.certification().equals(certification))
                .filter(f -> f.isInForceOn(day))
                .map(DefinitionInWords::financement)
                .toList();
    }

    private static Phrase financement(Financement line) {
        String what =
                switch (line.nature()) {
                    case COUT -> "Coût habituel";
                    case PRISE_EN_CHARGE -> "Prise en charge (" + line.financeur() + ")";
                    case PLAFOND -> "Plafond (" + line.financeur() + ")";
                };
        String amount = montant(line.montant(), line.unite());
        String when = period(line.du(), line.au());
        return said(
                what + " — " + line.objet() + " : " + amount + (when.isEmpty() ? "." : ", " + when + "."),
                line.provenance(),
                each(line.conditions()));
    }

    /** An amount with what it is for. */
    public static String montant(BigDecimal montant, Financement.Unite unite) {
        return montant == null
                ? "montant à préciser par la branche"
                : amount(montant) + (unite == Financement.Unite.POURCENTAGE ? "\u00a0%" : "\u00a0€") + per(unite);
    }

    /** With its thousands apart, and its cents when there are any. */
    private static String amount(BigDecimal value) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return String.format(Locale.FRENCH, whole ? "%,.0f" : "%,.2f", value);
    }

    /** What an amount is for, to be chosen. */
    public static String unite(Financement.Unite unite) {
        return switch (unite) {
            case PARCOURS -> "un parcours";
            case HEURE -> "une heure";
            case BLOC -> "un bloc";
            case SESSION -> "une session";
            case ANNEE -> "une année";
            case POURCENTAGE -> "cent euros";
        };
    }

    private static String per(Financement.Unite unite) {
        return switch (unite) {
            case PARCOURS -> " par parcours";
            case HEURE -> " par heure";
            case BLOC -> " par bloc";
            case SESSION -> " par session";
            case ANNEE -> " par an";
            case POURCENTAGE -> "";
        };
    }

    public static List<Phrase> papiers(Referentiel referentiel) {
        return referentiel.documents() == null
                ? List.of()
                : referentiel.documents().papiers().stream()
                        .map(DefinitionInWords::papier)
                        .toList();
    }

    private static Phrase papier(Papier papier) {
        List<String> signers = papier.signataires().stream()
                .map(s -> s.nom() == null ? s.qualite() : s.nom() + ", " + s.qualite())
                .toList();
        return said(
                (papier.titre() == null
                                ? papier(papier.type())
                                : papier(papier.type()) + " : « " + papier.titre() + " »")
                        + (signers.isEmpty() ? "." : ", signé par " + list(signers) + "."),
                papier.provenance(),
                papier.parties().stream().map(p -> "« " + p.texte() + " »"));
    }

    private static String papier(Papier.Type type) {
        return switch (type) {
            case CERTIFICAT -> "Certificat";
            case ATTESTATION_BLOC -> "Attestation de bloc";
            case ATTESTATION_MENTION -> "Attestation de mention";
            case RELEVE -> "Relevé de blocs";
            case PROCES_VERBAL -> "Procès-verbal de jury";
            case CONVOCATION -> "Convocation";
            case NOTIFICATION -> "Notification de décision";
            case RECEVABILITE -> "Lettre de recevabilité";
        };
    }

    public static Phrase complementaire(ReferentielComplementaire more) {
        return new Phrase(
                more.intitule(),
                more.rubriques().stream()
                        .map(r -> said(r.intitule() + " :", r.provenance(), each(r.textes())))
                        .toList(),
                more.provenance());
    }

    public static List<Phrase> complementaires(Referentiel referentiel) {
        return referentiel.referentielsComplementaires().stream()
                .map(DefinitionInWords::complementaire)
                .toList();
    }

    public static List<Phrase> agrements(Branche branche, String certification) {
        return branche.agrements().stream()
                .filter(a -> a.certification().equals(certification))
                .map(DefinitionInWords::agrement)
                .toList();
    }

    private static Phrase agrement(Agrement agrement) {
        String etat =
                switch (agrement.etat()) {
                    case DEMANDE -> "demandé";
                    case OBTENU -> "obtenu";
                    case SUSPENDU -> "suspendu";
                    case RETIRE -> "retiré";
                };
        String when = period(agrement.du(), agrement.au());
        return said(
                agrement.intitule() + " (" + agrement.autorite() + ") : " + etat
                        + (agrement.numero() == null ? "" : " sous le numéro " + agrement.numero())
                        + (when.isEmpty() ? "." : ", " + when + "."),
                agrement.provenance(),
                Stream.of(
                        optional(agrement.bloqueOuverture(), () -> "Sans lui, aucun dossier ne s’ouvre."),
                        optional(agrement.base() != null, () -> "Base : " + agrement.base() + ".")));
    }

    /** The kinds of épreuve that a compétence foresees. */
    public static List<String> modalites(Competence competence) {
        return competence.modalites().stream().map(m -> modalite(m)).toList();
    }

    /** The accreditations of the certificateurs on that day, in words. */
    public static Optional<String> accreditations(Branche branche, LocalDate day) {
        List<String> words = branche.certificateurs().stream()
                .flatMap(c -> c.accreditations().stream())
                .filter(a -> a.isActiveOn(day))
                .map(a -> a.norme()
                        + (a.organisme() == null ? "" : " (" + a.organisme() + ")")
                        + ", " + period(a.du(), a.au()))
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(list(words));
    }
}
