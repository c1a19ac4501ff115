package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Droit;
import java.util.Arrays;
import java.util.Optional;

/** What may be done with several files of the register. */
public enum ActeEnLot {
    EVALUATEURS(Droit.EVALUATEURS_DESIGNER, "evaluateurs", "Désigner des évaluateurs"),
    PRESENTATION(Droit.JURY_PRESENTER, "presentation", "Présenter à un jury"),
    DELIVRANCE(Droit.CERTIFICAT_DELIVRER, "delivrance", "Délivrer les certificats");

    private final Droit droit;
    private final String segment;
    private final String libelle;

    ActeEnLot(Droit droit, String segment, String libelle) {
        this.droit = droit;
        this.segment = segment;
        this.libelle = libelle;
    }

    public Droit droit() {
        return droit;
    }

    /** Where it is sent. */
    public String address() {
        return "/candidatures/lot/" + segment;
    }

    public String libelle() {
        return libelle;
    }

    public static Optional<ActeEnLot> of(String name) {
        return Arrays.stream(values()).filter(acte -> acte.name().equals(name)).findFirst();
    }
}
