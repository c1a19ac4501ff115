package fr.parchemin.web.internal;

import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.web.internal.view.Vives;
import fr.parchemin.web.internal.view.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * The colours of the branches as a stylesheet, made anew when branches come and go. A style attribute would ask for
 * {@code unsafe-inline} in the content security policy.
 */
final class Palette {
    static final String NAME = "branches.css";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private record Made(long generation, Assets.Asset asset, Vives vives) {}

    private final Catalogue catalogue;
    private final AtomicReference<Made> last = new AtomicReference<>();

    Palette(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Assets.Asset current() {
        return made().asset();
    }

    /** The branches as they stand. */
    Vives vives() {
        return made().vives();
    }

    private Made made() {
        long generation = catalogue.generation();
        Made made = last.get();
        if (made == null || made.generation() != generation) {
            Assets.Asset asset = Assets.Asset.of("text/css; charset=utf-8", stylesheet());
            made = new Made(generation, asset, vives(asset));
            last.set(made);
        }
        return made;
    }

    private Vives vives(Assets.Asset colours) {
        List<Vives.Vive> branches = catalogue.branches().stream()
                .map(b -> new Vives.Vive(
                        b.code(), b.nom(), b.etat().code(), Wording.etatBranche(b.etat()), Wording.avis(b.etat())))
                .toList();
        String seen = Assets.hashOf((colours.hash() + branches).getBytes(StandardCharsets.UTF_8));
        return new Vives(seen, branches);
    }

    String url() {
        return "/statique/" + current().hash() + "/" + NAME;
    }

    private byte[] stylesheet() {
        StringBuilder css = new StringBuilder();
        for (VueBranche branche : catalogue.branches()) {
            String colour =
                    branche.identite().map(identite -> identite.couleur()).orElse(null);
            if (colour != null
                    && COLOUR.matcher(colour).matches()
                    && CODE.matcher(branche.code()).matches()) {
                css.append(".branche-")
                        .append(branche.code())
                        .append("{--branche:")
                        .append(colour)
                        .append("}\n");
            }
        }
        return css.toString().getBytes(StandardCharsets.UTF_8);
    }
}
