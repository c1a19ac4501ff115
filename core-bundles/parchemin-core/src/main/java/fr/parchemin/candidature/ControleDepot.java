package fr.parchemin.candidature;

import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.acte.Typographie;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.spi.Avis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Checks what people write in an application. */
public final class ControleDepot {

    private static final String PLATEFORME = "plateforme";
    private static final int AGE_MAXIMAL = 110;
    private static final int FORMATEURS_MAXIMUM = 20;
    private static final Pattern COURRIEL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

    private ControleDepot() {}

    /** The first thing wrong with the person. */
    public static Optional<Refus> candidat(Candidat candidat, LocalDate today) {
        return Champs.requiredLine("candidat.nomNaissance", candidat.nomNaissance())
                .or(() -> Champs.line("candidat.nomUsage", candidat.nomUsage()))
                .or(() -> Champs.requiredLine("candidat.prenoms", candidat.prenoms()))
                .or(() -> Champs.requiredLine("candidat.lieuNaissance", candidat.lieuNaissance()))
                .or(() -> birthDate(candidat.dateNaissance(), today))
                .or(() -> Champs.line("candidat.courriel", candidat.courriel()))
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
        return Champs.requiredLine(champ + ".nom", tiers.nom())
                .or(() -> tiers.siret() == null || Siret.isValid(tiers.siret())
                        ? Optional.empty()
                        : invalid(champ + ".siret", "attendu 14 chiffres dont la clé est juste"));
    }

    /** The first thing wrong with the names of the trainers. */
    public static Optional<Refus> formateurs(List<String> formateurs) {
        if (formateurs.size() > FORMATEURS_MAXIMUM) {
            return invalid("formateurs", "plus de " + FORMATEURS_MAXIMUM + " noms");
        }
        return IntStream.range(0, formateurs.size())
                .mapToObj(i -> Champs.requiredLine("formateurs[" + i + "]", formateurs.get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What the platform establishes by itself of a prerequisite, when it can. */
    public static Optional<ConstatPrerequis> computed(
            Prerequis prerequis, Candidat candidat, LocalDate today, Instant now) {
        if (prerequis.type() != Prerequis.Type.AGE_MINIMUM) {
            return Optional.empty();
        }
        int age = age(candidat, today);
        return Optional.of(new ConstatPrerequis(
                prerequis.code(),
                age >= prerequis.age(),
                null,
                null,
                null,
                age + " ans le " + Typographie.jour(today),
                PLATEFORME,
                now));
    }

    /** What a rule in code says of a prerequisite. */
    public static ConstatPrerequis told(Prerequis prerequis, Avis avis, Instant now) {
        String motif = avis instanceof Avis.Defavorable no ? no.motif() : null;
        return new ConstatPrerequis(prerequis.code(), motif == null, null, null, null, motif, PLATEFORME, now);
    }

    /** The same where somebody said something of it: the rule has the last word, and nobody records the contrary. */
    public static Outcome<ConstatPrerequis> agreed(
            Prerequis prerequis, Avis avis, Inscriptions.Constat constat, Instant now) {
        ConstatPrerequis told = told(prerequis, avis, now);
        if (told.satisfait() == constat.satisfait()) {
            return Outcome.done(told);
        }
        return refused(
                prerequis,
                avis instanceof Avis.Defavorable no
                        ? no.motif()
                        : "la règle « " + prerequis.regle() + " » de la branche le trouve satisfait");
    }

    private static int age(Candidat candidat, LocalDate today) {
        return Period.between(candidat.dateNaissance(), today).getYears();
    }

    /**
     * What is established, its end computed from its delivery where the référentiel says how long it lasts and nobody gave
     * an end.
     *
     * <p>An age is computed again, whatever was said: who applied too young may go on once old enough.
     */
    public static Outcome<ConstatPrerequis> constat(
            Prerequis prerequis,
            Candidat candidat,
            Inscriptions.Constat constat,
            LocalDate today,
            String by,
            Instant now) {
        Optional<ConstatPrerequis> computed = computed(prerequis, candidat, today, now);
        if (computed.isPresent()) {
            return computed.get().satisfait() == constat.satisfait()
                    ? Outcome.done(computed.get())
                    : refused(
                            prerequis,
                            "d’après sa date de naissance la personne a " + age(candidat, today) + " ans, il en faut "
                                    + prerequis.age());
        }
        String numero = Textes.tidy(constat.numero());
        Optional<Refus> wrong =
                Champs.line("numero", numero).or(() -> Champs.paragraph("observation", constat.observation()));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        LocalDate end = constat.valideJusquAu();
        if (constat.satisfait()) {
            if (end == null && prerequis.validiteMois() != null && constat.delivreLe() != null) {
                end = constat.delivreLe().plusMonths(prerequis.validiteMois());
            }
            Optional<String> flaw = flaw(prerequis, numero, constat.delivreLe(), end, today);
            if (flaw.isPresent()) {
                return refused(prerequis, flaw.get());
            }
        }
        return Outcome.done(new ConstatPrerequis(
                prerequis.code(),
                constat.satisfait(),
                numero,
                constat.delivreLe(),
                end,
                constat.observation(),
                by,
                now));
    }

    /** Why a document does not meet the prerequisite. */
    private static Optional<String> flaw(
            Prerequis prerequis, String numero, LocalDate delivreLe, LocalDate end, LocalDate today) {
        if (prerequis.motifNumero() != null && (numero == null || !numero.matches(prerequis.motifNumero()))) {
            return Optional.of(
                    numero == null
                            ? "son numéro est obligatoire (forme : " + prerequis.motifNumero() + ")"
                            : "le numéro « " + numero + " » n’a pas la forme attendue (" + prerequis.motifNumero()
                                    + ")");
        }
        if (delivreLe != null && delivreLe.isAfter(today)) {
            return Optional.of("sa date de délivrance est dans le futur");
        }
        if (prerequis.validiteMois() != null && end == null) {
            return Optional.of("sa date de délivrance ou sa fin de validité est obligatoire");
        }
        if (delivreLe != null && end != null && end.isBefore(delivreLe)) {
            return Optional.of("sa fin de validité précède sa délivrance");
        }
        return end != null && end.isBefore(today)
                ? Optional.of("il est périmé depuis le " + Typographie.jour(end.plusDays(1)))
                : Optional.empty();
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

    private static Optional<Refus> invalid(String champ, String why) {
        return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, why));
    }
}
