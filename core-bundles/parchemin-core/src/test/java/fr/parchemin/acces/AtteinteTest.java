package fr.parchemin.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a list selects by and what opens a single file are the same, for every row, role and portée. */
class AtteinteTest {

    private static final UUID DOSSIER = UUID.randomUUID();
    private static final UUID AUTRE = UUID.randomUUID();
    private static final UUID JURY = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final String SIRET = "00000000000000";

    private static List<Objet> objets() {
        List<Objet> objets = new ArrayList<>();
        for (String branche : List.of("a", "b")) {
            objets.add(Objet.jury(branche, JURY));
            objets.add(Objet.jury(branche, AUTRE));
            for (UUID dossier : List.of(DOSSIER, AUTRE)) {
                for (UUID jury : new UUID[] {null, JURY, AUTRE}) {
                    for (UUID session : new UUID[] {null, SESSION}) {
                        for (String deposant : List.of("moi", "autre")) {
                            for (String organisme : new String[] {null, SIRET, "11111111111111"}) {
                                for (Set<String> evaluateurs :
                                        List.of(Set.<String>of(), Set.of("moi"), Set.of("autre"))) {
                                    objets.add(new Objet(
                                            branche, dossier, jury, session, deposant, organisme, evaluateurs));
                                }
                            }
                        }
                    }
                }
            }
        }
        return objets;
    }

    private static List<Portee> portees(Role role) {
        return List.<Portee>of(
                        new Portee.Plateforme(),
                        new Portee.DeBranche("a"),
                        new Portee.DOrganisme("a", SIRET),
                        new Portee.DeSession("a", SESSION),
                        new Portee.DeJury("a", JURY),
                        new Portee.DeDossier("a", DOSSIER))
                .stream()
                .filter(portee -> role.reaches(portee.etendue()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Droit.class)
    void itHoldsJustWhatTheRowAllows(Droit droit) {
        List<Objet> objets = objets();
        List<Habilitation> all = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Portee portee : portees(role)) {
                Habilitation held = new Habilitation(role, portee);
                all.add(held);
                same(new Acteur("moi", "Moi", Set.of(held)), droit, objets);
            }
        }
        for (Habilitation left : all) {
            for (Habilitation right : all) {
                same(new Acteur("moi", "Moi", new HashSet<>(List.of(left, right))), droit, objets);
            }
        }
        same(new Acteur("moi", "Moi", Set.of()), droit, objets);
    }

    private static void same(Acteur acteur, Droit droit, List<Objet> objets) {
        Atteinte atteinte = Atteinte.of(acteur, droit);
        for (Objet objet : objets) {
            if (atteinte.contains(objet) != acteur.may(droit, objet)) {
                assertThat(atteinte.contains(objet))
                        .as("%s %s %s", droit, acteur.habilitations(), objet)
                        .isEqualTo(acteur.may(droit, objet));
            }
            if (atteinte.within("a").contains(objet)
                    != (atteinte.contains(objet) && objet.branche().equals("a"))) {
                assertThat(objet)
                        .as("within a: %s %s", droit, acteur.habilitations())
                        .isNull();
            }
        }
    }
}
