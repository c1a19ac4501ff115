package fr.parchemin.acces.internal;

import fr.parchemin.acces.VerifieurCles.Site;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The platform as the browsers see it, from what the operator said: never from a request, whose headers any proxy, and
 * anybody, may write.
 */
final class SiteCles {

    private static final String ICI = "localhost";
    private static final Pattern ADRESSE_IP = Pattern.compile("[0-9.]+|\\[.*]");
    private static final Pattern BOUCLE = Pattern.compile("127(\\.[0-9]+){3}|\\[::1]");

    private SiteCles() {}

    /**
     * An address of this machine alone counts as {@code localhost}: browsers make no keys for numbers.
     *
     * @param domaine of which keys are; blank for the host itself
     * @throws IllegalArgumentException when browsers would make no key there; says why
     */
    static Site of(String adressePublique, String domaine) {
        URI address = URI.create(adressePublique);
        if (address.getHost() == null || address.getScheme() == null) {
            throw new IllegalArgumentException("adressePublique is not the address of a site: " + adressePublique);
        }
        String given = address.getHost().toLowerCase(Locale.ROOT);
        String host = BOUCLE.matcher(given).matches() ? ICI : given;
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        boolean here = host.equals(ICI) || host.endsWith("." + ICI);
        if (ADRESSE_IP.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "passkeys are made for a name, and adressePublique has a number: " + host);
        }
        if (!scheme.equals("https") && !(here && scheme.equals("http"))) {
            throw new IllegalArgumentException("passkeys need HTTPS, adressePublique is " + adressePublique);
        }
        String wanted = domaine == null ? "" : domaine.strip().toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty() && !host.equals(wanted) && !(wanted.contains(".") && host.endsWith("." + wanted))) {
            throw new IllegalArgumentException("domaineCles " + wanted + " is not that of " + host + " or above it");
        }
        return new Site(wanted.isEmpty() ? host : wanted, scheme + "://" + host + port(address, scheme), "Parchemin");
    }

    private static String port(URI address, String scheme) {
        int usual = scheme.equals("https") ? 443 : 80;
        return address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
    }
}
