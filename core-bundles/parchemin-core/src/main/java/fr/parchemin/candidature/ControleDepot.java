package fr.parchemin.candidature;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.referentiel.Prerequis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks what people write in an application. */
public final class ControleDepot {

    private static final int AGE_MAXIMAL = 110;
    private static final int LONGUEUR_MAXIMALE = 120;
    private static final Pattern COURRIEL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

    private ControleDepot() {}

    /** The first thing wrong with the person. */
    public static Optional<Refus> candidat(Candidat candidat, LocalDate today) {
        return text("candidat.nomNaissance", candidat.nomNaissance(), true)
                .or(() -> text("candidat.nomUsage", candidat.nomUsage(), false))
                .or(() -> text("candidat.prenoms", candidat.prenoms(), true))
                .or(() -> text("candidat.lieuNaissance", candidat.lieuNaissance(), true))
                .or(() -> birthDate(candidat.dateNaissance(), today))
                .or(() -> candidat.courriel() == null
                                || COURRIEL.matcher(candidat.courriel()).matches()
                        ? Optional.empty()
                        : invalid("candidat.courriel", "attendu une adresse de la forme nom@domaine.fr"));
    }

    /** The first thing wrong with an organisme or an entreprise; nothing when there is none. */
    public static Optional<Refus> tiers(String champ, Tiers tiers) {
        if (tiers == null) {
            return Optional.empty();
        }
        return text(champ + ".nom", tiers.nom(), true)
                .or(() -> tiers.siret() == null || Siret.isValid(tiers.siret())
                        ? Optional.empty()
                        : invalid(champ + ".siret", "attendu 14 chiffres dont la clé est juste"));
    }

    /** What the platform establishes by itself of a prerequisite, when it can. */
    public static Optional<ConstatPrerequis> computed(
            Prerequis prerequis, Candidat candidat, LocalDate today, Instant now) {
        if (prerequis.type() != Prerequis.Type.AGE_MINIMUM) {
            return Optional.empty();
        }
        int age = Period.between(candidat.dateNaissance(), today).getYears();
        return Optional.of(new ConstatPrerequis(
                prerequis.code(), age >= prerequis.age(), null, null, null, age + " ans au dépôt", "plateforme", now));
    }

    /** What is established, its end computed from its delivery where the référentiel says how long it lasts. */
    public static Outcome<ConstatPrerequis> constat(
            Prerequis prerequis, Inscriptions.Constat constat, LocalDate today, String by, Instant now) {
        if (prerequis.type() == Prerequis.Type.AGE_MINIMUM) {
            return refused(prerequis, "l’âge est calculé par la plateforme d’après la date de naissance");
        }
        if (!constat.satisfait()) {
            return Outcome.done(new ConstatPrerequis(
                    prerequis.code(),
                    false,
                    constat.numero(),
                    constat.delivreLe(),
                    constat.valideJusquAu(),
                    constat.observation(),
                    by,
                    now));
        }
        if (prerequis.motifNumero() != null
                && (constat.numero() == null || !constat.numero().matches(prerequis.motifNumero()))) {
            return refused(
                    prerequis,
                    constat.numero() == null
                            ? "son numéro est obligatoire (forme : " + prerequis.motifNumero() + ")"
                            : "le numéro « " + constat.numero() + " » n’a pas la forme attendue ("
                                    + prerequis.motifNumero() + ")");
        }
        if (constat.delivreLe() != null && constat.delivreLe().isAfter(today)) {
            return refused(prerequis, "sa date de délivrance est dans le futur");
        }
        LocalDate end = constat.valideJusquAu();
        if (prerequis.validiteMois() != null) {
            if (constat.delivreLe() == null && end == null) {
                return refused(prerequis, "sa date de délivrance ou sa fin de validité est obligatoire");
            }
            if (end == null) {
                end = constat.delivreLe().plusMonths(prerequis.validiteMois());
            }
        }
        if (end != null && end.isBefore(today)) {
            return refused(prerequis, "il est périmé depuis le " + end + ", demandez un document en cours de validité");
        }
        return Outcome.done(new ConstatPrerequis(
                prerequis.code(), true, constat.numero(), constat.delivreLe(), end, constat.observation(), by, now));
    }

    private static Outcome<ConstatPrerequis> refused(Prerequis prerequis, String why) {
        return Outcome.refused(CodeRefus.PREREQUIS_INVALIDE, prerequis.intitule(), why);
    }

    private static Optional<Refus> birthDate(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            return invalid("candidat.dateNaissance", "la date est dans le futur");
        }
        return Period.between(date, today).getYears() > AGE_MAXIMAL
                ? invalid("candidat.dateNaissance", "la personne aurait plus de " + AGE_MAXIMAL + " ans")
                : Optional.empty();
    }

    private static Optional<Refus> text(String champ, String value, boolean required) {
        if (value == null || value.isBlank()) {
            return required ? Optional.of(Refus.of(CodeRefus.CHAMP_MANQUANT, champ)) : Optional.empty();
        }
        if (value.length() > LONGUEUR_MAXIMALE) {
            return invalid(champ, "plus de " + LONGUEUR_MAXIMALE + " caractères");
        }
        return value.chars().anyMatch(Character::isISOControl)
                ? invalid(champ, "il contient des caractères de contrôle")
                : Optional.empty();
    }

    private static Optional<Refus> invalid(String champ, String why) {
        return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, why));
    }
}
