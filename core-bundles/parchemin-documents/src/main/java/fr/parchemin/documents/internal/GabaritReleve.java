package fr.parchemin.documents.internal;

import fr.parchemin.delivrance.DocumentCertificat;
import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The relevé de blocs: as many upright pages as the blocs need. */
final class GabaritReleve {

    private static final double MM = 72 / 25.4;
    private static final PDRectangle FORMAT = new PDRectangle((float) (210 * MM), (float) (297 * MM));

    private final Presse presse;
    private final FeuilleDeStyle style = new FeuilleDeStyle("releve.css");
    private final Supplier<Ornement> bandeau = new Paresseux<>(() -> Ornement.bandeau(FORMAT));

    GabaritReleve(Presse presse) {
        this.presse = presse;
    }

    byte[] pdf(DocumentCertificat d, Casse casse) {
        VueReleve vue = new Redaction(d, casse).releve();
        Couleur couleur = d.couleur() == null ? Couleur.DEFAUT : Couleur.hexadecimale(d.couleur());
        Page page = new Page(FORMAT, (document, flux) -> bandeau.get().dessine(document, flux, couleur));
        Map<String, Double> corps = Map.of(
                "intitule", vue.intitule().length() > 120 ? 13.0 : 17.0,
                "titulaire", vue.titulaire().length() > 60 ? 13.0 : 17.0,
                "largeurlogo", vue.logo() == null ? 0 : vue.logo().largeur(),
                "hauteurlogo", vue.logo() == null ? 0 : vue.logo().hauteur());
        String xhtml = xhtml(vue, style.avec(corps, couleur.lisible()));
        return presse.tire(casse, xhtml, page, d.delivreLe() != null ? d.delivreLe() : d.dateJury());
    }

    private static String xhtml(VueReleve vue, Content style) {
        StringOutput sortie = new StringOutput(32_768);
        JtereleveGenerated.render(new OwaspHtmlTemplateOutput(sortie), null, style, vue);
        return sortie.toString();
    }
}
