package fr.parchemin.rest.internal;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.classification.ContexteEmploi;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;

/** The employment in which the worth of a certification is asked for. Public with fields, as the container fills it. */
public final class ParametresEffet {

    @Parameter(description = "Jour considéré ; par défaut aujourd’hui")
    @QueryParam("le")
    public String le;

    @Parameter(description = "Niveau national exigé par l’offre d’emploi elle-même")
    @QueryParam("niveauExige")
    public String niveauExige;

    @Parameter(description = "Emplois-repères tenus")
    @QueryParam("emploi")
    public List<String> emplois;

    @Parameter(description = "Coefficient déjà détenu, jamais réduit")
    @QueryParam("coefficientActuel")
    public String coefficientActuel;

    @Parameter(description = "IDCC de l’employeur ; par défaut celui de la branche")
    @QueryParam("idcc")
    public String idcc;

    @Parameter(description = "Code du secteur de l’employeur dans la convention")
    @QueryParam("secteur")
    public String secteur;

    @Parameter(description = "Clé de la position déjà tenue, jamais réduite")
    @QueryParam("positionActuelle")
    public String positionActuelle;

    @Parameter(description = "Ancienneté chez l’employeur, en mois")
    @QueryParam("ancienneteMois")
    public String ancienneteMois;

    @Parameter(description = "Âge en années le jour considéré")
    @QueryParam("age")
    public String age;

    @Parameter(description = "Jour de la décision du jury ; pour un certificat délivré, le sien par défaut")
    @QueryParam("obtenuLe")
    public String obtenuLe;

    @Parameter(description = "Options ou mentions détenues")
    @QueryParam("option")
    public List<String> options;

    @Parameter(
            description = "ENTREE : en parcours ; OBTENTION, par défaut : certificat détenu",
            schema = @Schema(allowableValues = {"ENTREE", "OBTENTION"}))
    @QueryParam("etape")
    public String etape;

    @Parameter(
            description = "true si l’employeur a exigé la certification ou envoyé la personne en formation",
            schema = @Schema(allowableValues = {"true", "false"}))
    @QueryParam("exigeParEmployeur")
    public String exigeParEmployeur;

    /** Refuses a parameter that is no date, number or choice by its name. */
    ContexteEmploi contexte() {
        return new ContexteEmploi(
                le == null ? LocalDate.now(HeureLegale.ZONE) : Parametres.date("le", le),
                Parametres.integer("niveauExige", niveauExige),
                emplois,
                Parametres.integer("coefficientActuel", coefficientActuel),
                Parametres.text(idcc),
                Parametres.text(secteur),
                Parametres.text(positionActuelle),
                Parametres.integer("ancienneteMois", ancienneteMois),
                Parametres.integer("age", age),
                Parametres.text(obtenuLe) == null ? null : Parametres.date("obtenuLe", obtenuLe),
                options,
                Parametres.choice("etape", etape, ContexteEmploi.Etape.class),
                Parametres.bool("exigeParEmployeur", exigeParEmployeur));
    }
}
