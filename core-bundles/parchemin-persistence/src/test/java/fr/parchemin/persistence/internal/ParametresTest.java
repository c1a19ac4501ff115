package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Financement;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.Valeur;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class ParametresTest {

    private static final LocalDate DU = LocalDate.of(2026, 3, 1);
    private static final Entree.Annulation ANNULATION =
            new Entree.Annulation("secretariat", Samples.NOW.plusSeconds(5), "Erreur de saisie");

    private final TestDatabase db;
    private final Samples samples;

    ParametresTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private Entree entree(Valeur valeur, LocalDate au) {
        return new Entree(
                UUID.randomUUID(),
                samples.branche,
                valeur,
                DU,
                au,
                "secretariat",
                Samples.NOW,
                "Élection du bureau",
                Optional.empty());
    }

    private List<Entree> kept() {
        return db.read(() -> db.parametres.of(samples.branche));
    }

    @Test
    void keepsEveryShapeOfValueInTheOrderOfTheDecisions() {
        List<Entree> decided = List.of(
                entree(new Valeur.Signataire("Présidente", "Ada Œillet"), DU.plusDays(30)),
                entree(new Valeur.Contact("a@exemple.test", "01 23 45 67 89", "https://exemple.test", "Lille"), null),
                entree(
                        new Valeur.Tarif(
                                "ESS-CAT", "Parcours complet", new BigDecimal("1250.50"), Financement.Unite.PARCOURS),
                        null),
                entree(new Valeur.Signataire("Présidente", null), null),
                entree(new Valeur.Logo("data:image/png;base64," + "A".repeat(80_000)), DU));
        db.write(() -> decided.forEach(db.parametres::add));

        assertThat(kept()).isEqualTo(decided);
    }

    @Test
    void remembersWhoTookAnEntryBackAndLetsItHappenOnce() {
        Entree entree = entree(new Valeur.Signataire("Présidente", "Ada"), null);
        db.write(() -> db.parametres.add(entree));
        db.write(() -> db.parametres.cancel(entree.id(), ANNULATION));

        assertThat(kept()).containsExactly(entree.cancelled(ANNULATION));
        Outcome<Object> again = db.transactions.write(TestDatabase.TOUT, () -> {
            db.parametres.cancel(entree.id(), ANNULATION);
            return Outcome.done(null);
        });
        assertThat(again.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
    }

    @Test
    void areRefusedToChangeByTheServerItselfOnPostgreSql() {
        assumeThat(db.engine).isEqualTo(TestEngine.POSTGRESQL);

        for (String sql : List.of(
                "update parametre set motif = 'x'", "delete from parametre", "delete from parametre_annulation")) {
            assertThatThrownBy(() -> db.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed or removed");
        }
    }
}
