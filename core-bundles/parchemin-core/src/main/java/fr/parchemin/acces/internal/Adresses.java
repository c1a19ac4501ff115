package fr.parchemin.acces.internal;

import fr.parchemin.acte.Champs;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mail addresses as people type them. */
final class Adresses {

    static final int LONGUEUR_MAXIMALE = 120;

    /** What reaches a mail server; whether somebody is behind it shows when the mail arrives. */
    private static final Pattern FORME = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private Adresses() {}

    /** In lower case and without the spaces around it, {@code null} when nothing is left. */
    static String tidy(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Why an address is not admitted. */
    static Optional<Refus> invalid(String address) {
        return Champs.requiredLine("courriel", address, LONGUEUR_MAXIMALE)
                .or(() -> FORME.matcher(address).matches()
                        ? Optional.empty()
                        : Optional.of(Refus.of(
                                CodeRefus.CHAMP_INVALIDE,
                                "courriel",
                                "ce n’est pas une adresse, comme nom@exemple.fr")));
    }
}
