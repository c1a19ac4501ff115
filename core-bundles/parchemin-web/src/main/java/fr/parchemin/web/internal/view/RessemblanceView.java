package fr.parchemin.web.internal.view;

import fr.parchemin.acte.Textes;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Identite;
import java.util.List;

/**
 * Two files of a branch whose candidates resemble, side by side.
 *
 * @param mayAsk whether the reader may have the person asked
 */
public record RessemblanceView(Candidature one, Candidature other, Identite identite, boolean mayAsk) {
    /** What both say of the same thing; empty texts where nothing is said. */
    public record Line(String label, String one, String other) {
        /** However they were typed; two that say nothing are the same as well. */
        public boolean isSame() {
            return one.equals(other) || Textes.same(one, other);
        }
    }

    /** The identities. */
    public List<Line> lines() {
        Candidat left = one.candidat();
        Candidat right = other.candidat();
        return List.of(
                new Line("Nom de naissance", left.nomNaissance(), right.nomNaissance()),
                new Line("Nom d’usage", text(left.nomUsage()), text(right.nomUsage())),
                new Line("Prénoms", left.prenoms(), right.prenoms()),
                new Line("Sexe", Wording.sexe(left.sexe()), Wording.sexe(right.sexe())),
                new Line("Né(e) le", Wording.date(left.dateNaissance()), Wording.date(right.dateNaissance())),
                new Line("Lieu de naissance", left.lieuNaissance(), right.lieuNaissance()),
                new Line("Courriel", text(left.courriel()), text(right.courriel())));
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    public boolean isEqual() {
        return identite == Identite.EGALE;
    }
}
