package fr.parchemin.documents.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;

/** The faces that the papers are set in, all under the SIL Open Font License, shipped unmodified. */
enum Police {
    SERIF("EBGaramond-Regular", "Garamond", 400, FontStyle.NORMAL),
    SERIF_ITALIQUE("EBGaramond-Italic", "Garamond", 400, FontStyle.ITALIC),
    SERIF_DEMI_GRAS("EBGaramond-Medium", "Garamond", 600, FontStyle.NORMAL),
    LINEALE("SourceSans3-Regular", "Source", 400, FontStyle.NORMAL),
    LINEALE_DEMI_GRAS("SourceSans3-Semibold", "Source", 600, FontStyle.NORMAL);

    private final String fichier;
    private final String famille;
    private final int graisse;
    private final FontStyle style;

    Police(String fichier, String famille, int graisse, FontStyle style) {
        this.fichier = fichier;
        this.famille = famille;
        this.graisse = graisse;
        this.style = style;
    }

    String ressource() {
        return "/fonts/" + fichier + ".ttf";
    }

    /** Family under which the style sheets name it. */
    String famille() {
        return famille;
    }

    int graisse() {
        return graisse;
    }

    FontStyle style() {
        return style;
    }
}
