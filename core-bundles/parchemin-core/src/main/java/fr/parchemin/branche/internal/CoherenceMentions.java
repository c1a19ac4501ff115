package fr.parchemin.branche.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.GroupeMentions;
import fr.parchemin.referentiel.Mention;
import fr.parchemin.referentiel.Mention.Emplacement;
import fr.parchemin.referentiel.Mention.Type;
import fr.parchemin.referentiel.Referentiel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the mentions of a référentiel can be granted: groups that hold, exclusions that leave something, blocs that exist. */
final class CoherenceMentions {

    private final DefinitionBranche definition;
    private final Referentiel referentiel;
    private final Objections objections;

    CoherenceMentions(DefinitionBranche definition, Referentiel referentiel, Objections objections) {
        this.definition = definition;
        this.referentiel = referentiel;
        this.objections = objections;
    }

    void check() {
        Set<String> groupes = new HashSet<>();
        int index = 0;
        for (GroupeMentions groupe : referentiel.groupesMentions()) {
            String at = "/groupesMentions/" + index++;
            objections.unique(groupes, groupe.code(), at + "/code", "le groupe de mentions");
            checkGroupe(groupe, at);
        }
        Set<String> seen = new HashSet<>();
        index = 0;
        for (Mention mention : referentiel.mentions()) {
            String at = "/mentions/" + index++;
            objections.unique(seen, mention.code(), at + "/code", "la mention");
            checkMention(mention, at, groupes);
        }
    }

    private void checkGroupe(GroupeMentions groupe, String at) {
        List<Mention> members = members(groupe.code());
        if (groupe.max() != null && groupe.max() < groupe.min()) {
            objections.add(
                    at + "/max",
                    "le groupe demande " + groupe.min() + " mentions au moins et " + groupe.max() + " au plus");
        }
        if (members.size() < groupe.min() || members.isEmpty()) {
            objections.add(
                    at + "/min",
                    "le groupe « " + groupe.code() + " » demande " + groupe.min() + " mentions, il n’en compte que "
                            + members.size());
        } else if (largest(members) < groupe.min()) {
            objections.add(
                    at + "/min",
                    "les mentions du groupe « " + groupe.code() + " » s’excluent : personne ne pourrait en tenir "
                            + groupe.min());
        }
        boolean constitutive = members.stream().anyMatch(m -> m.type() == Type.OPTION_CONSTITUTIVE);
        if (constitutive && groupe.min() < 1) {
            objections.add(
                    at + "/min", "une option constitutive fait partie de l’intitulé : il en faut au moins une, min: 1");
        }
        boolean after = members.stream().anyMatch(m -> m.type().followsCertificate());
        if (after && groupe.min() > 0) {
            objections.add(
                    at + "/min",
                    "les mentions de ce groupe supposent le certificat obtenu : il ne peut pas les attendre, min: 0");
        }
    }

    private List<Mention> members(String groupe) {
        return referentiel.mentions().stream()
                .filter(m -> groupe.equals(m.groupe()))
                .toList();
    }

    /** The most of them that one person may hold together, found by taking or leaving each in turn. */
    private static int largest(List<Mention> members) {
        return members.size() > 16 ? members.size() : largest(members, 0, new ArrayList<>());
    }

    private static int largest(List<Mention> members, int from, List<Mention> taken) {
        if (from == members.size()) {
            return taken.size();
        }
        Mention next = members.get(from);
        int without = largest(members, from + 1, taken);
        if (taken.stream().anyMatch(t -> excludes(t, next))) {
            return without;
        }
        List<Mention> with = new ArrayList<>(taken);
        with.add(next);
        return Math.max(without, largest(members, from + 1, with));
    }

    private static boolean excludes(Mention one, Mention other) {
        return one.exclut().contains(other.code()) || other.exclut().contains(one.code());
    }

    private void checkMention(Mention mention, String at, Set<String> groupes) {
        if (mention.groupe() != null && !groupes.contains(mention.groupe())) {
            objections.add(at + "/groupe", "le groupe de mentions « " + mention.groupe() + " » n’existe pas");
        }
        each(mention.blocs(), at + "/blocs", (code, place) -> {
            if (referentiel.bloc(code).isEmpty()) {
                objections.add(place, "le bloc « " + code + " » n’existe pas dans ce référentiel");
            }
        });
        each(mention.prerequis(), at + "/prerequis", (code, place) -> {
            if (referentiel.certification().prerequis(code).isEmpty()) {
                objections.add(place, "le prérequis « " + code + " » n’existe pas");
            }
        });
        each(mention.titres(), at + "/titres", (code, place) -> {
            if (referentiel.titresExercice().stream().noneMatch(t -> t.code().equals(code))) {
                objections.add(place, "le titre d’exercice « " + code + " » n’existe pas");
            }
        });
        each(mention.exclut(), at + "/exclut", (code, place) -> other(mention, code, place));
        each(mention.inclut(), at + "/inclut", (code, place) -> {
            other(mention, code, place);
            if (mention.exclut().contains(code)) {
                objections.add(place, "la mention « " + code + " » est à la fois incluse et exclue");
            }
        });
        cycle(mention).ifPresent(path -> objections.add(at + "/inclut", "ces mentions s’incluent en rond : " + path));
        if (mention.certificat() != null) {
            new References(definition, objections).check(mention.certificat(), at + "/certificat");
        }
        if (mention.emplacement() == Emplacement.CERTIFICAT
                && mention.type() != Type.OPTION_CONSTITUTIVE
                && referentiel.certification().enregistrements().stream()
                        .allMatch(e -> e.statut() != Enregistrement.Statut.TRANSMIS)) {
            objections.add(
                    at + "/emplacement",
                    "l’intitulé d’un certificat enregistré ne reçoit pas d’ajout : ATTESTATION_ANNEXE ou REGISTRE_SEUL");
        }
    }

    private void other(Mention mention, String code, String at) {
        if (code.equals(mention.code())) {
            objections.add(at, "une mention ne se cite pas elle-même");
        } else if (referentiel.mention(code).isEmpty()) {
            objections.add(at, "la mention « " + code + " » n’existe pas");
        }
    }

    /** Where a mention includes itself through others, the way round. */
    private Optional<String> cycle(Mention mention) {
        Set<String> reached = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(mention.inclut());
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (next.equals(mention.code())) {
                return reached.isEmpty()
                        ? Optional.empty()
                        : Optional.of(mention.code() + " → " + String.join(" → ", reached) + " → " + next);
            }
            if (reached.add(next)) {
                referentiel.mention(next).ifPresent(m -> open.addAll(m.inclut()));
            }
        }
        return Optional.empty();
    }

    private interface Place {
        void look(String code, String at);
    }

    private static void each(List<String> codes, String at, Place place) {
        for (int index = 0; index < codes.size(); index++) {
            place.look(codes.get(index), at + "/" + index);
        }
    }
}
