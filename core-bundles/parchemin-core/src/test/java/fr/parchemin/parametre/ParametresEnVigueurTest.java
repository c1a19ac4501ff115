package fr.parchemin.parametre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.Financement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParametresEnVigueurTest {

    private static final LocalDate DEBUT = LocalDate.of(2026, 1, 1);
    private static final Instant LE = Instant.parse("2026-01-01T09:00:00Z");

    private static Entree entree(Valeur valeur, LocalDate du, LocalDate au) {
        return new Entree(
                UUID.randomUUID(), "essai", valeur, du, au, "secretariat", LE, "Changement", Optional.empty());
    }

    private static Entree cancelled(Entree entree) {
        return entree.cancelled(new Entree.Annulation("secretariat", LE.plusSeconds(60), "Erreur"));
    }

    private static Valeur.Tarif tarif(String certification, String libelle, int euros) {
        return new Valeur.Tarif(certification, libelle, new BigDecimal(euros), Financement.Unite.PARCOURS);
    }

    @Provide
    Arbitrary<List<Entree>> histories() {
        Arbitrary<Valeur> valeurs = Arbitraries.oneOf(
                Arbitraries.of("Ada", "Béa", "Cléo").map(nom -> new Valeur.Signataire("Présidence", nom)),
                Arbitraries.of("a@exemple.test", "b@exemple.test")
                        .map(courriel -> new Valeur.Contact(courriel, null, null, null)),
                Arbitraries.integers().between(0, 2000).map(euros -> tarif("ESS-OPE", "Parcours complet", euros)));
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 30);
        Arbitrary<Entree> entrees = Combinators.combine(
                        valeurs, days, days.injectNull(0.3), Arbitraries.of(true, false))
                .as((valeur, du, length, annulee) -> {
                    LocalDate first = DEBUT.plusDays(du);
                    Entree entree = entree(valeur, first, length == null ? null : first.plusDays(length));
                    return annulee ? cancelled(entree) : entree;
                });
        return entrees.list().ofMaxSize(8);
    }

    @Property
    void cancellingTheLastEntryRestoresTheStateBefore(
            @ForAll("histories") List<Entree> before, @ForAll("histories") List<Entree> more) {
        for (Entree last : more) {
            List<Entree> after = new ArrayList<>(before);
            after.add(cancelled(last));
            for (int day = -1; day < 70; day++) {
                LocalDate le = DEBUT.plusDays(day);
                assertThat(ParametresEnVigueur.on(le, after)).isEqualTo(ParametresEnVigueur.on(le, before));
            }
        }
    }

    @Example
    void ofOverlappingEntriesTheLatestDecidedWinsFromItsFirstDayToItsLast() {
        Entree titulaire = entree(new Valeur.Signataire("Présidente", "Ada"), DEBUT, null);
        Entree delegation = entree(
                new Valeur.Signataire("Par délégation", "Béa"), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        List<Entree> decided = List.of(titulaire, delegation);

        assertThat(ParametresEnVigueur.on(LocalDate.of(2025, 12, 31), decided).entrees())
                .isEmpty();
        assertThat(ParametresEnVigueur.on(LocalDate.of(2026, 2, 28), decided).entrees())
                .containsExactly(titulaire);
        assertThat(ParametresEnVigueur.on(LocalDate.of(2026, 3, 1), decided).entrees())
                .containsExactly(delegation);
        assertThat(ParametresEnVigueur.on(LocalDate.of(2026, 3, 31), decided).entrees())
                .containsExactly(delegation);
        assertThat(ParametresEnVigueur.on(LocalDate.of(2026, 4, 1), decided).entrees())
                .containsExactly(titulaire);
    }

    @Example
    void pricesOfDifferentThingsStandSideBySide() {
        Entree whole = entree(tarif("ESS-OPE", "Parcours complet", 1200), DEBUT, null);
        Entree jury = entree(tarif("ESS-OPE", "Jury", 150), DEBUT, null);
        Entree dearer = entree(tarif("ESS-OPE", "parcours  COMPLET", 1300), DEBUT.plusDays(1), null);

        assertThat(ParametresEnVigueur.on(DEBUT.plusDays(1), List.of(whole, jury, dearer))
                        .entrees())
                .containsExactlyInAnyOrder(jury, dearer);
    }
}
