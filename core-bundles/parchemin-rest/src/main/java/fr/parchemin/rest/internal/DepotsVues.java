package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.administration.Depots;
import fr.parchemin.administration.DossierDepot;
import fr.parchemin.administration.DossierDepot.Sorte;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.rest.internal.Vues.BrancheVue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How the drop folder is told. */
final class DepotsVues {

    private DepotsVues() {}

    /** Something in the folder. */
    public record ArtefactVue(String nom, Sorte sorte, long octets, Instant modifieLe, String branche) {
        static ArtefactVue of(DossierDepot.Artefact a) {
            return new ArtefactVue(a.nom(), a.sorte(), a.octets(), a.modifieLe(), a.branche());
        }
    }

    /** A branch with what brings it; {@code dossiersOuverts} by code of certification. */
    public record FicheVue(
            BrancheVue branche, List<ArtefactVue> artefacts, long ouverts, Map<String, Long> dossiersOuverts) {
        static FicheVue of(Depots.Fiche fiche) {
            return new FicheVue(
                    BrancheVue.of(fiche.vue()),
                    fiche.artefacts().stream().map(ArtefactVue::of).toList(),
                    fiche.ouverts(),
                    fiche.dossiersOuverts());
        }
    }

    /** Something that was taken out and is kept. */
    public record RetireVue(String id, String nom, Sorte sorte, String branche, Instant retireLe) {
        static RetireVue of(DossierDepot.Retire r) {
            return new RetireVue(r.id(), r.nom(), r.sorte(), r.branche(), r.retireLe());
        }
    }

    /** The folder of this node; {@code archives} and {@code extensions} are what may be dropped through the platform. */
    public record DepotVue(List<FicheVue> branches, List<RetireVue> retires, boolean archives, boolean extensions) {
        static DepotVue of(Depots.Etat etat) {
            return new DepotVue(
                    etat.fiches().stream().map(FicheVue::of).toList(),
                    etat.retires().stream().map(RetireVue::of).toList(),
                    etat.archives(),
                    etat.extensions());
        }
    }

    /** What was dropped; {@code empreinte} is the SHA-256 of the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeposeVue(String artefact, Sorte sorte, String branche, String empreinte, String remplace) {
        static DeposeVue of(Depots.Depose depose) {
            return new DeposeVue(
                    depose.artefact(),
                    depose.sorte(),
                    depose.branche(),
                    depose.empreinte(),
                    depose.remplace().orElse(null));
        }
    }

    /** What would become of an artefact; {@code admise} when there is no objection. */
    public record VerdictVue(
            boolean admise,
            Sorte sorte,
            String branche,
            List<String> certifications,
            int cas,
            List<MotifErreur> motifs) {
        static VerdictVue of(Depots.Verdict verdict) {
            return new VerdictVue(
                    verdict.motifs().isEmpty(),
                    verdict.sorte(),
                    verdict.branche(),
                    verdict.certifications(),
                    verdict.cas(),
                    verdict.motifs());
        }
    }
}
