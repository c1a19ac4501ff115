package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Identite;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.administration.Depots;
import fr.parchemin.administration.DossierDepot.Artefact;
import fr.parchemin.administration.DossierDepot.Retire;
import fr.parchemin.administration.DossierDepot.Sorte;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.VueBranche;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A drop folder in memory; a file is the code of the branch it brings, and one that begins with « faux » is wrong. */
final class MemoryDepots implements Depots {
    final List<String> dropped = new ArrayList<>();
    final List<Retire> retires = new ArrayList<>();
    boolean archives = true;

    private final World world;
    private final Catalogue catalogue;
    private final MemoryConnexions connexions;

    MemoryDepots(World world, Catalogue catalogue, MemoryConnexions connexions) {
        this.world = world;
        this.catalogue = catalogue;
        this.connexions = connexions;
    }

    private Fiche fiche(VueBranche vue) {
        return new Fiche(
                vue,
                vue.isActive()
                        ? List.of(new Artefact(
                                vue.code() + ".zip", Sorte.ARCHIVE, 84_200, world.clock.instant(), vue.code()))
                        : List.of(),
                vue.isActive() ? Map.of("MET-OMI", 3L) : Map.of());
    }

    @Override
    public Outcome<Etat> state(Acteur by) {
        return Outcome.done(new Etat(
                catalogue.branches().stream().map(this::fiche).toList(), List.copyOf(retires), archives, false));
    }

    @Override
    public Outcome<Fiche> find(Acteur by, String branche) {
        return catalogue.branche(branche).map(this::fiche);
    }

    private static Verdict verdict(String text) {
        return new Verdict(
                Sorte.ARCHIVE,
                text,
                List.of("ESS-CQP 1.0.0"),
                12,
                text.startsWith("faux")
                        ? List.of(new MotifErreur(
                                MotifErreur.Code.SCHEMA_NON_RESPECTE,
                                "le seuil dépasse le barème ; ramenez-le dedans",
                                "branche.yaml",
                                7,
                                "seuil"))
                        : List.of());
    }

    @Override
    public Outcome<Verdict> verify(Identite by, byte[] contenu) {
        return Outcome.done(verdict(new String(contenu, StandardCharsets.UTF_8)));
    }

    @Override
    public Outcome<Verdict> prove(Acteur by, String branche) {
        return Outcome.done(verdict(branche));
    }

    @Override
    public Outcome<Depose> drop(Identite by, byte[] contenu) {
        return connexions
                .lacks(by, Droit.BRANCHE_DEPOSER)
                .<Outcome<Depose>>map(Outcome::refused)
                .orElseGet(() -> {
                    String text = new String(contenu, StandardCharsets.UTF_8);
                    if (text.isEmpty()) {
                        return Outcome.refused(CodeRefus.CHAMP_INVALIDE, "fichier", "il est vide");
                    }
                    dropped.add(text);
                    return Outcome.done(new Depose(text + ".zip", Sorte.ARCHIVE, text, "ab", Optional.empty()));
                });
    }

    @Override
    public Outcome<Retire> remove(Acteur by, String branche, String confirmation) {
        if (!branche.equals(confirmation)) {
            return Outcome.refused(CodeRefus.CHAMP_INVALIDE, "confirmation", "écrivez « " + branche + " »");
        }
        Retire retire = new Retire("0a1b2c3d", branche + ".zip", Sorte.ARCHIVE, branche, world.clock.instant());
        retires.add(retire);
        return Outcome.done(retire);
    }

    @Override
    public Outcome<Retire> restore(Acteur by, String id) {
        Optional<Retire> found = retires.stream().filter(r -> r.id().equals(id)).findFirst();
        found.ifPresent(retires::remove);
        return found.<Outcome<Retire>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "retrait " + id));
    }
}
