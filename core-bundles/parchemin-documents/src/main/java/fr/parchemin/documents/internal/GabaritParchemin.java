package fr.parchemin.documents.internal;

import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.delivrance.DocumentImpossible;
import fr.parchemin.documents.internal.Presse.Mesures;
import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The parchemin: one page, whatever the length of the name and of the title. Sizes are chosen with the widths of the
 * fonts, then the text is laid out once to know its height, set smaller until it fits, and centred in what is left.
 */
final class GabaritParchemin {

    private static final double MM = 72 / 25.4;
    private static final PDRectangle FORMAT = new PDRectangle((float) (297 * MM), (float) (210 * MM));
    private static final double JUSTIFICATION = (297 - 2 * 26) * MM;
    private static final double HAUTEUR = (210 - 2 * 20) * MM;
    private static final double BLANC_MINIMAL = 4 * MM;

    /** Where the eye sees the middle: a little above it. */
    private static final double CENTRE_OPTIQUE = 0.46;

    private static final Titrage NATURE = new Titrage(Police.SERIF, 27, 20, 16);
    private static final Titrage INTITULE = new Titrage(Police.SERIF_DEMI_GRAS, 37, 25, 19);
    private static final Titrage TITULAIRE = new Titrage(Police.SERIF, 44, 28, 20);
    private static final double[] ECHELLES = {1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5};

    private final Presse presse;
    private final FeuilleDeStyle style = new FeuilleDeStyle("parchemin.css");
    private final Supplier<Ornement> cadre = new Paresseux<>(() -> Ornement.cadre(FORMAT));
    private final Supplier<Ornement> filigrane = new Paresseux<>(() -> Ornement.filigrane(FORMAT));

    GabaritParchemin(Presse presse) {
        this.presse = presse;
    }

    byte[] pdf(DocumentCertificat d, Casse casse) {
        VueParchemin vue = new Redaction(d, casse).parchemin();
        Couleur couleur = d.couleur() == null ? Couleur.DEFAUT : Couleur.hexadecimale(d.couleur());
        Couleur encre = couleur.lisible();
        Page page = new Page(FORMAT, (document, flux) -> {
            filigrane.get().dessine(document, flux, couleur);
            cadre.get().dessine(document, flux, couleur);
            Ornement.filets(flux, FORMAT, encre);
        });
        for (double echelle : ECHELLES) {
            Map<String, Double> corps = corps(vue, casse, echelle);
            String essai = xhtml(vue, style.avec(corps, encre));
            Mesures mesures = presse.mesure(casse, essai, page, "corps", "pied");
            double blanc = HAUTEUR - mesures.hauteur("corps") - mesures.hauteur("pied");
            if (mesures.pages() == 1 && blanc >= BLANC_MINIMAL) {
                double haut = (blanc - BLANC_MINIMAL) * CENTRE_OPTIQUE;
                corps.put("haut", haut);
                corps.put("assise", blanc - haut - 1);
                return presse.tire(casse, xhtml(vue, style.avec(corps, encre)), page, d.delivreLe());
            }
        }
        throw new DocumentImpossible(
                DocumentImpossible.DOCUMENT_NON_IMPRIMABLE,
                "le nom, l’intitulé, les certificateurs ou le contact sont trop longs pour tenir sur une page");
    }

    private static Map<String, Double> corps(VueParchemin vue, Casse casse, double echelle) {
        Map<String, Double> corps = new HashMap<>();
        corps.put("largeurlogo", vue.logo() == null ? 0 : echelle * vue.logo().largeur());
        corps.put("hauteurlogo", vue.logo() == null ? 0 : echelle * vue.logo().hauteur());
        corps.put("haut", 0.0);
        corps.put("assise", 0.0);
        corps.put("formule", echelle * 15);
        corps.put("texte", Math.max(8, echelle * 13));
        corps.put("petit", Math.max(7, echelle * 10.5));
        corps.put("mention", Math.max(7, echelle * 9.5));
        corps.put("espace1", echelle * 3);
        corps.put("espace2", echelle * 8);
        corps.put("espace3", echelle * 14);
        bloc(corps, "nature", casse, Police.SERIF, vue.nature(), echelle * NATURE.corps(casse, vue.nature()));
        bloc(
                corps,
                "intitule",
                casse,
                Police.SERIF_DEMI_GRAS,
                vue.intitule(),
                echelle * INTITULE.corps(casse, vue.intitule()));
        bloc(
                corps,
                "titulaire",
                casse,
                Police.SERIF,
                vue.titulaire(),
                echelle * TITULAIRE.corps(casse, vue.titulaire()));
        bloc(corps, "certificateurs", casse, Police.SERIF, vue.certificateurs(), corps.get("texte"));
        return corps;
    }

    /** A size and the width in which the lines come out even. */
    private static void bloc(
            Map<String, Double> corps, String nom, Casse casse, Police police, String texte, double points) {
        corps.put(nom, points);
        corps.put("largeur" + nom, casse.justificationEgale(police, texte, points, JUSTIFICATION));
    }

    /**
     * How a line of display is sized.
     *
     * @param grand size of a short text
     * @param confortable size below which one more line looks better than smaller letters
     * @param petit size of a very long text
     */
    private record Titrage(Police police, double grand, double confortable, double petit) {

        double corps(Casse casse, String texte) {
            for (double corps = grand; corps > confortable; corps *= 0.96) {
                if (casse.lignes(police, texte, corps, JUSTIFICATION) == 1) {
                    return corps;
                }
            }
            return casse.lignes(police, texte, confortable, JUSTIFICATION) == 2 ? confortable : petit;
        }
    }

    private static String xhtml(VueParchemin vue, Content style) {
        StringOutput sortie = new StringOutput(16_384);
        JteparcheminGenerated.render(new OwaspHtmlTemplateOutput(sortie), null, style, vue);
        return sortie.toString();
    }
}
