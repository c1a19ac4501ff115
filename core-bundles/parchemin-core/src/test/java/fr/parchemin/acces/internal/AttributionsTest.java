package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.GestionComptes.Demande;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.ComptesEnMemoire;
import fr.parchemin.enmemoire.JournalEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles are given for some days, by somebody, and taken back. */
class AttributionsTest {

    private static final String SECRET = "une phrase de passe";
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Habilitation JURY = new Habilitation(Role.JURY, "essai");

    private final Base base = new Base();
    private final Pendule clock = new Pendule(TODAY);
    private final ComptesEnMemoire comptes = new ComptesEnMemoire(base, clock);
    private final JournalEnMemoire journal = new JournalEnMemoire(base);
    private final JournaledComptes gestion = new JournaledComptes(base, comptes, comptes, journal, clock);
    private final Acteur admin =
            new Acteur("admin", "Administratrice", Set.of(Habilitation.ofPlatform(Role.ADMINISTRATEUR)));
    private final Acteur secretariat =
            new Acteur("secretariat", "Secrétariat", Set.of(new Habilitation(Role.SECRETARIAT, "essai")));

    @BeforeEach
    void anAccountWithoutARole() {
        gestion.create("plateforme", "alix", "Alix Durand", SECRET, Set.of()).orElseThrow();
        gestion.create("plateforme", "admin", "Administratrice", SECRET, admin.habilitations())
                .orElseThrow();
    }

    private Set<Habilitation> held() {
        return base.read(() -> comptes.find("alix")).orElseThrow().habilitations();
    }

    private Attribution given(LocalDate du, LocalDate au) {
        gestion.grant(admin, "alix", new Demande(JURY, du, au, "élue en CPNE")).orElseThrow();
        return gestion.attributions(admin, "alix").orElseThrow().get(0);
    }

    @Test
    void holdsFromItsFirstDayToItsLastAndNotADayMore() {
        given(TODAY.plusDays(1), TODAY.plusDays(2));

        assertThat(held()).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(held()).containsExactly(JURY);
        clock.advance(Duration.ofDays(1));
        assertThat(held()).containsExactly(JURY);
        clock.advance(Duration.ofDays(1));
        assertThat(held()).as("a right that ended yesterday").isEmpty();
    }

    @Test
    void saysWhoGaveItWhenAndWhy() {
        Attribution attribution = given(null, null);

        assertThat(attribution.accordeePar()).isEqualTo("admin");
        assertThat(attribution.accordeeLe()).isEqualTo(clock.instant());
        assertThat(attribution.du()).isEqualTo(TODAY);
        assertThat(attribution.motif()).isEqualTo("élue en CPNE");
    }

    @Test
    void isGoneAtOnceWhenItIsTakenBackAndStaysInTheHistory() {
        Attribution attribution = given(null, null);

        gestion.withdraw(admin, attribution.rang(), "fin de mandat").orElseThrow();

        assertThat(held()).isEmpty();
        assertThat(gestion.attributions(admin, "alix").orElseThrow())
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.retrait().orElseThrow().par()).isEqualTo("admin");
                    assertThat(a.retrait().orElseThrow().motif()).isEqualTo("fin de mandat");
                });
        assertThat(code(gestion.withdraw(admin, attribution.rang(), null))).isEqualTo(CodeRefus.ATTRIBUTION_TERMINEE);
    }

    @Test
    void cannotBeTakenBackOnceItIsOver() {
        Attribution attribution = given(null, TODAY);
        clock.advance(Duration.ofDays(1));

        assertThat(code(gestion.withdraw(admin, attribution.rang(), null))).isEqualTo(CodeRefus.ATTRIBUTION_TERMINEE);
    }

    @Test
    void isNotGivenTwiceForTheSameDays() {
        given(TODAY, TODAY.plusDays(10));

        assertThat(code(gestion.grant(admin, "alix", new Demande(JURY, TODAY.plusDays(10), null, null))))
                .isEqualTo(CodeRefus.ATTRIBUTION_EXISTANTE);
        assertThat(gestion.grant(admin, "alix", new Demande(JURY, TODAY.plusDays(11), null, null))
                        .isDone())
                .isTrue();
    }

    @Test
    void hasDaysInTheirOrderThatAreNotAllPast() {
        assertThat(code(gestion.grant(admin, "alix", new Demande(JURY, TODAY, TODAY.minusDays(1), null))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(gestion.grant(admin, "alix", new Demande(JURY, TODAY.minusDays(3), TODAY.minusDays(1), null))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(held()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theSecretariatGivesWhatItsBranchGivesAndNoMore(Role role) {
        Portee.Etendue etendue = role.reaches(Portee.Etendue.PLATEFORME)
                ? Portee.Etendue.PLATEFORME
                : role.reaches(Portee.Etendue.BRANCHE) ? Portee.Etendue.BRANCHE : Portee.Etendue.DOSSIER;
        String cible = etendue == Portee.Etendue.DOSSIER
                ? UUID.nameUUIDFromBytes(new byte[1]).toString()
                : null;
        boolean platform = etendue == Portee.Etendue.PLATEFORME;
        Habilitation here = new Habilitation(role, Portee.of(etendue, platform ? null : "essai", cible));
        Set<Role> ofTheBranch = Set.of(
                Role.ORGANISME,
                Role.EVALUATEUR,
                Role.JURY,
                Role.CANDIDAT,
                Role.EMPLOYEUR,
                Role.TUTEUR,
                Role.ACCOMPAGNATEUR_VAE,
                Role.CONSEILLER);

        assertThat(gestion.grant(secretariat, "alix", new Demande(here, null, null, null))
                        .isDone())
                .isEqualTo(ofTheBranch.contains(role));
        if (!platform) {
            Habilitation elsewhere = new Habilitation(role, Portee.of(etendue, "temoin", cible));
            assertThat(code(gestion.grant(secretariat, "alix", new Demande(elsewhere, null, null, null))))
                    .isEqualTo(CodeRefus.ACCES_REFUSE);
        }
    }

    @Test
    void theSecretariatNeitherSeesNorTakesWhatAnotherBranchGave() {
        Habilitation elsewhere = new Habilitation(Role.JURY, "temoin");
        gestion.grant(admin, "alix", new Demande(elsewhere, null, null, null)).orElseThrow();
        long rang = gestion.attributions(admin, "alix").orElseThrow().get(0).rang();

        assertThat(gestion.attributions(secretariat, "alix").orElseThrow()).isEmpty();
        assertThat(code(gestion.withdraw(secretariat, rang, null))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(held()).containsExactly(elsewhere);
    }

    @Test
    void anAdministratorDoesNotTakeThatRoleFromItself() {
        long rang = gestion.attributions(admin, "admin").orElseThrow().get(0).rang();

        assertThat(code(gestion.withdraw(admin, rang, null))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void isJournaledInTheBranch() {
        Attribution attribution = given(null, TODAY.plusDays(1));
        gestion.withdraw(admin, attribution.rang(), null).orElseThrow();

        List<Acte> lines = base.read(journal::all);
        assertThat(lines).extracting(Acte::nature).endsWith(Acte.Nature.ROLE_ATTRIBUE, Acte.Nature.ROLE_RETIRE);
        assertThat(lines.get(lines.size() - 2))
                .extracting(Acte::branche, Acte::acteur, Acte::objet)
                .containsExactly("essai", "admin", "compte/alix");
    }
}
