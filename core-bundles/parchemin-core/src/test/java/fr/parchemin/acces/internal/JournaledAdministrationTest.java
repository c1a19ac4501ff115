package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.AdministrationComptes.Demandee;
import fr.parchemin.acces.AdministrationComptes.Fiche;
import fr.parchemin.acces.AdministrationComptes.Page;
import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.GestionComptes.Demande;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.RechercheComptes.Selection;
import fr.parchemin.acces.RechercheComptes.Situation;
import fr.parchemin.acces.RechercheComptes.Trouve;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The accounts by who administers them: all of them, or those of a branch. */
class JournaledAdministrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Habilitation JURY = new Habilitation(Role.JURY, "essai");

    private final Acces acces = new Acces();
    private final JournaledComptes gestion =
            new JournaledComptes(acces.base, acces.comptes, acces.comptes, acces.journal, acces.clock);
    private Selection asked;
    private final JournaledAdministration administration = new JournaledAdministration(
            acces.base,
            selection -> {
                asked = selection;
                return acces.comptes.list(selection.limite()).stream()
                        .map(compte -> new Trouve(compte, false))
                        .toList();
            },
            acces.comptes,
            acces.comptes,
            gestion,
            acces.connexions,
            acces.secondFacteur,
            acces.jetons,
            acces.jetonsApi,
            acces.laissezPassers,
            acces.echecs,
            acces.journal,
            acces.clock);
    private final Acteur secretariat = acces.add("sacha", "Sacha", new Habilitation(Role.SECRETARIAT, "essai"))
            .acteur();
    private final Acteur elsewhere = acces.add("zoe", "Zoé", new Habilitation(Role.SECRETARIAT, "temoin"))
            .acteur();

    private static Identite session(Acteur acteur, boolean secondFacteur) {
        return new Identite(
                acteur, UUID.randomUUID(), Moyen.MOT_DE_PASSE, null, secondFacteur, false, Optional.empty());
    }

    private static Demandee all(String branche) {
        return new Demandee(" Al ", null, branche, Situation.ACTIF, null, 2);
    }

    @Test
    void theAdministratorLooksEverywhereAndTheSecretariatInItsBranch() {
        Page page = administration.search(acces.admin, all(null)).orElseThrow();
        assertThat(asked.branches()).isNull();
        assertThat(asked.texte()).isEqualTo("al");
        assertThat(page.comptes()).hasSize(2);
        assertThat(page.suivant()).contains("alix");

        administration.search(secretariat, all(null)).orElseThrow();
        assertThat(asked.branches()).containsExactly("essai");
        assertThat(code(administration.search(secretariat, all("temoin")))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(administration.search(
                        acces.compte("alix").acteur(), new Demandee(null, null, null, null, null, 10))))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
    }

    @Test
    void aBranchIsToldOfItsRolesAndOfNothingElse() {
        gestion.grant(acces.admin, "alix", new Demande(new Habilitation(Role.JURY, "temoin"), null, null, null))
                .orElseThrow();

        Fiche seen = administration.read(secretariat, "alix").orElseThrow();
        assertThat(seen.trouve().compte().habilitations()).containsExactly(JURY);
        assertThat(seen.trouve().compte().motDePasse()).isNull();
        assertThat(seen.attributions()).extracting(Attribution::habilitation).containsExactly(JURY);
        assertThat(seen.entrees()).isEmpty();
        assertThat(code(administration.read(secretariat, "zoe"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(administration.read(secretariat, "personne"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void theAdministratorSeesHowAnAccountIsOpened() {
        acces.open("alix");

        Fiche seen = administration.read(acces.admin, "alix").orElseThrow();

        assertThat(seen.entrees()).hasValueSatisfying(e -> {
            assertThat(e.derniereConnexion()).contains(acces.clock.instant());
            assertThat(e.sessions()).hasSize(1);
            assertThat(e.verrouJusqua()).isNull();
        });
    }

    @Test
    void aWaitIsLiftedForThePasswordAndTheCode() {
        for (int i = 0; i < 7; i++) {
            acces.connexions.open("alix", "un mot de passe faux");
        }
        assertThat(administration
                        .read(acces.admin, "alix")
                        .orElseThrow()
                        .trouve()
                        .situation())
                .isEqualTo(Situation.VERROUILLE);

        assertThat(code(administration.unlock(secretariat, "alix"))).isEqualTo(CodeRefus.ACCES_REFUSE);
        administration.unlock(acces.admin, "alix").orElseThrow();

        assertThat(acces.open("alix").jeton()).isNotNull();
        assertThat(acces.acts()).extracting(Acte::nature).contains(Acte.Nature.COMPTE_DEVERROUILLE);
    }

    @Test
    void sessionsAreClosedByTheAdministratorAlone() {
        String jeton = acces.open("alix").jeton();
        assertThat(code(administration.revokeSessions(secretariat, "alix"))).isEqualTo(CodeRefus.ACCES_REFUSE);

        assertThat(administration.revokeSessions(acces.admin, "alix").orElseThrow())
                .isEqualTo(1);

        assertThat(acces.connexions.recognize(jeton)).isEmpty();
        assertThat(code(administration.revokeSession(acces.admin, "alix", UUID.randomUUID())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(administration.revokeToken(acces.admin, "alix", UUID.randomUUID())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void aRoleThatNoBranchGivesAsksForAFreshProof() {
        Demande sensible = new Demande(Habilitation.ofPlatform(Role.EXPLOITANT), null, null, null);

        assertThat(code(administration.grant(session(acces.admin, true), "alix", sensible)))
                .isEqualTo(CodeRefus.ELEVATION_REQUISE);
        assertThat(code(administration.grant(session(secretariat, true), "alix", sensible)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(administration
                        .grant(session(acces.admin, false), "alix", sensible)
                        .isDone())
                .isTrue();
        assertThat(administration
                        .grant(
                                session(secretariat, true),
                                "alix",
                                new Demande(new Habilitation(Role.EVALUATEUR, "essai"), null, null, null))
                        .isDone())
                .isTrue();
    }

    @Test
    void aBranchGivesNothingBeyondItself() {
        for (Role role : List.of(Role.SECRETARIAT, Role.CERTIFICATEUR, Role.CPNE)) {
            assertThat(code(administration.grant(
                            session(secretariat, false),
                            "alix",
                            new Demande(new Habilitation(role, "essai"), null, null, null))))
                    .as(role.name())
                    .isEqualTo(CodeRefus.ACCES_REFUSE);
        }
        assertThat(code(administration.grant(session(elsewhere, false), "alix", new Demande(JURY, null, null, null))))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
    }

    @Test
    void aRoleEndsAtOnceOrOnADayThatIsLeft() {
        long rang = administration
                .read(acces.admin, "alix")
                .orElseThrow()
                .attributions()
                .get(0)
                .rang();
        Identite by = session(secretariat, false);

        assertThat(code(administration.withdraw(by, rang, TODAY.minusDays(1), "départ")))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        Attribution left =
                administration.withdraw(by, rang, TODAY.plusDays(30), "départ").orElseThrow();

        assertThat(left.au()).isEqualTo(TODAY.plusDays(30));
        assertThat(acces.compte("alix").habilitations()).containsExactly(JURY);
        assertThat(code(administration.withdraw(by, left.rang(), TODAY.plusDays(31), "plus longtemps")))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        administration.withdraw(by, left.rang(), null, "départ").orElseThrow();
        assertThat(acces.compte("alix").habilitations()).isEmpty();
    }

    @Test
    void anAdministratorDoesNotTakeThatRoleFromThemselves() {
        long rang = administration
                .read(acces.admin, "admin")
                .orElseThrow()
                .attributions()
                .get(0)
                .rang();

        for (LocalDate jour : new LocalDate[] {null, TODAY.plusDays(1)}) {
            assertThat(code(administration.withdraw(session(acces.admin, false), rang, jour, "fin")))
                    .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        }
        assertThat(acces.compte("admin").habilitations()).hasSize(1);
    }

    @Test
    void anInvitationIsTakenBack() {
        acces.invitations
                .invite(acces.admin, "ida", "Ida", "ida@exemple.test", Set.of())
                .orElseThrow();
        assertThat(administration
                        .read(acces.admin, "ida")
                        .orElseThrow()
                        .entrees()
                        .orElseThrow()
                        .invitationJusqua())
                .isNotNull();

        acces.invitations.withdraw(acces.admin, "ida").orElseThrow();

        assertThat(administration
                        .read(acces.admin, "ida")
                        .orElseThrow()
                        .entrees()
                        .orElseThrow()
                        .invitationJusqua())
                .isNull();
        assertThat(code(acces.invitations.withdraw(acces.admin, "ida"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(acces.invitations.withdraw(secretariat, "ida"))).isEqualTo(CodeRefus.ACCES_REFUSE);
    }
}
