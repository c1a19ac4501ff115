package fr.parchemin.enmemoire;

import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.VerifieurCles;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keys without cryptography: an answer is « key challenge count », and what is asked begins with the challenge.
 */
public final class VerifieurEnMemoire implements VerifieurCles {

    /** What a device answers to what it was asked. */
    public static String answer(String cle, String options, long compteur) {
        return cle + " " + options.split(" ")[0] + " " + compteur;
    }

    @Override
    public String creation(Site site, Titulaire titulaire, String defi, List<Cle> exclues) {
        return defi + " " + titulaire.poignee() + " " + named(exclues);
    }

    private static String named(List<Cle> cles) {
        return cles.stream().map(Cle::id).collect(Collectors.joining(","));
    }

    @Override
    public Outcome<Nouvelle> created(Site site, String defi, String poignee, String reponse) {
        String[] parts = reponse.split(" ");
        return parts[1].equals(defi)
                ? Outcome.done(new Nouvelle(parts[0], poignee, Long.parseLong(parts[2])))
                : Outcome.refused(CodeRefus.CLE_NON_ENREGISTREE, "elle ne répond pas à la demande");
    }

    @Override
    public String demande(Site site, String defi, List<Cle> admises) {
        return defi + " " + named(admises);
    }

    @Override
    public Optional<String> cle(String reponse) {
        return reponse == null ? Optional.empty() : Optional.of(reponse.split(" ")[0]);
    }

    @Override
    public Outcome<Long> signed(Site site, String defi, Cle cle, String reponse) {
        String[] parts = reponse.split(" ");
        return parts[0].equals(cle.id()) && parts[1].equals(defi)
                ? Outcome.done(Long.parseLong(parts[2]))
                : Outcome.refused(CodeRefus.CLE_REFUSEE);
    }

    @Override
    public String poignee(Cle cle) {
        return cle.donnees();
    }
}
