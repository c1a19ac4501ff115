package fr.parchemin.web.internal.view;

import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.candidature.Candidature;
import java.time.Instant;
import java.util.List;

/** The personal links to a file. */
public record LiensView(Candidature candidature, List<LienPersonnel> liens, Instant now) {

    public String address() {
        return Urls.path("candidatures", candidature.id(), "liens");
    }

    public boolean isOpen(LienPersonnel lien) {
        return lien.isOpen(now);
    }

    public String state(LienPersonnel lien) {
        if (lien.retireLe() != null) {
            return "retiré";
        }
        return lien.isOpen(now) ? "en cours" : "expiré";
    }
}
