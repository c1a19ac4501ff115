package fr.parchemin.rest.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Filtre;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The filters of the register of candidatures, as query parameters. Public with fields, as the container fills it. */
public final class ParametresFiltre {

    private static final int CHOISIS_MAXIMUM = 200;

    @QueryParam("branche")
    @Parameter(description = "Code d’une branche")
    public String branche;

    @QueryParam("certification")
    @Parameter(description = "Code d’une certification")
    public String certification;

    @QueryParam("version")
    @Parameter(description = "Version du référentiel")
    public String version;

    @QueryParam("etat")
    @Parameter(description = "État ; plusieurs en répétant le paramètre")
    public List<String> etat;

    @QueryParam("organisme")
    @Parameter(description = "Mots du nom de l’organisme, ou son SIRET")
    public String organisme;

    @QueryParam("employeur")
    @Parameter(description = "Mots du nom de l’entreprise, ou son SIRET")
    public String employeur;

    @QueryParam("evaluateur")
    @Parameter(description = "Identifiant d’un évaluateur désigné")
    public String evaluateur;

    @QueryParam("jury")
    @Parameter(description = "Jury devant lequel le dossier est ou a été présenté")
    public String jury;

    @QueryParam("du")
    @Parameter(description = "Premier jour de dépôt")
    public String du;

    @QueryParam("au")
    @Parameter(description = "Dernier jour de dépôt")
    public String au;

    @QueryParam("texte")
    @Parameter(description = "Mots du nom du candidat, accents indifférents, ou partie du numéro de dossier")
    public String texte;

    @QueryParam("dossier")
    @Parameter(description = "Un dossier précis ; plusieurs en répétant le paramètre, 200 au plus")
    public List<String> dossier;

    /** What they ask for; a malformed one is refused by name. */
    Filtre filtre() {
        return new Filtre(
                Parametres.text(branche),
                Parametres.text(certification),
                Parametres.text(version),
                given(etat),
                Parametres.text(organisme),
                Parametres.text(employeur),
                Parametres.text(evaluateur),
                Parametres.text(jury) == null ? null : id("jury", jury),
                Parametres.optionalDate("du", du),
                Parametres.optionalDate("au", au),
                Parametres.text(texte),
                dossiers());
    }

    private static Set<String> given(List<String> values) {
        return values == null
                ? Set.of()
                : values.stream().filter(v -> !v.isBlank()).map(String::trim).collect(Collectors.toSet());
    }

    private Set<UUID> dossiers() {
        Set<UUID> ids = new HashSet<>();
        given(dossier).forEach(text -> ids.add(id("dossier", text)));
        if (ids.size() > CHOISIS_MAXIMUM) {
            throw new RefusException(
                    CodeRefus.CHAMP_INVALIDE, "dossier", "plus de " + CHOISIS_MAXIMUM + " dossiers à la fois");
        }
        return ids;
    }

    private static UUID id(String name, String text) {
        try {
            return UUID.fromString(text.trim());
        } catch (IllegalArgumentException malformed) {
            throw new RefusException(CodeRefus.CHAMP_INVALIDE, name, "attendu un identifiant");
        }
    }

    static Filtre.Tri tri(String text) {
        Filtre.Tri given = Parametres.choice("tri", text, Filtre.Tri.class);
        return given == null ? Filtre.Tri.RECENTES : given;
    }
}
