package fr.parchemin.parametre;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be adjusted on screen; a closed list, one for each shape of {@link Valeur}. */
public enum Cle {
    SIGNATAIRE("le signataire"),
    CONTACT("le contact"),
    TARIF("un tarif"),
    LOGO("le logo");

    private final String libelle;

    Cle(String libelle) {
        this.libelle = libelle;
    }

    /** What people call it, with its article. */
    public String libelle() {
        return libelle;
    }

    /** The name by which requests call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of that name; empty for what is not adjustable. */
    public static Optional<Cle> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
