package fr.parchemin.liste;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.liste.MesVues.Nouvelle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MesVuesTest {

    private static final Map<String, List<String>> RECUS = Map.of("etat", List.of("DEPOSEE", "RECEVABLE"));

    private final Plateforme p = new Plateforme();

    private Outcome<VueEnregistree> keep(Acteur by, String nom) {
        return p.vues.keep(by, new Nouvelle(Liste.CANDIDATURES, nom, RECUS, false));
    }

    @Test
    void aViewIsItsOwnersAndNobodyElses() {
        VueEnregistree vue = keep(p.secretariat, "  À   traiter ").orElseThrow();
        assertThat(vue.nom()).isEqualTo("À traiter");
        assertThat(p.vues.list(p.secretariat, Liste.CANDIDATURES)).containsExactly(vue);
        assertThat(p.vues.list(p.secretariat, Liste.JURYS)).isEmpty();
        assertThat(p.vues.list(p.organisme, Liste.CANDIDATURES)).isEmpty();
        assertThat(code(p.vues.change(p.organisme, vue.id(), "Volée", null))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.vues.remove(p.organisme, vue.id()))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(keep(p.organisme, "À traiter").isDone()).isTrue();
    }

    @Test
    void aNameIsTakenOnceHoweverItIsWritten() {
        keep(p.secretariat, "À traiter").orElseThrow();
        VueEnregistree other = keep(p.secretariat, "Autre").orElseThrow();
        assertThat(code(keep(p.secretariat, "à TRAITER"))).isEqualTo(CodeRefus.VUE_EXISTANTE);
        assertThat(code(p.vues.change(p.secretariat, other.id(), "à traiter", null)))
                .isEqualTo(CodeRefus.VUE_EXISTANTE);
        assertThat(p.vues.change(p.secretariat, other.id(), "AUTRE", null).isDone())
                .isTrue();
        assertThat(code(keep(p.secretariat, " "))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(code(keep(p.secretariat, "x".repeat(61)))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aListOpensWithOneViewAtMost() {
        VueEnregistree first = keep(p.secretariat, "Une").orElseThrow();
        VueEnregistree second = keep(p.secretariat, "Deux").orElseThrow();
        p.vues.change(p.secretariat, first.id(), null, true).orElseThrow();
        p.vues.change(p.secretariat, second.id(), null, true).orElseThrow();
        assertThat(p.vues.list(p.secretariat, Liste.CANDIDATURES))
                .extracting(VueEnregistree::defaut)
                .containsExactly(false, true);
        p.vues.change(p.secretariat, second.id(), null, false).orElseThrow();
        assertThat(p.vues.list(p.secretariat, Liste.CANDIDATURES)).noneMatch(VueEnregistree::defaut);
    }

    @Test
    void aListKeepsThirtyViewsOfCriteriaThatItKnows() {
        assertThat(code(p.vues.keep(
                        p.secretariat, new Nouvelle(Liste.JURYS, "V", Map.of("texte", List.of("x")), false))))
                .isEqualTo(CodeRefus.CHAMP_INCONNU);
        for (int i = 0; i < MesVues.VUES_MAXIMUM; i++) {
            assertThat(keep(p.secretariat, "Vue " + i).isDone()).isTrue();
        }
        assertThat(code(keep(p.secretariat, "De trop"))).isEqualTo(CodeRefus.VUES_TROP_NOMBREUSES);
    }

    @Test
    void whoHasNoAccountKeepsNothing() {
        Acteur byLink = new Acteur("lien/" + UUID.randomUUID(), "Lise Tutrice", Set.of());
        assertThat(code(keep(byLink, "Vue"))).isEqualTo(CodeRefus.ACCES_REFUSE);
    }
}
