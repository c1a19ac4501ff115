package fr.parchemin.delivrance;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.Branche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Vues;
import fr.parchemin.spi.RegleNumerotation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The number of a certificate, from its rank in the series of the branch. */
public final class Numerotation {

    private static final int LONGUEUR_MAXIMALE = 32;
    private static final Pattern FORME = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");

    private Numerotation() {}

    /** The series of a branch in the year of that day; its ranks have no hole. */
    public static String serie(Branche.Numerotation numerotation, LocalDate day) {
        return numerotation.prefixe() + "-" + day.getYear();
    }

    /**
     * The number of that rank; refused with NUMEROTATION_IMPOSSIBLE when a rule in code gives none that can be used.
     *
     * @param taken whether a certificate bears a number already
     */
    public static Outcome<String> of(
            Branche.Numerotation numerotation,
            Candidature candidature,
            LocalDate day,
            long rang,
            Predicate<String> taken,
            ReglesBranche regles) {
        if (numerotation.regle() == null) {
            return Outcome.done(String.format("%s-%06d", serie(numerotation, day), rang));
        }
        Vues.Numero vue =
                new Vues.Numero(day, numerotation.prefixe(), rang, candidature.certification(), candidature.version());
        return regles.ask(
                        RegleNumerotation.class,
                        numerotation.regle(),
                        rule -> rule.numeroter(vue),
                        String.class,
                        numero -> flaw(numero, numerotation.prefixe(), taken))
                .fold(Outcome::done, failed -> Outcome.refused(CodeRefus.NUMEROTATION_IMPOSSIBLE, failed.phrase()));
    }

    private static Optional<String> flaw(String numero, String prefixe, Predicate<String> taken) {
        if (numero.length() > LONGUEUR_MAXIMALE || !FORME.matcher(numero).matches()) {
            return Optional.of("un numéro compte au plus " + LONGUEUR_MAXIMALE
                    + " majuscules sans accent, chiffres et tirets isolés");
        }
        if (!numero.startsWith(prefixe + "-")) {
            return Optional.of("un numéro commence par « " + prefixe + "- »");
        }
        return taken.test(numero) ? Optional.of("le numéro « " + numero + " » est déjà pris") : Optional.empty();
    }
}
