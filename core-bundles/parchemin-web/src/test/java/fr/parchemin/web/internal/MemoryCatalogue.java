package fr.parchemin.web.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Textes;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.classification.Classification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue whose branches change when the test says so. */
final class MemoryCatalogue implements Catalogue {
    private final World world;
    private final Map<String, VueBranche> vues = new LinkedHashMap<>();
    private long generation;

    MemoryCatalogue(World world) {
        this.world = world;
        for (DefinitionBranche definition : world.definitions) {
            put(new VueBranche(
                    definition.branche().code(),
                    Optional.of(definition.branche()),
                    new EtatBranche.Active(world.clock.instant()),
                    Optional.empty(),
                    definition.referentiels().stream()
                            .map(v -> new VueBranche.ReferentielCourant(v.referentiel(), v.empreinte()))
                            .toList(),
                    definition.classificationsByCode()));
        }
    }

    synchronized void put(VueBranche vue) {
        vues.put(vue.code(), vue);
        generation++;
    }

    synchronized void put(String code, EtatBranche etat) {
        VueBranche before = vues.get(code);
        put(
                before == null
                        ? new VueBranche(code, Optional.empty(), etat, Optional.empty(), List.of(), Map.of())
                        : new VueBranche(
                                code,
                                before.identite(),
                                etat,
                                before.extension(),
                                before.referentiels(),
                                before.classifications()));
    }

    @Override
    public synchronized List<VueBranche> branches() {
        return vues.values().stream()
                .sorted(Comparator.comparing(v -> Textes.fold(v.nom())))
                .toList();
    }

    @Override
    public synchronized Outcome<VueBranche> branche(String code) {
        return vues.containsKey(code)
                ? Outcome.done(vues.get(code))
                : Outcome.refused(CodeRefus.BRANCHE_INCONNUE, code);
    }

    @Override
    public Outcome<VueBranche> active(String code) {
        return branche(code)
                .then(vue -> vue.isActive()
                        ? Outcome.done(vue)
                        : Outcome.refused(
                                CodeRefus.BRANCHE_ABSENTE, vue.nom(), vue.etat().depuis()));
    }

    @Override
    public List<Fiche> certifications(String texte) {
        List<Fiche> found = new ArrayList<>();
        for (VueBranche vue : branches()) {
            for (VueBranche.ReferentielCourant courant : vue.referentiels()) {
                var certification = courant.referentiel().certification();
                String searched = Textes.fold(
                        certification.intitule() + " " + String.join(" ", certification.alias()) + " " + vue.nom());
                if (List.of(Textes.fold(texte).split(" ")).stream().allMatch(searched::contains)) {
                    found.add(new Fiche(vue, courant.referentiel(), courant.empreinte(), vue.isActive()));
                }
            }
        }
        return found;
    }

    @Override
    public Outcome<Version> certification(String branche, String certification, String version) {
        return branche(branche).then(vue -> vue.referentiel(certification)
                .map(courant ->
                        version == null || version.equals(courant.referentiel().version())
                                ? Outcome.done(new Version(
                                        vue,
                                        courant.referentiel(),
                                        courant.empreinte(),
                                        List.of("0.9.0", courant.referentiel().version())))
                                : Outcome.<Version>refused(CodeRefus.VERSION_INCONNUE, certification, version, "1.0.0"))
                .orElseGet(() -> Outcome.refused(CodeRefus.CERTIFICATION_INCONNUE, vue.nom(), certification)));
    }

    @Override
    public Outcome<Classification> classification(String branche, String code) {
        return branche(branche).map(vue -> vue.classifications().get(code));
    }

    @Override
    public synchronized long generation() {
        return generation;
    }
}
