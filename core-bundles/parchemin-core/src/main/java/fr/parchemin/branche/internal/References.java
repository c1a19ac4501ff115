package fr.parchemin.branche.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.referentiel.Reference;
import fr.parchemin.referentiel.Referentiel;
import java.util.List;

/** Whether what a reference names exists, as far as this definition can tell. */
record References(DefinitionBranche definition, Objections objections) {

    /** Objects to what a reference to this branch names in vain; another branch speaks for itself. */
    void check(Reference reference, String at) {
        if (reference.branche() != null
                && !reference.branche().equals(definition.branche().code())) {
            return;
        }
        List<Referentiel> versions = definition.referentiels().stream()
                .map(VersionDefinie::referentiel)
                .filter(r -> r.certification().code().equals(reference.certification()))
                .toList();
        if (versions.isEmpty()) {
            objections.add(
                    at + "/certification",
                    "la certification « " + reference.certification() + " » n’existe pas dans cette branche");
            return;
        }
        List<Referentiel> meant = versions.stream()
                .filter(r -> reference.version() == null || reference.version().equals(r.version()))
                .toList();
        if (meant.isEmpty()) {
            objections.add(
                    at + "/version",
                    "la certification « " + reference.certification() + " » n’a pas de version " + reference.version());
        } else if (reference.bloc() != null
                && meant.stream().allMatch(r -> r.bloc(reference.bloc()).isEmpty())) {
            objections.add(
                    at + "/bloc",
                    "le bloc « " + reference.bloc() + " » n’existe pas dans « " + reference.certification() + " »");
        } else if (reference.competence() != null
                && meant.stream()
                        .flatMap(r -> r.bloc(reference.bloc()).stream())
                        .flatMap(b -> b.competences().stream())
                        .noneMatch(c -> c.code().equals(reference.competence()))) {
            objections.add(
                    at + "/competence",
                    "la compétence « " + reference.competence() + " » n’existe pas dans le bloc « " + reference.bloc()
                            + " »");
        }
    }
}
