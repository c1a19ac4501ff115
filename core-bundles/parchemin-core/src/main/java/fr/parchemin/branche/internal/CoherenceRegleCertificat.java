package fr.parchemin.branche.internal;

import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.Terme;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule of a certificate that can come out either way: it names blocs that exist, and what it asks can be reached. */
final class CoherenceRegleCertificat {

    private final Referentiel referentiel;
    private final Objections objections;

    CoherenceRegleCertificat(Referentiel referentiel, Objections objections) {
        this.referentiel = referentiel;
        this.objections = objections;
    }

    void check() {
        check(referentiel.regle(), "/regle");
    }

    private void check(RegleCertificat regle, String at) {
        if (regle instanceof RegleCertificat.TousBlocs tous) {
            checkBlocs(tous.blocs(), at);
        } else if (regle instanceof RegleCertificat.BlocsAuMoins atLeast) {
            checkBlocs(atLeast.blocs(), at);
            int among = atLeast.blocs().isEmpty()
                    ? referentiel.blocs().size()
                    : atLeast.blocs().size();
            if (atLeast.nombre() > among) {
                objections.add(
                        at + "/nombre",
                        atLeast.blocs().isEmpty()
                                ? atLeast.nombre() + " blocs demandés, le référentiel n’en a que " + among
                                : atLeast.nombre() + " blocs demandés parmi " + among);
            }
        } else if (regle instanceof RegleCertificat.MoyenneBlocs moyenne) {
            checkMoyenne(moyenne, at);
        } else if (regle instanceof RegleCertificat.Toutes toutes) {
            checkAll(toutes.regles(), at);
        } else if (regle instanceof RegleCertificat.AuMoins auMoins) {
            objections.reachable(auMoins.nombre(), auMoins.regles(), at + "/nombre");
            checkAll(auMoins.regles(), at);
        }
    }

    private void checkAll(List<RegleCertificat> regles, String at) {
        int index = 0;
        for (RegleCertificat part : regles) {
            check(part, at + "/regles/" + index++);
        }
    }

    private void checkBlocs(List<String> blocs, String at) {
        int index = 0;
        for (String code : blocs) {
            if (referentiel.bloc(code).isEmpty()) {
                objections.add(at + "/blocs/" + index, "le bloc « " + code + " » n’existe pas dans le référentiel");
            }
            index++;
        }
    }

    private void checkMoyenne(RegleCertificat.MoyenneBlocs regle, String at) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (Terme terme : regle.termes()) {
            String place = at + "/termes/" + index++;
            Optional<BlocCompetences> bloc = referentiel.bloc(terme.bloc());
            if (bloc.isEmpty()) {
                objections.add(place + "/bloc", "le bloc « " + terme.bloc() + " » n’existe pas dans le référentiel");
            } else {
                checkNote(bloc.get(), place + "/bloc");
            }
            objections.unique(seen, terme.bloc(), place + "/bloc", "le bloc");
            checkReachable(terme.plancher(), regle.sur(), place + "/plancher");
        }
        if (regle.termes().isEmpty()) {
            referentiel.blocs().forEach(bloc -> checkNote(bloc, at));
        } else if (regle.termes().stream().allMatch(t -> t.poids().signum() == 0)) {
            objections.add(at + "/termes", "les poids font zéro");
        }
        checkReachable(regle.seuil(), regle.sur(), at + "/seuil");
        checkReachable(regle.plancher(), regle.sur(), at + "/plancher");
    }

    private void checkNote(BlocCompetences bloc, String at) {
        if (bloc.note() == null) {
            objections.add(at, "le bloc « " + bloc.code() + " » ne dit pas comment se calcule sa note (clé « note »)");
        }
    }

    private void checkReachable(BigDecimal asked, BigDecimal sur, String at) {
        if (asked != null && asked.compareTo(sur) > 0) {
            objections.add(
                    at,
                    asked.stripTrailingZeros().toPlainString() + " dépasse l’échelle de "
                            + sur.stripTrailingZeros().toPlainString() + ", aucun candidat ne peut l’atteindre");
        }
    }
}
