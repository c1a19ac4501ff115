package fr.parchemin.candidature;

/** The key of a SIRET: the Luhn sum of its fourteen digits, La Poste’s establishments excepted. */
final class Siret {

    private static final String AUCUN_SIREN = "000000000";
    private static final String LA_POSTE = "356000000";

    private Siret() {}

    static boolean isValid(String siret) {
        if (!siret.matches("\\d{14}") || siret.startsWith(AUCUN_SIREN)) {
            return false;
        }
        int plain = 0;
        int luhn = 0;
        for (int i = 0; i < siret.length(); i++) {
            int digit = siret.charAt(i) - '0';
            plain += digit;
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            luhn += doubled > 9 ? doubled - 9 : doubled;
        }
        return luhn % 10 == 0 || siret.startsWith(LA_POSTE) && plain % 5 == 0;
    }
}
