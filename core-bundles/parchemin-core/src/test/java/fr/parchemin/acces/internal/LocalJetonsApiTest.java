package fr.parchemin.acces.internal;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionJetonsApi.Cree;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.Limites;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalJetonsApiTest {

    private static final Habilitation SECRETARIAT = new Habilitation(Role.SECRETARIAT, "essai");
    private static final Habilitation CERTIFICATEUR = new Habilitation(Role.CERTIFICATEUR, "temoin");
    private static final Limites TOUT = new Limites(false, Set.of(), null);

    private final Acces acces = new Acces();
    private Session session;

    @BeforeEach
    void account() {
        acces.add("sacha", "Sacha", SECRETARIAT, CERTIFICATEUR);
        session = acces.open("sacha");
    }

    private Outcome<Cree> create(Limites limites, int jours) {
        return acces.programmes.create(acces.identite(session), "Tableur", limites, jours);
    }

    private Identite bearer(Limites limites) {
        return acces.connexions
                .recognize(create(limites, 30).orElseThrow().jeton())
                .orElseThrow();
    }

    private CodeRefus lacks(Limites limites, Droit droit) {
        return acces.connexions.lacks(bearer(limites), droit).map(Refus::code).orElse(null);
    }

    @Test
    void aTokenStandsForItsAccountUntilItExpires() {
        Cree cree = create(TOUT, 30).orElseThrow();
        assertThat(cree.jeton()).matches("pch_[A-Za-z0-9_-]{43}");

        Identite identite = acces.connexions.recognize(cree.jeton()).orElseThrow();
        assertThat(identite.acteur()).isEqualTo(new Acteur("sacha", "Sacha", Set.of(SECRETARIAT, CERTIFICATEUR)));
        assertThat(identite.moyen()).isEqualTo(Moyen.JETON_API);
        acces.clock.advance(Duration.ofDays(30));
        assertThat(acces.connexions.recognize(cree.jeton())).isEmpty();
    }

    @Test
    void onlyItsHashIsKeptAndTheDayItServed() {
        Cree cree = create(TOUT, 30).orElseThrow();
        assertThat(acces.programmes.list(session.acteur()))
                .extracting(JetonApi::serviLe)
                .containsOnlyNulls();
        acces.connexions.recognize(cree.jeton());

        assertThat(acces.programmes.list(session.acteur())).singleElement().satisfies(j -> {
            assertThat(j.empreinte()).matches("[0-9a-f]{64}");
            assertThat(j.serviLe()).isEqualTo(LocalDate.of(2026, 6, 15));
        });
    }

    @Test
    void aTokenOfOneBranchHasNothingOfTheOthers() {
        assertThat(bearer(new Limites(false, Set.of(), "temoin")).acteur().habilitations())
                .containsExactly(CERTIFICATEUR);
    }

    @Test
    void aTokenThatOnlyReadsChangesNothing() {
        Limites reads = new Limites(true, Set.of(), null);

        assertThat(lacks(reads, Droit.CANDIDATURE_LIRE)).isNull();
        assertThat(lacks(reads, Droit.CANDIDATURE_DEPOSER)).isEqualTo(CodeRefus.JETON_LIMITE);
    }

    @Test
    void aTokenForSomeActsIsForNoOther() {
        Limites some = new Limites(false, Set.of("CANDIDATURE_DEPOSER"), null);

        assertThat(lacks(some, Droit.CANDIDATURE_DEPOSER)).isNull();
        assertThat(lacks(some, Droit.CANDIDATURE_LIRE)).isEqualTo(CodeRefus.JETON_LIMITE);
    }

    @Test
    void aTokenSignsOnlyWhenThatActIsNamed() {
        assertThat(lacks(TOUT, Droit.CERTIFICAT_DELIVRER)).isEqualTo(CodeRefus.JETON_LIMITE);
        assertThat(lacks(new Limites(false, Set.of("CERTIFICAT_DELIVRER"), null), Droit.CERTIFICAT_DELIVRER))
                .isNull();
    }

    @Test
    void aTokenManagesNoAccountAndMakesNoToken() {
        Identite program = bearer(TOUT);

        assertThat(acces.connexions.lacks(program, Droit.COMPTE_PROPRE_GERER))
                .map(Refus::code)
                .contains(CodeRefus.JETON_LIMITE);
        assertThat(code(acces.programmes.create(program, "Autre", TOUT, 1))).isEqualTo(CodeRefus.JETON_LIMITE);
        assertThat(code(acces.secondFacteur.beginApplication(program))).isEqualTo(CodeRefus.JETON_LIMITE);
    }

    @Test
    void aTokenIsGivenNothingThatItsAccountHasNot() {
        assertThat(code(create(new Limites(false, Set.of("COMPTES_GERER"), null), 1)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(create(new Limites(false, Set.of("N_EXISTE_PAS"), null), 1)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(create(new Limites(false, Set.of(), "ailleurs"), 1))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(create(new Limites(true, Set.of("CANDIDATURE_DEPOSER"), null), 1)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aTokenLivesAYearAtMost() {
        assertThat(code(create(TOUT, 0))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(create(TOUT, 366))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(create(TOUT, 365).isDone()).isTrue();
    }

    @Test
    void aRoleTakenAwayIsGoneFromTheTokenAtOnce() {
        Cree cree = create(TOUT, 30).orElseThrow();
        acces.takeRoles("sacha");

        assertThat(acces.connexions
                        .recognize(cree.jeton())
                        .orElseThrow()
                        .acteur()
                        .habilitations())
                .isEmpty();
    }

    @Test
    void aSuspendedAccountHasNoTokens() {
        Cree cree = create(TOUT, 30).orElseThrow();
        acces.change(acces.compte("sacha").withEtat(Compte.Etat.SUSPENDU));

        assertThat(acces.connexions.recognize(cree.jeton())).isEmpty();
    }

    @Test
    void aTokenTakenBackOpensNothingAndNobodyTakesBackThatOfAnother() {
        Cree cree = create(TOUT, 30).orElseThrow();

        assertThat(code(acces.programmes.revoke(acces.admin, cree.description().id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(acces.programmes
                        .revoke(session.acteur(), cree.description().id())
                        .isDone())
                .isTrue();
        assertThat(acces.connexions.recognize(cree.jeton())).isEmpty();
    }

    @Test
    void whatOnlyLooksLikeATokenIsNone() {
        for (String text : List.of("pch_", "pch_x", "lnk_", "lnk_x")) {
            assertThat(acces.connexions.recognize(text)).isEmpty();
        }
    }
}
