package fr.parchemin.regle;

import fr.parchemin.spi.RegleAttribution;
import fr.parchemin.spi.RegleClassification;
import fr.parchemin.spi.RegleEnCode;
import fr.parchemin.spi.RegleIncompatibilite;
import fr.parchemin.spi.RegleMention;
import fr.parchemin.spi.RegleNumerotation;
import fr.parchemin.spi.ReglePrerequis;
import fr.parchemin.spi.RegleProposition;
import fr.parchemin.spi.RegleRecevabilite;
import java.util.Arrays;
import java.util.List;

/** The kinds of rule in code, and where a definition names one. */
public enum EspeceRegle {
    RECEVABILITE(RegleRecevabilite.class),
    PREREQUIS(ReglePrerequis.class),
    PROPOSITION(RegleProposition.class),
    ATTRIBUTION(RegleAttribution.class),
    CLASSIFICATION(RegleClassification.class),
    NUMEROTATION(RegleNumerotation.class),
    INCOMPATIBILITE(RegleIncompatibilite.class),
    MENTION(RegleMention.class);

    private final Class<? extends RegleEnCode> type;

    EspeceRegle(Class<? extends RegleEnCode> type) {
        this.type = type;
    }

    /** The interface of the SPI that such a rule implements. */
    public Class<? extends RegleEnCode> type() {
        return type;
    }

    /** The kind whose interface that is. */
    public static EspeceRegle of(Class<? extends RegleEnCode> type) {
        return Arrays.stream(values()).filter(e -> e.type == type).findFirst().orElseThrow();
    }

    /** The kinds that an object is of; none for what is no rule. */
    public static List<EspeceRegle> kindsOf(Object object) {
        return Arrays.stream(values()).filter(e -> e.type.isInstance(object)).toList();
    }
}
