package fr.parchemin.branche;

import fr.parchemin.acte.Transactions;
import fr.parchemin.referentiel.Snapshot;
import fr.parchemin.referentiel.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a definition would change of versions that were admitted before, which never change. */
public final class VersionsAdmises {

    private VersionsAdmises() {}

    /** A reason for each version that was admitted here with other content; one query a version. */
    public static List<MotifErreur> changed(
            Transactions transactions, Snapshots snapshots, DefinitionBranche definition) {
        String branche = definition.branche().code();
        List<MotifErreur> changed = new ArrayList<>();
        for (DefinitionBranche.VersionDefinie version : definition.referentiels()) {
            String certification = version.referentiel().certification().code();
            String numero = version.referentiel().version();
            Optional<Snapshot> known = transactions.read(() -> snapshots.find(branche, certification, numero));
            if (known.isPresent() && !known.get().empreinte().equals(version.empreinte())) {
                changed.add(new MotifErreur(
                        MotifErreur.Code.VERSION_MODIFIEE,
                        "« " + certification + " " + numero
                                + " » a déjà été admise ici avec un autre contenu ; donnez un nouveau numéro à la vôtre",
                        version.fichier(),
                        null,
                        "version"));
            }
        }
        return changed;
    }
}
