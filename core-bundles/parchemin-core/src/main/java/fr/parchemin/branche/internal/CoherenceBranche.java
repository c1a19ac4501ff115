package fr.parchemin.branche.internal;

import fr.parchemin.branche.Agrement;
import fr.parchemin.branche.Branche;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.Financement;
import fr.parchemin.equivalence.CalculEquivalences;
import fr.parchemin.referentiel.Equivalence;
import fr.parchemin.referentiel.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What branche.yaml says beside the identity: equivalences that lead somewhere, approvals and amounts of what exists. */
final class CoherenceBranche {

    private final DefinitionBranche definition;
    private final Branche branche;
    private final Objections objections;

    CoherenceBranche(DefinitionBranche definition, Objections objections) {
        this.definition = definition;
        this.branche = definition.branche();
        this.objections = objections;
    }

    void check() {
        checkEquivalences();
        Set<String> agrements = new HashSet<>();
        int index = 0;
        for (Agrement agrement : branche.agrements()) {
            String at = "/agrements/" + index++;
            objections.unique(agrements, agrement.code(), at + "/code", "l’agrément");
            certification(agrement.certification(), at);
        }
        Set<String> lines = new HashSet<>();
        for (int i = 0; i < branche.financement().size(); i++) {
            Financement line = branche.financement().get(i);
            String at = "/financement/" + i;
            objections.unique(lines, line.code(), at + "/code", "la ligne de financement");
            if (line.certification() != null) {
                certification(line.certification(), at);
            }
            if (branche.financement().subList(0, i).stream().anyMatch(before -> conflict(before, line))) {
                objections.add(at, "une autre ligne dit le même montant au même moment, une seule est appliquée");
            }
        }
    }

    private void certification(String code, String at) {
        new References(definition, objections).check(new Reference(null, code, null, null, null), at);
    }

    private static boolean conflict(Financement one, Financement other) {
        return one.nature() == other.nature()
                && one.unite() == other.unite()
                && one.objet().equals(other.objet())
                && Objects.equals(one.financeur(), other.financeur())
                && Objects.equals(one.certification(), other.certification())
                && !endsBefore(one, other)
                && !endsBefore(other, one);
    }

    private static boolean endsBefore(Financement one, Financement other) {
        return one.au() != null && other.du() != null && one.au().isBefore(other.du());
    }

    private void checkEquivalences() {
        References references = new References(definition, objections);
        Set<String> codes = new HashSet<>();
        int index = 0;
        for (Equivalence equivalence : branche.equivalences()) {
            String at = "/equivalences/" + index++;
            objections.unique(codes, equivalence.code(), at + "/code", "l’équivalence");
            references.check(equivalence.de(), at + "/de");
            references.check(equivalence.vers(), at + "/vers");
            Reference de = equivalence.de().in(branche.code());
            Reference vers = equivalence.vers().in(branche.code());
            if (!de.branche().equals(branche.code()) && !vers.branche().equals(branche.code())) {
                objections.add(
                        at,
                        "l’équivalence ne concerne pas cette branche : « de » ou « vers » en est une certification");
            }
            if (de.covers(vers)) {
                objections.add(
                        at + "/vers", "qui détient « " + de.libelle() + " » détient déjà « " + vers.libelle() + " »");
            } else if (de.branche().equals(vers.branche())
                    && de.certification().equals(vers.certification())
                    && !Objects.equals(de.version(), vers.version())) {
                objections.add(
                        at, "d’une version à l’autre d’une même certification, c’est une transition du référentiel");
            }
            if (equivalence.nature() == Equivalence.Nature.BLOC_COMMUN && (de.bloc() == null || vers.bloc() == null)) {
                objections.add(at, "un bloc commun relie deux blocs");
            }
        }
        List<Equivalence> named = branche.equivalences().stream()
                .filter(e -> !e.de().in(branche.code()).covers(e.vers().in(branche.code())))
                .map(e -> e.in(branche.code()))
                .toList();
        CalculEquivalences.cycle(named)
                .ifPresent(cycle -> objections.add(
                        "/equivalences",
                        "cycle d’équivalences : "
                                + cycle.stream().map(Reference::libelle).collect(Collectors.joining(" → "))
                                + " ; pour un bloc commun à deux certifications, écrivez BLOC_COMMUN"));
    }
}
