package fr.parchemin.acte.internal;

import fr.parchemin.acte.ClePlateforme;
import fr.parchemin.acte.Coffre;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/** Keys of the platform for tests, told apart by the octet that they are made of. */
public final class Cles {

    private Cles() {}

    public static ClePlateforme plateforme(int octet) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) octet);
        return new ClePlateformeFichier(
                Path.of("no-such-key"), "CLE", variable -> Base64.getEncoder().encodeToString(key));
    }

    public static Coffre coffre() {
        return new CoffreDePlateforme(plateforme(1));
    }
}
