package fr.parchemin.acte.internal;

import fr.parchemin.acte.ClePlateforme;
import fr.parchemin.acte.Coffre;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Texts under the key of the platform; what is sealed says that it is, so that anything else is told apart. */
@Component
public final class CoffreDePlateforme implements Coffre {

    private static final String VERSION = "v1.";

    /** Keeps apart what is sealed here from the keys of persons, which lie under the same key. */
    private static final String CONTEXTE = "coffre/";

    private final ClePlateforme cle;

    @Activate
    public CoffreDePlateforme(@Reference ClePlateforme cle) {
        this.cle = cle;
    }

    @Override
    public String seal(String place, String text) {
        byte[] sealed = cle.wrap(text.getBytes(StandardCharsets.UTF_8), CONTEXTE + place);
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public String open(String place, String sealed) {
        if (!sealed.startsWith(VERSION)) {
            throw new IllegalStateException("not sealed by this platform: " + place);
        }
        byte[] envelope = Base64.getUrlDecoder().decode(sealed.substring(VERSION.length()));
        return new String(cle.unwrap(envelope, CONTEXTE + place), StandardCharsets.UTF_8);
    }
}
