package fr.parchemin.personne.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Portee;
import fr.parchemin.acte.Transactions;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files that an account holds as their candidate. */
final class DossiersDeLaPersonne {
    /** More files than one person opens; what is beyond is not looked at. */
    private static final int MAXIMUM = 50;

    private DossiersDeLaPersonne() {}

    /** Read within what the account may reach, newest first; one query a file and kind of its parts. */
    static List<Candidature> of(Acteur by, Droit droit, Transactions transactions, Candidatures candidatures) {
        List<Portee.DeDossier> held = by.narrow(droit).stream()
                .filter(Portee.DeDossier.class::isInstance)
                .map(Portee.DeDossier.class::cast)
                .sorted(Comparator.comparing(Portee.DeDossier::dossier))
                .limit(MAXIMUM)
                .toList();
        return transactions.read(by.perimetre(), () -> held.stream()
                .map(portee -> candidatures.find(portee.dossier()))
                .flatMap(Optional::stream)
                .filter(file -> by.may(droit, file.asObjet()))
                .sorted(Comparator.comparing(Candidature::numero).reversed())
                .toList());
    }
}
