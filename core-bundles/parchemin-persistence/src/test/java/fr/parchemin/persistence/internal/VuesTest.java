package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Compte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.liste.Liste;
import fr.parchemin.liste.VueEnregistree;
import fr.parchemin.liste.VuesEnregistrees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class VuesTest {

    private final TestDatabase db;
    private final VuesEnregistrees vues;

    VuesTest(TestDatabase db) {
        this.db = db;
        this.vues = new JpaVues(db.unit);
    }

    private String account() {
        Compte compte = Samples.compte(Samples.unique("compte-"));
        db.write(() -> db.comptes.add(compte));
        return compte.identifiant();
    }

    private VueEnregistree vue(String identifiant, String nom, boolean defaut) {
        return new VueEnregistree(
                UUID.randomUUID(),
                identifiant,
                Liste.CANDIDATURES,
                nom,
                Map.of("etat", List.of("DEPOSEE", "RECEVABLE"), "texte", List.of("l’été & \"co\"")),
                defaut,
                Samples.NOW);
    }

    private List<VueEnregistree> of(String identifiant) {
        return db.read(() -> vues.of(identifiant, Liste.CANDIDATURES));
    }

    @Test
    void keepsTheViewsOfAnAccountAndShowsThemToNobodyElse() {
        String me = account();
        String other = account();
        VueEnregistree first = vue(me, "Une", true);
        VueEnregistree second = vue(me, "Deux", false);
        db.write(() -> {
            vues.lock(me);
            vues.add(first);
            vues.add(second);
        });

        assertThat(of(me)).containsExactly(first, second);
        assertThat(db.<List<VueEnregistree>>read(() -> vues.of(me, Liste.JURYS)))
                .isEmpty();
        assertThat(of(other)).isEmpty();
        assertThat(db.<Optional<VueEnregistree>>read(() -> vues.find(me, first.id())))
                .contains(first);
        assertThat(db.<Optional<VueEnregistree>>read(() -> vues.find(other, first.id())))
                .isEmpty();
        db.write(() -> assertThat(vues.remove(other, first.id())).isFalse());
        assertThat(of(me)).hasSize(2);
        db.write(() -> assertThat(vues.remove(me, first.id())).isTrue());
        assertThat(of(me)).containsExactly(second);
    }

    @Test
    void oneViewAListIsTheDefault() {
        String me = account();
        VueEnregistree first = vue(me, "Une", true);
        VueEnregistree second = vue(me, "Deux", false);
        db.write(() -> {
            vues.add(first);
            vues.add(second);
        });
        db.write(() -> vues.update(second.withDefaut(true).named("Seconde")));
        assertThat(of(me))
                .containsExactly(
                        first.withDefaut(false), second.withDefaut(true).named("Seconde"));
        VueEnregistree third = vue(me, "Trois", true);
        db.write(() -> vues.add(third));
        assertThat(of(me)).extracting(VueEnregistree::defaut).containsExactly(false, false, true);
    }

    @Test
    void twoViewsOfOneNameAreAConflict() {
        String me = account();
        db.write(() -> vues.add(vue(me, "Une", false)));
        Outcome<Object> again = db.transactions.write(() -> {
            vues.add(vue(me, "Une", false));
            return Outcome.done(null);
        });
        assertThat(again.reason().orElseThrow().code()).isEqualTo(CodeRefus.CONFLIT_MODIFICATION);
    }

    @Test
    void eachTakesANumberOfStatementsThatDoesNotGrow() {
        String me = account();
        VueEnregistree one = vue(me, "Une", false);
        db.write(() -> assertThat(db.queries.during(() -> vues.add(one))).hasSize(1));
        db.read(() -> {
            assertThat(db.queries.during(() -> vues.of(me, Liste.CANDIDATURES))).hasSize(1);
            return null;
        });
        db.write(() -> assertThat(db.queries.during(() -> vues.update(one.withDefaut(true))))
                .hasSize(3));
    }
}
